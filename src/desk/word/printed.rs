//! What of a plan is printed: its columns, and the words of each cell. Statuses, plain words and remarks are the portal's
//! own and no part of a document that somebody approves.

use crate::model::plan::roadmap::{ColumnRole, Event, Roadmap};

/// A column as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// What it holds.
    pub role: ColumnRole,
}

/// Headings of columns that a plan does not name and whose cells it has all the same: no word of a plan is left out.
const USUAL: &[(ColumnRole, &str)] = &[
    (ColumnRole::Number, "№ п/п"),
    (ColumnRole::Title, "Мероприятие"),
    (ColumnRole::Deadline, "Сроки реализации"),
    (ColumnRole::Responsible, "Исполнители"),
    (ColumnRole::Indicator, "Показатель реализации"),
    (ColumnRole::Result, "Результат"),
];

/// The columns of a plan, each role once; those it does not name stand behind, the number before all others.
pub fn columns(plan: &Roadmap) -> Vec<Column<'_>> {
    let mut columns: Vec<Column<'_>> = Vec::new();
    for column in &plan.columns {
        if !columns.iter().any(|known| known.role == column.holds) {
            columns.push(Column {
                heading: &column.heading,
                role: column.holds,
            });
        }
    }
    for column in added(plan) {
        let at = match column.role {
            ColumnRole::Number => 0,
            _ => columns.len(),
        };
        columns.insert(at, column);
    }
    columns
}

/// Columns that a plan does not name and some of its events fill.
pub fn added(plan: &Roadmap) -> Vec<Column<'static>> {
    USUAL
        .iter()
        .filter(|(role, _)| !plan.has_column(*role))
        .filter(|(role, _)| plan.events().any(|event| !words(event, *role).is_empty()))
        .map(|(role, heading)| Column {
            heading,
            role: *role,
        })
        .collect()
}

/// The words of a cell; nothing when the event has none.
pub fn words(event: &Event, role: ColumnRole) -> &str {
    event.cell(role).map_or("", |(_, words)| words)
}
