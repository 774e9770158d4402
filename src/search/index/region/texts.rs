//! The different texts of a region and their words.

use rustc_hash::FxHashMap;

use crate::model::id::TerritoryPath;
use crate::search::analysis::TermNumber;
use crate::search::index::reader::{Reader, Reading};
use crate::search::index::region::lists::Lists;
use crate::search::index::region::table::Length;
use crate::text::print::Print;

/// Texts by number, in the order in which documents first had them.
#[derive(Default)]
pub struct Texts {
    /// Numbers by how a text is read and by the text. Only ever looked up, so its order reaches nothing.
    known: FxHashMap<Reading, FxHashMap<Print, u32>>,
    /// Dates of documents likewise.
    dates: FxHashMap<String, u32>,
    lengths: Vec<Length>,
    lists: Lists,
    /// Words of the text being read.
    words: Vec<(TermNumber, u32)>,
}

impl Texts {
    /// The number of a text that is read so.
    pub fn number(
        &mut self,
        reader: &mut Reader<'_>,
        text: &str,
        reading: &Reading,
        territory: Option<&TerritoryPath>,
    ) -> u32 {
        let print = Print::of(text);
        let known = self.known.get(reading);
        if let Some(number) = known.and_then(|known| known.get(&print)) {
            return *number;
        }
        let number = self.lengths.len() as u32;
        let read = reader.text(text, print, reading, territory);
        let known = self.known.entry(reading.clone()).or_default();
        known.insert(print, number);
        self.words.clear();
        self.words.extend_from_slice(&read.words);
        // The places of one word stand together, in their order.
        self.words.sort_unstable();
        for of_term in self.words.chunk_by(|a, b| a.0 == b.0) {
            self.lists.own(number, of_term);
        }
        for phrase in &read.added {
            self.lists.added(number, *phrase);
        }
        self.lengths.push(Length {
            words: read.words.len() as u32,
            places: read.end,
        });
        number
    }

    /// The number of the dates of a document.
    pub fn dates(&mut self, reader: &mut Reader<'_>, dates: &[String]) -> u32 {
        let text = dates.join(" ");
        if let Some(number) = self.dates.get(&text) {
            return *number;
        }
        let number = self.lengths.len() as u32;
        self.dates.insert(text, number);
        for date in dates {
            let term = reader.number(date);
            self.lists.own(number, &[(term, 0)]);
        }
        self.lengths.push(Length::default());
        number
    }

    /// How long each text is.
    pub fn lengths(&self) -> &[Length] {
        &self.lengths
    }

    /// Texts of each word.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }
}
