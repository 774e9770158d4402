//! Plans that are divided by a column: «Направление», «Задача» in a cell merged over the measures that belong to it.

use crate::import::understand::draft::SectionDraft;
use crate::import::understand::letters;
use crate::import::understand::plan::rows::{Row, Shape, Wide};
use crate::import::understand::plan::wide::titled;
use crate::import::understand::table::heading::Heading;
use crate::model::plan::roadmap::ColumnRole;

/// The column whose cells are the titles of sections.
#[derive(Debug, Clone, Copy)]
pub struct Division {
    /// Which column.
    pub column: usize,
    /// True when the numbers of the table are those of the sections and not of the events.
    pub numbers: bool,
}

impl Division {
    /// The column that divides a plan: several rows share each of its directions, and no titles stand across the table.
    /// Else it only describes its row.
    pub fn of(heading: &Heading, rows: &[Row]) -> Option<Division> {
        let column = heading.columns.iter().position(|column| column.direction)?;
        let across = rows
            .iter()
            .any(|row| matches!(&row.shape, Shape::Wide(wide) if is_title(wide)));
        let cells: Vec<&Row> = rows
            .iter()
            .filter(|row| row.shape == Shape::Cells)
            .collect();
        let mut turns = 0;
        let mut last = "";
        for words in cells.iter().map(|row| row.words(Some(column))) {
            turns += usize::from(!words.is_empty() && words != last);
            last = if words.is_empty() { last } else { words };
        }
        if across || turns == 0 || turns * 5 > cells.len() * 3 {
            return None;
        }
        let number = heading.column(ColumnRole::Number);
        let own = |row: &Row, column: Option<usize>| {
            !row.words(column).is_empty() && !row.inherits(column)
        };
        let together = cells
            .iter()
            .all(|row| own(row, Some(column)) == own(row, number));
        let numbers = together && cells.iter().any(|row| !own(row, number));
        Some(Division { column, numbers })
    }

    /// Begins the section that the direction of a row names.
    pub fn turn(self, sections: &mut Vec<SectionDraft>, row: &Row, number: Option<usize>) {
        let words = row.words(Some(self.column));
        if words.is_empty() || row.inherits(Some(self.column)) {
            return;
        }
        let numeral = row.words(number);
        let text = Wide {
            words: letters::clean(words),
            numeral: (self.numbers && !numeral.is_empty()).then(|| numeral.to_owned()),
            ..Wide::default()
        };
        let section = titled(&text, &row.at);
        match sections.last_mut() {
            Some(last) if last.title == section.title => {}
            // A page tore the direction.
            Some(last) if letters::goes_on(words) && last.title.is_some() => {
                if let (Some(title), Some(more)) = (&mut last.title, &section.title) {
                    letters::append(title, more);
                }
            }
            _ => sections.push(section),
        }
    }
}

/// True for a text across the table that is neither a goal nor a list of tasks.
fn is_title(wide: &Wide) -> bool {
    let first = letters::words(&wide.words)
        .first()
        .cloned()
        .unwrap_or_default();
    !matches!(first.as_str(), "цель" | "цели" | "задачи")
        && letters::item_mark(&wide.words).is_none()
}
