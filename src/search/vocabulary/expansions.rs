//! What a text is found by beside its own words.

use std::collections::HashSet;

use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::search::analysis::{Analyzer, TermAt, TermNumber, Terms};
use crate::search::vocabulary::compile::{self, Addition, Rule};
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
        let mut found = self.equal.find(territory, &places);
        if with_everyday {
            for (place, addition) in &found {
                // Only what is as good as written, or one word for one word, may lead further: chains of phrases drift.
                if let [term] = self.phrase(addition.phrase) {
                    places.add(*place, *term);
                }
            }
            found.extend(self.everyday.find(territory, &places));
        }
        let mut own: Vec<TermNumber> = text.iter().map(|word| word.term).collect();
        own.sort_unstable();
        let mut expansions: Vec<Expansion<'_>> = found
            .into_iter()
            .map(|(place, addition)| Expansion {
                phrase: addition.phrase,
                terms: self.phrase(addition.phrase),
                at: places.word(place),
                strength: addition.strength,
            })
            .filter(|expansion| {
                expansion
                    .terms
                    .iter()
                    .any(|term| own.binary_search(term).is_err())
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

    /// Every addition, once, with the place of the term that led to it.
    fn find(&self, territory: Option<&TerritoryPath>, places: &Places) -> Vec<(usize, Addition)> {
        let mut found: Vec<(usize, Addition)> = Vec::new();
        let mut done: Vec<usize> = Vec::new();
        for place in 0..places.len() {
            for term in places.terms(place) {
                let candidates = self.by_term.get(term as usize);
                for at in candidates.into_iter().flatten() {
                    let rule = &self.rules[*at];
                    if !places.hold_around(place, &rule.phrase)
                        || !holds_in(&rule.scope, territory)
                        || done.contains(at)
                    {
                        continue;
                    }
                    done.push(*at);
                    for addition in &rule.adds {
                        add(&mut found, place, *addition);
                    }
                }
            }
        }
        found
    }
}

/// Adds a phrase unless it is there; of two strengths the greater stays.
fn add(found: &mut Vec<(usize, Addition)>, place: usize, addition: Addition) {
    match found
        .iter_mut()
        .find(|(_, one)| one.phrase == addition.phrase)
    {
        Some(one) if addition.strength == Strength::Strong => *one = (place, addition),
        Some(_) => {}
        None => found.push((place, addition)),
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
