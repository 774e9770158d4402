//! What is known of a web page while it is read: open elements, the paragraph that is being gathered, the tables around it.

use crate::import::paper::{At, Paper};
use crate::import::read::html::look::{Fate, Look};
use crate::import::read::label::Writing;
use crate::import::read::lay::{LooseCell, LooseRow};
use crate::import::read::room::Room;
use crate::import::read::tally::Tally;

/// Asks an element for one of its attributes.
pub type Attribute<'a> = &'a dyn Fn(&str) -> Option<String>;

/// An open element.
#[derive(Debug)]
pub struct Open {
    /// Its name.
    pub name: String,
    /// How words in it are set.
    pub look: Look,
}

/// An open list.
#[derive(Debug)]
pub struct List {
    /// How its items are numbered, if they are.
    pub writing: Option<Writing>,
    /// Number of the next item.
    pub next: u32,
}

/// The paragraph that is being gathered.
#[derive(Debug, Default)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// How its letters are set.
    pub tally: Tally,
    /// Its automatic number.
    pub number: String,
    /// Words that are not taken over.
    pub left_out: Vec<(Fate, String)>,
    /// True when it is centred.
    pub centred: bool,
    /// Level of a heading.
    pub heading: Option<u8>,
    /// True when an element of its own holds it: then it is kept even when empty.
    pub own: bool,
}

impl Line {
    /// True when only its number is there so far.
    pub fn waits(&self) -> bool {
        !self.number.is_empty() && self.text.trim().is_empty()
    }
}

/// An open table.
#[derive(Debug, Default)]
pub struct Table {
    /// Rows that have ended.
    pub rows: Vec<LooseRow>,
    /// The row that is being gathered.
    pub row: Option<LooseRow>,
    /// The cell that is being gathered.
    pub cell: Option<LooseCell>,
    /// True inside `thead`.
    pub head: bool,
    /// Rows met.
    pub count: u32,
    /// Place in the outermost table, for tables inside of it.
    pub outer: Option<At>,
    /// Number of the outermost table.
    pub number: u32,
    /// Open elements around it.
    pub open: usize,
    /// Open lists around it.
    pub lists: usize,
    /// Open elements around its cell.
    pub cell_open: usize,
    /// Open lists around its cell.
    pub cell_lists: usize,
}

/// A page as far as it was read.
#[derive(Debug, Default)]
pub struct Page {
    /// What was read.
    pub paper: Paper,
    /// What may still be read.
    pub room: Room,
    /// Open elements, the outermost first.
    pub open: Vec<Open>,
    /// Open lists.
    pub lists: Vec<List>,
    /// Open tables.
    pub tables: Vec<Table>,
    /// The paragraph that is being gathered.
    pub line: Line,
    /// Tables met outside of tables.
    pub table_count: u32,
    /// Paragraphs met outside of tables.
    pub paragraph_count: u32,
}

impl Page {
    /// Where the words that are being gathered stand.
    pub fn place(&self) -> At {
        let table = self.tables.last();
        let in_cell = self.tables.iter().rev().find(|table| table.cell.is_some());
        match in_cell.or(table) {
            Some(table) => table.outer.clone().unwrap_or(At {
                table: table.number,
                row: table.count,
                ..At::default()
            }),
            None => At {
                paragraph: self.paragraph_count + 1,
                ..At::default()
            },
        }
    }

    /// The cell that words go to, if they stand in one.
    pub fn cell(&mut self) -> Option<&mut LooseCell> {
        let mut tables = self.tables.iter_mut().rev();
        tables.find_map(|table| table.cell.as_mut())
    }

    /// How words that come now are set.
    pub fn look(&self) -> Look {
        self.open.last().map(|open| open.look).unwrap_or_default()
    }
}
