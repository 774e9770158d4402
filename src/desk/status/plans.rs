//! The measures of all plans with the places where they are written.

use crate::content;
use crate::content::fields::FileKind;
use crate::content::raw::Table;
use crate::content::typed::period;
use crate::content::typed::reader::Reader;
use crate::desk::place::{self, Known};
use crate::desk::toml_edit::plan_tables::tables;
use crate::files::sources::{SourceFile, SourceId, Sources};
use crate::model::id::{Slug, TerritoryPath};
use crate::model::plan::period::Period;

/// A plan as it was read.
#[derive(Debug)]
pub struct Plan {
    /// Its file.
    pub source: SourceId,
    /// Path of the file.
    pub path: String,
    /// Whose plan.
    pub territory: TerritoryPath,
    /// Its territory's name; empty when unknown.
    pub place_name: String,
    /// Its identifier: `2023`.
    pub id: Slug,
    /// Its period, when understood.
    pub period: Option<Period>,
    /// The whole table.
    pub table: Table,
    /// True when the file has errors, so that its bytes cannot be changed safely.
    pub broken: bool,
}

/// All plans of the content, in order of path.
pub fn plans(sources: &Sources) -> Vec<Plan> {
    let known = place::known(sources);
    sources
        .iter()
        .filter_map(|(id, source)| plan(id, source, &known))
        .collect()
}

/// A file as a plan; none when it is something else or cannot be read at all.
pub fn plan(id: SourceId, source: &SourceFile, known: &[Known]) -> Option<Plan> {
    let (file, _) = content::file(id, source);
    let location = file.location.filter(|l| l.kind == FileKind::Plan)?;
    let table = file.raw?.table;
    let territory = location.territory?;
    let plan = location.id?;
    let written = Reader::new(&table).text("period");
    Some(Plan {
        source: id,
        path: source.path.clone(),
        place_name: known
            .iter()
            .find(|one| one.path == territory)
            .map_or_else(String::new, |one| one.name.clone()),
        period: written.and_then(|text| period::parse(&text)),
        territory,
        id: plan,
        table,
        broken: file.broken,
    })
}

impl Plan {
    /// The tables of its measures, in the order of the file.
    pub fn events(&self) -> Vec<&Table> {
        let sections = tables(&self.table, "section");
        tables(&self.table, "event")
            .chain(sections.flat_map(|section| tables(section, "event")))
            .collect()
    }
}
