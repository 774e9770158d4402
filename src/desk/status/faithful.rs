//! The last look before anything is written: a changed plan is read once more and must say what the table wanted, and of
//! everything else what it said before.

use std::collections::BTreeMap;

use crate::content::raw::Table;
use crate::desk::status::plans::{Plan, plan};
use crate::desk::status::state::State;
use crate::desk::toml_edit::plan_tables::event_id;
use crate::desk::toml_edit::said::said;
use crate::files::sources::SourceFile;

/// Whether the new text says what it should, and of everything else what it said before.
pub fn reads_back(before: &Plan, after: &str, expected: &BTreeMap<String, State>) -> bool {
    let file = SourceFile::new(before.path.clone(), after.as_bytes());
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
    said(table, &FATE)
}
