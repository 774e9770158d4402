//! What is known and counted while an OpenDocument file is read from its beginning to its end.

use crate::import::paper::{At, Block, Remark};
use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;
use crate::import::read::odf::lists::Counters;
use crate::import::read::odf::styles::Styles;
use crate::import::read::odf::words::Around;
use crate::import::read::room::{MOST_NESTED, Room};

/// Blocks that are being gathered, of the body, a cell or a frame.
#[derive(Debug, Default)]
pub struct Flow {
    /// What was gathered.
    pub blocks: Vec<Block>,
    /// The place of everything in it; none in the body.
    pub place: Option<At>,
    /// Tables and frames around it.
    pub depth: usize,
}

/// A list that is open: its style, the level, and the number that the item sets itself.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Counter of the list; none outside of lists.
    pub counter: Option<usize>,
    /// Style of the list.
    pub list: Option<String>,
    /// Level, from nought.
    pub level: usize,
    /// True until the first paragraph of the item is met: only that one bears the number.
    pub numbered: bool,
    /// The number that the item sets itself.
    pub own: Option<u32>,
}

/// The state of reading.
pub struct Reading<'r, 'a> {
    /// Styles.
    pub styles: Styles,
    /// The file, for formulas.
    pub archive: &'r mut Archive<'a>,
    /// True in a workbook: its tables are sheets.
    pub sheets: bool,
    /// How far lists have counted.
    pub counters: Counters,
    /// What paragraphs refer to.
    pub around: Around,
    /// What may still be read.
    pub room: Room,
    /// Tables met outside of tables.
    pub tables: u32,
    /// Paragraphs met outside of tables.
    pub paragraphs: u32,
    /// What was not taken over.
    pub remarks: Vec<Remark>,
}

impl<'r, 'a> Reading<'r, 'a> {
    /// Begins to read.
    pub fn new(styles: Styles, archive: &'r mut Archive<'a>, sheets: bool) -> Reading<'r, 'a> {
        Reading {
            styles,
            archive,
            sheets,
            counters: Counters::default(),
            around: Around::default(),
            room: Room::default(),
            tables: 0,
            paragraphs: 0,
            remarks: Vec::new(),
        }
    }

    /// The place of what comes now; paragraphs of the body count themselves.
    pub fn at(&mut self, flow: &Flow) -> At {
        flow.place.clone().unwrap_or_else(|| {
            self.paragraphs += 1;
            At {
                paragraph: self.paragraphs,
                ..At::default()
            }
        })
    }

    /// Notes what is not taken over.
    pub fn remark(&mut self, at: &At, words: String) {
        self.remarks.push(Remark {
            at: at.clone(),
            words,
        });
    }
}

/// Tells whether so many tables and frames may stand in each other.
///
/// # Errors
/// When they may not.
pub fn enough(depth: usize) -> Result<(), ReadFailure> {
    if depth > MOST_NESTED {
        return Err(ReadFailure::damaged(format!(
            "таблицы вложены друг в друга глубже {MOST_NESTED} раз"
        )));
    }
    Ok(())
}
