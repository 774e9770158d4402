//! From the glossary and the search vocabulary to rules: which phrase adds which.

use std::collections::HashMap;

use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::model::reference::Term;
use crate::search::analysis::Analyzer;
use crate::search::vocabulary::phrase::{Strength, terms};

/// A phrase that adds others where it is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its terms.
    pub phrase: Vec<String>,
    /// Territories in which it holds; empty means everywhere.
    pub scope: Vec<TerritoryPath>,
    /// The phrases it adds.
    pub adds: Vec<Addition>,
}

/// A phrase that is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Its terms.
    pub terms: Vec<String>,
    /// What they count for.
    pub strength: Strength,
    /// Number of the phrase: equal phrases have equal numbers.
    pub phrase: usize,
}

/// Rules of equal words: abbreviations with their full forms, and `[[same]]`.
pub fn equal(portal: &Portal, analyzer: &Analyzer) -> Vec<Rule> {
    let mut rules = Rules::default();
    for term in &portal.terms {
        match &term.abbr {
            Some(abbr) => abbreviation(term, abbr, analyzer, &mut rules),
            None => {
                let forms = term.name.iter().chain(&term.forms);
                let words: Vec<Word> = forms.map(|form| Word::new(analyzer, form)).collect();
                rules.same(&words);
            }
        }
    }
    for group in &portal.vocabulary.same {
        let words: Vec<Word> = group
            .texts()
            .iter()
            .map(|word| Word::new(analyzer, word))
            .collect();
        rules.same(&words);
    }
    rules.all
}

/// Rules of everyday words: what documents say adds what parents say.
pub fn everyday(portal: &Portal, analyzer: &Analyzer) -> Vec<Rule> {
    let mut rules = Rules::default();
    for group in &portal.vocabulary.everyday {
        for official in &group.documents {
            let official = Word::new(analyzer, &official.value);
            for said in &group.said.words {
                rules.one_way(&official, &Word::new(analyzer, &said.value));
            }
        }
    }
    rules.all
}

/// Each meaning of an abbreviation holds in its own territories; its other forms hold wherever one of them does.
fn abbreviation(term: &Term, abbr: &str, analyzer: &Analyzer, rules: &mut Rules) {
    let short = Word::new(analyzer, abbr);
    for meaning in &term.meanings {
        let full = Word::new(analyzer, &meaning.text);
        rules.add(&full.terms, &meaning.scope, &short.terms, Strength::Strong);
        rules.add(&short.terms, &meaning.scope, &full.terms, Strength::Company);
        for form in &term.forms {
            let form = Word::new(analyzer, form);
            rules.add(&form.terms, &meaning.scope, &short.terms, Strength::Strong);
            rules.add(&form.terms, &meaning.scope, &full.terms, Strength::Company);
            rules.add(&short.terms, &meaning.scope, &form.terms, Strength::Company);
        }
    }
}

/// A word or phrase of a group.
struct Word {
    terms: Vec<String>,
    /// Written in capitals only, «ОВЗ»: it means nothing but its full form.
    abbreviation: bool,
}

impl Word {
    fn new(analyzer: &Analyzer, text: &str) -> Word {
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        Word {
            terms: terms(analyzer, text),
            abbreviation: text.chars().count() > 1
                && !text.contains(char::is_whitespace)
                && letters.all(char::is_uppercase),
        }
    }
}

/// Rules in the making: phrases of one scope are one rule.
#[derive(Default)]
struct Rules {
    all: Vec<Rule>,
    by_phrase: HashMap<(Vec<String>, Vec<TerritoryPath>), usize>,
    added: HashMap<Vec<String>, usize>,
}

impl Rules {
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
        phrase: &[String],
        scope: &[TerritoryPath],
        terms: &[String],
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
        let adds = &mut self.all[at].adds;
        if !adds.iter().any(|addition| addition.terms == terms) {
            let next = self.added.len();
            adds.push(Addition {
                terms: terms.to_vec(),
                strength,
                phrase: *self.added.entry(terms.to_vec()).or_insert(next),
            });
        }
    }
}
