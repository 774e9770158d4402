//! The words of a region: which texts hold each, and where.
//!
//! A file of words: length of the words, the words separated by line breaks, the length of each list, the lists. A list is,
//! for each text, its distance from the one before times `WAYS` plus the way the word is in it, and then by way: its
//! place; how often it stands there, how many places, the places; the place of an added word. Places go by distances.

use std::sync::Arc;

use crate::search::analysis::{TermNumber, Terms};
use crate::search::index::bytes::{self, Bytes};
use crate::search::index::part::Counts;
use crate::search::index::postings::Stands;
use crate::search::index::region::table::ByText;
use crate::search::index::shards::ranges;

/// A file of words grows to about this many bytes before compression.
const FULL: usize = 24_000;
/// Places of a word kept in a text: the first ones are enough to see neighbours.
const PLACES: usize = 4;
/// How many ways there are: alone, several times, then the added ones by [`Stands`].
const WAYS: u32 = 5;

/// An added word.
pub struct Kept {
    /// Place in the text.
    pub place: u32,
    /// What it counts for.
    pub stands: Stands,
}

/// Texts by word.
#[derive(Default)]
pub struct Lists {
    /// By term: its place in `lists` plus one; 0 for none.
    slots: Vec<u32>,
    lists: Vec<List>,
}

struct List {
    term: TermNumber,
    /// Some text holds the word itself.
    own: bool,
    last: u32,
    bytes: Vec<u8>,
}

impl Lists {
    /// A word of a text itself: its places there, ascending.
    pub fn own(&mut self, text: u32, places: &[(TermNumber, u32)]) {
        let Some((term, first)) = places.first() else {
            return;
        };
        let list = self.list(*term);
        list.own = true;
        if let [_] = places {
            list.begin(text, 0);
            bytes::push(&mut list.bytes, *first);
            return;
        }
        list.begin(text, 1);
        bytes::push(&mut list.bytes, places.len() as u32);
        let kept = places.len().min(PLACES);
        bytes::push(&mut list.bytes, kept as u32);
        let mut before = 0;
        for (_, place) in &places[..kept] {
            bytes::push(&mut list.bytes, place - before);
            before = *place;
        }
    }

    /// A word that was added to a text.
    pub fn added(&mut self, text: u32, term: TermNumber, kept: &Kept) {
        let list = self.list(term);
        list.own |= kept.stands == Stands::Itself;
        list.begin(text, 2 + kept.stands.number());
        bytes::push(&mut list.bytes, kept.place);
    }

    fn list(&mut self, term: TermNumber) -> &mut List {
        let at = term as usize;
        if self.slots.len() <= at {
            self.slots.resize(at + 1, 0);
        }
        if self.slots[at] == 0 {
            self.lists.push(List {
                term,
                own: false,
                last: 0,
                bytes: Vec::with_capacity(16),
            });
            self.slots[at] = self.lists.len() as u32;
        }
        &mut self.lists[self.slots[at] as usize - 1]
    }
}

impl List {
    fn begin(&mut self, text: u32, way: u32) {
        bytes::push(&mut self.bytes, (text - self.last) * WAYS + way);
        self.last = text;
    }
}

/// A word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Number of the text.
    pub text: u32,
    /// How often it stands there; 0 for an added word.
    pub times: u32,
    /// How it is there.
    pub stands: Stands,
    /// First places.
    pub places: Vec<u32>,
}

/// Reads a list.
pub fn places(list: &[u8]) -> Vec<Place> {
    let mut bytes = Bytes::new(list);
    let mut text = 0;
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let head = bytes.number();
        text += head / WAYS;
        let way = head % WAYS;
        let (times, kept) = match way {
            0 => (1, 1),
            1 => (bytes.number(), bytes.number()),
            _ => (0, 1),
        };
        let mut place = 0;
        found.push(Place {
            text,
            times,
            stands: Stands::from_number(way.saturating_sub(2)),
            places: (0..kept.min(PLACES as u32))
                .map(|_| {
                    place += bytes.number();
                    place
                })
                .collect(),
        });
    }
    found
}

/// A file of words.
pub struct Shard {
    /// Its first word.
    pub from: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Cuts the words into files, and counts how many documents have each.
pub fn cut(lists: &Lists, terms: &Terms, documents: &ByText) -> (Vec<Shard>, Counts) {
    let mut sorted: Vec<(&Arc<str>, &List)> = lists
        .lists
        .iter()
        .map(|list| (terms.name(list.term), list))
        .collect();
    sorted.sort_unstable_by_key(|(term, _)| *term);
    let mut seen = Seen::default();
    let counts = sorted
        .iter()
        .map(|(term, list)| {
            let count = seen.count(&list.bytes, documents);
            (Arc::clone(term), count, u32::from(list.own))
        })
        .collect();
    let sizes: Vec<(&str, usize)> = sorted
        .iter()
        .map(|(term, list)| (&***term, term.len() + list.bytes.len() + 2))
        .collect();
    let shards = ranges(&sizes, FULL);
    let shards = shards.into_iter().map(|range| shard(&sorted[range]));
    (shards.collect(), counts)
}

fn shard(words: &[(&Arc<str>, &List)]) -> Shard {
    let terms: Vec<&str> = words.iter().map(|(term, _)| &***term).collect();
    let from = terms.first().copied().unwrap_or_default().to_owned();
    let terms = terms.join("\n");
    let mut out = Vec::with_capacity(FULL);
    bytes::push(&mut out, terms.len() as u32);
    out.extend_from_slice(terms.as_bytes());
    for (_, list) in words {
        bytes::push(&mut out, list.bytes.len() as u32);
    }
    for (_, list) in words {
        out.extend_from_slice(&list.bytes);
    }
    Shard { from, bytes: out }
}

/// The words of a file with their lists.
pub fn of_shard(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut bytes = Bytes::new(bytes);
    let length = bytes.number() as usize;
    let terms = String::from_utf8_lossy(bytes.take(length)).into_owned();
    let terms: Vec<&str> = terms.split('\n').collect();
    let lengths: Vec<usize> = terms.iter().map(|_| bytes.number() as usize).collect();
    terms
        .into_iter()
        .zip(lengths)
        .map(|(term, length)| (term.to_owned(), bytes.take(length).to_vec()))
        .collect()
}

/// Counts documents, each once for a word.
#[derive(Default)]
struct Seen {
    /// By document: the last word it was counted for.
    words: Vec<u32>,
    word: u32,
}

impl Seen {
    fn count(&mut self, list: &[u8], documents: &ByText) -> u32 {
        self.word += 1;
        let mut count = 0;
        let mut last = None;
        let mut bytes = Bytes::new(list);
        let mut text = 0;
        while !bytes.is_empty() {
            let head = bytes.number();
            text += head / WAYS;
            let places = match head % WAYS {
                1 => (bytes.number(), bytes.number()).1,
                _ => 1,
            };
            for _ in 0..places {
                bytes.number();
            }
            if last.replace(text) == Some(text) {
                continue;
            }
            for document in documents.of(text) {
                let at = *document as usize;
                if self.words.len() <= at {
                    self.words.resize(at + 1, 0);
                }
                count += u32::from(self.words[at] != self.word);
                self.words[at] = self.word;
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back() {
        let mut lists = Lists::default();
        lists.own(3, &[(0, 5)]);
        let many: Vec<(TermNumber, u32)> = (0..6).map(|n| (0, 7 * n)).collect();
        lists.own(90, &many);
        let kept = Kept {
            place: 70,
            stands: Stands::Phrase,
        };
        lists.added(90, 0, &kept);
        let read = places(&lists.lists[0].bytes);
        let texts: Vec<(u32, u32)> = read.iter().map(|one| (one.text, one.times)).collect();
        assert_eq!(texts, [(3, 1), (90, 6), (90, 0)]);
        assert_eq!(read[1].places, [0, 7, 14, 21]);
        assert_eq!(
            (read[0].stands, read[2].stands),
            (Stands::Itself, Stands::Phrase)
        );
        assert_eq!(read[2].places, [70]);
    }
}
