//! The last look before a renewed plan is given away: it is read once more and must say of every measure what was known
//! of it, in the order of the paper.

use crate::content::raw::Table;
use crate::desk::toml_edit::plan_tables::{event_id, tables};
use crate::desk::toml_edit::said::said;
use crate::import::renew::old;
use crate::model::plan::roadmap::ColumnRole;

/// A measure as it must be found.
#[derive(Debug, PartialEq, Eq)]
pub struct Expected {
    /// Its identifier.
    pub id: String,
    /// What it said besides its cells, see [`besides`]; none for a new one.
    pub besides: Option<String>,
}

/// Everything a measure says but its cells and the pairings of their deadlines.
pub fn besides(event: &Table) -> String {
    let is_cell = |key: &str| ColumnRole::NAMES.iter().any(|(name, _)| *name == key);
    let mut rest = event.clone();
    rest.entries
        .retain(|entry| !is_cell(&entry.key) && entry.key != "pairing");
    // The order of keys says nothing.
    rest.entries.sort_by(|a, b| a.key.cmp(&b.key));
    said(&rest, &[]).replace("\\r\\n", "\\n")
}

/// Whether a text reads as it must.
pub fn reads_back(path: &str, text: &str, expected: &[Expected]) -> bool {
    let Some(table) = old::table(path, text) else {
        return false;
    };
    let sections = tables(&table, "section").flat_map(|section| tables(section, "event"));
    let events: Vec<&Table> = tables(&table, "event").chain(sections).collect();
    events.len() == expected.len()
        && events.iter().zip(expected).all(|(event, expected)| {
            let known = expected.besides.as_ref();
            event_id(event) == expected.id && known.is_none_or(|known| *known == besides(event))
        })
}
