//! All practices of a territory, each at the anchor of its id: everything the documents say about it, and what they do not
//! say.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::record::practice::{PRACTICE_FACTS, Practice};
use crate::render::theme::ThemeError;
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::compact::parts::{people, row};
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::render::views::shared::practice::RiskView;
use crate::render::words::Html;
use crate::site::PageKey;

#[derive(Serialize)]
struct PracticesView<'a> {
    heading: String,
    practices: Vec<PracticeView<'a>>,
    bank: String,
}

#[derive(Serialize)]
struct PracticeView<'a> {
    id: &'a str,
    title: Html,
    summary: Html,
    kind: &'a str,
    level: &'a str,
    year: &'a str,
    status: &'a str,
    text: Option<Html>,
    facts: Vec<(String, Html)>,
    steps: Vec<Html>,
    /// Facts that the document does not give.
    missing: String,
    events: Vec<Link>,
    schools: Vec<Link>,
    people: Vec<Link>,
    risks: Vec<RiskView>,
    collections: Vec<Link>,
}

/// The page of all practices of a territory.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let practices = place.territory.practices.iter();
    let heading = place.say("Практики {1}", &[place.name_of()]);
    let view = PracticesView {
        practices: practices.map(|one| practice(place, one)).collect(),
        bank: place.linker.page(&PageKey::Practices),
        heading: heading.clone(),
    };
    let titles = place.territory.practices.iter();
    let titles: Vec<&str> = titles.take(3).map(|one| one.title.as_str()).collect();
    let head = Head {
        description: format!("{heading}: {}", titles.join("; ")),
        title: place.say("Практики поддержки школ", &[]),
    };
    render(place, "compact/practices.html", head, &view)
}

fn practice<'a>(place: &Place<'_>, practice: &'a Practice) -> PracticeView<'a> {
    let shown = |text: &String| place.words(text);
    PracticeView {
        id: practice.id.as_str(),
        title: place.words(&practice.title),
        summary: place.words(&practice.summary),
        kind: &practice.kind,
        level: &practice.level,
        year: &practice.year,
        status: &practice.status,
        text: (!practice.text.is_empty()).then(|| place.prose(&practice.text, 3)),
        facts: facts(place, practice),
        steps: practice.steps.iter().map(shown).collect(),
        missing: missing(place, practice),
        events: events(place, practice),
        schools: place.school_links(&practice.schools),
        people: people(place, &practice.people),
        risks: risks(place, practice),
        collections: collections(place, &practice.id),
    }
}

/// Measures that the practice is told from: «План на 2026 год, 4.»
fn events(place: &Place<'_>, practice: &Practice) -> Vec<Link> {
    let named = practice.events.iter().filter_map(|one| {
        let plan = place.territory.plan(&one.to.plan)?;
        let (_, event) = plan.event(&one.to.event)?;
        let number = event
            .number
            .as_ref()
            .map_or(event.id.as_str(), |number| &number.value);
        Some(Link {
            text: format!("{}, {number}", place.plan_link(plan).text),
            href: row(place, plan, event),
        })
    });
    named.collect()
}

fn facts(place: &Place<'_>, practice: &Practice) -> Vec<(String, Html)> {
    let given = PRACTICE_FACTS.iter().filter_map(|(key, name)| {
        let text = practice.fact(key)?;
        Some((place.say(name, &[]), place.words(text)))
    });
    given.collect()
}

/// Names of the facts that the document does not give.
fn missing(place: &Place<'_>, practice: &Practice) -> String {
    let absent = PRACTICE_FACTS
        .iter()
        .filter(|(key, _)| practice.fact(key).is_none());
    let names: Vec<String> = absent
        .map(|(_, name)| place.say(name, &[]).to_lowercase())
        .collect();
    names.join(", ")
}

fn risks(place: &Place<'_>, practice: &Practice) -> Vec<RiskView> {
    let known = &place.context.portal.risks;
    let named = practice.risks.iter();
    named
        .filter_map(|one| known.iter().find(|risk| risk.id == one.to))
        .map(RiskView::new)
        .collect()
}

fn collections(place: &Place<'_>, id: &Slug) -> Vec<Link> {
    let all = place.context.portal.collections.iter();
    all.filter(|collection| collection.practices.iter().any(|member| &member.to == id))
        .map(|collection| Link {
            text: collection.title.clone(),
            href: place
                .linker
                .page(&PageKey::Collection(collection.id.clone())),
        })
        .collect()
}
