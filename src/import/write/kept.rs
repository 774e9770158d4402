//! The report names measures as the file of the plan does, and a renewed file has kept its identifiers.

use std::borrow::Cow;

use crate::files::sources::Sources;
use crate::import::write::settle::{Settled, existing};
use crate::import::write::work::{PlanFile, Written};

/// Gives the rows of the report the identifiers that they have in plans that are there already.
pub fn named_as_kept(written: &mut Written, settled: &Settled, sources: &Sources) {
    for rows in &mut written.plans {
        let Some(old) = existing(sources, &rows.path) else {
            continue;
        };
        let renewed = settled
            .changes
            .iter()
            .find(|change| change.path == old.path);
        let text = match renewed {
            Some(change) => std::str::from_utf8(&change.after).ok().map(Cow::Borrowed),
            None => old.text(),
        };
        if let Some(text) = text {
            name(rows, &text);
        }
    }
}

/// The file and the report are both in the order of the paper.
fn name(rows: &mut PlanFile, text: &str) {
    let Ok(plan) = text.parse::<toml::Table>() else {
        return;
    };
    let sections = tables(&plan, "section").flat_map(|section| tables(section, "event"));
    let ids: Vec<&str> = tables(&plan, "event")
        .chain(sections)
        .filter_map(|event| event.get("id")?.as_str())
        .collect();
    if ids.len() == rows.events.len() {
        for (row, id) in rows.events.iter_mut().zip(ids) {
            id.clone_into(&mut row.id);
        }
    }
}

fn tables<'a>(table: &'a toml::Table, key: &str) -> impl Iterator<Item = &'a toml::Table> {
    let list = table.get(key).and_then(toml::Value::as_array);
    list.into_iter().flatten().filter_map(toml::Value::as_table)
}
