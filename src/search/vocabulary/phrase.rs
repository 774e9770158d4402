//! Phrases as terms: how one is found in a text, and what finding it adds.

use crate::search::analysis::{Analyzer, Token};

/// Words added to a document at one of its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion<'r> {
    /// Terms of the phrase, at least one of which the text does not hold itself.
    pub terms: &'r [String],
    /// Number of the word of the text they belong to, counted like [`Token::at`].
    pub at: usize,
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

/// So many other words may stand between those of a phrase.
const BETWEEN: usize = 2;

/// A text without its stop words: which terms stand at each place. A number of an act has two at one place.
pub struct Places<'t> {
    places: Vec<Place<'t>>,
}

struct Place<'t> {
    at: usize,
    terms: Vec<&'t str>,
}

impl<'t> Places<'t> {
    /// The places of a text's tokens.
    pub fn new(tokens: &'t [Token]) -> Places<'t> {
        let mut places: Vec<Place<'t>> = Vec::with_capacity(tokens.len());
        for token in tokens.iter().filter(|token| !token.stop) {
            match places.last_mut() {
                Some(last) if last.at == token.at => last.terms.push(&token.term),
                _ => places.push(Place {
                    at: token.at,
                    terms: vec![&token.term],
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
    pub fn terms(&self, place: usize) -> &[&'t str] {
        &self.places[place].terms
    }

    /// The number of the word that stands at a place.
    pub fn word(&self, place: usize) -> usize {
        self.places[place].at
    }

    /// Lets a term count as standing at a place, too.
    pub fn add(&mut self, place: usize, term: &'t str) {
        let terms = &mut self.places[place].terms;
        if !terms.contains(&term) {
            terms.push(term);
        }
    }

    /// Whether all terms of a phrase stand close together around a place that holds one of them: within two words more
    /// than the phrase has, in any order. Two words must keep theirs: «организация образовательного процесса» is not an
    /// «образовательная организация».
    pub fn hold_around(&self, place: usize, phrase: &[String]) -> bool {
        match phrase {
            [] => false,
            [_] => true,
            [first, second] => self.hold_in_order(place, first, second),
            _ => self.hold_in_window(place, phrase),
        }
    }

    fn hold_in_order(&self, place: usize, first: &str, second: &str) -> bool {
        let any = |range: std::ops::Range<usize>, term: &str| {
            self.places[range].iter().any(|p| p.terms.contains(&term))
        };
        let here = &self.places[place].terms;
        let after = place + 1..(place + 2 + BETWEEN).min(self.places.len());
        let before = place.saturating_sub(1 + BETWEEN)..place;
        (here.contains(&first) && any(after, second))
            || (here.contains(&second) && any(before, first))
    }

    fn hold_in_window(&self, place: usize, phrase: &[String]) -> bool {
        let wide = phrase.len() + BETWEEN;
        let first = (place + 1).saturating_sub(wide);
        (first..=place).any(|start| {
            let end = (start + wide).min(self.places.len());
            let window = &self.places[start..end];
            let within = |term: &String| window.iter().any(|p| p.terms.contains(&term.as_str()));
            phrase.iter().all(within)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, phrase: &str) -> bool {
        let analyzer = Analyzer::default();
        let tokens = analyzer.tokens(text);
        let places = Places::new(&tokens);
        let phrase = terms(&analyzer, phrase);
        (0..places.len())
            .filter(|place| places.terms(*place).contains(&phrase[0].as_str()))
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
