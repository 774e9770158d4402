//! A table with its merged cells resolved: every row has the words of all its cells, those that continue a cell above
//! included. Blank rows part tables, as they do in spreadsheets.

use std::ops::Range;

use crate::import::paper::{At, Cell, Emphasis, Grid, Row};
use crate::import::understand::letters;
use crate::model::plan::mark::Mark;

/// A table, or the part of one between blank rows.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// How many columns its grid has.
    pub width: usize,
    /// Rows in order, none of them blank.
    pub rows: Vec<Line>,
    /// Where it begins.
    pub at: At,
    /// True when it is the same grid as the table before, after a blank row.
    pub goes_on: bool,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Cells from left to right.
    pub slots: Vec<Slot>,
    /// True when the program of origin repeats it on each page.
    pub marked: bool,
    /// Where.
    pub at: At,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub struct Slot {
    /// Its words.
    pub words: String,
    /// The columns it spans.
    pub columns: Range<usize>,
    /// True when the words stand in a merged cell that begins in a row above.
    pub inherited: bool,
    /// How all of its letters are set.
    pub emphasis: Emphasis,
    /// True when all its paragraphs are centred.
    pub centred: bool,
    /// True when there is a table inside.
    pub nested: bool,
    /// What this portal marked it as.
    pub mark: Option<Mark>,
}

impl Line {
    /// Cells that have words of their own.
    pub fn filled(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.is_own())
    }

    /// What this portal marked the row as: a heading, an event, a text across the table.
    pub fn mark(&self) -> Option<Mark> {
        let of_row =
            |mark: &Mark| matches!(mark, Mark::Column(_) | Mark::Event) || mark.is_across();
        self.slots.iter().find_map(|slot| slot.mark.filter(of_row))
    }

    /// All words of the row, cells parted by « | ».
    pub fn words(&self) -> String {
        let cells: Vec<&str> = self.filled().map(|slot| slot.words.as_str()).collect();
        cells.join(" | ")
    }
}

impl Slot {
    /// True when it has words and they are its own.
    pub fn is_own(&self) -> bool {
        !self.inherited && !self.words.is_empty()
    }
}

impl Table {
    /// The words of all rows.
    pub fn words(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(Line::words).collect();
        rows.join("\n")
    }
}

/// Resolves a grid and parts it at its blank rows.
pub fn tables(grid: &Grid) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut above: Vec<Slot> = Vec::new();
    let mut parted = true;
    for row in &grid.rows {
        let line = line(row, &above);
        above.clone_from(&line.slots);
        let blank = line.slots.iter().all(|slot| slot.words.is_empty());
        if blank {
            parted = true;
            continue;
        }
        if parted {
            tables.push(Table {
                width: grid.width,
                rows: Vec::new(),
                at: if tables.is_empty() {
                    grid.at.clone()
                } else {
                    line.at.clone()
                },
                goes_on: !tables.is_empty(),
            });
            parted = false;
        }
        if let Some(table) = tables.last_mut() {
            table.rows.push(line);
        }
    }
    tables
}

fn line(row: &Row, above: &[Slot]) -> Line {
    let slots = row.cells.iter().map(|cell| slot(cell, above)).collect();
    Line {
        slots,
        marked: row.heading,
        at: row.at.clone(),
    }
}

/// Words of a merged cell that are longer than this many bytes are not repeated in each of its rows.
const LONGEST_SHARED: usize = 8192;

fn slot(cell: &Cell, above: &[Slot]) -> Slot {
    let words = words(cell);
    let origin = above
        .iter()
        .find(|slot| slot.columns.start == cell.columns.start)
        .filter(|origin| {
            cell.continues && words.is_empty() && origin.words.len() <= LONGEST_SHARED
        });
    if let Some(origin) = origin {
        return Slot {
            inherited: true,
            mark: None,
            columns: cell.columns.clone(),
            ..origin.clone()
        };
    }
    let set: Vec<_> = cell
        .paragraphs
        .iter()
        .filter(|p| !p.text.trim().is_empty())
        .collect();
    let first = set.first().map_or(Emphasis::None, |p| p.emphasis);
    let alike = set.iter().all(|p| p.emphasis == first);
    Slot {
        emphasis: match alike {
            true if first != Emphasis::None => first,
            _ => marked(&words),
        },
        centred: !set.is_empty() && set.iter().all(|p| p.centred),
        nested: !cell.tables.is_empty(),
        mark: cell.paragraphs.iter().find_map(|p| p.mark),
        columns: cell.columns.clone(),
        inherited: false,
        words,
    }
}

/// The words of a cell and of the tables in it.
fn words(cell: &Cell) -> String {
    let mut words = cell.text();
    for grid in &cell.tables {
        for table in tables(grid) {
            for row in &table.rows {
                let cells: Vec<&str> = row.filled().map(|slot| slot.words.as_str()).collect();
                words.push('\n');
                words.push_str(&cells.join(" "));
            }
        }
    }
    words.trim().to_owned()
}

/// Emphasis that a converter left as tags or marks around all words.
fn marked(words: &str) -> Emphasis {
    let around = |open: &str, close: &str| words.starts_with(open) && words.ends_with(close);
    if around("<b>", "</b>")
        || (around("**", "**") && words.len() > 4)
        || around("<strong>", "</strong>")
    {
        Emphasis::Bold
    } else if around("<i>", "</i>") || around("<em>", "</em>") {
        Emphasis::Italic
    } else {
        Emphasis::None
    }
}

/// True when the words are only a number: «1», «1.», «2.1.», «12)».
pub fn is_number(words: &str) -> bool {
    let words = words.trim();
    let digits = words.chars().any(|c| c.is_ascii_digit());
    digits
        && words.len() <= 8
        && words
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '№' | ' ' | '-'))
        && letters::words(words).iter().all(|part| part.len() <= 4)
}
