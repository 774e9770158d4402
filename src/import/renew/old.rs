//! The plan as it stands in its file.

use std::ops::Range;

use crate::content;
use crate::content::raw::Table;
use crate::content::typed::reader::Reader;
use crate::desk::toml_edit::layout::{has_header, is_inline, own_entries};
use crate::desk::toml_edit::plan_tables::{event_id, tables};
use crate::files::sources::{SourceFile, SourceId, Sources};
use crate::import::renew::blocks::{self, Blocks, far_end};
use crate::import::renew::row::{Cells, Row};
use crate::model::plan::roadmap::ColumnRole;

/// A plan's file.
#[derive(Debug)]
pub struct Old<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its whole table.
    pub table: Table,
    /// Its text in blocks.
    pub blocks: Blocks,
    /// Its sections; none in a plan without sections.
    pub sections: Vec<OldSection>,
    /// Its measures.
    pub events: Vec<OldEvent>,
}

/// A section of the file.
#[derive(Debug)]
pub struct OldSection {
    /// Its table.
    pub table: Table,
    /// Its block.
    pub block: usize,
}

/// A measure of the file.
#[derive(Debug, Clone)]
pub struct OldEvent {
    /// Its identifier.
    pub id: String,
    /// Its table.
    pub table: Table,
    /// Its section.
    pub section: Option<usize>,
    /// Its block.
    pub block: usize,
}

/// The table of a plan's file without errors.
pub fn table(path: &str, text: &str) -> Option<Table> {
    let file = SourceFile::new(path, text.as_bytes());
    let sources = Sources::new("", vec![file]);
    let (id, file): (SourceId, &SourceFile) = sources.iter().next()?;
    let (read, _) = content::file(id, file);
    let raw = read.raw.filter(|raw| !read.broken && !raw.damaged)?;
    Some(raw.table)
}

impl<'a> Old<'a> {
    /// Takes a file apart; none when it cannot be cut into blocks.
    pub fn new(path: &str, text: &'a str) -> Option<Self> {
        let table = table(path, text)?;
        let mut sections = Vec::new();
        let mut events: Vec<OldEvent> = Vec::new();
        let mut list: Vec<&Table> = Vec::new();
        for event in tables(&table, "event") {
            events.push(OldEvent::new(event, None, list.len()));
            list.push(event);
        }
        for section in tables(&table, "section") {
            let at = sections.len();
            sections.push(OldSection {
                table: section.clone(),
                block: list.len(),
            });
            list.push(section);
            for event in tables(section, "event") {
                events.push(OldEvent::new(event, Some(at), list.len()));
                list.push(event);
            }
        }
        let first = list
            .first()
            .map_or(text.len(), |table| table.span.range().start);
        let head = head_end(text, &table);
        let in_order = list
            .windows(2)
            .all(|pair| pair[0].span.range().start < pair[1].span.range().start);
        if head > first || !in_order || list.iter().any(|table| is_inline(text, table)) {
            return None;
        }
        let blocks = blocks::cut(text, head, &list);
        Some(Old {
            text,
            blocks,
            sections,
            events,
            table,
        })
    }

    /// The text of a block.
    pub fn block(&self, block: usize) -> &'a str {
        &self.text[self.range(block)]
    }

    /// Where a block stands.
    pub fn range(&self, block: usize) -> Range<usize> {
        self.blocks.blocks[block].clone()
    }

    /// The title of a section.
    pub fn section_title(&self, section: Option<usize>) -> String {
        section.map_or_else(String::new, |at| {
            Reader::new(&self.sections[at].table).required("title")
        })
    }

    /// The rows as they are compared.
    pub fn rows(&self) -> Vec<Row> {
        self.events
            .iter()
            .map(|event| Row::new(&self.section_title(event.section), &cells(&event.table)))
            .collect()
    }
}

impl OldEvent {
    fn new(table: &Table, section: Option<usize>, block: usize) -> Self {
        OldEvent {
            id: event_id(table),
            table: table.clone(),
            section,
            block,
        }
    }
}

/// The cells of a measure as written.
pub fn cells(event: &Table) -> Cells {
    let reader = Reader::new(event);
    let mut cells = Cells::default();
    for ((name, _), cell) in ColumnRole::NAMES.iter().zip(&mut cells) {
        *cell = reader.text(name).unwrap_or_default();
    }
    cells
}

/// Where the last value before the table ends.
pub fn head_end(text: &str, table: &Table) -> usize {
    let own = own_entries(table).map(|entry| far_end(text, &entry.node));
    let columns = table
        .entries
        .iter()
        .filter(|entry| entry.key == "columns" && has_header(entry));
    own.chain(columns.map(|entry| far_end(text, &entry.node)))
        .max()
        .unwrap_or_default()
}
