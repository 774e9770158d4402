//! JSON: a document of the API, its rows as lines, and the JSON Schema of both. Every key of a row is always there: an
//! unknown value is `null`, an empty list `[]`. Keys are only ever added.

pub mod schema;

use std::io::Write as _;

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::export::table::value::decimal;
use crate::export::table::{Column, Definition, Row, Value};

/// Under which conditions data may be used.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// Version of the API.
pub const VERSION: u8 = 1;

/// What a document says before its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Way from the document to its schema.
    pub schema: String,
    /// The day the data speak of.
    pub today: Date,
    /// Id of the territory; none for the whole portal.
    pub territory: Option<String>,
    /// How many rows follow.
    pub count: usize,
}

/// A document of the API: what it is, then the rows under the table's name, one a line, from [`lines`] that follow one
/// another.
pub fn document<'l>(
    definition: &Definition,
    rows: impl Iterator<Item = &'l [u8]> + Clone,
    head: &Head,
) -> Vec<u8> {
    let said = [
        ("$schema", json!(head.schema)),
        ("version", json!(VERSION)),
        ("date", json!(head.today.to_string())),
        ("licence", json!(LICENCE)),
        ("title", json!(definition.title)),
        ("territory", json!(head.territory)),
        ("count", json!(head.count)),
    ];
    let size: usize = rows.clone().map(<[u8]>::len).sum();
    let mut bytes = Vec::with_capacity(size + head.count * 6 + 1024);
    bytes.push(b'{');
    for (key, value) in said {
        let _ = write!(bytes, "\n  {}: {value},", json!(key));
    }
    let _ = write!(bytes, "\n  {}: [", json!(definition.api));
    // A line end inside of a text is an escape: each line is one row.
    let rows = rows.flat_map(|lines| lines.split_inclusive(|byte| *byte == b'\n'));
    for (index, row) in rows.enumerate() {
        bytes.extend_from_slice(if index == 0 { b"\n    " } else { b",\n    " });
        bytes.extend_from_slice(row.strip_suffix(b"\n").unwrap_or(row));
    }
    bytes.extend_from_slice(b"\n  ]\n}\n");
    bytes
}

/// JSON Lines: a row a line.
pub fn lines(definition: &Definition, rows: &[Row<'_>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in rows {
        object(&mut bytes, definition.columns, row);
        bytes.push(b'\n');
    }
    bytes
}

/// Writing to memory cannot fail.
fn object(bytes: &mut Vec<u8>, columns: &[Column], row: &Row<'_>) {
    for (index, (column, value)) in columns.iter().zip(row).enumerate() {
        bytes.push(if index == 0 { b'{' } else { b',' });
        // Names are letters and lines: they need no escapes.
        let _ = write!(bytes, "\"{}\":", column.name);
        cell(bytes, column, value);
    }
    bytes.push(b'}');
}

fn cell(bytes: &mut Vec<u8>, column: &Column, value: &Value<'_>) {
    let text = |bytes: &mut Vec<u8>, text: &str| {
        serde_json::to_writer(bytes, text).expect("a text is always JSON");
    };
    match value {
        Value::Nothing if column.many => bytes.extend_from_slice(b"[]"),
        Value::Nothing => bytes.extend_from_slice(b"null"),
        Value::Text(words) => text(bytes, words),
        Value::Integer(number) => {
            let _ = write!(bytes, "{number}");
        }
        Value::Decimal(number) => bytes.extend_from_slice(decimal(*number, '.').as_bytes()),
        Value::Date(day) => text(bytes, &day.to_string()),
        Value::Boolean(yes) => {
            let _ = write!(bytes, "{yes}");
        }
        Value::List(items) => list(bytes, items),
    }
}

/// A list of texts as JSON.
pub fn list<T: AsRef<str>>(bytes: &mut Vec<u8>, items: &[T]) {
    for (index, item) in items.iter().enumerate() {
        bytes.push(if index == 0 { b'[' } else { b',' });
        serde_json::to_writer(&mut *bytes, item.as_ref()).expect("a text is always JSON");
    }
    bytes.push(b']');
}

/// A value as a file: indented, a line feed at the end.
pub fn pretty(value: &Json) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("a value is always JSON");
    bytes.push(b'\n');
    bytes
}
