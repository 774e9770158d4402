//! Documents → words with their worth. Texts repeat much: a place stands in every document of its municipality, a measure
//! is copied from year to year and from neighbour to neighbour. Each text is therefore read once and remembered.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::model::id::TerritoryPath;
use crate::search::analysis::{Analyzer, Cached, TermNumber, Terms};
use crate::search::document::{Document, Field};
use crate::search::index::gather::Gathered;
use crate::search::index::postings::Stands;
use crate::search::index::weights;
use crate::search::vocabulary::{Expansions, PhraseNumber, Strength};
use crate::text::print::Print;

/// Words between two fields, so that the end of one and the start of the next are no neighbours.
pub const FIELD_GAP: u32 = 4;
/// The farthest place that is kept.
pub const FAR: u32 = 2000;
/// Where the places of added phrases begin in a region: each phrase has the same places in every document.
pub const PHRASES: u32 = 1000;
/// How many phrases have places of their own; rarely do two of one document share theirs.
const ROOM: u32 = 125;
/// Places of a phrase.
const WIDTH: u32 = 8;
/// Texts remembered at a time: all of a district of a country and what its neighbours repeat.
const REMEMBERED: usize = 12_000;

/// Reads documents; one for each thread.
pub struct Reader<'a> {
    analyzer: Cached<'a>,
    expansions: &'a Expansions,
    /// Texts by territory, when the vocabulary knows words of that territory alone, and by whether they are expanded widely.
    texts: FxHashMap<Reading, FxHashMap<Print, Arc<Text>>>,
    remembered: usize,
    /// The document read last.
    gathered: Gathered,
}

/// How a text is read: as one of a territory with words of its own, and expanded widely or not.
pub type Reading = (Option<TerritoryPath>, bool);

/// A text as its terms.
pub struct Text {
    /// Terms that count, with the number of their word.
    pub words: Vec<(TermNumber, u32)>,
    /// Number of words.
    pub end: u32,
    /// Phrases the text is found by beside its own words.
    pub added: Vec<(PhraseNumber, Strength)>,
}

impl<'a> Reader<'a> {
    /// Nothing is remembered yet.
    pub fn new(analyzer: &'a Analyzer, expansions: &'a Expansions) -> Reader<'a> {
        Reader {
            analyzer: Cached::new(analyzer, expansions.terms().clone()),
            expansions,
            texts: FxHashMap::default(),
            remembered: 0,
            gathered: Gathered::default(),
        }
    }

    /// The terms of all documents read so far.
    pub fn terms(&self) -> &Terms {
        self.analyzer.terms()
    }

    /// The words of a document.
    pub fn words(&mut self, document: &Document, territory: Option<&TerritoryPath>) -> &Gathered {
        self.gathered.begin(weights::kind(document.kind));
        let readings = self.readings(territory);
        let mut added: Vec<(Arc<Text>, Field)> = Vec::new();
        let mut start = 0;
        for (field, text) in &document.fields {
            let reading = &readings[usize::from(is_expanded(*field))];
            let text = self.text(text, Print::of(text), reading, territory);
            self.gathered.lengthen(*field, text.words.len());
            for (term, at) in &text.words {
                self.gathered.own(*term, (start + at).min(FAR), *field);
            }
            start += text.end + FIELD_GAP;
            if !text.added.is_empty() {
                added.push((text, *field));
            }
        }
        self.add_phrases(&added, start + 2 * FIELD_GAP);
        for date in &document.dates {
            let term = self.analyzer.number(date);
            self.gathered
                .added(term, FAR + 1, Stands::Itself, weights::DATE);
        }
        &self.gathered
    }

    /// How the texts of a territory are read, narrowly and widely; see [`Reader::text`].
    pub fn readings(&self, territory: Option<&TerritoryPath>) -> [Reading; 2] {
        let scope = territory.filter(|path| self.expansions.knows(path));
        [false, true].map(|wide| (scope.cloned(), wide))
    }

    /// The number of a term that is no word of a text.
    pub fn number(&mut self, term: &str) -> TermNumber {
        self.analyzer.number(term)
    }

    /// The terms of a text that has this print. Which of the two readings a field has, [`is_expanded`] says.
    pub fn text(
        &mut self,
        text: &str,
        print: Print,
        reading: &Reading,
        territory: Option<&TerritoryPath>,
    ) -> Arc<Text> {
        let remembered = self.texts.get(reading);
        if let Some(known) = remembered.and_then(|texts| texts.get(&print)) {
            return Arc::clone(known);
        }
        let read = Arc::new(self.read(text, reading.1, territory));
        if self.remembered >= REMEMBERED {
            self.texts.clear();
            self.remembered = 0;
        }
        self.remembered += 1;
        let texts = self.texts.entry(reading.clone()).or_default();
        texts.insert(print, Arc::clone(&read));
        read
    }

    fn read(&mut self, text: &str, expanded: bool, territory: Option<&TerritoryPath>) -> Text {
        let terms = self.analyzer.terms_of(text);
        let added = if expanded {
            self.expansions.of(territory, &terms)
        } else {
            self.expansions.equal_to(territory, &terms)
        };
        let mut words = Vec::with_capacity(terms.len());
        let telling = terms.iter().filter(|word| !word.stop);
        words.extend(telling.map(|word| (word.term, word.at)));
        Text {
            end: terms.last().map_or(0, |last| last.at + 1),
            words,
            added: added
                .iter()
                .map(|expansion| (expansion.phrase, expansion.strength))
                .collect(),
        }
    }

    /// Phrases that the document is found by stand after its end, the words of each side by side.
    fn add_phrases(&mut self, texts: &[(Arc<Text>, Field)], mut start: u32) {
        let mut seen: Vec<PhraseNumber> = Vec::new();
        for (text, field) in texts {
            let (weight, _) = weights::field(*field);
            for phrase in &text.added {
                if seen.contains(&phrase.0) {
                    continue;
                }
                seen.push(phrase.0);
                let (terms, stands) = phrase_of(self.expansions, *phrase);
                for (place, term) in (start..).zip(terms) {
                    let worth = weight * weights::EXPANDED;
                    self.gathered.added(*term, place.min(FAR), stands, worth);
                }
                start += terms.len() as u32 + FIELD_GAP;
            }
        }
    }

    /// The words of a phrase that a text is found by, and what they count for.
    pub fn added(&self, phrase: (PhraseNumber, Strength)) -> (&[TermNumber], Stands) {
        phrase_of(self.expansions, phrase)
    }
}

/// The places of the words of a phrase in a region, counted from [`PHRASES`]: side by side, wherever the text stands that
/// is found by it.
pub fn places_of(phrase: PhraseNumber) -> impl Iterator<Item = u32> {
    let first = phrase % ROOM * WIDTH;
    (0..).map(move |at| first + WIDTH.min(at + 1) - 1)
}

/// The terms of a phrase and what they count for.
fn phrase_of(
    expansions: &Expansions,
    (phrase, strength): (PhraseNumber, Strength),
) -> (&[TermNumber], Stands) {
    let terms = expansions.phrase(phrase);
    let stands = match (strength, terms.len()) {
        (Strength::Strong, _) => Stands::Itself,
        (Strength::Company, 1) => Stands::Meaning,
        (Strength::Company, _) => Stands::Phrase,
    };
    (terms, stands)
}

/// Who answers and where: such texts stand in every second measure, so what they mean in other words tells nothing apart.
pub fn is_expanded(field: Field) -> bool {
    !matches!(
        field,
        Field::Responsible | Field::Section | Field::Place | Field::Deadline
    )
}
