//! Which calendars the portal publishes for phones and other programs, where each lies, and which events stand in it.

use jiff::civil::Date;

use crate::model::id::{EventRef, Slug, TerritoryPath};
use crate::model::place::territory::Territory;
use crate::model::plan::dated::{Dated, dates, dates_paired};
use crate::model::plan::responsible::Role;
use crate::model::plan::roadmap::{Event, Roadmap, Section};
use crate::model::portal::Portal;
use crate::site::data::is_country;
use crate::site::extent::Extent;
use crate::site::page::{PageKey, PlacePage};

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Calendar {
    /// All events of the portal.
    Portal,
    /// Events of the plans of a region or municipality.
    Place(TerritoryPath),
    /// Events that name a school.
    School(TerritoryPath, Slug),
    /// Events for which one kind of party is responsible.
    Role(TerritoryPath, Role),
    /// Events that name a person: as responsible, or beside a school.
    Person(TerritoryPath, Slug),
    /// Events of the practices of a collection.
    Collection(Slug),
}

/// An event of a calendar.
#[derive(Clone)]
pub struct Entry<'a> {
    /// Whose plan.
    pub territory: &'a Territory,
    /// The plan.
    pub plan: &'a Roadmap,
    /// The section of the plan.
    pub section: &'a Section,
    /// The event.
    pub event: &'a Event,
    /// Its days in this calendar; none when it has no date: then it is only counted.
    pub dates: Vec<Dated<'a>>,
}

impl Calendar {
    /// Path of the file from the root of the portal.
    pub fn path(&self) -> String {
        match self {
            Calendar::Portal => "kalendar.ics".to_owned(),
            Calendar::Place(place) => format!("{place}/kalendar.ics"),
            Calendar::School(place, id) => format!("{place}/shkoly/{id}/kalendar.ics"),
            Calendar::Role(place, role) => format!("{place}/kalendar/{}.ics", role.code()),
            Calendar::Person(place, id) => format!("{place}/kalendar/lyudi/{id}.ics"),
            Calendar::Collection(id) => format!("praktiki/{id}/kalendar.ics"),
        }
    }

    /// The page that says the same to people.
    pub fn page(&self) -> PageKey {
        match self {
            Calendar::Portal => PageKey::Calendar,
            Calendar::Place(place) | Calendar::Role(place, _) | Calendar::Person(place, _) => {
                PageKey::place(place, PlacePage::Calendar)
            }
            Calendar::School(place, id) => PageKey::place(place, PlacePage::School(id.clone())),
            Calendar::Collection(id) => PageKey::Collection(id.clone()),
        }
    }

    /// Its events in the order of territories and documents, those without a date included.
    pub fn entries<'a>(&self, portal: &'a Portal) -> Vec<Entry<'a>> {
        let of = |place: &TerritoryPath| portal.territory(place).map(all).unwrap_or_default();
        match self {
            Calendar::Portal => portal.places().flat_map(all).collect(),
            Calendar::Place(place) => of(place),
            Calendar::School(place, id) => of(place)
                .into_iter()
                .filter(|entry| entry.event.names_school(id))
                .map(|entry| {
                    entry.only_paired(|schools, _| schools.iter().any(|school| school.to == *id))
                })
                .collect(),
            Calendar::Role(place, role) => of(place)
                .into_iter()
                .filter(|entry| roles(entry.event).any(|one| one == *role))
                .collect(),
            Calendar::Person(place, id) => of(place)
                .into_iter()
                .filter(|entry| entry.event.people.contains(id))
                .map(|entry| {
                    entry.only_paired(|_, people| people.iter().any(|person| person.to == *id))
                })
                .collect(),
            Calendar::Collection(id) => of_collection(portal, id),
        }
    }

    /// The events that are published on a day: all of them; of a place of a country those of its current and coming
    /// plans, and of its last plan where there is none.
    pub fn entries_on<'a>(&self, portal: &'a Portal, today: Date) -> Vec<Entry<'a>> {
        let mut entries = self.entries(portal);
        if let (Calendar::Place(_), true) = (self, is_country(portal)) {
            entries.retain(|entry| is_current(entry.territory, entry.plan, today));
        }
        entries
    }

    /// Address of the page that says the same to people; in a country a place says it on its main page.
    pub fn page_address(&self, portal: &Portal) -> String {
        Extent::of(portal).address(&self.page())
    }
}

fn is_current(territory: &Territory, plan: &Roadmap, today: Date) -> bool {
    let last = territory.plans.iter().map(|plan| plan.period.last).max();
    plan.period.last >= last.map_or(today, |last| last.min(today))
}

/// Every calendar of the portal, in a fixed order. A country has no calendar of everything, which no phone could read, and
/// none of single schools, roles and people, which would be a hundred thousand files.
pub fn calendars(portal: &Portal) -> Vec<Calendar> {
    let few = has_all(portal);
    let mut found = Vec::new();
    if few {
        found.push(Calendar::Portal);
    }
    for territory in portal.territories.iter().filter(|t| t.has_dossier()) {
        let place = &territory.path;
        found.push(Calendar::Place(place.clone()));
        if few {
            found.extend(
                territory
                    .schools
                    .iter()
                    .map(|school| Calendar::School(place.clone(), school.id.clone())),
            );
            found.extend(roles_of(territory).map(|role| Calendar::Role(place.clone(), role)));
            found.extend(people_of(territory).map(|id| Calendar::Person(place.clone(), id)));
        }
    }
    found.extend(
        portal
            .collections
            .iter()
            .map(|collection| Calendar::Collection(collection.id.clone()))
            .filter(|calendar| calendar.entries(portal).iter().any(Entry::is_dated)),
    );
    found
}

/// True when the portal publishes one calendar of everything, and calendars of schools, roles and people.
pub fn has_all(portal: &Portal) -> bool {
    !is_country(portal)
}

/// Roles that answer for dated measures of a territory. Who was not recognised has no calendar: «другие» is nobody.
pub fn roles_of(territory: &Territory) -> impl Iterator<Item = Role> {
    let mut found: Vec<Role> = events(territory)
        .filter(|event| !dates(event).is_empty())
        .flat_map(roles)
        .filter(|role| *role != Role::Other)
        .collect();
    found.sort();
    found.dedup();
    found.into_iter()
}

/// People whom dated measures of a territory name, in the order of its list of people.
pub fn people_of(territory: &Territory) -> impl Iterator<Item = Slug> {
    let named = |id: &Slug| {
        events(territory).any(|event| event.people.contains(id) && !dates(event).is_empty())
    };
    let found: Vec<Slug> = territory
        .people
        .iter()
        .map(|person| person.id.clone())
        .filter(named)
        .collect();
    found.into_iter()
}

impl<'a> Entry<'a> {
    fn new(
        territory: &'a Territory,
        plan: &'a Roadmap,
        section: &'a Section,
        event: &'a Event,
    ) -> Self {
        Entry {
            territory,
            plan,
            section,
            event,
            dates: dates(event),
        }
    }

    /// The event's name in its territory.
    pub fn reference(&self) -> EventRef {
        EventRef {
            plan: self.plan.id.clone(),
            event: self.event.id.clone(),
        }
    }

    /// True when it stands in the calendar and is not only counted.
    pub fn is_dated(&self) -> bool {
        !self.dates.is_empty()
    }

    fn only_paired(
        self,
        with: impl Fn(
            &[crate::model::id::Reference<Slug>],
            &[crate::model::id::Reference<Slug>],
        ) -> bool,
    ) -> Self {
        Entry {
            dates: dates_paired(self.event, |pairing| {
                with(&pairing.schools, &pairing.people)
            }),
            ..self
        }
    }
}

fn all(territory: &Territory) -> Vec<Entry<'_>> {
    let plans = territory.plans.iter();
    let sections = plans.flat_map(|plan| plan.sections.iter().map(move |section| (plan, section)));
    sections
        .flat_map(|(plan, section)| {
            section
                .events
                .iter()
                .map(move |event| Entry::new(territory, plan, section, event))
        })
        .collect()
}

fn events(territory: &Territory) -> impl Iterator<Item = &Event> {
    territory.plans.iter().flat_map(Roadmap::events)
}

fn roles(event: &Event) -> impl Iterator<Item = Role> {
    let parties = event
        .responsible
        .iter()
        .flat_map(|cell| &cell.value.parties);
    parties.map(|party| party.role)
}

/// Events of the practices of a collection, each once.
fn of_collection<'a>(portal: &'a Portal, id: &Slug) -> Vec<Entry<'a>> {
    let collection = portal.collections.iter().find(|one| one.id == *id);
    let mut found: Vec<Entry<'a>> = Vec::new();
    for wanted in collection.iter().flat_map(|one| &one.practices) {
        let Some((territory, practice)) = portal
            .practices()
            .find(|(_, practice)| practice.id == wanted.to)
        else {
            continue;
        };
        for event in &practice.events {
            let Some(plan) = territory.plan(&event.to.plan) else {
                continue;
            };
            let Some((section, event)) = plan.event(&event.to.event) else {
                continue;
            };
            if found.iter().all(|entry| !std::ptr::eq(entry.event, event)) {
                found.push(Entry::new(territory, plan, section, event));
            }
        }
    }
    found
}
