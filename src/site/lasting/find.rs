//! Finds things that stand under another name now. Only what leaves no doubt counts: one thing is missing, one is new, and
//! they say the same.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::model::lasting::Kind;
use crate::model::lasting::lock::{Entry, Known, moment};
use crate::site::lasting::present::Present;

/// What tells a thing from its neighbours: kind, plan of an event, id.
pub type Name<'a> = (Kind, &'a str, &'a str);

/// All that the lock says of one thing.
#[derive(Debug, Clone)]
pub struct Record<'a> {
    /// The first line about it.
    pub first: Entry<'a>,
    /// What is known of its titles, the latest last.
    pub titles: Vec<Known<'a>>,
    /// The days of the lines about it.
    pub days: Vec<&'a str>,
}

impl<'a> Record<'a> {
    /// True when it was called so at some time.
    pub fn was_called(&self, title: &str) -> bool {
        self.titles.iter().any(|known| known.is(title))
    }

    /// True when it was called so last.
    pub fn is_called(&self, title: &str) -> bool {
        self.titles.last().is_some_and(|known| known.is(title))
    }

    /// True when it had a page with its title, and not only a place on one.
    pub fn had_page(&self) -> bool {
        let is_title = |known: &Known<'_>| matches!(known, Known::Title(_));
        !self.first.kind.may_be_seated() || self.titles.iter().any(is_title)
    }

    /// The day it was first written down.
    pub fn since(&self) -> &'a str {
        moment(self.first.since).0
    }

    /// Its last title; empty when only a mark is known, or when it is nothing to be told.
    pub fn title(&self) -> &'a str {
        let told = self.titles.iter().rev().find_map(|known| match known {
            Known::Title(title) => Some(*title),
            Known::Mark(_) => None,
        });
        told.filter(|_| self.first.kind != Kind::File)
            .unwrap_or_default()
    }
}

/// The lines of a block by the things they are about.
pub fn records<'a>(entries: &[Entry<'a>]) -> BTreeMap<Name<'a>, Record<'a>> {
    let mut records: BTreeMap<Name<'a>, Record<'a>> = BTreeMap::new();
    let mut sorted: Vec<&Entry<'a>> = entries.iter().collect();
    sorted.sort_by_key(|entry| moment(entry.since));
    for entry in sorted {
        let record = records
            .entry((entry.kind, entry.parent, entry.id))
            .or_insert_with(|| Record {
                first: entry.clone(),
                titles: Vec::new(),
                days: Vec::new(),
            });
        record.days.push(entry.since);
        record.titles.push(entry.known);
    }
    records
}

/// Things by their names.
pub fn by_name<'a, 'b>(present: &'b [Present<'a>]) -> HashMap<Name<'a>, &'b Present<'a>> {
    let named = present.iter();
    named
        .map(|one| ((one.kind, one.parent, one.id), one))
        .collect()
}

/// Of these missing things those that one new thing each says the same as; titles that several have tell nothing.
pub fn renamed<'a, 'b>(
    missing: &[(&Name<'a>, &Record<'a>)],
    fresh: &[&'b Present<'b>],
) -> Vec<(Name<'a>, &'b Present<'b>)> {
    let mut found = Vec::new();
    for (name, record) in missing {
        let same = |one: &&&Present<'_>| {
            one.kind == name.0 && one.parent == name.1 && record.is_called(&one.title)
        };
        let mut candidates = fresh.iter().filter(same);
        let (Some(only), None) = (candidates.next(), candidates.next()) else {
            continue;
        };
        let rivals = missing.iter().filter(|(other, record)| {
            other.0 == only.kind && other.1 == only.parent && record.is_called(&only.title)
        });
        if rivals.count() == 1 {
            found.push((**name, *only));
        }
    }
    found
}

/// Of these missing plans those whose events stand in one new plan; a plan without events by its title.
pub fn renamed_plans<'a, 'b>(
    missing: &[&'a str],
    records: &BTreeMap<Name<'a>, Record<'a>>,
    fresh: &[&'b str],
    present: &'b [Present<'b>],
) -> Vec<(&'a str, &'b str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for plan in missing {
        let events: Vec<_> = records
            .iter()
            .filter(|(name, _)| name.0 == Kind::Event && name.1 == *plan)
            .collect();
        let titled = |other: &str| {
            let title = present
                .iter()
                .find(|one| one.kind == Kind::Plan && one.id == other);
            let record = records.get(&(Kind::Plan, "", *plan));
            match (title, record) {
                (Some(one), Some(record)) => usize::from(record.is_called(&one.title)),
                _ => 0,
            }
        };
        let same = |other: &str| match events.len() {
            0 => titled(other),
            many => {
                let stands = |one: &Present<'_>| {
                    let known = records.get(&(Kind::Event, *plan, one.id));
                    known.is_some_and(|record| record.was_called(&one.title))
                };
                let of_other = present
                    .iter()
                    .filter(|one| one.kind == Kind::Event && one.parent == other);
                let same = of_other.filter(|one| stands(one)).count();
                if same * 2 > many { same } else { 0 }
            }
        };
        let mut likely = fresh.iter().filter(|other| same(other) > 0);
        if let (Some(only), None) = (likely.next(), likely.next()) {
            found.push((plan, only));
        }
    }
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, new) in &found {
        *taken.entry(new).or_default() += 1;
    }
    found.retain(|(_, new)| taken[new] == 1);
    found
}

/// How much of what stood in a territory stands in another one by the same names and titles; events are not counted, a
/// territory without anything else is known by its name.
pub fn likeness(records: &BTreeMap<Name<'_>, Record<'_>>, other: &[Present<'_>]) -> Likeness {
    let counts = |kind: Kind| !matches!(kind, Kind::Event | Kind::Place);
    let names: HashSet<Name<'_>> = other
        .iter()
        .filter(|one| {
            let record = records.get(&(one.kind, one.parent, one.id));
            counts(one.kind) && record.is_some_and(|record| record.was_called(&one.title))
        })
        .map(|one| (one.kind, one.parent, one.id))
        .collect();
    let all = records.keys().filter(|name| counts(name.0)).count();
    let called = other.iter().any(|one| {
        let record = records.get(&(Kind::Place, "", ""));
        one.kind == Kind::Place && record.is_some_and(|record| record.is_called(&one.title))
    });
    Likeness {
        same: names.len(),
        all,
        is_called_so: called,
    }
}

/// How alike a territory is to one that is missing.
#[derive(Debug, Clone, Copy)]
pub struct Likeness {
    same: usize,
    all: usize,
    is_called_so: bool,
}

impl Likeness {
    /// True when it leaves no doubt: most of the things, and at least two, or the name and some of the things.
    pub fn is_beyond_doubt(self) -> bool {
        let Likeness { same, all, .. } = self;
        (same >= 2 && same * 2 > all) || (self.is_called_so && (same > 0 || all == 0))
    }

    /// True when it may be the same.
    pub fn is_possible(self) -> bool {
        self.is_called_so || self.same > 0
    }
}

/// The plans among things.
pub fn plans<'a>(present: &'a [Present<'a>]) -> BTreeSet<&'a str> {
    let plans = present.iter().filter(|one| one.kind == Kind::Plan);
    plans.map(|one| one.id).collect()
}
