//! Which texts of a region hold each word and each added phrase, in the making.
//!
//! A phrase is noted once for a text, however many words it has: its words get the texts of their phrases when files are
//! written, see [`super::words`].

use crate::search::analysis::TermNumber;
use crate::search::index::bytes::{self, Bytes};
use crate::search::vocabulary::{PhraseNumber, Strength};

/// Places of a word kept in a text: the first ones are enough to see neighbours.
pub const PLACES: usize = 4;

/// Texts by word and by phrase.
#[derive(Default)]
pub struct Lists {
    /// By term: its place in `words` plus one; 0 for none.
    slots: Vec<u32>,
    words: Vec<List>,
    /// By number of the phrase, then by what it counts for.
    phrases: Vec<[Ascending; STRENGTHS.len()]>,
}

/// In the order in which they are kept.
const STRENGTHS: [Strength; 2] = [Strength::Strong, Strength::Company];

/// The texts that hold a word themselves.
pub struct List {
    /// The word.
    pub term: TermNumber,
    /// The texts.
    pub texts: Ascending,
    /// By text: twice the place; of several places twice how often the word stands there plus one, how many places are kept,
    /// and these by distances.
    pub places: Vec<u8>,
}

/// Numbers of texts that grow, as distances.
#[derive(Debug, Clone, Default)]
pub struct Ascending {
    last: u32,
    bytes: Vec<u8>,
}

impl Ascending {
    fn push(&mut self, text: u32) {
        bytes::push(&mut self.bytes, text - self.last);
        self.last = text;
    }

    /// The distances as bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The texts.
    pub fn texts(&self) -> impl Iterator<Item = u32> {
        texts(&self.bytes)
    }
}

/// The texts whose distances stand in bytes.
pub fn texts(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut bytes = Bytes::new(bytes);
    let mut text = 0;
    std::iter::from_fn(move || {
        if bytes.is_empty() {
            return None;
        }
        text += bytes.number();
        Some(text)
    })
}

impl Lists {
    /// A word of a text itself: its places there, ascending.
    pub fn own(&mut self, text: u32, places: &[(TermNumber, u32)]) {
        let Some((term, first)) = places.first() else {
            return;
        };
        let list = self.list(*term);
        list.texts.push(text);
        if let [_] = places {
            bytes::push(&mut list.places, *first * 2);
            return;
        }
        bytes::push(&mut list.places, places.len() as u32 * 2 + 1);
        let kept = places.len().min(PLACES);
        bytes::push(&mut list.places, kept as u32);
        let mut before = 0;
        for (_, place) in &places[..kept] {
            bytes::push(&mut list.places, place - before);
            before = *place;
        }
    }

    /// A phrase that was added to a text: by equal words and by everyday ones it counts once.
    pub fn added(&mut self, text: u32, (phrase, strength): (PhraseNumber, Strength)) {
        let at = phrase as usize;
        if self.phrases.len() <= at {
            self.phrases.resize(at + 1, Default::default());
        }
        let texts = &mut self.phrases[at][strength as usize];
        if texts.bytes.is_empty() || texts.last != text {
            texts.push(text);
        }
    }

    /// The words that texts hold themselves, in any order.
    pub fn words(&self) -> &[List] {
        &self.words
    }

    /// The added phrases with their texts, by number.
    pub fn phrases(&self) -> impl Iterator<Item = ((PhraseNumber, Strength), &Ascending)> {
        let all = (0..).zip(&self.phrases).flat_map(|(number, lists)| {
            let lists = STRENGTHS.into_iter().zip(lists);
            lists.map(move |(strength, texts)| ((number, strength), texts))
        });
        all.filter(|(_, texts)| !texts.bytes.is_empty())
    }

    fn list(&mut self, term: TermNumber) -> &mut List {
        let at = term as usize;
        if self.slots.len() <= at {
            self.slots.resize(at + 1, 0);
        }
        if self.slots[at] == 0 {
            self.words.push(List {
                term,
                texts: Ascending::default(),
                places: Vec::with_capacity(16),
            });
            self.slots[at] = self.words.len() as u32;
        }
        &mut self.words[self.slots[at] as usize - 1]
    }
}
