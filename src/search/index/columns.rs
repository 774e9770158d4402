//! What documents can be chosen by, column by column: a column of equal values costs almost nothing. The page loads this
//! only when somebody looks at the choices, never for a plain answer.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::portal::Portal;
use crate::search::document::Kind;
use crate::search::index::batch::{Row, region_name};
use crate::search::index::digits;
use crate::search::index::roles::ROLES;

/// Columns of a part of the index. Lists of numbers are texts of [`digits::runs`], one number a document; 0 stands for
/// «none», other numbers are one more than a place in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Columns {
    /// Kinds: code and name.
    kinds: Vec<(&'static str, &'static str)>,
    /// Regions: code and name.
    regions: Vec<(String, String)>,
    /// Territories: path, name, number of the region.
    places: Vec<(String, String, usize)>,
    /// Roles: code and name.
    roles: Vec<(&'static str, &'static str)>,
    /// Statuses.
    statuses: Vec<&'static str>,
    /// Titles of sections of plans.
    sections: Vec<String>,
    /// Schools: address and name.
    schools: Vec<(String, String)>,
    kind: String,
    place: String,
    year: String,
    months: String,
    section: String,
    status: String,
    role: String,
    /// For each document how many schools, then the schools.
    school: String,
}

/// Gives each different value a number, in the order they come.
struct Numbers<T> {
    known: BTreeMap<T, u32>,
    values: Vec<T>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Numbers {
            known: BTreeMap::new(),
            values: Vec::new(),
        }
    }
}

impl<T: Ord + Clone> Numbers<T> {
    fn of(&mut self, value: Option<T>) -> u32 {
        let Some(value) = value else { return 0 };
        if let Some(number) = self.known.get(&value) {
            return *number;
        }
        self.values.push(value.clone());
        let number = self.values.len() as u32;
        self.known.insert(value, number);
        number
    }
}

/// Columns of documents; `None` stands for a number without a document.
pub fn of<'a>(portal: &Portal, rows: impl Iterator<Item = Option<&'a Row>>) -> Columns {
    let mut kinds = Numbers::default();
    let mut places = Numbers::default();
    let mut sections = Numbers::default();
    let mut statuses = Numbers::default();
    let mut schools = Numbers::default();
    let mut numbers: [Vec<u32>; 7] = Default::default();
    let mut school = String::new();
    for row in rows {
        let values = [
            kinds.of(row.map(|row| row.kind)),
            places.of(row.and_then(|row| row.territory)),
            row.map_or(0, |row| u32::try_from(row.year).unwrap_or_default()),
            row.map_or(0, |row| row.months),
            sections.of(row.and_then(|row| row.section.clone())),
            statuses.of(row.and_then(|row| row.status)),
            row.map_or(0, |row| row.roles),
        ];
        for (column, value) in numbers.iter_mut().zip(values) {
            column.push(value);
        }
        let own = row.map_or(&[][..], |row| &row.schools);
        digits::push(&mut school, own.len() as u32);
        for id in own {
            let number = schools.of(row.and_then(|row| Some((row.territory?, *id))));
            digits::push(&mut school, number);
        }
    }
    let [kind, place, year, months, section, status, role] = numbers.map(digits::runs);
    let (regions, places) = named(portal, &places.values);
    Columns {
        kinds: kinds
            .values
            .iter()
            .map(|k: &Kind| (k.code(), k.words()))
            .collect(),
        regions,
        places,
        roles: ROLES
            .iter()
            .map(|role| (role.code(), role.words()))
            .collect(),
        statuses: statuses.values,
        sections: sections.values,
        schools: schools
            .values
            .iter()
            .map(|(place, id)| school_of(portal, *place, *id))
            .collect(),
        kind,
        place,
        year,
        months,
        section,
        status,
        role,
        school,
    }
}

type Regions = Vec<(String, String)>;
type Places = Vec<(String, String, usize)>;

fn named(portal: &Portal, territories: &[usize]) -> (Regions, Places) {
    let mut regions = Numbers::default();
    let places = territories
        .iter()
        .filter_map(|index| portal.territories.get(*index))
        .map(|territory| {
            let region = territory.path.region.to_string();
            let name = region_name(portal, &territory.path);
            let number = regions.of(Some((region, name)));
            (
                territory.path.to_string(),
                territory.names.name.clone(),
                number as usize,
            )
        })
        .collect();
    (regions.values, places)
}

fn school_of(portal: &Portal, territory: usize, school: usize) -> (String, String) {
    portal
        .territories
        .get(territory)
        .and_then(|place| Some((place, place.schools.get(school)?)))
        .map(|(place, school)| (format!("{}/{}", place.path, school.id), school.name.clone()))
        .unwrap_or_default()
}
