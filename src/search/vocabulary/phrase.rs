//! Phrases as terms: how one is found in a text, and what finding it adds.

use rustc_hash::FxHashMap;

use crate::search::analysis::{Analyzer, TermAt, TermNumber, Terms};

/// Words added to a document at one of its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion<'r> {
    /// Number of the phrase.
    pub phrase: PhraseNumber,
    /// Terms of the phrase, at least one of which the text does not hold itself.
    pub terms: &'r [TermNumber],
    /// Number of the word of the text they belong to, counted like [`TermAt::at`].
    pub at: u32,
    /// What they count for.
    pub strength: Strength,
}

/// What an added word counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// As much as if it were written: an abbreviation whose full form is.
    Strong,
    /// Only together with another word of the query, or when no document has the word itself: the words of a full form,
    /// words of the same meaning, everyday words.
    Company,
}

/// The terms of a phrase without its stop words, each once, in order. Empty for a phrase of stop words only.
pub fn terms(analyzer: &Analyzer, phrase: &str) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for token in analyzer.tokens(phrase) {
        if !token.stop && !terms.contains(&token.term) {
            terms.push(token.term);
        }
    }
    terms
}

/// Number of a phrase: equal phrases have equal numbers.
pub type PhraseNumber = u32;

/// Phrases of the vocabulary and their terms, as numbers.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    terms: Terms,
    all: Vec<Vec<TermNumber>>,
    /// Only ever looked up, so its order reaches nothing.
    numbers: FxHashMap<Vec<TermNumber>, PhraseNumber>,
}

impl Phrases {
    /// Every term of the vocabulary.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The numbers of the terms of a phrase, as [`terms`] finds them.
    pub fn read(&mut self, analyzer: &Analyzer, phrase: &str) -> Vec<TermNumber> {
        let terms = terms(analyzer, phrase);
        terms.iter().map(|term| self.terms.number(term)).collect()
    }

    /// The number of a phrase; a new one gets the next.
    pub fn number(&mut self, terms: &[TermNumber]) -> PhraseNumber {
        if let Some(number) = self.numbers.get(terms) {
            return *number;
        }
        let number = self.all.len() as PhraseNumber;
        self.all.push(terms.to_vec());
        self.numbers.insert(terms.to_vec(), number);
        number
    }

    /// How many phrases there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// The terms of a phrase.
    pub fn get(&self, number: PhraseNumber) -> &[TermNumber] {
        &self.all[number as usize]
    }
}

/// So many other words may stand between those of a phrase.
const BETWEEN: usize = 2;

/// A text without its stop words: which terms stand at each place. A number of an act has two at one place.
pub struct Places {
    places: Vec<Place>,
}

struct Place {
    at: u32,
    term: TermNumber,
    /// Mostly none.
    more: Vec<TermNumber>,
}

impl Place {
    fn holds(&self, term: TermNumber) -> bool {
        self.term == term || self.more.contains(&term)
    }
}

impl Places {
    /// The places of a text's terms.
    pub fn new(terms: &[TermAt]) -> Places {
        let mut places: Vec<Place> = Vec::with_capacity(terms.len());
        for TermAt { term, at, .. } in terms.iter().copied().filter(|word| !word.stop) {
            match places.last_mut() {
                Some(last) if last.at == at => last.more.push(term),
                _ => places.push(Place {
                    at,
                    term,
                    more: Vec::new(),
                }),
            }
        }
        Places { places }
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The terms of a place.
    pub fn terms(&self, place: usize) -> impl Iterator<Item = TermNumber> {
        let Place { term, more, .. } = &self.places[place];
        std::iter::once(*term).chain(more.iter().copied())
    }

    /// The number of the word that stands at a place.
    pub fn word(&self, place: usize) -> u32 {
        self.places[place].at
    }

    /// Lets a term count as standing at a place, too.
    pub fn add(&mut self, place: usize, term: TermNumber) {
        let place = &mut self.places[place];
        if !place.holds(term) {
            place.more.push(term);
        }
    }

    /// Whether all terms of a phrase stand close together around a place that holds one of them: within two words more
    /// than the phrase has, in any order. Two words must keep theirs: «организация образовательного процесса» is not an
    /// «образовательная организация».
    pub fn hold_around(&self, place: usize, phrase: &[TermNumber]) -> bool {
        match phrase {
            [] => false,
            [_] => true,
            [first, second] => self.hold_in_order(place, *first, *second),
            _ => self.hold_in_window(place, phrase),
        }
    }

    fn hold_in_order(&self, place: usize, first: TermNumber, second: TermNumber) -> bool {
        let any = |range: std::ops::Range<usize>, term: TermNumber| {
            self.places[range].iter().any(|p| p.holds(term))
        };
        let here = &self.places[place];
        let after = place + 1..(place + 2 + BETWEEN).min(self.places.len());
        let before = place.saturating_sub(1 + BETWEEN)..place;
        (here.holds(first) && any(after, second)) || (here.holds(second) && any(before, first))
    }

    fn hold_in_window(&self, place: usize, phrase: &[TermNumber]) -> bool {
        let wide = phrase.len() + BETWEEN;
        let first = (place + 1).saturating_sub(wide);
        (first..=place).any(|start| {
            let end = (start + wide).min(self.places.len());
            let window = &self.places[start..end];
            let within = |term: &TermNumber| window.iter().any(|p| p.holds(*term));
            phrase.iter().all(within)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analysis::Cached;

    fn found(text: &str, phrase: &str) -> bool {
        let analyzer = Analyzer::default();
        let mut phrases = Phrases::default();
        let phrase = phrases.read(&analyzer, phrase);
        let terms = Cached::new(&analyzer, phrases.terms).terms_of(text);
        let places = Places::new(&terms);
        (0..places.len())
            .filter(|place| places.terms(*place).any(|term| term == phrase[0]))
            .any(|place| places.hold_around(place, &phrase))
    }

    #[test]
    fn a_phrase_is_found_in_any_order_with_two_words_between() {
        let phrase = "низкие образовательные результаты";
        assert!(found(
            "школ с низкими образовательными результатами",
            phrase
        ));
        assert!(found(
            "результаты обучения образовательные и низкие",
            phrase
        ));
        assert!(found(
            "низкие в районе образовательные и предметные результаты",
            phrase
        ));
        assert!(!found(
            "низкие в районе и городе предметные, образовательные, метапредметные результаты",
            phrase
        ));
        assert!(!found("низкие результаты", phrase));
    }

    #[test]
    fn two_words_keep_their_order() {
        let phrase = "образовательная организация";
        assert!(found(
            "в каждой образовательной и научной организации",
            phrase
        ));
        assert!(!found("организация образовательного процесса", phrase));
        assert!(!found(
            "образовательной и научной и культурной и иной организации",
            phrase
        ));
    }

    #[test]
    fn a_word_alone_needs_no_neighbours() {
        assert!(found("все учителя школ", "учитель"));
        assert!(!found("все школы", "учитель"));
    }
}
