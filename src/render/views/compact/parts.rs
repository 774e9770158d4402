//! What several lean pages show.

use serde::Serialize;

use crate::model::id::{EventRef, Reference, Slug};
use crate::model::place::person::Person;
use crate::model::place::school::{School, SchoolCategory};
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::plan::standing::{Standing, standing};
use crate::render::views::parts::link::Link;
use crate::render::views::parts::title::short;
use crate::render::views::place::parts::place::Place;
use crate::site::{PlacePage, anchors};
use crate::text::russian;

/// How many letters of a measure a list shows: its words stand in the plan.
const SHORT: usize = 90;

/// A measure in a list: its number, the beginning of its words, how it stands.
#[derive(Serialize)]
pub struct EventLink {
    text: String,
    href: String,
    code: &'static str,
    standing: String,
    /// The last day of its time, when it has one: for programs and in short.
    until: Option<(String, String)>,
}

/// Measures of one plan.
#[derive(Serialize)]
pub struct PlanLinks {
    /// The plan.
    pub plan: Link,
    /// Its measures.
    pub events: Vec<EventLink>,
}

/// How many events stand in one way.
#[derive(Serialize)]
pub struct Counted {
    code: &'static str,
    words: String,
    count: usize,
}

/// A measure in a list.
pub fn event_link(place: &Place<'_>, plan: &Roadmap, event: &Event) -> EventLink {
    let how = standing(event, place.context.edition.today);
    let title = short(&event.title.value, SHORT);
    EventLink {
        text: match &event.number {
            Some(number) => format!("{} {title}", number.value),
            None => title,
        },
        href: row(place, plan, event),
        code: how.code(),
        standing: place.say(how.words(), &[]),
        until: event
            .last_day()
            .map(|day| (day.to_string(), russian::date_short(day))),
    }
}

/// Where a measure stands.
pub fn row(place: &Place<'_>, plan: &Roadmap, event: &Event) -> String {
    place.anchor(PlacePage::Plan(plan.id.clone()), event.id.as_str())
}

/// Measures that are named elsewhere, by their plans.
pub fn named_events(place: &Place<'_>, named: &[Reference<EventRef>]) -> Vec<PlanLinks> {
    let plans = place.territory.plans.iter().rev();
    let groups = plans.map(|plan| PlanLinks {
        plan: place.plan_link(plan),
        events: named
            .iter()
            .filter(|one| one.to.plan == plan.id)
            .filter_map(|one| plan.event(&one.to.event))
            .map(|(_, event)| event_link(place, plan, event))
            .collect(),
    });
    groups.filter(|group| !group.events.is_empty()).collect()
}

/// A person of the territory as a link to where it stands among the contacts.
pub fn person_link(place: &Place<'_>, person: &Person) -> Link {
    Link {
        text: person.name.clone(),
        href: place.anchor(PlacePage::Section("kontakty"), &anchors::person(&person.id)),
    }
}

/// Named people as links.
pub fn people(place: &Place<'_>, named: &[Reference<Slug>]) -> Vec<Link> {
    named
        .iter()
        .filter_map(|one| place.territory.person(&one.to))
        .map(|person| person_link(place, person))
        .collect()
}

/// What a school is in the plans, years with the same category together: «2024, 2025».
pub fn categories(school: &School) -> Vec<(&SchoolCategory, String)> {
    let mut together: Vec<(&SchoolCategory, String)> = Vec::new();
    for one in &school.categories {
        match together.last_mut() {
            Some((last, years)) if last.category == one.category => {
                *years = format!("{years}, {}", one.year);
            }
            _ => together.push((one, one.year.to_string())),
        }
    }
    together
}

/// How the events of a plan stand, counted.
pub fn counted(place: &Place<'_>, plan: &Roadmap) -> Vec<Counted> {
    let today = place.context.edition.today;
    let mut counts = [0; Standing::ALL.len()];
    for event in plan.events() {
        let how = standing(event, today);
        if let Some(at) = Standing::ALL.iter().position(|one| *one == how) {
            counts[at] += 1;
        }
    }
    let all = Standing::ALL.iter().zip(counts);
    all.filter(|(_, count)| *count > 0)
        .map(|(how, count)| Counted {
            code: how.code(),
            words: place.say(how.words(), &[]),
            count,
        })
        .collect()
}
