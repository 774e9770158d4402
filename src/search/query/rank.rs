//! Which documents answer, and in which order. Coverage first: a document with all the words stands before one with some
//! of them however often; then where the words stand, how near to one another, and how fresh the document is.

use std::collections::BTreeMap;

use crate::search::index::postings::{Entry, Stands};
use crate::search::query::math::{nearness, rarity, worth};
use crate::search::query::resolve::{How, Resolved};
use crate::search::query::shelf::Shelf;

/// Share of a word's worth that it has wherever it stands.
const ANYWHERE: f64 = 0.35;
/// What neighbourhood of two words is worth, measured by the commoner of the two.
const NEIGHBOURS: f64 = 0.45;
/// What each year of freshness adds.
const FRESH: f64 = 0.015;
/// Share of worth of a word of the same root.
const KIN: f64 = 0.3;
/// Share of a word in the query's cover when it stands far down in a long text.
const FAR_DOWN: f64 = 0.4;
/// Share of a word in the query's cover when only something of its meaning is there.
const BY_MEANING: f64 = 0.9;
/// When fewer documents have a guessed word, those with words of its meaning are welcome beside.
const RARE: usize = 4;
/// Words of one phrase stand so near: phrases stand further apart.
const PHRASE: u32 = 4;
/// Places from here on say nothing of neighbourhood.
const FAR: u32 = 2000;

/// A concept in a document.
#[derive(Debug, Clone)]
pub struct Match {
    /// Worth of its best word there, 0 to 1.
    pub worth: f64,
    /// How it is there.
    stands: Stands,
    /// Where.
    places: Vec<u32>,
    fresh: u32,
    /// How much of the word counts as covered.
    cover: f64,
}

/// A concept with its documents.
pub struct Column {
    /// Word number in the query.
    at: usize,
    /// Quotation.
    quote: usize,
    /// How telling it is.
    pub rarity: f64,
    /// Documents that have only something of its meaning may answer.
    alone: bool,
    /// Documents.
    matches: BTreeMap<u32, Match>,
}

/// A document that answers.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// Its number in the part.
    pub document: u32,
    /// Worth in thousandths.
    pub score: u32,
    /// All concepts are there.
    pub full: bool,
    /// What each concept gave, by its place in the query; none where it is missing.
    pub shares: Vec<Option<f64>>,
    /// What neighbourhood gave.
    pub near: f64,
    /// Share of the query that is there, 0 to 1.
    pub cover: f64,
}

/// Documents of each concept. `common` tells how many documents of the whole portal have it, where the part does not know.
pub fn columns(
    shelf: &Shelf<'_>,
    concepts: &[Resolved],
    all: u32,
    common: &dyn Fn(&Resolved) -> Option<usize>,
) -> Vec<Column> {
    concepts
        .iter()
        .map(|concept| {
            let matches = matches(shelf, concept);
            let own = matches
                .values()
                .filter(|found| found.stands == Stands::Itself)
                .count();
            // Documents with only something of its meaning make a word half as common.
            let counted = own as f64 + (matches.len() - own) as f64 / 2.0;
            Column {
                at: concept.concept.at,
                quote: concept.concept.quote,
                rarity: rarity(common(concept).map_or(counted, |common| common as f64), all),
                alone: own == 0 || (concepts.len() == 1 && own < RARE && concept.how != How::Exact),
                matches,
            }
        })
        .collect()
}

fn matches(shelf: &Shelf<'_>, concept: &Resolved) -> BTreeMap<u32, Match> {
    let mut matches: BTreeMap<u32, Match> = BTreeMap::new();
    let kin = concept
        .kin
        .iter()
        .map(|known| (known, KIN, Stands::Meaning));
    let words = concept
        .words
        .iter()
        .map(|(known, share)| (known, *share, Stands::Itself));
    for (known, share, at_most) in words.chain(kin) {
        for entry in shelf.list(known) {
            let mut new = found(&entry, share);
            new.stands = new.stands.max(at_most);
            matches
                .entry(entry.document)
                .and_modify(|old| join(old, &new))
                .or_insert(new);
        }
    }
    matches
}

fn found(entry: &Entry, share: f64) -> Match {
    Match {
        worth: share * (ANYWHERE + (1.0 - ANYWHERE) * worth(entry.level)),
        stands: entry.stands,
        places: entry.places.clone(),
        fresh: entry.fresh,
        cover: match (entry.stands, entry.level) {
            (Stands::Itself, 0) => FAR_DOWN,
            (Stands::Itself, _) => 1.0,
            _ => BY_MEANING,
        },
    }
}

fn join(old: &mut Match, new: &Match) {
    old.stands = old.stands.min(new.stands);
    if new.worth > old.worth {
        old.worth = new.worth;
        old.cover = new.cover;
    }
    old.places.extend(&new.places);
}

/// Documents that answer, best first. `allowed` says which documents the choices leave.
pub fn ranked(columns: &[Column], allowed: &dyn Fn(u32) -> bool) -> Vec<Ranked> {
    let mut documents: Vec<u32> = columns
        .iter()
        .flat_map(|column| column.matches.keys().copied())
        .collect();
    documents.sort_unstable();
    documents.dedup();
    let mut answers: Vec<Ranked> = documents
        .into_iter()
        .filter(|document| allowed(*document))
        .filter_map(|document| rank(columns, document))
        .collect();
    answers.sort_by(|a, b| b.score.cmp(&a.score).then(a.document.cmp(&b.document)));
    answers
}

/// Concepts that are in a document. A word of a phrase counts only beside another word of that phrase.
fn present(columns: &[Column], document: u32) -> Vec<Option<&Match>> {
    let found: Vec<Option<&Match>> = columns
        .iter()
        .map(|column| column.matches.get(&document))
        .collect();
    let has_neighbour = |index: usize, one: &Match| {
        found.iter().enumerate().any(|(other, two)| {
            other != index && two.is_some_and(|two| off(&one.places, &two.places, 0) <= PHRASE)
        })
    };
    found
        .iter()
        .enumerate()
        .map(|(index, one)| {
            one.filter(|one| one.stands != Stands::Phrase || has_neighbour(index, one))
        })
        .collect()
}

/// What stands in a document only by its meaning counts beside another word, or when no document has the word itself.
fn answers_to(columns: &[Column], found: &[Option<&Match>]) -> bool {
    let mut present = columns
        .iter()
        .zip(found)
        .filter_map(|(column, found)| Some((column, (*found)?)));
    match (present.next(), present.next()) {
        (Some((column, only)), None) => only.stands == Stands::Itself || column.alone,
        (first, _) => first.is_some(),
    }
}

/// Worth of a document; none when it does not answer.
fn rank(columns: &[Column], document: u32) -> Option<Ranked> {
    let found = present(columns, document);
    if !answers_to(columns, &found) {
        return None;
    }
    let mut sum = 0.0;
    let mut covered = 0.0;
    let mut whole = 0.0;
    let mut fresh = 0;
    let mut shares = Vec::with_capacity(columns.len());
    for (column, found) in columns.iter().zip(&found) {
        whole += column.rarity;
        shares.push(found.map(|found| {
            fresh = fresh.max(found.fresh);
            covered += column.rarity * found.cover;
            let share = column.rarity * found.worth;
            sum += share;
            share
        }));
    }
    let near = neighbours(columns, &found);
    let cover = if whole > 0.0 { covered / whole } else { 0.0 };
    let total = (sum * cover + near) * cover * (1.0 + FRESH * f64::from(fresh));
    Some(Ranked {
        document,
        score: (total * 1000.0) as u32,
        full: shares.iter().all(Option::is_some),
        shares,
        near,
        cover,
    })
}

fn neighbours(columns: &[Column], found: &[Option<&Match>]) -> f64 {
    let mut near = 0.0;
    for index in 1..columns.len() {
        let (one, two) = (&columns[index - 1], &columns[index]);
        let (Some(first), Some(second)) = (found[index - 1], found[index]) else {
            continue;
        };
        let step = (two.at - one.at) as i64;
        let off = off(&first.places, &second.places, step);
        near += NEIGHBOURS * nearness(off) * one.rarity.min(two.rarity);
    }
    near
}

/// How far two words are from standing as in the query.
fn off(first: &[u32], second: &[u32], step: i64) -> u32 {
    let near = |place: &&u32| **place < FAR;
    first
        .iter()
        .filter(near)
        .flat_map(|one| {
            second
                .iter()
                .filter(near)
                .map(move |two| (i64::from(*two) - i64::from(*one) - step).unsigned_abs())
        })
        .min()
        .map_or(u32::MAX, |off| off as u32)
}

/// Documents in which every quotation stands word for word; none when there is no quotation.
pub fn quoted(columns: &[Column]) -> Option<Vec<u32>> {
    let last = columns.iter().map(|column| column.quote).max().unwrap_or(0);
    if last == 0 {
        return None;
    }
    let documents = columns
        .iter()
        .find(|column| column.quote > 0)?
        .matches
        .keys();
    let exact = documents
        .copied()
        .filter(|document| (1..=last).all(|quote| stands(columns, quote, *document)))
        .collect();
    Some(exact)
}

fn stands(columns: &[Column], quote: usize, document: u32) -> bool {
    let mut inside = columns.iter().filter(|column| column.quote == quote);
    let Some(first) = inside.next() else {
        return true;
    };
    let Some(found) = first.matches.get(&document) else {
        return false;
    };
    let rest: Vec<&Column> = inside.collect();
    found.places.iter().any(|place| {
        rest.iter().all(|column| {
            let wanted = place + (column.at - first.at) as u32;
            column
                .matches
                .get(&document)
                .is_some_and(|found| found.places.contains(&wanted))
        })
    })
}
