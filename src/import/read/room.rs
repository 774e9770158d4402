//! How much may be read of one file. A file of a few kilobytes can ask for gigabytes; no order needs a hundredth of these
//! limits, and with them memory stays below two hundred megabytes whatever is sent.

use crate::import::read::failure::ReadFailure;

/// Paragraphs and cells of one file.
const MOST_PIECES: usize = 150_000;

/// Bytes of text of one file.
const MOST_TEXT: usize = 24 << 20;

/// Columns of a table; Word allows 63.
pub const MOST_COLUMNS: usize = 512;

/// Tables within tables.
pub const MOST_NESTED: usize = 12;

/// What is left of the limits.
#[derive(Debug)]
pub struct Room {
    pieces: usize,
    text: usize,
}

impl Default for Room {
    fn default() -> Room {
        Room {
            pieces: MOST_PIECES,
            text: MOST_TEXT,
        }
    }
}

impl Room {
    /// Takes room for a paragraph or cell with so many bytes of text.
    ///
    /// # Errors
    /// When there is none left.
    pub fn take(&mut self, text: usize) -> Result<(), ReadFailure> {
        match (self.pieces.checked_sub(1), self.text.checked_sub(text)) {
            (Some(pieces), Some(left)) => {
                self.pieces = pieces;
                self.text = left;
                Ok(())
            }
            _ => Err(ReadFailure::too_large(
                "в нём больше абзацев и ячеек, чем бывает в приказе с планом",
            )),
        }
    }
}
