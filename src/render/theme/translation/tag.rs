//! What a tag of a template says about itself: its name, and its attributes with their places.

use std::ops::Range;

use super::lexer::code_length;

/// Tags that stand inside sentences.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "var",
];

/// An attribute with a quoted value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where its value stands in the tag, without quotes.
    pub value: Range<usize>,
}

/// The name of a tag, without `/`.
pub fn name(tag: &str) -> &str {
    let start = tag.trim_start_matches(['<', '/']);
    let end = start.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    &start[..end.unwrap_or(start.len())]
}

/// Whether a tag closes.
pub fn is_closing(tag: &str) -> bool {
    tag.starts_with("</")
}

/// Whether words before and after a tag may be one sentence.
pub fn is_inline(tag: &str) -> bool {
    INLINE.contains(&name(tag))
}

/// Attributes with quoted values, in their order.
pub fn attributes(tag: &str) -> Vec<Attribute<'_>> {
    let mut found = Vec::new();
    let mut at = 1;
    let mut word = 1;
    while at < tag.len() {
        if let Some(length) = code_length(&tag[at..]) {
            at += length;
            word = at;
            continue;
        }
        let byte = tag.as_bytes()[at];
        match byte {
            b' ' | b'\n' | b'\t' | b'\r' => word = at + 1,
            b'"' | b'\'' => {
                let end = value_end(tag, at + 1, byte);
                let name = tag[word..at].trim_end_matches('=');
                found.push(Attribute {
                    name,
                    value: at + 1..end,
                });
                at = end;
                word = end + 1;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Where a value ends; code of Tera inside it may have quotes of its own.
fn value_end(tag: &str, start: usize, quote: u8) -> usize {
    let mut at = start;
    while at < tag.len() && tag.as_bytes()[at] != quote {
        at += code_length(tag.get(at..).unwrap_or_default()).unwrap_or(1);
    }
    at.min(tag.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_around_code() {
        let tag = "<a{% if x == \"y\" %} class='z'{% endif %} href=\"{{ a[\"b\"] }}#c\" hidden title=\"где «д»\">";
        let said: Vec<_> = attributes(tag)
            .into_iter()
            .map(|a| (a.name, &tag[a.value]))
            .collect();
        let expected = [
            ("class", "z"),
            ("href", "{{ a[\"b\"] }}#c"),
            ("title", "где «д»"),
        ];
        assert_eq!(said, expected);
        assert_eq!(
            (name("</h2>"), name("<br/>"), is_inline("<span>")),
            ("h2", "br", true)
        );
    }
}
