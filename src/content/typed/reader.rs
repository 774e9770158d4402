//! Takes values out of a raw table that validation has accepted. What is absent or was refused gives nothing.

use jiff::civil::Date;

use crate::content::raw::{Node, Table, Value};
use crate::diag::Span;
use crate::diag::span::Spanned;
use crate::model::id::{EventRef, Reference, Slug};
use crate::text::typography;

/// A table to take values from.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    table: &'a Table,
}

impl<'a> Reader<'a> {
    /// Reads from a table.
    pub fn new(table: &'a Table) -> Self {
        Reader { table }
    }

    /// Place of the table.
    pub fn span(&self) -> Span {
        self.table.span
    }

    /// True when a key is there, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Place of a key's value, else of the table.
    pub fn span_of(&self, key: &str) -> Span {
        self.table
            .get(key)
            .map_or(self.table.span, |node| node.span)
    }

    /// A text.
    pub fn text(&self, key: &str) -> Option<String> {
        self.spanned(key).map(|spanned| spanned.value)
    }

    /// A required text. Validation has reported a missing one; nothing is published then, and an empty text stands in
    /// so that everything else in the file is still judged in the same run.
    pub fn required(&self, key: &str) -> String {
        self.text(key).unwrap_or_default()
    }

    /// A text that editors of the portal wrote themselves, with the quotes, dashes and spaces that belong in it. Words
    /// of documents are never read so: they stay as printed.
    pub fn own_text(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| typography::own(&text))
    }

    /// A required text of editors, see [`Reader::own_text`] and [`Reader::required`].
    pub fn own(&self, key: &str) -> String {
        self.own_text(key).unwrap_or_default()
    }

    /// The words of a cell and their place.
    pub fn cell(&self, key: &str) -> Option<(&'a str, Span)> {
        let node = self.table.get(key)?;
        text_of(node).map(|text| (text, node.span))
    }

    /// A text with its place.
    pub fn spanned(&self, key: &str) -> Option<Spanned<String>> {
        let node = self.table.get(key)?;
        text_of(node).map(|text| Spanned::new(text.to_owned(), node.span))
    }

    /// A list of texts; empty when absent.
    pub fn texts(&self, key: &str) -> Vec<String> {
        self.list(key)
            .iter()
            .filter_map(text_of)
            .map(str::to_owned)
            .collect()
    }

    /// A list of texts with their places; empty when absent.
    pub fn spanned_texts(&self, key: &str) -> Vec<Spanned<String>> {
        let text = |node| text_of(node).map(|text| Spanned::new(text.to_owned(), node.span));
        self.list(key).iter().filter_map(text).collect()
    }

    /// An identifier.
    pub fn slug(&self, key: &str) -> Option<Slug> {
        Slug::parse(text_of(self.table.get(key)?)?)
    }

    /// A reference by identifier.
    pub fn reference(&self, key: &str) -> Option<Reference<Slug>> {
        let node = self.table.get(key)?;
        Slug::parse(text_of(node)?).map(|to| Reference {
            to,
            span: node.span,
        })
    }

    /// References by identifiers.
    pub fn references(&self, key: &str) -> Vec<Reference<Slug>> {
        self.list(key)
            .iter()
            .filter_map(|node| {
                Some(Reference {
                    to: Slug::parse(text_of(node)?)?,
                    span: node.span,
                })
            })
            .collect()
    }

    /// References to events.
    pub fn events(&self, key: &str) -> Vec<Reference<EventRef>> {
        self.list(key)
            .iter()
            .filter_map(|node| {
                Some(Reference {
                    to: EventRef::parse(text_of(node)?)?,
                    span: node.span,
                })
            })
            .collect()
    }

    /// A date, bare or in quotes.
    pub fn date(&self, key: &str) -> Option<Date> {
        match &self.table.get(key)?.value {
            Value::Date(date) => Some(*date),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// True or false.
    pub fn flag(&self, key: &str) -> Option<bool> {
        match self.table.get(key)?.value {
            Value::Boolean(flag) => Some(flag),
            _ => None,
        }
    }

    /// A whole number.
    pub fn number(&self, key: &str) -> Option<i64> {
        match self.table.get(key)?.value {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// An inner table.
    pub fn table(&self, key: &str) -> Option<Reader<'a>> {
        match &self.table.get(key)?.value {
            Value::Table(table) => Some(Reader { table }),
            _ => None,
        }
    }

    /// Repeated tables; empty when absent.
    pub fn tables(&self, key: &str) -> impl Iterator<Item = Reader<'a>> {
        self.list(key).iter().filter_map(|node| match &node.value {
            Value::Table(table) => Some(Reader { table }),
            _ => None,
        })
    }

    fn list(&self, key: &str) -> &'a [Node] {
        match self.table.get(key).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }
}

fn text_of(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}
