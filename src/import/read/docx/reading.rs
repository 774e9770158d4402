//! What is known and counted while a Word document is read from its beginning to its end.

use crate::import::paper::{At, Remark};
use crate::import::read::docx::notes::{Notes, notes};
use crate::import::read::docx::numbering::Numbering;
use crate::import::read::docx::package::Package;
use crate::import::read::docx::styles::Styles;
use crate::import::read::failure::ReadFailure;
use crate::import::read::room::Room;

/// The state of reading.
#[derive(Debug, Default)]
pub struct Reading {
    /// Styles of the document.
    pub styles: Styles,
    /// Its lists, counted as far as they were met.
    pub numbering: Numbering,
    /// Its notes.
    pub notes: Notes,
    /// What was not taken over.
    pub remarks: Vec<Remark>,
    /// What may still be read.
    pub room: Room,
    /// Tables met outside of other tables.
    pub tables: u32,
    /// Paragraphs met outside of tables.
    pub paragraphs: u32,
}

impl Reading {
    /// Everything that a document keeps beside its text.
    ///
    /// # Errors
    /// When a part is no well-formed XML.
    pub fn new(package: &Package) -> Result<Reading, ReadFailure> {
        Ok(Reading {
            styles: Styles::read(package.styles.as_deref())?,
            numbering: Numbering::read(package.numbering.as_deref())?,
            notes: Notes {
                footnotes: notes("footnotes.xml", package.footnotes.as_deref())?,
                endnotes: notes("endnotes.xml", package.endnotes.as_deref())?,
                comments: notes("comments.xml", package.comments.as_deref())?,
            },
            ..Reading::default()
        })
    }

    /// Notes what is not taken over.
    pub fn remark(&mut self, at: &At, words: impl Into<String>) {
        self.remarks.push(Remark {
            at: at.clone(),
            words: words.into(),
        });
    }
}
