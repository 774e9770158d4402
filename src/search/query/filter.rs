//! Choices: region, district, year, month, section, status, role, school, kind.

use serde::Deserialize;

use crate::search::index::digits::{Digits, from_runs};
use crate::search::query::shelf::Shelf;
use crate::text::russian::month;

/// What can be chosen by, with the name used in addresses and on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Region.
    Region,
    /// Municipality.
    Place,
    /// Year.
    Year,
    /// Month, 1–12.
    Month,
    /// Section of a plan.
    Section,
    /// Status of a measure.
    Status,
    /// Role of those who answer.
    Role,
    /// School.
    School,
    /// Kind of document.
    Kind,
}

impl Facet {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Facet; 9] = [
        Facet::Region,
        Facet::Place,
        Facet::Year,
        Facet::Month,
        Facet::Section,
        Facet::Status,
        Facet::Role,
        Facet::School,
        Facet::Kind,
    ];

    /// Name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Region => "region",
            Facet::Place => "rayon",
            Facet::Year => "god",
            Facet::Month => "mesyats",
            Facet::Section => "razdel",
            Facet::Status => "status",
            Facet::Role => "kto",
            Facet::School => "shkola",
            Facet::Kind => "vid",
        }
    }
}

/// Chosen values; a document must fit one value of each facet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Facet and value, in any order.
    pub chosen: Vec<(Facet, String)>,
}

impl Filters {
    /// Values of a facet.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen
            .iter()
            .filter(move |(one, _)| *one == facet)
            .map(|(_, value)| value.as_str())
    }
}

/// Columns of a part, as they are read: see `search::index::columns`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Read {
    kinds: Vec<(String, String)>,
    regions: Vec<(String, String)>,
    places: Vec<(String, String, usize)>,
    roles: Vec<(String, String)>,
    statuses: Vec<String>,
    sections: Vec<String>,
    schools: Vec<(String, String)>,
    kind: String,
    place: String,
    year: String,
    months: String,
    section: String,
    status: String,
    role: String,
    school: String,
}

/// Columns of a part.
pub struct Columns {
    read: Read,
    kind: Vec<u32>,
    place: Vec<u32>,
    year: Vec<u32>,
    months: Vec<u32>,
    section: Vec<u32>,
    status: Vec<u32>,
    role: Vec<u32>,
    school: Vec<Vec<u32>>,
}

impl Columns {
    /// Columns of a part; empty when the part has none.
    pub fn of(shelf: &Shelf<'_>) -> Columns {
        let read: Read = shelf.file(&shelf.directory.columns).unwrap_or_default();
        Columns {
            kind: from_runs(&read.kind),
            place: from_runs(&read.place),
            year: from_runs(&read.year),
            months: from_runs(&read.months),
            section: from_runs(&read.section),
            status: from_runs(&read.status),
            role: from_runs(&read.role),
            school: lists(&read.school),
            read,
        }
    }

    /// How many numbers of documents there are.
    pub fn len(&self) -> usize {
        self.kind.len()
    }

    /// True when there are no documents.
    pub fn is_empty(&self) -> bool {
        self.kind.is_empty()
    }

    /// True for numbers that stand for a document.
    pub fn stands(&self, document: usize) -> bool {
        self.kind.get(document).is_some_and(|kind| *kind > 0)
    }

    /// True when the document fits one value of each chosen facet.
    pub fn fits(&self, document: usize, filters: &Filters) -> bool {
        self.stands(document)
            && Facet::ALL.into_iter().all(|facet| {
                let mut chosen = filters.of(facet).peekable();
                chosen.peek().is_none() || {
                    let values = self.values(document, facet);
                    chosen.any(|one| {
                        values.iter().any(|(value, label)| {
                            value == one || label.to_lowercase() == one.to_lowercase()
                        })
                    })
                }
            })
    }

    /// Values of a document: code and name.
    pub fn values(&self, document: usize, facet: Facet) -> Vec<(String, String)> {
        let number = |column: &[u32]| column.get(document).copied().unwrap_or_default() as usize;
        let one = |pair: Option<&(String, String)>| pair.cloned().into_iter().collect();
        let same = |text: Option<&String>| -> Vec<(String, String)> {
            text.map(|text| (text.clone(), text.clone()))
                .into_iter()
                .collect()
        };
        match facet {
            Facet::Kind => one(listed(&self.read.kinds, number(&self.kind))),
            Facet::Place => listed(&self.read.places, number(&self.place))
                .map(|place| (place.0.clone(), place.1.clone()))
                .into_iter()
                .collect(),
            Facet::Region => one(listed(&self.read.places, number(&self.place))
                .and_then(|place| listed(&self.read.regions, place.2))),
            Facet::Year => match number(&self.year) {
                0 => Vec::new(),
                year => vec![(year.to_string(), year.to_string())],
            },
            Facet::Month => bits(number(&self.months))
                .filter_map(|bit| i8::try_from(bit + 1).ok())
                .map(|number| (number.to_string(), month(number).to_owned()))
                .collect(),
            Facet::Section => same(listed(&self.read.sections, number(&self.section))),
            Facet::Status => same(listed(&self.read.statuses, number(&self.status))),
            Facet::Role => bits(number(&self.role))
                .filter_map(|bit| self.read.roles.get(bit).cloned())
                .collect(),
            Facet::School => self
                .school
                .get(document)
                .into_iter()
                .flatten()
                .filter_map(|number| listed(&self.read.schools, *number as usize).cloned())
                .collect(),
        }
    }
}

/// Numbers of lists begin at one: 0 is «none».
fn listed<T>(list: &[T], number: usize) -> Option<&T> {
    list.get(number.checked_sub(1)?)
}

fn bits(mask: usize) -> impl Iterator<Item = usize> {
    (0..usize::BITS as usize).filter(move |bit| mask >> bit & 1 == 1)
}

fn lists(text: &str) -> Vec<Vec<u32>> {
    let mut digits = Digits::new(text);
    let mut lists = Vec::new();
    while !digits.is_empty() {
        let count = digits.number();
        lists.push((0..count).map(|_| digits.number()).collect());
    }
    lists
}
