//! What a text is found by beside its own words.

use std::collections::{HashMap, HashSet};

use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::search::analysis::{Analyzer, Token};
use crate::search::vocabulary::compile::{self, Addition, Rule};
use crate::search::vocabulary::phrase::{Expansion, Places, Strength, terms};

/// Everything the portal knows about words, ready to be held against texts.
#[derive(Debug, Clone, Default)]
pub struct Expansions {
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
        Expansions {
            equal: RuleSet::new(compile::equal(portal, analyzer)),
            everyday: RuleSet::new(compile::everyday(portal, analyzer)),
            scopes: portal
                .terms
                .iter()
                .flat_map(|term| &term.meanings)
                .flat_map(|meaning| meaning.scope.iter().cloned())
                .collect(),
            shown: shown.filter(|(terms, _)| !terms.is_empty()).collect(),
        }
    }

    /// What is added to a text of a territory, in the order of its words; a phrase that the text holds twice adds once.
    /// Everyday words are also found by way of equal ones: a text with «основной государственный экзамен» has the
    /// abbreviation «ОГЭ», and with it what parents call the exam.
    pub fn of(&self, territory: Option<&TerritoryPath>, tokens: &[Token]) -> Vec<Expansion<'_>> {
        self.find(territory, tokens, true)
    }

    /// What is added by equal words alone: abbreviations and their full forms, words of one meaning.
    pub fn equal_to(
        &self,
        territory: Option<&TerritoryPath>,
        tokens: &[Token],
    ) -> Vec<Expansion<'_>> {
        self.find(territory, tokens, false)
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
        tokens: &[Token],
        with_everyday: bool,
    ) -> Vec<Expansion<'_>> {
        let mut places = Places::new(tokens);
        let mut found = self.equal.find(territory, &places);
        if with_everyday {
            for (place, addition) in &found {
                // Only what is as good as written, or one word for one word, may lead further: chains of phrases drift.
                if let [term] = &addition.terms[..] {
                    places.add(*place, term);
                }
            }
            found.extend(self.everyday.find(territory, &places));
        }
        let own: HashSet<&str> = tokens.iter().map(|token| token.term.as_str()).collect();
        let mut expansions: Vec<Expansion<'_>> = found
            .into_iter()
            .filter(|(_, addition)| {
                addition
                    .terms
                    .iter()
                    .any(|term| !own.contains(term.as_str()))
            })
            .map(|(place, addition)| Expansion {
                terms: &addition.terms,
                at: places.word(place),
                strength: addition.strength,
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
    /// Term → rules that are tried where a text holds it. Only ever looked up, so its order reaches nothing.
    by_term: HashMap<String, Vec<usize>>,
}

impl RuleSet {
    /// Each rule is tried at the term of its phrase that the fewest phrases share: half of them speak of schools.
    fn new(rules: Vec<Rule>) -> RuleSet {
        let mut shared: HashMap<&str, usize> = HashMap::new();
        for term in rules.iter().flat_map(|rule| &rule.phrase) {
            *shared.entry(term).or_default() += 1;
        }
        let mut by_term: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, rule) in rules.iter().enumerate() {
            let rarest = rule.phrase.iter().min_by_key(|term| shared[term.as_str()]);
            if let Some(term) = rarest {
                by_term.entry(term.clone()).or_default().push(at);
            }
        }
        RuleSet { rules, by_term }
    }

    /// Every addition, once, with the place of the term that led to it.
    fn find(
        &self,
        territory: Option<&TerritoryPath>,
        places: &Places<'_>,
    ) -> Vec<(usize, &Addition)> {
        let mut found: Vec<(usize, &Addition)> = Vec::new();
        let mut done: Vec<usize> = Vec::new();
        for place in 0..places.len() {
            for term in places.terms(place) {
                let Some(candidates) = self.by_term.get(*term) else {
                    continue;
                };
                for at in candidates {
                    let rule = &self.rules[*at];
                    if done.contains(at)
                        || !places.hold_around(place, &rule.phrase)
                        || !holds_in(&rule.scope, territory)
                    {
                        continue;
                    }
                    done.push(*at);
                    for addition in &rule.adds {
                        add(&mut found, place, addition);
                    }
                }
            }
        }
        found
    }
}

/// Adds a phrase unless it is there; of two strengths the greater stays.
fn add<'r>(found: &mut Vec<(usize, &'r Addition)>, place: usize, addition: &'r Addition) {
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
