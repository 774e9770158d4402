//! From the glossary and the search vocabulary to rules: which phrase adds which.

use std::collections::HashMap;

use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::model::reference::Term;
use crate::search::analysis::{Analyzer, TermNumber};
use crate::search::vocabulary::phrase::{PhraseNumber, Phrases, Strength};

/// A phrase that adds others where it is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its terms.
    pub phrase: Vec<TermNumber>,
    /// Territories in which it holds; empty means everywhere.
    pub scope: Vec<TerritoryPath>,
    /// The phrases it adds.
    pub adds: Vec<Addition>,
}

/// A phrase that is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addition {
    /// The phrase.
    pub phrase: PhraseNumber,
    /// What its terms count for.
    pub strength: Strength,
}

/// Rules of equal words: abbreviations with their full forms, and `[[same]]`.
pub fn equal(portal: &Portal, analyzer: &Analyzer, phrases: &mut Phrases) -> Vec<Rule> {
    let mut rules = Rules::new(analyzer, phrases);
    for term in &portal.terms {
        match &term.abbr {
            Some(abbr) => abbreviation(term, abbr, &mut rules),
            None => {
                let forms = term.name.iter().chain(&term.forms);
                let words: Vec<Word> = forms.map(|form| rules.word(form)).collect();
                rules.same(&words);
            }
        }
    }
    for group in &portal.vocabulary.same {
        let words: Vec<Word> = group.texts().iter().map(|word| rules.word(word)).collect();
        rules.same(&words);
    }
    rules.all
}

/// Rules of everyday words: what documents say adds what parents say.
pub fn everyday(portal: &Portal, analyzer: &Analyzer, phrases: &mut Phrases) -> Vec<Rule> {
    let mut rules = Rules::new(analyzer, phrases);
    for group in &portal.vocabulary.everyday {
        for official in &group.documents {
            let official = rules.word(&official.value);
            for said in &group.said.words {
                let said = rules.word(&said.value);
                rules.one_way(&official, &said);
            }
        }
    }
    rules.all
}

/// Each meaning of an abbreviation holds in its own territories; its other forms hold wherever one of them does.
fn abbreviation(term: &Term, abbr: &str, rules: &mut Rules<'_>) {
    let short = rules.word(abbr);
    for meaning in &term.meanings {
        let full = rules.word(&meaning.text);
        rules.add(&full.terms, &meaning.scope, &short.terms, Strength::Strong);
        rules.add(&short.terms, &meaning.scope, &full.terms, Strength::Company);
        for form in &term.forms {
            let form = rules.word(form);
            rules.add(&form.terms, &meaning.scope, &short.terms, Strength::Strong);
            rules.add(&form.terms, &meaning.scope, &full.terms, Strength::Company);
            rules.add(&short.terms, &meaning.scope, &form.terms, Strength::Company);
        }
    }
}

/// A word or phrase of a group.
struct Word {
    terms: Vec<TermNumber>,
    /// Written in capitals only, «ОВЗ»: it means nothing but its full form.
    abbreviation: bool,
}

/// Rules in the making: phrases of one scope are one rule.
struct Rules<'a> {
    analyzer: &'a Analyzer,
    phrases: &'a mut Phrases,
    all: Vec<Rule>,
    by_phrase: HashMap<(Vec<TermNumber>, Vec<TerritoryPath>), usize>,
}

impl<'a> Rules<'a> {
    fn new(analyzer: &'a Analyzer, phrases: &'a mut Phrases) -> Rules<'a> {
        Rules {
            analyzer,
            phrases,
            all: Vec::new(),
            by_phrase: HashMap::new(),
        }
    }

    fn word(&mut self, text: &str) -> Word {
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        Word {
            terms: self.phrases.read(self.analyzer, text),
            abbreviation: text.chars().count() > 1
                && !text.contains(char::is_whitespace)
                && letters.all(char::is_uppercase),
        }
    }

    /// Every word of a group adds every other.
    fn same(&mut self, words: &[Word]) {
        for from in words {
            for to in words {
                self.one_way(from, to);
            }
        }
    }

    /// One word adds another. An abbreviation is as good as written where its full form, or another abbreviation of the
    /// same, is.
    fn one_way(&mut self, from: &Word, to: &Word) {
        let means_it = from.abbreviation || from.terms.len() > 1;
        let strength = if to.abbreviation && means_it {
            Strength::Strong
        } else {
            Strength::Company
        };
        self.add(&from.terms, &[], &to.terms, strength);
    }

    fn add(
        &mut self,
        phrase: &[TermNumber],
        scope: &[TerritoryPath],
        terms: &[TermNumber],
        strength: Strength,
    ) {
        if phrase.is_empty() || terms.iter().all(|term| phrase.contains(term)) {
            return;
        }
        let key = (phrase.to_vec(), scope.to_vec());
        let at = *self.by_phrase.entry(key).or_insert_with(|| {
            self.all.push(Rule {
                phrase: phrase.to_vec(),
                scope: scope.to_vec(),
                adds: Vec::new(),
            });
            self.all.len() - 1
        });
        let phrase = self.phrases.number(terms);
        let adds = &mut self.all[at].adds;
        if !adds.iter().any(|addition| addition.phrase == phrase) {
            adds.push(Addition { phrase, strength });
        }
    }
}
