//! Answers a query from the files of the index, exactly as the page does: `engine.js` of the theme is this folder, function
//! by function, and `tests/search/vectors.json` holds both to the same answers.
//!
//! A query becomes concepts (`parse`); each is resolved to words of the index (`resolve`); documents are ranked
//! (`rank`), choices leave some of them ([`filter`]), and the cards of the first ones are read.
//!
//! In a portal with parts by region, a query is asked of the region that is chosen; without a choice of the country's own
//! index, and, when that has too few documents with all the words, of the two regions where the words occur most.

mod answer;
pub mod filter;
mod math;
mod parse;
mod rank;
mod read;
mod region;
mod resolve;
mod shelf;
mod understand;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;

use crate::search::analysis::Analyzer;
use crate::search::index::part::FOLDER;
use crate::search::index::region::cards;
use crate::search::query::filter::{Columns, Facet, Filters};
use crate::search::query::rank::{Ranked, columns, quoted, ranked};
use crate::search::query::resolve::Resolved;
use crate::search::query::shelf::Shelf;
use crate::search::query::understand::{Understood, understand};

pub use answer::{Answer, Interpretation, Result};
pub use read::Read;

/// With so many documents that have all the words, the country's index is enough.
const ENOUGH: usize = 10;
/// Regions asked when it is not.
const REGIONS: usize = 2;

/// A query with everything that decides about its answer.
#[derive(Debug, Clone)]
pub struct Query<'a> {
    /// The words.
    pub text: &'a str,
    /// Choices.
    pub filters: Filters,
    /// The day that «в этом месяце» starts from.
    pub today: Date,
    /// Words count only as typed.
    pub literal: bool,
    /// How many results are wanted.
    pub limit: usize,
}

/// Answers a query; none when the site has no index.
pub fn search(read: Read<'_>, analyzer: &Analyzer, query: &Query<'_>) -> Option<Answer> {
    let root = Shelf::open(read, FOLDER, "root")?;
    let mut understood = understand(&root, analyzer, query.text, query.today, query.literal);
    let chosen = chosen_region(&root, &query.filters);
    let mut hits: Vec<(usize, Ranked)> = Vec::new();
    let mut shelves: Vec<Shelf<'_>> = Vec::new();
    match chosen {
        Some(region) => shelves.extend(open_region(read, &root, region)),
        None => shelves.push(Shelf::open(read, FOLDER, "root")?),
    }
    for (number, shelf) in shelves.iter().enumerate() {
        let asked = asked_of(&understood, &root, shelf, chosen.is_none());
        hits.extend(numbered(
            number,
            answers(shelf, &root, &asked, query, &mut understood),
        ));
    }
    let full = hits.iter().filter(|(_, ranked)| ranked.full).count();
    if chosen.is_none() && full < ENOUGH && !understood.concepts.is_empty() {
        for region in likely_regions(&root, &understood.concepts) {
            let Some(shelf) = open_region(read, &root, region) else {
                continue;
            };
            let asked = asked_of(&understood, &root, &shelf, false);
            let number = shelves.len();
            hits.extend(numbered(
                number,
                answers(&shelf, &root, &asked, query, &mut understood),
            ));
            shelves.push(shelf);
        }
        hits.sort_by(|a, b| {
            let order =
                |hit: &(usize, Ranked)| (std::cmp::Reverse(hit.1.score), hit.0, hit.1.document);
            order(a).cmp(&order(b))
        });
    }
    Some(told(&shelves, hits, understood, analyzer, query.limit))
}

fn numbered(number: usize, ranked: Vec<Ranked>) -> impl Iterator<Item = (usize, Ranked)> {
    ranked.into_iter().map(move |ranked| (number, ranked))
}

/// Number of the region that the choices name, in a portal with parts by region.
fn chosen_region(root: &Shelf<'_>, filters: &Filters) -> Option<usize> {
    let regions = &root.directory.regions;
    let place = filters
        .of(Facet::Place)
        .chain(filters.of(Facet::School))
        .next();
    let code = match (filters.of(Facet::Region).next(), place) {
        (Some(region), _) => region,
        (None, Some(place)) => place.split('/').next().unwrap_or_default(),
        (None, None) => return None,
    };
    regions
        .iter()
        .position(|region| region.0 == code || region.1.to_lowercase() == code.to_lowercase())
}

fn open_region<'a>(read: Read<'a>, root: &Shelf<'_>, region: usize) -> Option<Shelf<'a>> {
    let (code, _, _, file) = root.directory.regions.get(region)?;
    Shelf::open(read, &format!("{FOLDER}/{code}"), file)
}

/// The concepts with the words of this part.
fn asked_of(
    understood: &Understood,
    root: &Shelf<'_>,
    shelf: &Shelf<'_>,
    is_root: bool,
) -> Vec<Resolved> {
    if is_root || root.directory.regions.is_empty() {
        return understood.concepts.clone();
    }
    let mut concepts = understood.concepts.clone();
    for concept in &mut concepts {
        concept.words = concept
            .words
            .iter()
            .filter_map(|(known, share)| Some((shelf.word(&known.term)?, *share)))
            .collect();
        concept.kin = Vec::new();
    }
    concepts
}

fn answers(
    shelf: &Shelf<'_>,
    root: &Shelf<'_>,
    asked: &[Resolved],
    query: &Query<'_>,
    understood: &mut Understood,
) -> Vec<Ranked> {
    let filtered = !query.filters.chosen.is_empty() || asked.is_empty();
    let choices = filtered.then(|| Columns::of(shelf));
    let allowed = |document: u32| {
        choices
            .as_ref()
            .is_none_or(|columns| columns.fits(document as usize, &query.filters))
    };
    if understood.concepts.is_empty() {
        return everything(choices.as_ref(), &query.filters, understood.asked);
    }
    let split = !root.directory.regions.is_empty();
    let common = |concept: &Resolved| {
        split
            .then(|| in_all(&understood.concepts, concept))
            .flatten()
    };
    let columns = columns(shelf, asked, root.directory.documents, &common);
    let mut ranked = ranked(&columns, &allowed);
    if let Some(exact) = quoted(&columns) {
        if ranked
            .iter()
            .any(|ranked| exact.binary_search(&ranked.document).is_ok())
        {
            ranked.retain(|ranked| exact.binary_search(&ranked.document).is_ok());
        } else if !ranked.is_empty() {
            understood.tell("quote", query.text, "");
        }
    }
    ranked
}

/// Documents of the whole country that have a concept, by its best known word.
fn in_all(concepts: &[Resolved], concept: &Resolved) -> Option<usize> {
    let same = concepts
        .iter()
        .find(|other| other.concept.at == concept.concept.at)?;
    let sums = same.words.iter().map(|(known, _)| {
        known
            .regions
            .iter()
            .map(|(_, count)| *count as usize)
            .sum::<usize>()
    });
    sums.max().filter(|sum| *sum > 0)
}

/// Without words every document answers that the choices leave; a query of unknown words has no answer.
fn everything(columns: Option<&Columns>, filters: &Filters, asked: bool) -> Vec<Ranked> {
    let Some(columns) = columns.filter(|_| !asked) else {
        return Vec::new();
    };
    (0..columns.len())
        .filter(|document| columns.fits(*document, filters))
        .map(|document| Ranked {
            document: document as u32,
            score: 0,
            full: true,
            shares: Vec::new(),
            near: 0.0,
            cover: 1.0,
        })
        .collect()
}

/// Regions in which most of the concepts occur, and most often.
fn likely_regions(root: &Shelf<'_>, concepts: &[Resolved]) -> Vec<usize> {
    let mut regions: Vec<(usize, u32, usize)> = (0..root.directory.regions.len())
        .map(|region| {
            let counts = concepts.iter().map(|concept| {
                let of = |known: &shelf::Known| {
                    known
                        .regions
                        .iter()
                        .find(|(number, _)| *number as usize == region)
                        .map_or(0, |(_, count)| *count)
                };
                concept
                    .words
                    .iter()
                    .map(|(known, _)| of(known))
                    .max()
                    .unwrap_or(0)
            });
            let counts: Vec<u32> = counts.collect();
            let known = counts.iter().filter(|count| **count > 0).count();
            let least = counts
                .into_iter()
                .filter(|count| *count > 0)
                .min()
                .unwrap_or(0);
            (known, least, region)
        })
        .filter(|(known, _, _)| *known > 0)
        .collect();
    regions.sort_by(|a, b| (b.0, b.1, a.2).cmp(&(a.0, a.1, b.2)));
    regions
        .into_iter()
        .take(REGIONS)
        .map(|(_, _, region)| region)
        .collect()
}

/// Files of cards as they are read.
#[derive(Debug, Deserialize)]
struct Block {
    p: Vec<(String, String, String)>,
    c: Vec<Option<Card>>,
}

#[derive(Debug, Deserialize)]
struct Card(usize, String, String, String, String, String, i16, String);

fn told(
    shelves: &[Shelf<'_>],
    hits: Vec<(usize, Ranked)>,
    understood: Understood,
    analyzer: &Analyzer,
    limit: usize,
) -> Answer {
    let mut answer = Answer {
        total: hits.len(),
        full: hits.iter().filter(|(_, ranked)| ranked.full).count(),
        terms: understood.terms(),
        words: understood
            .concepts
            .iter()
            .map(|concept| concept.concept.word.clone())
            .collect(),
        ..Answer::default()
    };
    let mut seen = BTreeSet::new();
    for (number, ranked) in hits {
        if answer.results.len() == limit {
            break;
        }
        let result = shelves.get(number).and_then(|shelf| result(shelf, ranked));
        answer
            .results
            .extend(result.filter(|result| seen.insert(result.url.clone())));
    }
    answer.interpreted = understood.interpretations(&answer.results, analyzer);
    answer
}

/// A territory of a file of cards, as the file has it.
type Territory = (String, String, String);

/// The card of a document, with the territories that stand in its file.
fn card(shelf: &Shelf<'_>, document: u32) -> Option<(Card, Vec<Territory>)> {
    let block = shelf.directory.block.max(1);
    let number = (document / block) as usize;
    let hash = shelf.directory.cards.get(number * 4..number * 4 + 4)?;
    let name = format!("{number}.{hash}");
    let at = (document % block) as usize;
    if shelf.is_region() {
        let cards: cards::Block = shelf.file(&name)?;
        let card = cards.c.get(at)?;
        let text = |number: usize| cards.s.get(number).cloned().unwrap_or_default();
        let whole = Card(
            card.0,
            text(card.1),
            text(card.2),
            text(card.3),
            text(card.4),
            text(card.5),
            card.6,
            text(card.7),
        );
        return Some((whole, cards.p));
    }
    let mut cards: Block = shelf.file(&name)?;
    let card = cards.c.get_mut(at)?.take()?;
    Some((card, cards.p))
}

fn result(shelf: &Shelf<'_>, ranked: Ranked) -> Option<Result> {
    let (card, places) = card(shelf, ranked.document)?;
    let place = card.0.checked_sub(1).and_then(|index| places.get(index));
    let url = match (place, card.2.strip_prefix('/')) {
        (Some(_), Some(elsewhere)) => elsewhere.to_owned(),
        (Some(place), None) => format!("{}/{}", place.0, card.2),
        (None, _) => card.2,
    };
    Some(Result {
        url: format!("/{url}"),
        kind: card.1,
        title: card.3,
        note: card.4,
        text: card.5,
        municipality: place.map(|place| place.1.clone()).unwrap_or_default(),
        region: place.map(|place| place.2.clone()).unwrap_or_default(),
        year: (card.6 != 0).then_some(card.6),
        status: card.7,
        score: ranked.score,
        ranked,
    })
}
