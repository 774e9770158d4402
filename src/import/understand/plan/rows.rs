//! What each row of a plan's table is: an event, a part of the event above, a title across the table, or nothing.

use crate::import::paper::{At, Emphasis};
use crate::import::understand::letters;
use crate::import::understand::table::columns::{Says, says};
use crate::import::understand::table::heading::{Heading, is_column_numbers};
use crate::import::understand::table::sheet::{Line, Slot, Table, is_number};
use crate::model::plan::mark::Mark;
use crate::model::plan::roadmap::ColumnRole;

/// A row by the columns of its plan.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Words of each column, in the order of the heading.
    pub cells: Vec<Cell>,
    /// Words that stand in no column.
    pub beside: Vec<String>,
    /// What the row looks like.
    pub shape: Shape,
    /// True when it is the first after a heading, a blank row or the beginning of a table that goes on.
    pub after_break: bool,
    /// True when there is a table inside one of its cells.
    pub nested: bool,
    /// What this portal marked the row as: then nothing about it is guessed.
    pub mark: Option<Mark>,
    /// Where.
    pub at: At,
}

/// The words of a column.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// As printed.
    pub words: String,
    /// True when they stand in a merged cell that begins above.
    pub inherited: bool,
}

/// What a row looks like by its cells alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Shape {
    /// Cells of several columns.
    #[default]
    Cells,
    /// One text across the table.
    Wide(Wide),
    /// One text in the column of the measures and nothing beside it: a title or a part of a torn row.
    Alone(Wide),
}

/// A text across the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wide {
    /// A number in a cell of its own.
    pub numeral: Option<String>,
    /// The text.
    pub words: String,
    /// True when it is bold, italic or centred.
    pub set_off: bool,
    /// What this portal marked it as.
    pub mark: Option<Mark>,
}

impl Row {
    /// The words of a column, inherited ones included.
    pub fn words(&self, column: Option<usize>) -> &str {
        column
            .and_then(|at| self.cells.get(at))
            .map_or("", |cell| &cell.words)
    }

    /// True when the words of a column stand in a merged cell that begins above.
    pub fn inherits(&self, column: Option<usize>) -> bool {
        column
            .and_then(|at| self.cells.get(at))
            .is_some_and(|cell| cell.inherited)
    }
}

/// Rows of a table below its heading; repeated headings and rows of column numbers are left out.
pub fn rows(table: &Table, from: usize, heading: &Heading) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut after_break = true;
    let mut at = from;
    while let Some(line) = table.rows.get(at) {
        let height = match line.mark() {
            Some(Mark::Column(_)) | None => repeats(table, at, heading),
            Some(_) => 0,
        };
        if height > 0 {
            at += height;
            after_break = true;
            continue;
        }
        rows.push(row(line, heading, after_break));
        after_break = false;
        at += 1;
    }
    rows
}

/// How many rows from here on repeat the heading.
fn repeats(table: &Table, at: usize, heading: &Heading) -> usize {
    let line = &table.rows[at];
    if is_column_numbers(line) {
        return 1;
    }
    let filled: Vec<&Slot> = line.filled().collect();
    let repeated = filled
        .iter()
        .filter(|slot| {
            let words = letters::words(&letters::clean(&slot.words));
            heading.columns.iter().any(|column| {
                let whole = letters::words(&column.heading);
                !words.is_empty() && (whole.starts_with(&words) || whole.ends_with(&words))
            })
        })
        .count();
    usize::from(filled.len() >= 2 && (repeated == filled.len() || typed_anew(line, heading)))
}

/// True when every column has a heading again, in other words: its cell says the same as the heading does.
fn typed_anew(line: &Line, heading: &Heading) -> bool {
    let named: Vec<usize> = (0..heading.columns.len())
        .filter(|at| heading.columns[*at].role.is_some())
        .collect();
    line.slots.len() == heading.columns.len()
        && named.len() >= 3
        && named.iter().all(|at| {
            let slot = &line.slots[*at];
            slot.words.chars().count() <= 60
                && says(&slot.words) == heading.columns[*at].role.map(Says::Role)
        })
}

fn row(line: &Line, heading: &Heading, after_break: bool) -> Row {
    let mut cells = vec![Cell::default(); heading.columns.len()];
    let mut beside = Vec::new();
    for (at, slot) in line
        .slots
        .iter()
        .enumerate()
        .filter(|(_, slot)| !slot.words.is_empty())
    {
        match heading.column_of(line, at) {
            Some(column) if cells[column].words.is_empty() => {
                cells[column] = Cell {
                    words: slot.words.clone(),
                    inherited: slot.inherited,
                };
            }
            Some(column) => {
                cells[column].words.push('\n');
                cells[column].words.push_str(&slot.words);
            }
            None => beside.push(slot.words.clone()),
        }
    }
    Row {
        shape: shape(line, heading),
        nested: line.slots.iter().any(|slot| slot.nested),
        mark: line.mark().filter(|mark| !matches!(mark, Mark::Column(_))),
        cells,
        beside,
        after_break,
        at: line.at.clone(),
    }
}

fn shape(line: &Line, heading: &Heading) -> Shape {
    match line.mark() {
        Some(Mark::Event) => return Shape::Cells,
        Some(mark) if mark.is_across() => {
            let words: Vec<&str> = line.filled().map(|slot| slot.words.as_str()).collect();
            return Shape::Wide(Wide {
                words: words.join("\n"),
                mark: Some(mark),
                ..Wide::default()
            });
        }
        _ => {}
    }
    let own: Vec<(usize, &Slot)> = line
        .slots
        .iter()
        .enumerate()
        .filter(|(_, slot)| slot.is_own())
        .collect();
    let inherits = line
        .slots
        .iter()
        .any(|slot| slot.inherited && !slot.words.is_empty());
    let number = heading.column(ColumnRole::Number);
    let title = heading.column(ColumnRole::Title);
    let column = |at: usize| heading.column_of(line, at);
    match own[..] {
        [(at, slot)] if !inherits => {
            let here = column(at);
            let across = covers(slot, heading) + 1 >= heading.columns.len().max(3);
            if across || (here.is_some() && here == number && !is_number(&slot.words)) {
                Shape::Wide(wide(None, slot))
            } else if here.is_some() && here == title {
                Shape::Alone(wide(None, slot))
            } else {
                Shape::Cells
            }
        }
        [(first, numeral), (at, slot)]
            if !inherits && column(first) == number && number.is_some() =>
        {
            let named = Some(numeral.words.clone());
            let is_roman = letters::roman_mark(&numeral.words) == Some(numeral.words.len());
            let is_wide =
                covers(slot, heading) + 1 >= heading.columns.len() && heading.columns.len() > 2;
            if is_wide || (column(at) == title && is_roman) {
                Shape::Wide(wide(named, slot))
            } else if column(at) == title && (numeral.words.chars().count() <= 8) {
                Shape::Alone(wide(named, slot))
            } else {
                Shape::Cells
            }
        }
        _ => Shape::Cells,
    }
}

/// How many columns a cell covers.
fn covers(slot: &Slot, heading: &Heading) -> usize {
    heading
        .columns
        .iter()
        .filter(|column| {
            slot.columns.start < column.columns.end && column.columns.start < slot.columns.end
        })
        .count()
}

fn wide(numeral: Option<String>, slot: &Slot) -> Wide {
    Wide {
        numeral,
        words: letters::clean(&slot.words),
        set_off: slot.emphasis != Emphasis::None || slot.centred,
        mark: None,
    }
}
