//! What a table says, without where it says it: for comparison of two writings.

use crate::content::raw::{Table, Value};

/// Everything a table says but some keys, in it and in the tables below it.
pub fn said(table: &Table, without: &[&str]) -> String {
    let mut out = String::new();
    write(table, without, &mut out);
    out
}

fn write(table: &Table, without: &[&str], out: &mut String) {
    let entries = table.entries.iter();
    for entry in entries.filter(|entry| !without.contains(&entry.key.as_str())) {
        out.push_str(&entry.key);
        out.push('=');
        value(&entry.node.value, without, out);
    }
}

fn value(said: &Value, without: &[&str], out: &mut String) {
    match said {
        Value::Table(table) => {
            out.push('{');
            write(table, without, out);
            out.push('}');
        }
        Value::List(items) => {
            out.push('[');
            for item in items {
                value(&item.value, without, out);
            }
            out.push(']');
        }
        other => out.push_str(&format!("{other:?};")),
    }
}
