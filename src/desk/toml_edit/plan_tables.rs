//! The tables of a plan's file and the forms of their keys.

use crate::content::fields::{FileKind, Form, Shape};
use crate::content::raw::{Table, Value};
use crate::content::typed::reader::Reader;

/// The repeated tables of a key.
pub fn tables<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    let items = match table.get(key).map(|node| &node.value) {
        Some(Value::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().filter_map(|item| match &item.value {
        Value::Table(table) => Some(table),
        _ => None,
    })
}

/// The identifier of a measure; empty when it has none.
pub fn event_id(table: &Table) -> String {
    Reader::new(table).required("id")
}

/// The keys of a measure.
pub fn event_form() -> &'static Form {
    nested(FileKind::Plan.form(), "event")
}

/// The keys of a section.
pub fn section_form() -> &'static Form {
    nested(FileKind::Plan.form(), "section")
}

/// The keys of a column.
pub fn column_form() -> &'static Form {
    nested(FileKind::Plan.form(), "columns")
}

/// The keys of a proof.
pub fn proof_form() -> &'static Form {
    nested(event_form(), "proof")
}

/// The form of the tables under a key.
///
/// # Panics
/// When the form has no such tables: a bug of the caller, which a test meets at once.
fn nested(form: &'static Form, key: &str) -> &'static Form {
    match form.field(key).map(|field| field.shape) {
        Some(Shape::Tables(inner)) => inner,
        _ => panic!("{} has no tables {key}", form.name),
    }
}
