//! What all documents of one territory share, looked up once: its names, its people and schools by identifier.

use std::collections::HashMap;

use crate::model::id::{Reference, Slug};
use crate::model::place::person::Person;
use crate::model::place::school::School;
use crate::model::place::territory::{PlaceNames, Territory};
use crate::model::portal::Portal;
use crate::search::document::shape::{Document, Field, Kind};
use crate::site::{PageKey, PlacePage, Seats};
use crate::text::russian::lowercase;

/// A territory with what its documents need of it.
pub struct Surroundings<'a> {
    /// The territory.
    pub territory: &'a Territory,
    /// Its region, when the territory is a municipality and the portal knows the region.
    pub region: Option<&'a Territory>,
    seats: &'a Seats,
    index: usize,
    place: String,
    people: HashMap<&'a Slug, &'a Person>,
    schools: HashMap<&'a Slug, usize>,
}

impl<'a> Surroundings<'a> {
    /// Looks around a territory of the portal; the seats say which pages there are.
    pub fn new(portal: &'a Portal, seats: &'a Seats, index: usize) -> Option<Self> {
        let territory = portal.territories.get(index)?;
        let region = (!territory.is_region())
            .then(|| {
                portal.territory(&crate::model::id::TerritoryPath {
                    region: territory.path.region.clone(),
                    municipality: None,
                })
            })
            .flatten();
        let all = names(territory)
            .into_iter()
            .chain(region.map(names).unwrap_or_default());
        let place = proper_names(all);
        Some(Surroundings {
            territory,
            region,
            seats,
            index,
            place,
            people: territory.people.iter().map(|p| (&p.id, p)).collect(),
            schools: territory
                .schools
                .iter()
                .enumerate()
                .map(|(at, school)| (&school.id, at))
                .collect(),
        })
    }

    /// A document of this territory.
    pub fn document(&self, kind: Kind, page: PlacePage, title: impl Into<String>) -> Document {
        let page = PageKey::place(&self.territory.path, page);
        self.at(kind, &self.address(&page), title)
    }

    /// The address of a page, or of the place where its contents stand.
    pub fn address(&self, page: &PageKey) -> String {
        self.seats.address(page)
    }

    /// The address of an anchor of a page of this territory, or of the page where the contents of that one stand.
    pub fn anchor(&self, page: PlacePage, anchor: &str) -> String {
        let page = PageKey::place(&self.territory.path, page);
        let seat = self.seats.seat(&page).map_or(page, |(seat, _)| seat);
        format!("{}#{anchor}", seat.address().as_str())
    }

    /// A document of this territory at another address.
    pub fn at(&self, kind: Kind, address: &str, title: impl Into<String>) -> Document {
        let mut document = Document::new(kind, address, title);
        document.territory = Some(self.index);
        document.add(Field::Place, self.place.as_str());
        document
    }

    /// A person by identifier.
    pub fn person(&self, id: &Slug) -> Option<&'a Person> {
        self.people.get(id).copied()
    }

    /// A school by identifier, with its place in the list of schools.
    pub fn school(&self, id: &Slug) -> Option<(usize, &'a School)> {
        let at = *self.schools.get(id)?;
        Some((at, &self.territory.schools[at]))
    }

    /// Adds the names of people and schools, and the schools as values of their filter.
    pub fn add_named<'s>(
        &self,
        document: &mut Document,
        people: impl IntoIterator<Item = &'s Slug>,
        schools: impl IntoIterator<Item = &'s Slug>,
    ) {
        for person in people.into_iter().filter_map(|id| self.person(id)) {
            document.add(Field::Name, all_forms(person.forms()));
        }
        for (at, school) in schools.into_iter().filter_map(|id| self.school(id)) {
            document.add(Field::Name, all_forms(school.forms()));
            document.facets.schools.push(at);
        }
        document.facets.schools.sort_unstable();
        document.facets.schools.dedup();
    }
}

/// Words that every second territory has in its name say nothing about where a measure belongs.
const COMMON: [&str; 12] = [
    "район",
    "муниципальн",
    "городск",
    "сельск",
    "округ",
    "област",
    "республик",
    "край",
    "края",
    "автономн",
    "образовани",
    "город",
];

/// What is particular in names, each word once.
fn proper_names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in names.flat_map(|name| name.split([' ', ',', '(', ')', '«', '»', '"'])) {
        let small = lowercase(word);
        if !small.is_empty()
            && !COMMON.iter().any(|common| small.starts_with(common))
            && !words.contains(&word)
        {
            words.push(word);
        }
    }
    words.join(" ")
}

/// Every name of a territory.
pub fn names(territory: &Territory) -> Vec<&str> {
    let PlaceNames { name, of, in_place } = &territory.names;
    [name.as_str(), of, in_place]
        .into_iter()
        .chain(territory.official_name.as_deref())
        .chain(territory.also_called.iter().map(String::as_str))
        .collect()
}

/// All literal forms of a name in one text.
pub fn all_forms<'f>(forms: impl Iterator<Item = &'f str>) -> String {
    forms.collect::<Vec<_>>().join(", ")
}

/// What references point at.
pub fn targets<T>(references: &[Reference<T>]) -> impl Iterator<Item = &T> {
    references.iter().map(|reference| &reference.to)
}
