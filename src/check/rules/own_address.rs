//! A link to the portal itself is written with its public address (П307, warning).
//!
//! Why: such a link is not checked, does not work in a preview or from a folder, and breaks on the day the portal
//! moves to another domain.
//!
//! Example: `[словарь](https://shnor.example.ru/slovar/)` instead of `[словарь](/slovar/)`.

use crate::check::links::Target;
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Finds links that leave the portal to come back.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let Some(own) = part
        .portal
        .settings
        .address
        .as_deref()
        .and_then(without_scheme)
    else {
        return;
    };
    for link in part.links() {
        let Target::Web(target) = &link.target else {
            continue;
        };
        let Some(rest) = below(own, target) else {
            continue;
        };
        let message = format!(
            "ссылка на сам портал записана полным адресом: {}",
            link.written
        );
        found.push(
            Diagnostic::warning(codes::OWN_ADDRESS, link.span, message).help(format!(
                "напишите /{rest} — так ссылка проверяется и переживёт переезд портала"
            )),
        );
    }
}

fn without_scheme(address: &str) -> Option<&str> {
    address
        .split_once("://")
        .map(|(_, rest)| rest.trim_end_matches('/'))
        .filter(|rest| !rest.is_empty())
}

/// What follows the portal's own address. Its host is compared without regard to case, its path exactly; another
/// folder of the same host is another site.
fn below<'a>(own: &str, target: &'a str) -> Option<&'a str> {
    let host_end = own.find('/').unwrap_or(own.len());
    let start = target.get(..own.len())?;
    let same = start[..].is_char_boundary(host_end)
        && start[..host_end].eq_ignore_ascii_case(&own[..host_end])
        && start[host_end..] == own[host_end..];
    let rest = &target[own.len()..];
    match rest.strip_prefix('/') {
        Some(rest) if same => Some(rest),
        None if same && (rest.is_empty() || rest.starts_with(['#', '?'])) => Some(rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal_with_links, run};
    use crate::diag::Diagnostic;

    fn found(targets: &[&str]) -> Vec<Diagnostic> {
        let mut portal = portal_with_links(targets);
        portal.settings.address = Some("https://rayon.github.io/portal/".to_owned());
        run(check, &portal)
    }

    #[test]
    fn a_full_address_of_the_portal_is_found() {
        let found = found(&[
            "http://Rayon.github.io/portal/slovar/#shnor",
            "https://rayon.github.io/portal",
        ]);
        assert_eq!(
            brief(&found),
            [
                "п307 0 ссылка на сам портал записана полным адресом: http://Rayon.github.io/portal/slovar/#shnor",
                "п307 1 ссылка на сам портал записана полным адресом: https://rayon.github.io/portal",
            ]
        );
        assert!(found[0].help[0].starts_with("напишите /slovar/#shnor"));
    }

    #[test]
    fn other_sites_of_the_host_are_silent() {
        assert_eq!(
            brief(&found(&[
                "https://rayon.github.io/portal2/",
                "https://fioko.ru/",
                "/slovar/"
            ])),
            [""; 0]
        );
        assert_eq!(
            brief(&run(check, &portal_with_links(&["https://fioko.ru/"]))),
            [""; 0]
        );
    }
}
