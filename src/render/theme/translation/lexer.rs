//! The source of a template cut into pieces: what Tera reads, what a browser reads, and words.

/// A piece of a template. Joined in order, the pieces are the source again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// `{{ … }}`.
    Expression(&'a str),
    /// `{% … %}`.
    Statement(&'a str),
    /// `<a href="…">` or `</a>`, with whatever Tera writes inside it.
    Tag(&'a str),
    /// Comments of Tera and HTML, the doctype, the inside of scripts and styles: nothing to read there.
    Opaque(&'a str),
    /// Words and spaces.
    Text(&'a str),
}

/// The pieces with their places in the source.
pub fn tokens(source: &str) -> Vec<(usize, Token<'_>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        let (length, token) = token(rest);
        found.push((at, token));
        at += length;
        if let Token::Tag(tag) = token
            && let Some(length) = raw_text(tag, &source[at..]).filter(|length| *length > 0)
        {
            found.push((at, Token::Opaque(&source[at..at + length])));
            at += length;
        }
    }
    found
}

fn token<'a>(rest: &'a str) -> (usize, Token<'a>) {
    let with = |length: usize, build: fn(&'a str) -> Token<'a>| (length, build(&rest[..length]));
    if rest.starts_with("{#") {
        with(until(rest, "#}"), Token::Opaque)
    } else if rest.starts_with("{{") {
        with(code_end(rest, "}}"), Token::Expression)
    } else if rest.starts_with("{%") {
        with(code_end(rest, "%}"), Token::Statement)
    } else if rest.starts_with("<!--") {
        with(until(rest, "-->"), Token::Opaque)
    } else if rest.starts_with("<!") {
        with(until(rest, ">"), Token::Opaque)
    } else if begins_tag(rest) {
        with(tag_end(rest), Token::Tag)
    } else {
        with(text_end(rest), Token::Text)
    }
}

fn begins_tag(rest: &str) -> bool {
    let name = rest.strip_prefix("</").or(rest.strip_prefix('<'));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn begins_code(rest: &str) -> bool {
    rest.starts_with("{{") || rest.starts_with("{%") || rest.starts_with("{#")
}

/// Length up to and with `end`.
fn until(rest: &str, end: &str) -> usize {
    rest.find(end).map_or(rest.len(), |at| at + end.len())
}

fn text_end(rest: &str) -> usize {
    let ends = |at: usize| {
        begins_code(&rest[at..]) || begins_tag(&rest[at..]) || rest[at..].starts_with("<!")
    };
    let mut places = rest
        .char_indices()
        .skip(1)
        .filter(|(_, c)| matches!(c, '{' | '<'));
    places
        .find(|(at, _)| ends(*at))
        .map_or(rest.len(), |(at, _)| at)
}

/// Length of `{{ … }}` or `{% … %}`: texts and inner braces (`a={b}`) are skipped.
pub fn code_end(rest: &str, end: &str) -> usize {
    let (mut quote, mut depth) = (None, 0_usize);
    for (at, c) in rest.char_indices().skip(2) {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '}') if depth > 0 => depth -= 1,
            (None, _) if rest[at..].starts_with(end) => return at + end.len(),
            (None, '{') => depth += 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of a tag; signs inside quoted values and inside code of Tera do not end it.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    let mut at = 1;
    while let Some(c) = rest[at..].chars().next() {
        if let Some(length) = code_length(&rest[at..]) {
            at += length;
            continue;
        }
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            _ => {}
        }
        at += c.len_utf8();
    }
    rest.len()
}

/// Length of the code of Tera that a text begins with.
pub fn code_length(rest: &str) -> Option<usize> {
    match rest.get(..2) {
        Some("{{") => Some(code_end(rest, "}}")),
        Some("{%") => Some(code_end(rest, "%}")),
        Some("{#") => Some(until(rest, "#}")),
        _ => None,
    }
}

/// Length of what stands inside a script or style that has just begun.
fn raw_text(tag: &str, rest: &str) -> Option<usize> {
    let end = ["script", "style"].iter().find(|name| {
        tag.strip_prefix('<')
            .is_some_and(|tag| tag.starts_with(**name))
    })?;
    rest.find(&format!("</{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_told_apart_and_none_is_lost() {
        let source = "{# a <b> #}<p class=\"{{ x[\"}}\"] }}\"{% if a > b %} hidden{% endif %}>A < б {{ <ui.a b={c} /> }}<br>{% set d = \"%}\" %}</p><script>if (a < b) {}</script>";
        let said: Vec<Token<'_>> = tokens(source).into_iter().map(|(_, token)| token).collect();
        let expected = [
            Token::Opaque("{# a <b> #}"),
            Token::Tag("<p class=\"{{ x[\"}}\"] }}\"{% if a > b %} hidden{% endif %}>"),
            Token::Text("A < б "),
            Token::Expression("{{ <ui.a b={c} /> }}"),
            Token::Tag("<br>"),
            Token::Statement("{% set d = \"%}\" %}"),
            Token::Tag("</p>"),
            Token::Tag("<script>"),
            Token::Opaque("if (a < b) {}"),
            Token::Tag("</script>"),
        ];
        assert_eq!(said, expected);
    }
}
