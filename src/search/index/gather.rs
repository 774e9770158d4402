//! The words of one document, each with what is known of all its occurrences.

use crate::search::analysis::TermNumber;
use crate::search::document::Field;
use crate::search::index::postings::{Posting, Stands};
use crate::search::index::weights;

/// Places of a word kept in a document: the first ones are enough to see neighbours.
const PLACES: usize = 4;
/// Places when some are of added phrases.
const MORE_PLACES: usize = 2 * PLACES;
/// How many fields there are.
const FIELDS: usize = Field::Extra as usize + 1;

/// Words of a document. Made once and used for one document after another: this is the innermost loop of indexing.
#[derive(Default)]
pub struct Gathered {
    words: Vec<Word>,
    /// By term: its place in `words` plus one; 0 while the document does not have it.
    slots: Vec<u32>,
    /// Number of terms of each field.
    lengths: [u32; FIELDS],
    factor: f64,
}

struct Word {
    term: TermNumber,
    stands: Stands,
    /// Worth of the best added occurrence.
    added: f64,
    /// Occurrences in each field.
    times: [u16; FIELDS],
    /// First places, of which `kept` are used.
    places: [u32; MORE_PLACES],
    kept: u8,
}

impl Gathered {
    /// Begins a document; `factor` is that of all its worth.
    pub fn begin(&mut self, factor: f64) {
        for word in &self.words {
            self.slots[word.term as usize] = 0;
        }
        self.words.clear();
        self.lengths = [0; FIELDS];
        self.factor = factor;
    }

    /// A text of a field has so many terms.
    pub fn lengthen(&mut self, field: Field, terms: usize) {
        self.lengths[field as usize] += terms as u32;
    }

    /// A word of the document itself. Occurrences come in the order of their places. The title of the section a measure
    /// stands in is not the measure's own.
    pub fn own(&mut self, term: TermNumber, place: u32, field: Field) {
        let word = self.word(term);
        let times = &mut word.times[field as usize];
        *times = times.saturating_add(1);
        let stands = match field {
            Field::Section => Stands::Meaning,
            _ => Stands::Itself,
        };
        word.stands = word.stands.min(stands);
        word.keep(place, PLACES);
    }

    /// A word that the field of the document holds so many times more, where does not matter.
    pub fn again(&mut self, term: TermNumber, more: usize, field: Field) {
        let times = &mut self.word(term).times[field as usize];
        *times = times.saturating_add(more as u16);
    }

    /// A word that was added.
    pub fn added(&mut self, term: TermNumber, place: u32, stands: Stands, worth: f64) {
        let word = self.word(term);
        word.added = word.added.max(worth);
        word.stands = word.stands.min(stands);
        word.keep(place, MORE_PLACES);
    }

    /// The words in the order in which they first occurred.
    pub fn postings(&self) -> impl Iterator<Item = (TermNumber, Posting<'_>)> {
        self.words.iter().map(|word| {
            let posting = Posting {
                level: weights::level(self.worth(word)),
                stands: word.stands,
                places: &word.places[..usize::from(word.kept)],
            };
            (word.term, posting)
        })
    }

    fn worth(&self, word: &Word) -> f64 {
        let mut own = 0.0;
        for (field, times) in Field::ALL.iter().zip(word.times) {
            if times > 0 {
                let length = self.lengths[*field as usize];
                own += weights::occurrences(*field, u32::from(times), length);
            }
        }
        own.max(word.added) * self.factor
    }

    fn word(&mut self, term: TermNumber) -> &mut Word {
        let term_at = term as usize;
        if self.slots.len() <= term_at {
            self.slots.resize(term_at + 1, 0);
        }
        if self.slots[term_at] == 0 {
            self.words.push(Word::new(term));
            self.slots[term_at] = self.words.len() as u32;
        }
        &mut self.words[self.slots[term_at] as usize - 1]
    }
}

impl Word {
    fn new(term: TermNumber) -> Word {
        Word {
            term,
            stands: Stands::Phrase,
            added: 0.0,
            times: [0; FIELDS],
            places: [0; MORE_PLACES],
            kept: 0,
        }
    }

    /// Keeps a place, once, when there are fewer than `most`.
    fn keep(&mut self, place: u32, most: usize) {
        let kept = usize::from(self.kept);
        let is_new = !self.places[..kept].contains(&place);
        if kept < most && is_new {
            self.places[kept] = place;
            self.kept += 1;
        }
    }
}
