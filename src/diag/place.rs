//! Where a span is as people count: lines and characters from 1. It knows nothing of problems.

use std::ops::Range;

use crate::diag::span::Span;

/// A span as people count: lines and characters from 1. The end is the place behind the last character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file as a person knows it.
    pub path: String,
    /// Line of the first character.
    pub line: usize,
    /// Its column.
    pub column: usize,
    /// Line of the last character.
    pub end_line: usize,
    /// The column behind it.
    pub end_column: usize,
}

/// The range of a span, kept inside the text and on the borders of characters.
pub fn within(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary(span.range().start);
    start..text.floor_char_boundary(span.range().end).max(start)
}

/// The end of a range without the line break it may end with.
pub fn visible_end(text: &str, range: &Range<usize>) -> usize {
    range.start + text[range.clone()].trim_end_matches(['\r', '\n']).len()
}

/// Line and column of a byte, from 1; a byte order mark does not count.
pub fn position(text: &str, at: usize) -> (usize, usize) {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    let line = text[start..at].trim_start_matches('\u{FEFF}');
    (
        text[..start].matches('\n').count() + 1,
        line.chars().count() + 1,
    )
}
