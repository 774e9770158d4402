//! The last look before anything is written: a changed plan is read once more and must say what the table wanted, and of
//! everything else what it said before.

use std::collections::BTreeMap;

use crate::content::raw::{Table, Value};
use crate::desk::status::plans::{Plan, event_id, plan};
use crate::desk::status::state::State;
use crate::files::sources::SourceFile;

/// Whether the new text says what it should, and of everything else what it said before.
pub fn reads_back(before: &Plan, after: &str, expected: &BTreeMap<String, State>) -> bool {
    let file = SourceFile {
        path: before.path.clone(),
        bytes: after.as_bytes().to_owned(),
    };
    let Some(after) = plan(before.source, &file, &[]).filter(|plan| !plan.broken) else {
        return false;
    };
    let told: BTreeMap<String, State> = after
        .events()
        .into_iter()
        .map(|event| (event_id(event), State::of(event)))
        .collect();
    &told == expected && rest(&after.table) == rest(&before.table)
}

/// Everything a table says but the fate of its measures, for comparison.
fn rest(table: &Table) -> String {
    const FATE: [&str; 6] = [
        "status",
        "status_date",
        "fact",
        "moved_to",
        "remark",
        "proof",
    ];
    let mut out = String::new();
    for entry in table
        .entries
        .iter()
        .filter(|entry| !FATE.contains(&entry.key.as_str()))
    {
        out.push_str(&entry.key);
        out.push('=');
        said(&entry.node.value, &mut out);
    }
    out
}

fn said(value: &Value, out: &mut String) {
    match value {
        Value::Table(table) => {
            out.push('{');
            out.push_str(&rest(table));
            out.push('}');
        }
        Value::List(items) => {
            out.push('[');
            for item in items {
                said(&item.value, out);
            }
            out.push(']');
        }
        other => out.push_str(&format!("{other:?};")),
    }
}
