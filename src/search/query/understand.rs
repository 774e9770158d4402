//! From the words of a query to the words of the index, and what is said about it.

use jiff::civil::Date;

use crate::search::analysis::{Analyzer, layout};
use crate::search::query::answer::{Interpretation, Result};
use crate::search::query::parse::{Concept, concepts, shortened, words_of_date};
use crate::search::query::resolve::{How, Resolved, resolve};
use crate::search::query::shelf::Shelf;

/// Terms given out for marking.
const MOST_TERMS: usize = 60;

/// A query as it was understood.
#[derive(Debug, Clone, Default)]
pub struct Understood {
    /// Concepts that the index knows.
    pub concepts: Vec<Resolved>,
    /// There was something to look for.
    pub asked: bool,
    told: Vec<Interpretation>,
    /// Mistyped or half-typed words and the terms they were taken for.
    guessed: Vec<(&'static str, String, String)>,
}

impl Understood {
    /// Adds something to be said.
    pub fn tell(&mut self, how: &'static str, from: &str, to: &str) {
        let told = Interpretation {
            how,
            from: from.to_owned(),
            to: to.to_owned(),
        };
        if !self.told.contains(&told) {
            self.told.push(told);
        }
    }

    /// Terms to be marked in the texts of results.
    pub fn terms(&self) -> Vec<String> {
        let words = self.concepts.iter().flat_map(|concept| &concept.words);
        let mut terms: Vec<String> = words
            .map(|(known, _)| known.term.clone())
            .filter(|term| !term.starts_with('@'))
            .collect();
        terms.sort();
        terms.dedup();
        terms.truncate(MOST_TERMS);
        terms
    }

    /// What is to be said. The index knows only stems, so a guess is told as the results have it, and only when they do.
    pub fn interpretations(
        mut self,
        results: &[Result],
        analyzer: &Analyzer,
    ) -> Vec<Interpretation> {
        for (how, from, term) in std::mem::take(&mut self.guessed) {
            let texts = results
                .iter()
                .flat_map(|result| [&result.title, &result.note, &result.text]);
            let word = texts
                .filter_map(|text| {
                    let tokens = analyzer.tokens(text);
                    let token = tokens.iter().find(|token| token.term == term)?;
                    text.get(token.start..token.end).map(str::to_lowercase)
                })
                .next();
            if let Some(word) = word {
                self.tell(how, &from, &word);
            }
        }
        self.told
    }
}

/// Understands a query: as it stands, or, when its Latin words are unknown, as typed in the other keyboard layout.
pub fn understand(
    shelf: &Shelf<'_>,
    analyzer: &Analyzer,
    query: &str,
    today: Date,
    literal: bool,
) -> Understood {
    let query = shortened(query);
    if !literal {
        let unknown_latin = concepts(query, analyzer, today)
            .iter()
            .filter(|concept| concept.dates.is_empty())
            .any(|concept| is_latin(&concept.word) && exact(shelf, concept).is_empty());
        if unknown_latin && let Some(other) = layout(query) {
            let mut understood = as_it_stands(shelf, analyzer, &other, today, false);
            understood.tell("layout", query, &other);
            return understood;
        }
    }
    let understood = as_it_stands(shelf, analyzer, query, today, literal);
    if understood.concepts.is_empty()
        && !literal
        && let Some(other) = layout(query)
    {
        let mut swapped = as_it_stands(shelf, analyzer, &other, today, true);
        if !swapped.concepts.is_empty() {
            swapped.tell("layout", query, &other);
            return swapped;
        }
    }
    understood
}

fn is_latin(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_alphabetic())
}

fn exact(shelf: &Shelf<'_>, concept: &Concept) -> Vec<String> {
    let terms = concept
        .terms
        .iter()
        .filter(|term| shelf.word(term).is_some());
    terms.cloned().collect()
}

fn as_it_stands(
    shelf: &Shelf<'_>,
    analyzer: &Analyzer,
    query: &str,
    today: Date,
    literal: bool,
) -> Understood {
    let mut understood = Understood::default();
    for concept in concepts(query, analyzer, today) {
        understood.asked = true;
        let resolved = resolve(shelf, &concept, literal);
        if resolved.words.is_empty() && !concept.dates.is_empty() {
            for word in words_of_date(&concept, analyzer) {
                understood.add(resolve(shelf, &word, true));
            }
        } else {
            understood.add(resolved);
        }
    }
    understood.tell_everyday();
    understood
}

impl Understood {
    /// Says what everyday phrases of the query were taken for: those of which it has all the words.
    fn tell_everyday(&mut self) {
        let term_of =
            |concept: &Resolved| concept.words.first().map(|(known, _)| known.term.clone());
        let terms: Vec<(String, String)> = self
            .concepts
            .iter()
            .filter(|concept| concept.how == How::Exact)
            .filter_map(|concept| Some((term_of(concept)?, concept.concept.word.clone())))
            .collect();
        let phrases = self
            .concepts
            .iter()
            .filter_map(|concept| concept.words.first());
        let phrases: Vec<(String, String)> = phrases
            .flat_map(|(known, _)| known.shown.iter().cloned())
            .collect();
        for (phrase, shown) in phrases {
            if phrase
                .split(' ')
                .all(|part| terms.iter().any(|(term, _)| term == part))
            {
                let said = terms
                    .iter()
                    .filter(|(term, _)| phrase.split(' ').any(|part| part == term));
                let said: Vec<&str> = said.map(|(_, word)| word.as_str()).collect();
                self.tell("everyday", &said.join(" "), &shown);
            }
        }
    }

    fn add(&mut self, resolved: Resolved) {
        let word = resolved.concept.word.clone();
        let Some((first, _)) = resolved.words.first() else {
            self.tell("unknown", &word, "");
            return;
        };
        match resolved.how {
            How::Slip => self.guessed.push(("typo", word, first.term.clone())),
            How::Shortened => self.guessed.push(("beginning", word, first.term.clone())),
            How::Exact | How::Beginning | How::Unknown => {}
        }
        self.concepts.push(resolved);
    }
}
