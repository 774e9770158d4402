//! The least change of a plan's bytes that makes it say what a row of the table says. Values are replaced where they
//! stand, lines are put in and taken out; comments, layout and line breaks stay. Where things stand is told by the spans
//! of the raw table, so nothing is written anew that was not asked for.

mod proofs;

use crate::content::raw::Table;
use crate::desk::status::state::State;
use crate::desk::toml_edit::edits::{Edit, Edits};
use crate::desk::toml_edit::plan_tables::event_form;
use crate::desk::toml_edit::{layout, scalars};

/// The edits of a file's text that turn the old state of a measure into the new one.
pub fn edits(text: &str, event: &Table, old: &State, new: &State) -> Vec<Edit> {
    let mut edits = Edits::new(text);
    let words = |old: &Option<String>, new: &Option<String>| {
        (old != new).then(|| {
            new.as_deref()
                .map(|words| layout::value(text, event, words))
        })
    };
    let day = (old.date != new.date).then(|| new.date.map(|date| date.to_string()));
    let wanted = [
        ("remark", words(&old.remark, &new.remark)),
        ("status", words(&old.status, &new.status)),
        ("status_date", day),
        ("fact", words(&old.fact, &new.fact)),
        ("moved_to", words(&old.moved_to, &new.moved_to)),
    ];
    let wanted: Vec<(&str, Option<String>)> = wanted
        .into_iter()
        .filter_map(|(key, change)| Some((key, change?)))
        .collect();
    scalars::change(&mut edits, event, event_form(), &wanted);
    if old.proofs != new.proofs {
        let gone: Vec<&str> = wanted
            .iter()
            .filter(|(_, value)| value.is_none())
            .map(|(key, _)| *key)
            .collect();
        proofs::change(&mut edits, event, &gone, old, new);
    }
    edits.into_list()
}
