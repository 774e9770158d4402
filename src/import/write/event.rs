//! A measure as a block of a plan's file.

use crate::import::understand::draft::{CellDraft, EventDraft};
use crate::import::write::toml::Toml;
use crate::model::plan::roadmap::ColumnRole;
use crate::text::cell::one_line;

/// The keys of a measure in the order they are written.
const KEYS: [ColumnRole; 5] = [
    ColumnRole::Title,
    ColumnRole::Deadline,
    ColumnRole::Responsible,
    ColumnRole::Indicator,
    ColumnRole::Result,
];

/// Said instead of a deadline that the paper does not have.
const NO_DEADLINE: &str = "в документе срок не указан";

/// The block of a measure, an empty line before it: `key` is `section.event` or `event`, `marks` are the comments on it.
/// Words that the portal has no field for stand in comments above it.
pub fn event(event: &EventDraft, id: &str, key: &str, marks: &[String]) -> String {
    let mut out = Toml::begun("\n".to_owned());
    out.comments(marks);
    out.comments(&beside(event));
    out.raw(&format!("[[{key}]]\n"));
    out.value("id", &format!("\"{id}\""));
    out.words("number", event.number.as_deref());
    for role in KEYS {
        let words = cell(event, role).map(|cell| cell.words.as_str());
        let words = words.filter(|words| !words.trim().is_empty());
        match words {
            None if role == ColumnRole::Deadline => out.words("no_deadline", Some(NO_DEADLINE)),
            words => out.words(role.name(), words),
        }
    }
    let torn: Vec<&CellDraft> = event.cells.iter().filter(|cell| differs(cell)).collect();
    if !torn.is_empty() {
        out.raw(&format!("[{key}.as_printed]\n"));
        for cell in torn {
            out.words(cell.role.name(), Some(&printed(cell, "\n")));
        }
    }
    out.text()
}

/// A cell of a measure.
pub fn cell(event: &EventDraft, role: ColumnRole) -> Option<&CellDraft> {
    event.cells.iter().find(|cell| cell.role == role)
}

/// What is known of the row and has no field.
fn beside(event: &EventDraft) -> Vec<String> {
    let extra = event
        .extra
        .iter()
        .filter(|(_, words)| !words.trim().is_empty());
    let mut lines: Vec<String> = extra
        .map(|(heading, words)| match heading.trim() {
            "" => format!("столбец без заголовка: {words}"),
            heading => format!("столбец «{heading}»: {words}"),
        })
        .collect();
    let parts: Vec<String> = event
        .cells
        .iter()
        .filter(|cell| cell.parts.len() > 1)
        .map(|cell| format!("{}: {}", label(cell.role), printed(cell, " | ")))
        .collect();
    if !parts.is_empty() {
        lines.push(format!(
            "строка разорвана; части ячеек, как напечатано: {}",
            parts.join("; ")
        ));
    }
    let shared = event.cells.iter().filter(|cell| cell.shared);
    let shared: Vec<&str> = shared.map(|cell| label(cell.role)).collect();
    if !shared.is_empty() {
        lines.push(format!(
            "ячейка объединена на несколько строк, слова повторены в каждой: {}",
            shared.join(", ")
        ));
    }
    lines
}

/// True when a cell that was put together is not just its parts one after another.
fn differs(cell: &CellDraft) -> bool {
    cell.parts.len() > 1 && one_line(&printed(cell, " ")) != one_line(&cell.words)
}

fn printed(cell: &CellDraft, between: &str) -> String {
    let parts: Vec<&str> = cell.parts.iter().map(|part| part.words.as_str()).collect();
    parts.join(between)
}

fn label(role: ColumnRole) -> &'static str {
    crate::content::fields::cell_label(role.name()).unwrap_or("номер")
}
