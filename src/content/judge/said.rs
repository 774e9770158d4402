//! The texts of a file, wherever they stand in it.

use std::ops::Range;

use crate::content::raw::{Node, RawDocument, Table, Value};
use crate::diag::Span;
use crate::files::sources::{SourceFile, SourceId};

/// A text of a file: a value of one of its keys, or its body.
pub(super) struct Said<'a> {
    /// The key; empty for the body.
    pub(super) key: &'a str,
    /// The text.
    pub(super) text: &'a str,
    /// The place of the whole.
    pub(super) whole: Span,
    /// Where the text begins in the file, when it stands there letter for letter.
    pub(super) start: Option<usize>,
}

impl Said<'_> {
    /// The place of a piece of the text; of the whole value where the file writes it with escapes.
    pub(super) fn place(&self, piece: Range<usize>) -> Span {
        match self.start {
            Some(start) => Span::new(self.whole.source, start + piece.start..start + piece.end),
            None => self.whole,
        }
    }
}

/// All texts of a file: values in the order of the file, then the body.
pub(super) fn said<'a>(id: SourceId, source: &SourceFile, raw: &'a RawDocument) -> Vec<Said<'a>> {
    let mut said = Vec::new();
    in_table(&raw.table, &source.text().unwrap_or_default(), &mut said);
    said.extend(raw.body.as_ref().map(|body| Said {
        key: "",
        text: &body.text,
        whole: Span::new(id, body.offset..body.offset + body.text.len()),
        start: Some(body.offset),
    }));
    said
}

fn in_table<'a>(table: &'a Table, file: &str, said: &mut Vec<Said<'a>>) {
    for entry in &table.entries {
        in_node(&entry.key, &entry.node, file, said);
    }
}

/// Where a text stands in the value that was written for it: as a rule behind one quotation mark, or three.
fn within(written: &str, text: &str) -> Option<usize> {
    let at = |start: usize| {
        written
            .get(start..)
            .is_some_and(|rest| rest.starts_with(text))
    };
    [1, 3]
        .into_iter()
        .find(|start| at(*start))
        .or_else(|| written.find(text))
}

fn in_node<'a>(key: &'a str, node: &'a Node, file: &str, said: &mut Vec<Said<'a>>) {
    match &node.value {
        Value::Text(text) => {
            let written = file.get(node.span.range()).unwrap_or_default();
            said.push(Said {
                key,
                text,
                whole: node.span,
                start: within(written, text).map(|at| node.span.range().start + at),
            });
        }
        Value::List(items) => {
            for item in items {
                in_node(key, item, file, said);
            }
        }
        Value::Table(table) => in_table(table, file, said),
        _ => {}
    }
}
