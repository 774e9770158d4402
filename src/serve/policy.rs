//! Makes sure that a page's own Content-Security-Policy lets the files of live reload in.
//! They come from the address of the page, so a policy with `'self'` stays untouched, to the byte.

/// What live reload needs: the script, the style of the overlay, the stream of events.
const NEEDED: [&str; 3] = ["script-src", "style-src", "connect-src"];

/// The page with every policy in a `<meta>` widened as far as needed and no further.
pub(super) fn allow_own_files(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let mut widened = String::with_capacity(page.len());
    let mut copied = 0;
    for (start, _) in lower.match_indices("<meta") {
        let tag = &lower[start..start + lower[start..].find('>').unwrap_or(0)];
        if !tag.contains("content-security-policy") {
            continue;
        }
        let Some((from, to)) = content_of(tag) else {
            continue;
        };
        let policy = &page[start + from..start + to];
        if let Some(policy) = widen(policy) {
            widened.push_str(&page[copied..start + from]);
            widened.push_str(&policy);
            copied = start + to;
        }
    }
    widened.push_str(&page[copied..]);
    widened
}

/// Where the value of the `content` attribute begins and ends in a tag.
fn content_of(tag: &str) -> Option<(usize, usize)> {
    let quote_at = |at: usize| matches!(tag.as_bytes().get(at), Some(b'"' | b'\''));
    let from = tag
        .match_indices("content=")
        .map(|(at, name)| at + name.len())
        .find(|at| quote_at(*at))?;
    let quote = char::from(tag.as_bytes()[from]);
    let length = tag[from + 1..].find(quote)?;
    Some((from + 1, from + 1 + length))
}

/// The widened policy, or `None` when it allows all that is needed.
fn widen(policy: &str) -> Option<String> {
    // Template engines may write the quotes of 'self' as entities.
    let plain = policy
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&apos;", "'");
    let mut rules: Vec<Vec<&str>> = plain
        .split(';')
        .map(|rule| rule.split_ascii_whitespace().collect())
        .filter(|rule: &Vec<&str>| !rule.is_empty())
        .collect();
    let find = |rules: &[Vec<&str>], name: &str| {
        rules
            .iter()
            .position(|rule| rule[0].eq_ignore_ascii_case(name))
    };
    let mut changed = false;
    for name in NEEDED {
        let sources = match find(&rules, name).or_else(|| find(&rules, "default-src")) {
            Some(at) => &rules[at][1..],
            None => continue,
        };
        if sources
            .iter()
            .any(|source| matches!(*source, "'self'" | "*"))
        {
            continue;
        }
        let kept = sources.iter().filter(|source| **source != "'none'");
        let rule = [name]
            .into_iter()
            .chain(kept.copied())
            .chain(["'self'"])
            .collect();
        match find(&rules, name) {
            Some(at) => rules[at] = rule,
            None => rules.push(rule),
        }
        changed = true;
    }
    // An entity again, because the attribute may be in single quotes.
    let text = || {
        rules
            .iter()
            .map(|rule| rule.join(" "))
            .collect::<Vec<_>>()
            .join("; ")
    };
    changed.then(|| text().replace('\'', "&#39;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(policy: &str) -> String {
        format!("<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><p>")
    }

    #[test]
    fn a_policy_with_self_stays() {
        for policy in [
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
            "default-src 'self'; img-src data:",
            "img-src 'none'",
            "default-src &#x27;self&#x27;",
        ] {
            assert_eq!(allow_own_files(&page(policy)), page(policy));
        }
        let without = "<meta name=\"description\" content=\"script-src 'none'\"><meta";
        assert_eq!(allow_own_files(without), without);
    }

    #[test]
    fn a_strict_policy_is_widened_only_where_needed() {
        let strict = "default-src 'none'; script-src 'sha256-x'; style-src 'self'; img-src 'self'";
        let wide = "default-src 'none'; script-src 'sha256-x' 'self'; style-src 'self'; \
                    img-src 'self'; connect-src 'self'";
        assert_eq!(
            allow_own_files(&page(strict)),
            page(&wide.replace('\'', "&#39;"))
        );
    }
}
