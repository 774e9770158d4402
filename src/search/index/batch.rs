//! The index of a few documents that belong together, usually all of one territory. Batches are made side by side and
//! joined afterwards; nothing in one depends on another, so an edit in one territory leaves the others as they were.

use std::mem::take;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::search::analysis::{TermNumber, Terms};
use crate::search::document::{Document, Kind};
use crate::search::index::gather::Gathered;
use crate::search::index::postings::List;
use crate::search::index::roles::role_mask;

/// What every batch needs to know.
pub struct Frame<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The newest year of any plan: its documents stand before older ones of equal worth.
    pub newest: i16,
}

/// A document as the list of results shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card(
    /// Territory: a number in the portal's list, replaced by one of the block when it is written.
    pub Option<usize>,
    /// Kind.
    pub &'static str,
    /// Address; without the territory's folder when the document lies there.
    pub String,
    /// Title.
    pub String,
    /// Second line.
    pub String,
    /// Third line.
    pub String,
    /// Year; 0 for none.
    pub i16,
    /// Status of a measure; empty for none.
    pub &'static str,
);

/// What a document can be chosen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Kind.
    pub kind: Kind,
    /// Territory, a number in the portal's list.
    pub territory: Option<usize>,
    /// Year; 0 for none.
    pub year: i16,
    /// Months, bit 0 is January.
    pub months: u32,
    /// Section of the plan.
    pub section: Option<String>,
    /// Status of a measure.
    pub status: Option<&'static str>,
    /// Roles of those who answer: bits in the order of [`super::roles::ROLES`].
    pub roles: u32,
    /// Schools: numbers in the territory's list.
    pub schools: Vec<usize>,
}

/// A title that is offered while somebody types.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hint {
    /// Kind; decides the order of offers.
    pub kind: Kind,
    /// Title.
    pub label: String,
    /// Name of the territory, for schools and practices.
    pub place: String,
    /// Address.
    pub address: String,
}

/// The index of some documents.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Documents by word, the words in any order; numbers start at 0 for the first document of the batch.
    pub lists: Vec<(Arc<str>, List)>,
    /// Cards by document.
    pub cards: Vec<Card>,
    /// What documents can be chosen by.
    pub rows: Vec<Row>,
    /// Offers while typing.
    pub hints: Vec<Hint>,
}

/// What a batch keeps of a document beside its words.
#[derive(Debug, Clone)]
pub struct Entry {
    /// 2 for the newest year, 1 for the one before, else 0.
    pub fresh: u32,
    /// What the list of results shows.
    pub card: Card,
    /// What it can be chosen by.
    pub row: Row,
    /// What is offered while typing.
    pub hint: Option<Hint>,
}

impl Entry {
    /// Takes it out of a document: its lines and its address are gone afterwards.
    pub fn of(frame: &Frame<'_>, document: &mut Document) -> Entry {
        Entry {
            fresh: fresh(document.year, frame.newest),
            row: row(document),
            hint: hint(frame, document),
            card: card(path(frame, document), document),
        }
    }
}

/// A batch in the making.
#[derive(Default)]
pub struct Builder {
    lists: FxHashMap<TermNumber, List>,
    batch: Batch,
}

impl Builder {
    /// Adds the next document with its words.
    pub fn add(&mut self, entry: Entry, words: &Gathered) {
        let number = self.batch.cards.len() as u32;
        for (term, posting) in words.postings() {
            let list = self.lists.entry(term).or_default();
            list.push(number, &posting, entry.fresh);
        }
        self.batch.cards.push(entry.card);
        self.batch.rows.push(entry.row);
        self.batch.hints.extend(entry.hint);
    }

    /// The batch of all documents added; `terms` know the numbers of their words.
    pub fn finish(mut self, terms: &Terms) -> Batch {
        let named = self.lists.into_iter();
        self.batch.lists = named
            .map(|(term, list)| (Arc::clone(terms.name(term)), list))
            .collect();
        self.batch
    }
}

/// The territory of a document.
pub fn path<'a>(frame: &Frame<'a>, document: &Document) -> Option<&'a TerritoryPath> {
    let territory = frame.portal.territories.get(document.territory?)?;
    Some(&territory.path)
}

/// Documents without a year stand between this year's and old ones.
fn fresh(year: Option<i16>, newest: i16) -> u32 {
    match year {
        Some(year) if year >= newest => 2,
        Some(year) if year + 1 < newest => 0,
        _ => 1,
    }
}

fn card(path: Option<&TerritoryPath>, document: &mut Document) -> Card {
    let folder = path.map(|path| format!("{path}/"));
    let address = match &folder {
        Some(folder) => document.address.strip_prefix(folder.as_str()),
        None => None,
    };
    // A document of a territory that lies elsewhere (a practice) keeps its whole address behind a slash.
    let address = match address {
        Some(tail) => tail.to_owned(),
        None if folder.is_some() => format!("/{}", document.address),
        None => take(&mut document.address),
    };
    Card(
        document.territory,
        document.kind.code(),
        address,
        take(&mut document.title),
        take(&mut document.note),
        take(&mut document.text),
        document.year.unwrap_or_default(),
        document.status.unwrap_or_default(),
    )
}

fn row(document: &Document) -> Row {
    let facets = &document.facets;
    Row {
        kind: document.kind,
        territory: document.territory,
        year: document.year.unwrap_or_default(),
        months: facets.months.iter().fold(0, |mask, month| {
            mask | 1 << (u32::from(*month).clamp(1, 12) - 1)
        }),
        section: facets.section.clone(),
        status: document.status,
        roles: role_mask(&facets.roles),
        schools: facets.schools.clone(),
    }
}

fn hint(frame: &Frame<'_>, document: &Document) -> Option<Hint> {
    if !document.kind.is_offered() {
        return None;
    }
    let territory = document
        .territory
        .and_then(|index| frame.portal.territories.get(index));
    let place = match (document.kind, territory) {
        (Kind::Municipality, Some(territory)) if territory.is_region() => String::new(),
        (Kind::Municipality, Some(territory)) => region_name(frame.portal, &territory.path),
        (_, Some(territory)) => territory.names.name.clone(),
        (_, None) => String::new(),
    };
    Some(Hint {
        kind: document.kind,
        label: document.title.clone(),
        place,
        address: document.address.clone(),
    })
}

/// Name of the region a territory lies in.
pub fn region_name(portal: &Portal, path: &TerritoryPath) -> String {
    let region = TerritoryPath {
        region: path.region.clone(),
        municipality: None,
    };
    portal
        .territory(&region)
        .map_or_else(String::new, |region| region.names.name.clone())
}
