//! Plans as printed tables: their cells with the places and names that messages need.

use crate::diag::Span;
use crate::model::plan::roadmap::{ColumnRole, Event, Roadmap};

/// A cell of a plan, or the title of a section, which is printed as a row of the table.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// Row and column; none for the title of a section.
    pub row: Option<(&'a Event, ColumnRole)>,
    /// Place of the words.
    pub span: Span,
    /// The words as printed.
    pub words: &'a str,
}

/// Every cell that has words, row by row.
pub fn cells(plan: &Roadmap) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    for section in &plan.sections {
        cells.extend(section.title.iter().map(|title| Cell {
            row: None,
            span: title.span,
            words: &title.value,
        }));
        cells.extend(section.events.iter().flat_map(row));
    }
    cells
}

fn row(event: &Event) -> impl Iterator<Item = Cell<'_>> {
    let roles = [
        ColumnRole::Title,
        ColumnRole::Deadline,
        ColumnRole::Responsible,
        ColumnRole::Indicator,
        ColumnRole::Result,
    ];
    roles.into_iter().filter_map(move |role| {
        let (span, words) = event.cell(role)?;
        Some(Cell {
            row: Some((event, role)),
            span,
            words,
        })
    })
}

impl Cell<'_> {
    /// How the cell is called in a few words: «срок мероприятия m07».
    pub fn called(&self) -> String {
        match self.row {
            Some((event, role)) => format!("{} мероприятия {}", column(role), event.id),
            None => "название раздела".to_owned(),
        }
    }
}

/// The name of a column.
pub fn column(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Number => "номер",
        ColumnRole::Title => "название",
        ColumnRole::Deadline => "срок",
        ColumnRole::Responsible => "исполнители",
        ColumnRole::Indicator => "показатель",
        ColumnRole::Result => "результат",
    }
}

/// Words of a cell on one line and short enough for a message.
pub fn quoted(words: &str) -> String {
    const LONGEST: usize = 60;
    let line = crate::text::cell::one_line(words);
    if line.chars().count() <= LONGEST {
        return format!("«{line}»");
    }
    let start: String = line.chars().take(LONGEST).collect();
    format!("«{} …»", start.trim_end())
}
