//! Which documents of a territory the index of a whole country holds.

use crate::search::document::{Document, Field, Kind};

/// Measures that the index of a country holds itself, in all.
const MEASURES: usize = 4_000;
/// Practices and news items likewise.
const OTHERS: usize = 2_000;

/// What the index of the country holds of a territory: the territory itself by its names, the plans of its newest year, the
/// first measures of these, the first practices and news. Everything else is found by the regions of its words.
pub struct Chosen {
    newest: Option<i16>,
    /// Measures, practices and news that may still be taken.
    left: [usize; 3],
}

impl Chosen {
    /// Of the documents of one territory of so many.
    pub fn new(documents: &[Document], territories: usize) -> Chosen {
        let measures = documents
            .iter()
            .filter(|document| document.kind == Kind::Event);
        Chosen {
            newest: measures.filter_map(|document| document.year).max(),
            left: [MEASURES, OTHERS, OTHERS].map(|all| all.div_ceil(territories.max(1))),
        }
    }

    /// The next document as the country holds it; none when it does not.
    pub fn take(&mut self, document: &Document) -> Option<Document> {
        let is_newest = document.year == self.newest;
        let taken = match document.kind {
            Kind::Event => is_newest && self.one_of(0),
            Kind::Plan => is_newest,
            Kind::Practice => self.one_of(1),
            Kind::News => self.one_of(2),
            Kind::Person | Kind::School | Kind::Act | Kind::Section => false,
            _ => true,
        };
        taken.then(|| {
            let mut document = document.clone();
            if document.kind == Kind::Municipality {
                document.fields.retain(|(field, _)| *field != Field::Extra);
            }
            document
        })
    }

    fn one_of(&mut self, group: usize) -> bool {
        let left = &mut self.left[group];
        let any = *left > 0;
        *left = left.saturating_sub(1);
        any
    }
}
