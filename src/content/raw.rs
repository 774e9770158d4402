//! A content file as it was written: keys and values with their places, nothing judged yet.

use jiff::civil::Date;

use crate::diag::span::Span;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Place of the value.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// The kinds of values a content file can hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Another number, as written.
    Float(String),
    /// True or false.
    Boolean(bool),
    /// A date without time.
    Date(Date),
    /// A time or a date with time, as written: content has no use for it.
    Moment(String),
    /// A list.
    List(Vec<Node>),
    /// A table.
    Table(Table),
}

/// A table: entries in the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Place of the table: its header, or the braces of an inline table; start of the file for the root.
    pub span: Span,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Its place.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

/// A file read as far as it could be.
#[derive(Debug, Clone, PartialEq)]
pub struct RawDocument {
    /// Front matter or the whole TOML file.
    pub table: Table,
    /// The Markdown body with the byte where it begins in the file; none for TOML files.
    pub body: Option<Body>,
    /// True when the syntax was broken somewhere, so that what is missing may only have been swallowed.
    pub damaged: bool,
}

/// The Markdown part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The text.
    pub text: String,
    /// Where it begins in the file, in bytes.
    pub offset: usize,
}

impl Table {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }
}

impl Value {
    /// What kind of value it is, in Russian, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "текст",
            Value::Integer(_) => "целое число",
            Value::Float(_) => "дробное число",
            Value::Boolean(_) => "да или нет",
            Value::Date(_) => "дата",
            Value::Moment(_) => "дата со временем",
            Value::List(_) => "список",
            Value::Table(_) => "таблица",
        }
    }
}
