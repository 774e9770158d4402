//! Files of words of a region: which texts hold each word, and where.
//!
//! A file, numbers as in [`bytes`]: length of the words, the words separated by line breaks; of each word how many bytes its
//! own texts take, of each how many their places, of each how many phrases add it; of each of all phrases its head, of each
//! how many bytes its texts take; then the own texts of all words, their places, and the texts of all phrases. What texts
//! and places are, says [`super::lists`]. The head of a phrase is the place of the word in it times three plus what it
//! counts for ([`Stands`]). Like stands beside like, and a phrase has the same texts with all of its words: that is why
//! files become small.

use std::sync::Arc;

use crate::search::index::bytes::{self, Bytes};
use crate::search::index::part::Counts;
use crate::search::index::postings::Stands;
use crate::search::index::reader::{Reader, places_of};
use crate::search::index::region::documents::{Counter, Documents};
use crate::search::index::region::lists::{Ascending, List, Lists, PLACES, texts};
use crate::search::index::region::table::ByText;
use crate::search::index::shards::ranges;

/// A file of words grows to about this many bytes before compression.
const FULL: usize = 40_000;
/// How many ways there are in which a phrase counts.
const WAYS: u32 = 3;

/// A word with its texts.
struct Word<'l> {
    name: &'l Arc<str>,
    own: Option<&'l List>,
    /// The phrases that add it, by number.
    added: Vec<&'l Adding<'l>>,
}

/// A phrase of one word or more that adds one of them.
struct Adding<'l> {
    name: &'l Arc<str>,
    head: u32,
    texts: &'l Ascending,
    documents: Arc<Documents>,
}

/// A file of words.
pub struct Shard {
    /// Its first word.
    pub from: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Cuts the words into files, and counts how many documents have each.
pub fn cut(lists: &Lists, reader: &Reader<'_>, by_text: &ByText) -> (Vec<Shard>, Counts) {
    let mut adding = adding(lists, reader, by_text);
    // By word, those of a word by number of the phrase.
    adding.sort_by_key(|phrase| phrase.name);
    let words = words(lists, reader, &adding);
    let mut counter = Counter::new(by_text);
    let counts = words.iter().map(|word| {
        let own = word.own.into_iter().flat_map(|list| list.texts.texts());
        let count = counter.count(own, word.added.iter().map(|phrase| &*phrase.documents));
        (Arc::clone(word.name), count, u32::from(word.is_meant()))
    });
    let counts = counts.collect();
    let sizes: Vec<(&str, usize)> = words
        .iter()
        .map(|word| (&**word.name, word.size()))
        .collect();
    let shards = ranges(&sizes, FULL);
    let shards = shards.into_iter().map(|range| shard(&words[range]));
    (shards.collect(), counts)
}

/// Each word of each added phrase, by number of the phrase.
fn adding<'l>(lists: &'l Lists, reader: &'l Reader<'_>, by_text: &ByText) -> Vec<Adding<'l>> {
    let mut adding = Vec::new();
    for (phrase, texts) in lists.phrases() {
        let documents = Arc::new(Documents::of(texts.texts(), by_text));
        let (terms, stands) = reader.added(phrase);
        for (term, place) in terms.iter().zip(places_of(phrase.0)) {
            adding.push(Adding {
                name: reader.terms().name(*term),
                head: place * WAYS + stands.number(),
                texts,
                documents: Arc::clone(&documents),
            });
        }
    }
    adding
}

/// All words in their order; `adding` is sorted by words.
fn words<'l>(lists: &'l Lists, reader: &'l Reader<'_>, adding: &'l [Adding<'l>]) -> Vec<Word<'l>> {
    let own = lists.words().iter().map(|list| Word {
        name: reader.terms().name(list.term),
        own: Some(list),
        added: Vec::new(),
    });
    let mut words: Vec<Word<'l>> = own.collect();
    words.sort_unstable_by_key(|word| word.name);
    let known = words.len();
    for phrases in adding.chunk_by(|a, b| a.name == b.name) {
        let name = phrases[0].name;
        let added = phrases.iter().collect();
        match words[..known].binary_search_by_key(&name, |word| word.name) {
            Ok(at) => words[at].added = added,
            Err(_) => words.push(Word {
                name,
                own: None,
                added,
            }),
        }
    }
    words.sort_by_key(|word| word.name);
    words
}

impl Word<'_> {
    /// Some text holds the word itself, or as good as itself.
    fn is_meant(&self) -> bool {
        let is_strong = |phrase: &&Adding<'_>| phrase.head % WAYS == Stands::Itself.number();
        self.own.is_some() || self.added.iter().any(is_strong)
    }

    /// The bytes of its own texts and of their places.
    fn own(&self) -> (&[u8], &[u8]) {
        self.own
            .map_or((&[], &[]), |list| (list.texts.bytes(), &list.places))
    }

    /// About how many bytes of a file it takes.
    fn size(&self) -> usize {
        let (texts, places) = self.own();
        let added = self.added.iter();
        let added: usize = added.map(|phrase| phrase.texts.bytes().len() + 4).sum();
        self.name.len() + texts.len() + places.len() + added + 4
    }
}

fn shard(words: &[Word<'_>]) -> Shard {
    let names: Vec<&str> = words.iter().map(|word| &**word.name).collect();
    let from = names.first().copied().unwrap_or_default().to_owned();
    let names = names.join("\n");
    let mut out = Vec::with_capacity(2 * FULL);
    bytes::push(&mut out, names.len() as u32);
    out.extend_from_slice(names.as_bytes());
    let own = || words.iter().map(Word::own);
    let added = || words.iter().flat_map(|word| &word.added);
    let lengths_of_texts = own().map(|(texts, _)| texts.len() as u32);
    let lengths_of_places = own().map(|(_, places)| places.len() as u32);
    let counts = words.iter().map(|word| word.added.len() as u32);
    let heads = added().map(|phrase| phrase.head);
    let lengths = added().map(|phrase| phrase.texts.bytes().len() as u32);
    let numbers = lengths_of_texts.chain(lengths_of_places).chain(counts);
    for number in numbers.chain(heads).chain(lengths) {
        bytes::push(&mut out, number);
    }
    own().for_each(|(texts, _)| out.extend_from_slice(texts));
    own().for_each(|(_, places)| out.extend_from_slice(places));
    added().for_each(|phrase| out.extend_from_slice(phrase.texts.bytes()));
    Shard { from, bytes: out }
}

/// A word as it is read.
#[derive(Debug, Clone, Default)]
pub struct Written {
    texts: Vec<u8>,
    places: Vec<u8>,
    /// Heads and texts of the phrases that add it.
    added: Vec<(u32, Vec<u8>)>,
}

/// The words of a file.
pub fn of_shard(bytes: &[u8]) -> Vec<(String, Written)> {
    let mut bytes = Bytes::new(bytes);
    let length = bytes.number() as usize;
    let names = String::from_utf8_lossy(bytes.take(length)).into_owned();
    let names: Vec<&str> = names.split('\n').collect();
    let mut numbers =
        |count: usize| -> Vec<usize> { (0..count).map(|_| bytes.number() as usize).collect() };
    let [texts, places, counts] = [(); 3].map(|()| numbers(names.len()));
    let all = counts.iter().sum();
    let [heads, lengths] = [(); 2].map(|()| numbers(all));
    let mut parts = |lengths: Vec<usize>| {
        let parts = lengths.into_iter();
        let parts = parts.map(|length| bytes.take(length).to_vec());
        parts.collect::<Vec<_>>().into_iter()
    };
    let (mut texts, mut places) = (parts(texts), parts(places));
    let heads = heads.into_iter().map(|head| head as u32);
    let mut added = heads.zip(parts(lengths));
    let words = names.into_iter().zip(counts).map(|(name, count)| {
        let written = Written {
            texts: texts.next().unwrap_or_default(),
            places: places.next().unwrap_or_default(),
            added: added.by_ref().take(count).collect(),
        };
        (name.to_owned(), written)
    });
    words.collect()
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
    /// First places; of an added word counted from [`super::super::reader::PHRASES`].
    pub places: Vec<u32>,
}

/// Where a word stands: first its own texts, then those of phrases.
pub fn places(word: &Written) -> Vec<Place> {
    let mut bytes = Bytes::new(&word.places);
    let own = texts(&word.texts).map(|text| {
        let head = bytes.number();
        let mut place = 0;
        let (times, places) = match head % 2 {
            0 => (1, vec![head / 2]),
            _ => {
                let kept = bytes.number().min(PLACES as u32);
                let places = (0..kept).map(|_| {
                    place += bytes.number();
                    place
                });
                (head / 2, places.collect())
            }
        };
        Place {
            text,
            times,
            stands: Stands::Itself,
            places,
        }
    });
    let mut found: Vec<Place> = own.collect();
    for (head, of_phrase) in &word.added {
        found.extend(texts(of_phrase).map(|text| Place {
            text,
            times: 0,
            stands: Stands::from_number(head % WAYS),
            places: vec![head / WAYS],
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analysis::Analyzer;
    use crate::search::document::Kind;
    use crate::search::index::region::table::Table;
    use crate::search::vocabulary::Expansions;

    #[test]
    fn words_come_back_with_their_places() {
        let (analyzer, expansions) = (Analyzer::default(), Expansions::default());
        let mut reader = Reader::new(&analyzer, &expansions);
        let (plan, school) = (reader.number("план"), reader.number("школ"));
        let mut lists = Lists::default();
        lists.own(0, &[(plan, 70)]);
        lists.own(1, &[(school, 3)]);
        let many: Vec<(u32, u32)> = (0..6).map(|at| (plan, 7 * at)).collect();
        lists.own(2, &many);
        let mut table = Table::default();
        for text in [0, 1, 2, 2] {
            let mut document = table.document(Kind::Event, 0);
            document.add(0, text);
            document.finish();
        }
        let (shards, counts) = cut(&lists, &reader, &table.by_text(3));
        assert_eq!(counts, [("план".into(), 3, 1), ("школ".into(), 1, 1)]);
        let read = of_shard(&shards[0].bytes);
        assert_eq!((shards[0].from.as_str(), read.len()), ("план", 2));
        let found = places(&read[0].1);
        let texts: Vec<(u32, u32)> = found.iter().map(|one| (one.text, one.times)).collect();
        assert_eq!(texts, [(0, 1), (2, 6)]);
        assert_eq!(found[0].places, [70]);
        assert_eq!(found[1].places, [0, 7, 14, 21]);
        assert_eq!(places(&read[1].1)[0].places, [3]);
    }
}
