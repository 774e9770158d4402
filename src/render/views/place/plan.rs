//! A roadmap, the whole year on one page: every row of the document as a card that can be linked to.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::plan::roadmap::{Roadmap, Section};
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::link::{Link, LinkNote};
use crate::render::views::parts::tally::Tally;
use crate::render::views::pictures::months::{Months, Setting};
use crate::render::views::pictures::strip::Strip;
use crate::render::views::place::parts::abbreviation::AbbrView;
use crate::render::views::place::parts::event_card::{self, EventCard};
use crate::render::views::place::parts::orders::{Line, Orders, Table};
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};
use crate::text::{cell, russian};

#[derive(Serialize)]
struct PlanView<'a> {
    /// «План на 2023 год».
    name: String,
    /// The title of the document.
    title: Html,
    /// The plan in plain words, retold by the portal.
    plain: Option<&'a str>,
    /// Whether anything on the page is retold.
    retold: bool,
    period: String,
    act: Option<Link>,
    stamp: Option<Html>,
    preamble: Vec<Html>,
    columns: Vec<&'a str>,
    sentence: String,
    tally: Tally,
    /// The dates of the plan as a picture; none where no measure has a date.
    strip: Option<Strip>,
    /// How many deadlines end in each month.
    load: Option<Months>,
    abbreviations: Vec<AbbrView<'a>>,
    toc: Vec<LinkNote>,
    sections: Vec<SectionView<'a>>,
    orders: Orders<Line>,
    table: Table<'a>,
    /// The same plan as a sheet for the wall.
    wall: String,
    results: String,
    calendar: String,
    schools: String,
    data: String,
}

#[derive(Serialize)]
struct SectionView<'a> {
    anchor: String,
    numeral: Option<&'a str>,
    /// None for the only section of a plan without sections.
    title: Option<Html>,
    goal: Option<Html>,
    tasks_heading: Option<&'a str>,
    tasks: Vec<Html>,
    events: Vec<EventCard<'a>>,
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
    let today = place.context.edition.today;
    let tally = Tally::of(plan, today, place.context.words);
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
        sentence: tally.sentence(plan, today, place.context.words),
        tally,
        strip: Strip::new(plan, today, place.context.words, &|event| {
            place.anchor(PlacePage::Plan(plan.id.clone()), event.id.as_str())
        }),
        load: Months::of_plan(
            plan,
            &Setting {
                today,
                words: place.context.words,
                href: &|month| place.month_href(month),
            },
        ),
        abbreviations: place.abbreviations(&mut texts(plan)),
        toc: toc(place, plan),
        sections: plan
            .sections
            .iter()
            .enumerate()
            .map(|(index, part)| section(place, plan, index, part))
            .collect(),
        orders: Orders::new(place, plan, &|event| Line::new(place, event)),
        table: Table::new(place, plan),
        wall: place.href(PlacePage::Wall(id.clone())),
        results: place.href(PlacePage::Results(id.clone())),
        calendar: place.href(PlacePage::Calendar),
        schools: place.href(PlacePage::Section("shkoly")),
        data: place.linker.page(&PageKey::Data),
    };
    let events = place.counted(view.tally.total, count::EVENTS);
    let head = Head {
        title: name.clone(),
        description: place.say(
            "{1} {2}: {3}. Сроки, ответственные и показатели — слово в слово как в документе.",
            &[&name, place.name_of(), &events],
        ),
        parents: vec![place.parent("План", PlacePage::Section("plan"))],
    };
    place.render("place/plan.html", head, &view)
}

fn section<'a>(
    place: &Place<'a>,
    plan: &'a Roadmap,
    index: usize,
    section: &'a Section,
) -> SectionView<'a> {
    SectionView {
        anchor: anchor(index),
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
            .map(|event| EventCard::new(place, plan, event))
            .collect(),
    }
}

/// Numerals may repeat in a document, so anchors count the sections.
fn anchor(index: usize) -> String {
    format!("razdel-{}", index + 1)
}

fn toc(place: &Place<'_>, plan: &Roadmap) -> Vec<LinkNote> {
    if !plan.has_sections() {
        return Vec::new();
    }
    let named = |section: &Section| {
        let title = section.title.as_ref();
        let title = title.map_or_else(
            || place.say("Без названия", &[]),
            |title| cell::one_line(&title.value),
        );
        match &section.numeral {
            Some(numeral) => format!("{} {title}", numeral.value),
            None => title,
        }
    };
    plan.sections
        .iter()
        .enumerate()
        .map(|(index, section)| LinkNote {
            text: named(section),
            href: format!("#{}", anchor(index)),
            note: place.counted(section.events.len(), count::EVENTS),
        })
        .collect()
}

/// Every text of the document, for the block of abbreviations.
fn texts(plan: &Roadmap) -> impl Iterator<Item = &str> {
    let head = std::iter::once(plan.title.as_str())
        .chain(plan.preamble.as_deref())
        .chain(plan.approval_stamp.as_deref());
    let sections = plan.sections.iter().flat_map(|section| {
        let title = section.title.as_ref().map(|title| title.value.as_str());
        title
            .into_iter()
            .chain(section.goal.as_deref())
            .chain(section.tasks.iter().map(String::as_str))
    });
    head.chain(sections)
        .chain(plan.events().flat_map(event_card::texts))
}
