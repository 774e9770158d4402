//! Lists of documents by word.

use crate::search::index::digits;

/// How a word is in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stands {
    /// As itself, or as good as itself: the abbreviation of what is there.
    #[default]
    Itself,
    /// Only something of its meaning is there: it counts beside another word of the query.
    Meaning,
    /// As a part of a phrase that says something of the meaning: it counts only when its neighbours of the phrase are
    /// asked for too.
    Phrase,
}

impl Stands {
    /// As a number of the index, 0–2.
    pub fn number(self) -> u32 {
        match self {
            Stands::Itself => 0,
            Stands::Meaning => 1,
            Stands::Phrase => 2,
        }
    }

    /// From such a number.
    pub fn from_number(number: u32) -> Stands {
        match number {
            0 => Stands::Itself,
            1 => Stands::Meaning,
            _ => Stands::Phrase,
        }
    }
}

/// A word in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting<'p> {
    /// Worth, 0–9: see `search::index::weights`.
    pub level: u32,
    /// How it is there.
    pub stands: Stands,
    /// First places, ascending.
    pub places: &'p [u32],
}

/// Bytes a list begins with: no allocator hands out fewer.
const SHORT: usize = 24;

/// The documents of one word, as text: for each the distance from the one before, worth with freshness, and places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// First document.
    pub first: u32,
    /// Last document.
    pub last: u32,
    /// How many documents.
    pub count: u32,
    /// How many of them hold the word itself.
    pub own: u32,
    /// The text after the number of the first document.
    tail: String,
}

impl List {
    /// Adds a document with a number above the last; `fresh` is 2 for the newest year, 1 for the one before, else 0.
    pub fn push(&mut self, document: u32, posting: &Posting<'_>, fresh: u32) {
        if self.count == 0 {
            self.first = document;
            self.tail.reserve(SHORT);
        } else {
            digits::push(&mut self.tail, document - self.last - 1);
        }
        self.last = document;
        self.count += 1;
        self.own += u32::from(posting.stands == Stands::Itself);
        let worth = (posting.level * 3 + fresh) * 3 + posting.stands.number();
        self.tail.push(digits::symbol(worth));
        let mut before = 0;
        for (index, place) in posting.places.iter().enumerate() {
            let more = u32::from(index + 1 < posting.places.len());
            digits::push(&mut self.tail, (place - before) * 2 + more);
            before = *place;
        }
    }

    /// Appends a list whose documents all lie behind this one's, shifted by `base`.
    pub fn append(&mut self, other: &List, base: u32) {
        if other.count == 0 {
            return;
        }
        if self.count == 0 {
            self.first = other.first + base;
        } else {
            digits::push(&mut self.tail, other.first + base - self.last - 1);
        }
        self.tail.push_str(&other.tail);
        self.last = other.last + base;
        self.count += other.count;
        self.own += other.own;
    }

    /// The whole list as text.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.tail.len() + 4);
        if self.count > 0 {
            digits::push(&mut text, self.first);
            text.push_str(&self.tail);
        }
        text
    }
}

/// One entry of a list as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Number of the document.
    pub document: u32,
    /// Worth, 0–9.
    pub level: u32,
    /// 2 for the newest year, 1 for the one before, else 0.
    pub fresh: u32,
    /// How the word is there.
    pub stands: Stands,
    /// First places.
    pub places: Vec<u32>,
}

/// Reads a list.
pub fn entries(text: &str) -> Vec<Entry> {
    let mut digits = digits::Digits::new(text);
    let mut entries = Vec::new();
    let mut next = 0;
    while !digits.is_empty() {
        let document = next + digits.number();
        let worth = digits.symbol();
        let mut places = Vec::new();
        let mut place = 0;
        loop {
            let number = digits.number();
            place += number / 2;
            places.push(place);
            if number.is_multiple_of(2) {
                break;
            }
        }
        entries.push(Entry {
            document,
            level: worth / 9,
            fresh: worth / 3 % 3,
            stands: Stands::from_number(worth % 3),
            places,
        });
        next = document + 1;
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posting(level: u32, is_phrase: bool, places: &[u32]) -> Posting<'_> {
        Posting {
            level,
            stands: if is_phrase {
                Stands::Phrase
            } else {
                Stands::Itself
            },
            places,
        }
    }

    #[test]
    fn a_list_comes_back_as_it_was() {
        let mut list = List::default();
        list.push(3, &posting(9, false, &[0, 1, 99]), 2);
        list.push(4, &posting(0, true, &[2000]), 0);
        list.push(900, &posting(7, false, &[5]), 1);
        let read = entries(&list.text());
        assert_eq!(read.len(), 3);
        assert_eq!((list.count, list.own), (3, 2));
        assert_eq!(read[0].places, [0, 1, 99]);
        assert_eq!((read[0].document, read[0].level, read[0].fresh), (3, 9, 2));
        assert_eq!(read[1].stands, Stands::Phrase);
        assert_eq!((read[2].document, read[2].fresh), (900, 1));
    }

    #[test]
    fn joined_lists_equal_one_list() {
        let (mut one, mut two, mut all) = (List::default(), List::default(), List::default());
        one.push(1, &posting(2, false, &[1]), 0);
        one.push(9, &posting(3, false, &[2]), 0);
        two.push(0, &posting(4, false, &[3]), 1);
        two.push(70, &posting(5, false, &[4]), 1);
        for (document, from) in [(1, 0), (9, 0), (16, 1), (86, 1)] {
            let level = [2, 3, 4, 5][all.count as usize];
            all.push(document, &posting(level, false, &[level - 1]), from);
        }
        let mut joined = List::default();
        joined.append(&one, 0);
        joined.append(&two, 16);
        assert_eq!(joined.text(), all.text());
    }
}
