//! A plan's file cut into blocks: what stands before the table, then a block for each section and each measure with the
//! comments above it, then what is left at the end. Between blocks there are only blank lines.

use std::ops::Range;

use crate::content::raw::{Node, Table, Value};
use crate::desk::toml_edit::layout::{is_inline, line_end, line_start, next_line};

/// A file in blocks.
#[derive(Debug)]
pub struct Blocks {
    /// Up to the end of the last line of the head.
    pub head: Range<usize>,
    /// Sections and measures in the order of the file.
    pub blocks: Vec<Range<usize>>,
    /// Behind the last block.
    pub tail: Range<usize>,
}

/// Cuts a text at the headers of tables; `tables` are those of sections and measures in the order of the file, `head`
/// is where the last value of the head ends.
pub fn cut(text: &str, head: usize, tables: &[&Table]) -> Blocks {
    let mut ends = vec![head];
    ends.extend(tables.iter().map(|table| own_end(text, table)));
    let starts: Vec<usize> = tables
        .iter()
        .map(|table| line_start(text, table.span.range().start))
        .chain([text.len()])
        .collect();
    let mut begins = vec![0];
    let mut closes = Vec::new();
    for (end, start) in ends.iter().zip(starts) {
        let (close, begin) = parted(text, line_end(text, *end), start);
        closes.push(close);
        begins.push(begin);
    }
    let tail = closes.last().copied().unwrap_or(text.len())..text.len();
    let mut pieces = begins.into_iter().zip(closes).map(|(from, to)| from..to);
    Blocks {
        head: pieces.next().unwrap_or(0..0),
        blocks: pieces.collect(),
        tail,
    }
}

/// Where a block ends and the next one begins. `from` is the end of a line, `to` the beginning of a header's line or
/// the end of the file. Comments right under a block belong to it unless they stand right above the header, too.
fn parted(text: &str, from: usize, to: usize) -> (usize, usize) {
    let mut close = from;
    let mut at = next_line(text, from);
    while at < to && text[at..].trim_start_matches([' ', '\t']).starts_with('#') {
        close = line_end(text, at);
        at = next_line(text, at);
    }
    let reaches = at >= to;
    if reaches && to < text.len() {
        close = from;
    }
    let mut begin = next_line(text, close).min(to);
    while begin < to && text[begin..line_end(text, begin)].trim().is_empty() {
        begin = next_line(text, begin).min(to);
    }
    (close, begin)
}

/// Where the values of a table end: of a section without its measures.
fn own_end(text: &str, table: &Table) -> usize {
    let own = table
        .entries
        .iter()
        .filter(|entry| entry.key != "event" || entry.node.span.start > entry.key_span.start);
    own.map(|entry| far_end(text, &entry.node))
        .chain([table.span.range().end])
        .max()
        .unwrap_or_default()
}

/// Where a value ends, headers below it included.
pub fn far_end(text: &str, node: &Node) -> usize {
    let own = node.span.range().end;
    match &node.value {
        Value::Table(table) if !is_inline(text, table) => table
            .entries
            .iter()
            .map(|entry| far_end(text, &entry.node))
            .fold(own, usize::max),
        Value::List(items) => items
            .iter()
            .map(|item| far_end(text, item))
            .fold(own, usize::max),
        _ => own,
    }
}
