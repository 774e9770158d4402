//! A practice: everything the documents say about it, and what they do not say.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::record::practice::{PRACTICE_FACTS, Practice};
use crate::render::context::Context;
use crate::render::theme::ThemeError;
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::compact::parts::{PlanLinks, named_events, people};
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::render::views::shared::practice::RiskView;
use crate::render::words::Html;
use crate::site::PageKey;

#[derive(Serialize)]
struct PracticeView<'a> {
    title: Html,
    summary: Html,
    kind: &'a str,
    level: &'a str,
    year: &'a str,
    status: &'a str,
    text: Option<Html>,
    before_steps: Vec<(String, Html)>,
    steps: Vec<Html>,
    after_steps: Vec<(String, Html)>,
    /// Facts that the document does not give.
    missing: String,
    plans: Vec<PlanLinks>,
    schools: Vec<Link>,
    people: Vec<Link>,
    risks: Vec<RiskView>,
    collections: Vec<Link>,
    bank: String,
}

/// The fact that tells what the steps took: those before it stand above the steps.
const FIRST_AFTER_STEPS: &str = "resources";

/// The page of a practice.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>, key: &PageKey, id: &Slug) -> Result<String, ThemeError> {
    let (territory, practice) = context
        .practice(id)
        .expect("the map of the site names only practices that exist");
    let place = Place::new(context, key, &territory.path);
    let shown = |text: &String| place.words(text);
    let at = PRACTICE_FACTS
        .iter()
        .position(|(key, _)| *key == FIRST_AFTER_STEPS)
        .unwrap_or(PRACTICE_FACTS.len());
    let view = PracticeView {
        title: place.words(&practice.title),
        summary: place.words(&practice.summary),
        kind: &practice.kind,
        level: &practice.level,
        year: &practice.year,
        status: &practice.status,
        text: (!practice.text.is_empty()).then(|| place.prose(&practice.text, 2)),
        before_steps: facts(&place, practice, &PRACTICE_FACTS[..at]),
        steps: practice.steps.iter().map(shown).collect(),
        after_steps: facts(&place, practice, &PRACTICE_FACTS[at..]),
        missing: missing(&place, practice),
        plans: named_events(&place, &practice.events),
        schools: place.school_links(&practice.schools),
        people: people(&place, &practice.people),
        risks: risks(&place, practice),
        collections: collections(&place, id),
        bank: place.linker.page(&PageKey::Practices),
    };
    let head = Head {
        title: practice.title.clone(),
        description: None,
    };
    render(&place, "compact/practice.html", head, &view)
}

fn facts(
    place: &Place<'_>,
    practice: &Practice,
    wanted: &[(&'static str, &'static str)],
) -> Vec<(String, Html)> {
    let given = wanted.iter().filter_map(|(key, name)| {
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
