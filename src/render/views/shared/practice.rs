//! A practice card: everything the documents say about a practice, and what they do not say.

use serde::Serialize;

use crate::model::id::{EventRef, Slug};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::model::record::practice::{PRACTICE_FACTS, Practice};
use crate::model::reference::RiskFactor;
use crate::render::agenda::Promise;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::title::document_name;
use crate::render::views::shared::cite::{Cite, EventLine, Link, PersonLine};
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};

#[derive(Serialize)]
struct PracticeView<'a> {
    card: PracticeCard<'a>,
    /// Every field of a card, in order, given or not.
    before_steps: Vec<FieldView>,
    after_steps: Vec<FieldView>,
    collections: Vec<Link>,
    sources: Vec<Source>,
    bank: Link,
}

/// A practice with its links, for its own page and for collections.
#[derive(Debug, Clone, Serialize)]
pub struct PracticeCard<'a> {
    id: String,
    title: Html,
    href: String,
    summary: Html,
    kind: String,
    level: String,
    year: String,
    status: String,
    place: Link,
    /// The fields that are given.
    facts: Vec<FieldView>,
    /// Names of the fields that the document does not give, for one line.
    missing: Vec<String>,
    steps: Vec<Html>,
    text: Option<Html>,
    events: Vec<EventLine<'a>>,
    schools: Vec<Link>,
    people: Vec<PersonLine>,
    risks: Vec<RiskView>,
}

/// A field of a card.
#[derive(Debug, Clone, Serialize)]
pub struct FieldView {
    name: String,
    /// None when the document does not give it.
    text: Option<Html>,
}

/// A risk factor of the vocabulary.
#[derive(Debug, Clone, Serialize)]
pub struct RiskView {
    name: String,
    plain: Option<String>,
    confirmed: bool,
}

/// A plan that practices were made from, with the act that approves it.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    title: Html,
    plan: Link,
    place: Link,
    approved_by: Option<Link>,
}

/// Fields from this one on tell what came of it; the steps stand before them.
const FIRST_AFTER_STEPS: &str = "resources";

/// The HTML of a practice card.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>, id: &Slug) -> Result<String, ThemeError> {
    let key = PageKey::Practice(id.clone());
    let cite = Cite::new(context, &key);
    let (territory, practice) = context
        .practice(id)
        .expect("the map of the site names only practices that exist");
    let mut before_steps = fields(&cite, territory, practice);
    let at = PRACTICE_FACTS
        .iter()
        .position(|(key, _)| *key == FIRST_AFTER_STEPS);
    let after_steps = before_steps.split_off(at.unwrap_or(before_steps.len()));
    let in_collections = context
        .portal
        .collections
        .iter()
        .filter(|collection| collection.practices.iter().any(|member| &member.to == id));
    let view = PracticeView {
        card: card(&cite, territory, practice, 3),
        before_steps,
        after_steps,
        collections: in_collections
            .map(|c| cite.link(&c.title, &PageKey::Collection(c.id.clone())))
            .collect(),
        sources: sources(&cite, &[(territory, practice)]),
        bank: cite.way("Все практики", &PageKey::Practices),
    };
    let place = &territory.names;
    let head = Head {
        title: cite.say("{1} — практика, {2}", &[&practice.title, &place.name]),
        description: cite.say(
            "Практика {1}: {2}",
            &[
                context.words.case(&place.in_place, &place.name),
                &practice.summary,
            ],
        ),
        parents: vec![(cite.say("Практики", &[]), PageKey::Practices)],
    };
    framed(
        context,
        "practice.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// A card; headings of its text begin at `level`.
pub fn card<'a>(
    cite: &Cite<'_, 'a>,
    territory: &'a Territory,
    practice: &Practice,
    level: u8,
) -> PracticeCard<'a> {
    let (facts, missing): (Vec<_>, Vec<_>) = fields(cite, territory, practice)
        .into_iter()
        .partition(|field| field.text.is_some());
    let shown = |text: &String| cite.verbatim(text, territory);
    PracticeCard {
        id: practice.id.to_string(),
        title: cite.verbatim(&practice.title, territory),
        href: cite.href(&PageKey::Practice(practice.id.clone())),
        summary: cite.verbatim(&practice.summary, territory),
        kind: practice.kind.clone(),
        level: practice.level.clone(),
        year: practice.year.clone(),
        status: practice.status.clone(),
        place: cite.territory(territory),
        facts,
        missing: missing.into_iter().map(|field| field.name).collect(),
        steps: practice.steps.iter().map(shown).collect(),
        text: (!practice.text.is_empty()).then(|| cite.prose(&practice.text, level)),
        events: events(cite, territory, practice),
        schools: practice
            .schools
            .iter()
            .filter_map(|r| cite.school(territory, &r.to))
            .collect(),
        people: practice
            .people
            .iter()
            .filter_map(|r| cite.person(territory, &r.to))
            .collect(),
        risks: practice
            .risks
            .iter()
            .filter_map(|r| risk(cite, &r.to))
            .collect(),
    }
}

fn fields(cite: &Cite<'_, '_>, territory: &Territory, practice: &Practice) -> Vec<FieldView> {
    PRACTICE_FACTS
        .iter()
        .map(|(key, name)| FieldView {
            name: cite.say(name, &[]),
            text: practice
                .fact(key)
                .map(|text| cite.verbatim(text, territory)),
        })
        .collect()
}

fn events<'a>(
    cite: &Cite<'_, 'a>,
    territory: &'a Territory,
    practice: &Practice,
) -> Vec<EventLine<'a>> {
    let promise = |reference: &EventRef| {
        let plan = territory.plan(&reference.plan)?;
        let (_, event) = plan.event(&reference.event)?;
        Some(cite.event_line(Promise {
            territory,
            plan,
            event,
        }))
    };
    practice
        .events
        .iter()
        .filter_map(|reference| promise(&reference.to))
        .collect()
}

fn risk(cite: &Cite<'_, '_>, id: &Slug) -> Option<RiskView> {
    let mut risks = cite.context.portal.risks.iter();
    risks.find(|risk| &risk.id == id).map(RiskView::new)
}

impl RiskView {
    /// Prepares a risk factor.
    pub fn new(risk: &RiskFactor) -> RiskView {
        RiskView {
            name: risk.name.clone(),
            plain: risk.plain.clone(),
            confirmed: risk.confirmed,
        }
    }
}

/// The plans behind practices, each once, in the order in which they are met.
pub fn sources(cite: &Cite<'_, '_>, practices: &[(&Territory, &Practice)]) -> Vec<Source> {
    let mut plans: Vec<(&Territory, &Roadmap)> = Vec::new();
    for (territory, practice) in practices {
        for plan in practice
            .events
            .iter()
            .filter_map(|r| territory.plan(&r.to.plan))
        {
            if !plans.iter().any(|(_, known)| std::ptr::eq(*known, plan)) {
                plans.push((territory, plan));
            }
        }
    }
    plans
        .into_iter()
        .map(|(territory, plan)| source(cite, territory, plan))
        .collect()
}

fn source(cite: &Cite<'_, '_>, territory: &Territory, plan: &Roadmap) -> Source {
    let act = plan
        .approved_by
        .as_ref()
        .and_then(|act| territory.document(&act.to));
    Source {
        title: cite.verbatim(&plan.title_line(), territory),
        plan: cite.plan(territory, plan),
        place: cite.territory(territory),
        approved_by: act.map(|act| {
            let page = PageKey::place(&territory.path, PlacePage::Document(act.id.clone()));
            cite.link(&document_name(act), &page)
        }),
    }
}
