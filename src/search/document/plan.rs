//! Roadmaps and their rows as documents.

use crate::model::id::EventRef;
use crate::model::plan::responsible::Role;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::search::document::dates::Dates;
use crate::search::document::record;
use crate::search::document::shape::{Document, Field, Kind};
use crate::search::document::surroundings::Surroundings;
use crate::search::document::words::{EXCERPT, line, shortened};
use crate::site::PlacePage;

/// Longest «who answers» of a card, in characters.
const RESPONSIBLE: usize = 120;

/// The document of a plan and those of its events, in the order of the plan.
pub fn documents(around: &Surroundings<'_>, plan: &Roadmap) -> Vec<Document> {
    let mut documents = Vec::with_capacity(1 + plan.events().count());
    documents.push(plan_document(around, plan));
    add_events(around, plan, &mut documents);
    documents
}

fn plan_document(around: &Surroundings<'_>, plan: &Roadmap) -> Document {
    let page = PlacePage::Plan(plan.id.clone());
    let mut document = around.document(Kind::Plan, page, plan.title_line());
    let mut dates = Dates::default();
    dates.add_years(plan.period.first, plan.period.last);
    let act = plan
        .approved_by
        .as_ref()
        .and_then(|act| around.territory.document(&act.to));
    document.note = plan.period.words();
    if let Some(act) = act {
        document.note = format!("{}, {}", document.note, act.short_name());
        document.add_all(Field::Number, act.number.as_ref().map(|n| n.value.as_str()));
        document.add(Field::Extra, act.short_name());
        document.add_all(Field::Extra, [line(&act.title), line(&act.issuer)]);
        record::add_act_dates(act, &mut dates);
    }
    document.add_all(Field::Extra, plan.approval_stamp.as_deref().map(line));
    document.add_all(Field::Section, section_titles(plan));
    document.add_all(Field::Body, texts(plan));
    document.text = texts(plan)
        .first()
        .map(|text| shortened(text, EXCERPT))
        .unwrap_or_default();
    document.year = Some(plan.period.last.year());
    document.dates = dates.tokens();
    document
}

/// What a plan says outside of the rows of its table and the titles of its sections.
pub fn texts(plan: &Roadmap) -> Vec<String> {
    let of_sections = plan
        .sections
        .iter()
        .flat_map(|section| section.goal.iter().chain(&section.tasks));
    let all = plan.preamble.iter().chain(of_sections);
    all.map(|text| line(text)).collect()
}

fn section_titles(plan: &Roadmap) -> impl Iterator<Item = String> {
    plan.sections
        .iter()
        .filter_map(|section| section.title.as_ref().map(|title| line(&title.value)))
}

fn add_events(around: &Surroundings<'_>, plan: &Roadmap, documents: &mut Vec<Document>) {
    for section in &plan.sections {
        let title = section.title.as_ref().map(|title| line(&title.value));
        documents.extend(
            section
                .events
                .iter()
                // Of a territory known from a manifest events are only counted: their words are in the index of its region.
                .filter(|event| !event.title.value.is_empty())
                .map(|event| event_document(around, plan, title.as_deref(), event)),
        );
    }
}

fn event_document(
    around: &Surroundings<'_>,
    plan: &Roadmap,
    section: Option<&str>,
    event: &Event,
) -> Document {
    let page = PlacePage::Event(EventRef {
        plan: plan.id.clone(),
        event: event.id.clone(),
    });
    let mut document = around.document(Kind::Event, page, line(&event.title.value));
    let deadline = event.deadline.as_ref().map(|deadline| &deadline.value);
    if let Some(deadline) = deadline {
        document.note = line(&deadline.verbatim);
        document.add(Field::Deadline, document.note.clone());
    }
    if let Some(responsible) = &event.responsible {
        let words = line(&responsible.value.verbatim);
        document.text = shortened(&words, RESPONSIBLE);
        document.add(Field::Responsible, words);
        document.facets.roles = roles(responsible.value.parties.iter().map(|p| p.role));
    }
    for cell in [&event.indicator, &event.result].into_iter().flatten() {
        document.add(Field::Indicator, line(&cell.value.verbatim));
    }
    document.add(Field::Section, section.unwrap_or_default());
    document.facets.section = section.map(str::to_owned);
    document.add_all(Field::Body, event.status.fact.as_deref());
    document.add_all(
        Field::Body,
        event.status.proofs.iter().map(|proof| proof.title.as_str()),
    );
    around.add_named(&mut document, &event.people, &event.schools);
    let dates = Dates::of_event(deadline, &plan.period);
    document.facets.months = dates.months();
    document.dates = dates.tokens();
    document.year = Some(year(event, plan));
    document.status = Some(event.status.word.word());
    document
}

/// The year of the last dated day; without one, the year in which the plan ends.
fn year(event: &Event, plan: &Roadmap) -> i16 {
    event
        .deadline
        .as_ref()
        .filter(|deadline| deadline.value.is_dated())
        .and_then(|deadline| deadline.value.last_day())
        .map_or(plan.period.last.year(), |day| day.year())
}

fn roles(all: impl Iterator<Item = Role>) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    for role in all {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}
