//! Marks that typography puts into texts, and finding the way among them.

/// A space at which lines do not break.
pub const NBSP: char = '\u{A0}';

/// Stands in a text for something without width, such as a tag: words on both sides see each other through it. A
/// noncharacter of Unicode, so no text has it.
pub const SEAM: char = '\u{FDD0}';

/// Stands in a text for words that are not known yet, such as an expression of a template.
pub const OBJECT: char = '\u{FDD1}';

/// Three dots become one sign; two, or four, mean something else.
pub(super) fn ellipsis(text: &str) -> String {
    if !text.contains('.') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("...") {
        let dots = rest[at..].len() - rest[at..].trim_start_matches('.').len();
        out.push_str(&rest[..at]);
        out.push_str(if dots == 3 {
            "…"
        } else {
            &rest[at..at + dots]
        });
        rest = &rest[at + dots..];
    }
    out.push_str(rest);
    out
}

/// Index of the nearest letter before `at` that is not a seam.
pub(super) fn before(letters: &[char], at: usize) -> Option<usize> {
    letters[..at].iter().rposition(|c| *c != SEAM)
}

/// Index of the nearest letter after `at` that is not a seam.
pub(super) fn after(letters: &[char], at: usize) -> Option<usize> {
    let found = letters.get(at + 1..)?.iter().position(|c| *c != SEAM)?;
    Some(at + 1 + found)
}
