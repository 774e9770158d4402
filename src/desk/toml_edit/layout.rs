//! How a table is laid out in its file: under a header, or in braces; where its lines begin and end.

use std::ops::Range;

use crate::content::raw::{Entry, Node, Table, Value};
use crate::desk::literal;

/// True for `{ … }`.
pub fn is_inline(text: &str, table: &Table) -> bool {
    text[table.span.range()].starts_with('{')
}

/// Words as a value of a table: in braces always on one line.
pub fn value(text: &str, table: &Table, words: &str) -> String {
    if is_inline(text, table) {
        return literal::line(words);
    }
    literal::text(words, line_break(text, table.span.range().end))
}

/// True when the value has headers of its own (`[event.as_printed]`, `[[event.proof]]`) and so no line in its table.
pub fn has_header(entry: &Entry) -> bool {
    entry.node.span.start < entry.key_span.start
}

/// The entries that stand in the table itself, in the order of the file.
pub fn own_entries(table: &Table) -> impl Iterator<Item = &Entry> {
    table.entries.iter().filter(|entry| !has_header(entry))
}

/// Where an entry ends: of dotted keys (`as_printed.title = …`) the last one counts.
pub fn end(text: &str, node: &Node) -> usize {
    match &node.value {
        Value::Table(table) if !is_inline(text, table) => table
            .entries
            .iter()
            .map(|entry| end(text, &entry.node))
            .max()
            .unwrap_or(node.span.range().end),
        _ => node.span.range().end,
    }
}

/// Where the lines of a table end that belong to itself: behind its last entry, or behind its header.
pub fn last_line_end(text: &str, table: &Table, without: &[&str]) -> usize {
    let last = own_entries(table)
        .filter(|entry| !without.contains(&entry.key.as_str()))
        .map(|entry| end(text, &entry.node))
        .max();
    line_end(text, last.unwrap_or(table.span.range().end))
}

/// The first byte of the line.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |found| found + 1)
}

/// The byte behind the last one of the line, before its line break.
pub fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |found| at + found);
    end - usize::from(text[..end].ends_with('\r'))
}

/// The first byte of the next line.
pub fn next_line(text: &str, at: usize) -> usize {
    text[at..]
        .find('\n')
        .map_or(text.len(), |found| at + found + 1)
}

/// The line break used at this place of the file.
pub fn line_break(text: &str, at: usize) -> &'static str {
    let here = text[at..].find('\n').map(|found| at + found);
    let any = here.or_else(|| text.find('\n'));
    match any {
        Some(found) if text[..found].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The blanks with which the line begins.
pub fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// True when the line of this byte holds nothing.
pub fn is_blank(text: &str, at: usize) -> bool {
    text[line_start(text, at)..line_end(text, at)]
        .trim()
        .is_empty()
}

/// A comma in a part of the text, comments passed over.
pub fn comma(text: &str, part: Range<usize>) -> Option<usize> {
    let mut at = part.start;
    while at < part.end {
        match text.as_bytes()[at] {
            b',' => return Some(at),
            b'#' => at = next_line(text, at),
            _ => at += 1,
        }
    }
    None
}
