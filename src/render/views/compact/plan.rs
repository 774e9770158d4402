//! A roadmap: every row of the document once, in its order, each at its anchor.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::plan::roadmap::{Roadmap, Section};
use crate::render::theme::ThemeError;
use crate::render::views::compact::event::{EventView, event};
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::compact::parts::{Counted, counted};
use crate::render::views::parts::count;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::{cell, russian};

#[derive(Serialize)]
struct PlanView<'a> {
    name: String,
    title: Html,
    plain: Option<&'a str>,
    retold: bool,
    period: String,
    act: Option<Link>,
    stamp: Option<Html>,
    preamble: Vec<Html>,
    columns: Vec<&'a str>,
    counts: Vec<Counted>,
    sections: Vec<SectionView<'a>>,
    calendar: String,
    data: String,
}

#[derive(Serialize)]
struct SectionView<'a> {
    anchor: String,
    numeral: Option<&'a str>,
    title: Option<Html>,
    goal: Option<Html>,
    tasks_heading: Option<&'a str>,
    tasks: Vec<Html>,
    events: Vec<EventView<'a>>,
}

/// The page of a roadmap.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let plan = place
        .territory
        .plan(id)
        .expect("a page of the site has its plan");
    let name = russian::capitalized(&place.plan_name(plan));
    let view = PlanView {
        name: name.clone(),
        title: place.words(&plan.title_line()),
        plain: plan.plain.as_ref().map(|plain| plain.value.as_str()),
        retold: plan.plain.is_some() || plan.events().any(|event| event.plain.is_some()),
        period: place.period(plan),
        act: plan
            .approved_by
            .as_ref()
            .and_then(|act| place.document_link(&act.to)),
        stamp: plan
            .approval_stamp
            .as_deref()
            .map(|stamp| place.printed(stamp)),
        preamble: plan
            .preamble
            .as_deref()
            .map(|text| place.paragraphs(text))
            .unwrap_or_default(),
        columns: plan
            .columns
            .iter()
            .map(|column| column.heading.as_str())
            .collect(),
        counts: counted(place, plan),
        sections: plan
            .sections
            .iter()
            .enumerate()
            .map(|(index, part)| section(place, plan, index, part))
            .collect(),
        calendar: place.href(PlacePage::Calendar),
        data: place.href(PlacePage::Data),
    };
    let events = place.counted(plan.events().count(), count::EVENTS);
    let head = Head {
        description: place.say(
            "{1} {2}: {3}. Сроки, ответственные и показатели — слово в слово как в документе.",
            &[&name, place.name_of(), &events],
        ),
        title: name,
    };
    render(place, "compact/plan.html", head, &view)
}

fn section<'a>(
    place: &Place<'a>,
    plan: &'a Roadmap,
    index: usize,
    section: &'a Section,
) -> SectionView<'a> {
    SectionView {
        // Numerals may repeat in a document, so anchors count the sections.
        anchor: format!("razdel-{}", index + 1),
        numeral: section
            .numeral
            .as_ref()
            .map(|numeral| numeral.value.as_str()),
        title: section
            .title
            .as_ref()
            .map(|title| place.words(&cell::one_line(&title.value))),
        goal: section.goal.as_deref().map(|goal| place.words(goal)),
        tasks_heading: section.tasks_heading.as_deref(),
        tasks: section.tasks.iter().map(|task| place.words(task)).collect(),
        events: section
            .events
            .iter()
            .map(|one| event(place, plan, one))
            .collect(),
    }
}
