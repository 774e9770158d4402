//! Which documents of a territory the index of a whole country holds.

use crate::search::document::{Document, Kind};

/// What the index of the country holds of a territory: all but measures and people, and the first measures of its newest plan.
pub struct Chosen {
    newest: Option<i16>,
    /// Measures that may still be taken.
    left: usize,
}

impl Chosen {
    /// Of the documents of one territory; so many measures are taken at most.
    pub fn new(documents: &[Document], sample: usize) -> Chosen {
        let measures = documents
            .iter()
            .filter(|document| document.kind == Kind::Event);
        Chosen {
            newest: measures.filter_map(|document| document.year).max(),
            left: sample,
        }
    }

    /// Whether the next document is one of them.
    pub fn has(&mut self, document: &Document) -> bool {
        match document.kind {
            Kind::Event if document.year == self.newest && self.left > 0 => {
                self.left -= 1;
                true
            }
            Kind::Event | Kind::Person | Kind::School | Kind::Act | Kind::Section => false,
            Kind::Plan => document.year == self.newest,
            _ => true,
        }
    }
}
