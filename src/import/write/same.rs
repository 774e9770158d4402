//! Whether a file that is there says all that a new one would say.

use toml::{Table, Value};

use crate::text::cell::one_line;

/// Keys that say where the words come from, or what the editor decides better.
const OWN: [&str; 4] = ["source", "level", "basis", "text_known"];

/// True when the old file holds every word of the new one, at the same key; it may hold more: people, schools, links.
/// An act that the paper only names is known by its number and day, which were compared before.
pub fn says_all(old: &str, new: &str, is_act: bool) -> bool {
    let (Ok(old), Ok(new)) = (old.parse::<Table>(), new.parse::<Table>()) else {
        return false;
    };
    let only_named = is_act && new.get("text_known") == Some(&Value::Boolean(false));
    only_named || table(&old, &new)
}

fn table(old: &Table, new: &Table) -> bool {
    new.iter()
        .filter(|(key, _)| !OWN.contains(&key.as_str()))
        .all(|(key, new)| old.get(key).is_some_and(|old| value(old, new)))
}

fn value(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Table(old), Value::Table(new)) => table(old, new),
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| value(old, new))
        }
        (Value::String(old), Value::String(new)) => one_line(old) == one_line(new),
        (old, new) => old == new || said(old) == said(new),
    }
}

/// A day may be written with quotes and without.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Datetime(day) => Some(day.to_string()),
        _ => None,
    }
}
