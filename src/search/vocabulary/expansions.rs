//! What a text is found by beside its own words.

use std::collections::HashSet;

use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::search::analysis::{Analyzer, TermAt, TermNumber, Terms};
use crate::search::vocabulary::compile::{self, Addition, Rule};
use crate::search::vocabulary::numbers::Numbers;
use crate::search::vocabulary::phrase::{
    Expansion, PhraseNumber, Phrases, Places, Strength, terms,
};

/// Everything the portal knows about words, ready to be held against texts.
#[derive(Debug, Clone, Default)]
pub struct Expansions {
    phrases: Phrases,
    equal: RuleSet,
    everyday: RuleSet,
    shown: Vec<(Vec<String>, String)>,
    /// Territories with meanings of their own.
    scopes: HashSet<TerritoryPath>,
}

impl Expansions {
    /// Prepares the glossary and the search vocabulary of a portal.
    pub fn new(portal: &Portal, analyzer: &Analyzer) -> Self {
        let everyday = portal.vocabulary.everyday.iter();
        let spoken = everyday.filter_map(|group| Some((group, group.shown.as_ref()?)));
        let shown = spoken.flat_map(|(group, shown)| {
            let said = group.said.words.iter();
            said.map(|said| (terms(analyzer, &said.value), shown.clone()))
        });
        let mut phrases = Phrases::default();
        Expansions {
            equal: RuleSet::new(compile::equal(portal, analyzer, &mut phrases)),
            everyday: RuleSet::new(compile::everyday(portal, analyzer, &mut phrases)),
            scopes: portal
                .terms
                .iter()
                .flat_map(|term| &term.meanings)
                .flat_map(|meaning| meaning.scope.iter().cloned())
                .collect(),
            shown: shown.filter(|(terms, _)| !terms.is_empty()).collect(),
            phrases,
        }
    }

    /// Every term of the vocabulary. Texts are given in these numbers and any above them.
    pub fn terms(&self) -> &Terms {
        self.phrases.terms()
    }

    /// The terms of a phrase.
    pub fn phrase(&self, number: PhraseNumber) -> &[TermNumber] {
        self.phrases.get(number)
    }

    /// What is added to a text of a territory, in the order of its words; a phrase that the text holds twice adds once.
    /// Everyday words are also found by way of equal ones: a text with «основной государственный экзамен» has the
    /// abbreviation «ОГЭ», and with it what parents call the exam.
    pub fn of(&self, territory: Option<&TerritoryPath>, text: &[TermAt]) -> Vec<Expansion<'_>> {
        self.find(territory, text, true)
    }

    /// What is added by equal words alone: abbreviations and their full forms, words of one meaning.
    pub fn equal_to(
        &self,
        territory: Option<&TerritoryPath>,
        text: &[TermAt],
    ) -> Vec<Expansion<'_>> {
        self.find(territory, text, false)
    }

    /// True when some words have a meaning of their own in this territory.
    pub fn knows(&self, territory: &TerritoryPath) -> bool {
        self.scopes.contains(territory)
            || self
                .scopes
                .iter()
                .any(|scope| scope.municipality.is_none() && scope.region == territory.region)
    }

    fn find(
        &self,
        territory: Option<&TerritoryPath>,
        text: &[TermAt],
        with_everyday: bool,
    ) -> Vec<Expansion<'_>> {
        let mut places = Places::new(text);
        let own = Numbers::of(text.iter().map(|word| word.term), self.terms().count());
        let mut held = own.clone();
        let mut found = Found::new(self.phrases.count());
        self.equal.find(territory, (&places, &held), &mut found);
        if with_everyday {
            for (place, addition) in &found.all {
                // Only what is as good as written, or one word for one word, may lead further: chains of phrases drift.
                if let [term] = self.phrase(addition.phrase) {
                    places.add(*place, *term);
                    held.add(*term);
                }
            }
            let mut everyday = Found::new(self.phrases.count());
            self.everyday
                .find(territory, (&places, &held), &mut everyday);
            found.all.append(&mut everyday.all);
        }
        let mut expansions: Vec<Expansion<'_>> = found
            .all
            .into_iter()
            .map(|(place, addition)| Expansion {
                phrase: addition.phrase,
                terms: self.phrase(addition.phrase),
                at: places.word(place),
                strength: addition.strength,
            })
            .filter(|expansion| {
                let mut terms = expansion.terms.iter();
                terms.any(|term| !own.has(*term))
            })
            .collect();
        expansions.sort_by_key(|expansion| (expansion.at, expansion.strength));
        expansions
    }

    /// The terms of each everyday phrase with the polite words a page shows for it, in the order of the file.
    pub fn shown(&self) -> impl Iterator<Item = (&[String], &str)> {
        self.shown
            .iter()
            .map(|(terms, shown)| (terms.as_slice(), shown.as_str()))
    }
}

/// Rules that are looked up by one term of their phrase.
#[derive(Debug, Clone, Default)]
struct RuleSet {
    rules: Vec<Rule>,
    /// By number of a term: rules that are tried where a text holds it.
    by_term: Vec<Vec<usize>>,
}

impl RuleSet {
    /// Each rule is tried at the term of its phrase that the fewest phrases share: half of them speak of schools.
    fn new(rules: Vec<Rule>) -> RuleSet {
        let terms = rules.iter().flat_map(|rule| &rule.phrase);
        let count = terms.clone().max().map_or(0, |last| *last as usize + 1);
        let mut shared = vec![0_usize; count];
        for term in terms {
            shared[*term as usize] += 1;
        }
        let mut by_term = vec![Vec::new(); count];
        for (at, rule) in rules.iter().enumerate() {
            let rarest = rule
                .phrase
                .iter()
                .min_by_key(|term| shared[**term as usize]);
            if let Some(term) = rarest {
                by_term[*term as usize].push(at);
            }
        }
        RuleSet { rules, by_term }
    }

    /// Finds every addition, once, with the place of the term that led to it. `held` are the terms of all places.
    fn find(
        &self,
        territory: Option<&TerritoryPath>,
        (places, held): (&Places, &Numbers),
        found: &mut Found,
    ) {
        let mut done: Vec<usize> = Vec::new();
        for place in 0..places.len() {
            for term in places.terms(place) {
                let candidates = self.by_term.get(term as usize);
                for at in candidates.into_iter().flatten() {
                    let rule = &self.rules[*at];
                    if !rule.phrase.iter().all(|term| held.has(*term))
                        || !places.hold_around(place, &rule.phrase)
                        || !holds_in(&rule.scope, territory)
                        || done.contains(at)
                    {
                        continue;
                    }
                    done.push(*at);
                    for addition in &rule.adds {
                        found.add(place, *addition);
                    }
                }
            }
        }
    }
}

/// Few texts have more additions.
const MANY: usize = 64;

/// Additions that were found.
struct Found {
    all: Vec<(usize, Addition)>,
    phrases: Numbers,
}

impl Found {
    /// None of so many phrases.
    fn new(phrases: usize) -> Found {
        Found {
            all: Vec::with_capacity(MANY),
            phrases: Numbers::of(std::iter::empty(), phrases),
        }
    }

    /// Adds a phrase unless it is there; of two strengths the greater stays.
    fn add(&mut self, place: usize, addition: Addition) {
        let known = self.phrases.has(addition.phrase);
        if !known {
            self.phrases.add(addition.phrase);
            self.all.push((place, addition));
        } else if addition.strength == Strength::Strong {
            let mut all = self.all.iter_mut();
            let one = all.find(|(_, one)| one.phrase == addition.phrase);
            one.into_iter().for_each(|one| *one = (place, addition));
        }
    }
}

/// Whether words of a scope hold in a territory: everywhere, in this territory, or in its whole region.
fn holds_in(scope: &[TerritoryPath], territory: Option<&TerritoryPath>) -> bool {
    scope.is_empty()
        || territory.is_some_and(|path| {
            let around = |one: &TerritoryPath| {
                one == path || (one.municipality.is_none() && one.region == path.region)
            };
            scope.iter().any(around)
        })
}
