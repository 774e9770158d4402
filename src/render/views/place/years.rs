//! Pages that look over a whole year or over all years: results of a plan, completeness, archive.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::plan::indicator::Goal;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::count;
use crate::render::views::parts::coverage::{self, Coverage, Fullness};
use crate::render::views::parts::goal::without_target;
use crate::render::views::parts::link::{Link, LinkNote};
use crate::render::views::parts::standing::StandingView;
use crate::render::views::parts::tally::Tally;
use crate::render::views::parts::title::{document_name, short};
use crate::render::views::pictures::target::{self, Measured};
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::russian;

#[derive(Serialize)]
struct ResultsView<'a> {
    heading: String,
    sentence: String,
    tally: Tally,
    plan: Link,
    promises: String,
    confirmation: String,
    rows: Vec<ResultRow<'a>>,
    without_target: usize,
    with_number: usize,
    note: Option<Html>,
}

#[derive(Serialize)]
struct ResultRow<'a> {
    event: Link,
    number: Option<&'a str>,
    title: Cell<'a>,
    indicator: Option<Cell<'a>>,
    goals: Vec<Measured>,
    fact: Option<&'a str>,
    proofs: Vec<&'a str>,
    standing: StandingView,
}

/// Plan against fact for one roadmap.
///
/// # Errors
/// When the template is at fault.
pub fn results(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let plan = place
        .territory
        .plan(id)
        .expect("a page of the site has its plan");
    let (today, words) = (place.context.edition.today, place.context.words);
    let tally = Tally::of(plan, today, words);
    let goals: Vec<&Goal> = plan.events().flat_map(goals_of).collect();
    let name = place.plan_name(plan);
    let current = place
        .territory
        .current_plan()
        .is_some_and(|current| current.id == *id);
    let note = place
        .territory
        .note("itogi")
        .filter(|note| current && !note.text.is_empty());
    let view = ResultsView {
        heading: place.say("Итоги: {1}", &[&name]),
        sentence: tally.sentence(plan, today, words),
        tally,
        plan: place.plan_link(plan),
        promises: place.href(PlacePage::Promises),
        confirmation: place.href(PlacePage::Confirmation(id.clone())),
        rows: plan
            .events()
            .map(|event| result_row(place, plan, event))
            .collect(),
        without_target: goals.iter().filter(|one| without_target(one.kind)).count(),
        with_number: goals.iter().filter(|one| one.target.is_some()).count(),
        note: note.map(|note| place.prose(&note.text, 2)),
    };
    let head = Head {
        title: place.say("Итоги: {1}", &[&name]),
        description: place.say(
            "Что обещано и что сделано: {1}, {2}. {3}",
            &[&name, &place.label(), &view.sentence],
        ),
        parents: vec![place.parent("Итоги года", PlacePage::Section("itogi"))],
    };
    place.render("place/results.html", head, &view)
}

fn goals_of(event: &Event) -> impl Iterator<Item = &Goal> {
    event
        .indicator
        .iter()
        .chain(&event.result)
        .flat_map(|cell| &cell.value.goals)
}

fn result_row<'a>(place: &Place<'a>, plan: &Roadmap, event: &'a Event) -> ResultRow<'a> {
    ResultRow {
        event: Link {
            text: event.id.to_string(),
            href: place.anchor(PlacePage::Plan(plan.id.clone()), event.id.as_str()),
        },
        number: event.number.as_ref().map(|number| number.value.as_str()),
        title: place.cell(&event.title.value),
        indicator: event
            .indicator
            .as_ref()
            .map(|cell| place.cell(&cell.value.verbatim)),
        goals: target::of_event(event, place.context.words)
            .into_iter()
            .filter(|goal| goal.bar.as_ref().is_some_and(|bar| !bar.open))
            .collect(),
        fact: event.status.fact.as_deref(),
        proofs: event
            .status
            .proofs
            .iter()
            .map(|proof| proof.title.as_str())
            .collect(),
        standing: place.standing(event),
    }
}

#[derive(Serialize)]
struct CompletenessView {
    share: usize,
    present: usize,
    total: usize,
    rows: Vec<CoverageRow>,
    /// The same for paper, for each plan.
    confirmations: Vec<Link>,
}

#[derive(Serialize)]
struct CoverageRow {
    number: u8,
    name: String,
    href: String,
    code: &'static str,
    word: String,
    reason: String,
    asked_by: String,
}

/// How full the territory's sections are.
///
/// # Errors
/// When the template is at fault.
pub fn completeness(place: &Place<'_>) -> Result<String, ThemeError> {
    let rows = coverage::coverage(place.territory, place.context);
    let view = CompletenessView {
        share: coverage::share(&rows),
        present: rows
            .iter()
            .filter(|row| row.fullness == Fullness::Present)
            .count(),
        total: rows.len(),
        rows: rows.iter().map(|row| coverage_row(place, row)).collect(),
        confirmations: place
            .territory
            .plans
            .iter()
            .rev()
            .map(|plan| Link {
                text: place.plan_name(plan),
                href: place.href(PlacePage::Confirmation(plan.id.clone())),
            })
            .collect(),
    };
    let head = Head {
        title: place.say("Полнота разделов", &[]),
        description: place.say(
            "Полнота раздела о поддержке школ: заполнено {1} из {2}. {3}.",
            &[
                &view.present.to_string(),
                &view.total.to_string(),
                &place.label(),
            ],
        ),
        parents: Vec::new(),
    };
    place.render("place/completeness.html", head, &view)
}

fn coverage_row(place: &Place<'_>, row: &Coverage) -> CoverageRow {
    let page = match row.section.code {
        "" => PlacePage::Home,
        code => PlacePage::Section(code),
    };
    CoverageRow {
        number: row.section.number,
        name: place.say(row.section.name, &[]),
        href: place.href(page),
        code: row.fullness.code(),
        word: place.say(row.fullness.word(), &[]),
        reason: row.reason.clone(),
        asked_by: place.say(row.section.asked_by, &[]),
    }
}

#[derive(Serialize)]
struct ArchiveView {
    years: Vec<YearView>,
    undated: Vec<LinkNote>,
}

#[derive(Serialize)]
struct YearView {
    year: String,
    items: Vec<LinkNote>,
}

/// Plans, the programme and acts by year, newest first.
///
/// # Errors
/// When the template is at fault.
pub fn archive(place: &Place<'_>) -> Result<String, ThemeError> {
    let mut dated: Vec<(i16, LinkNote)> = Vec::new();
    let mut undated = Vec::new();
    for plan in &place.territory.plans {
        let item = LinkNote {
            text: russian::capitalized(&place.plan_name(plan)),
            href: place.href(PlacePage::Plan(plan.id.clone())),
            note: place.counted(plan.events().count(), count::EVENTS),
        };
        dated.push((plan.period.first.year(), item));
    }
    if let Some(program) = &place.territory.program {
        let period = program.period.as_ref().map(|period| period.value.as_str());
        let item = LinkNote {
            text: program.title.clone(),
            href: place.href(PlacePage::Section("programma")),
            note: period.map_or_else(|| place.say("срок не указан", &[]), str::to_owned),
        };
        match period.and_then(year_in) {
            Some(year) => dated.push((year, item)),
            None => undated.push(item),
        }
    }
    for act in &place.territory.documents {
        let item = LinkNote {
            text: document_name(act),
            href: place.href(PlacePage::Document(act.id.clone())),
            note: short(&act.title, 120),
        };
        match &act.date {
            Some(date) => dated.push((date.value.year(), item)),
            None => undated.push(item),
        }
    }
    let head = Head {
        title: place.say("Архив по годам", &[]),
        description: place.say(
            "Планы, программы и документы о поддержке школ по годам. {1}.",
            &[&place.label()],
        ),
        parents: Vec::new(),
    };
    place.render(
        "place/archive.html",
        head,
        &ArchiveView {
            years: by_year(dated),
            undated,
        },
    )
}

fn by_year(mut dated: Vec<(i16, LinkNote)>) -> Vec<YearView> {
    // A stable sort: inside a year plans, programme and acts keep their order.
    dated.sort_by_key(|(year, _)| std::cmp::Reverse(*year));
    let mut years: Vec<YearView> = Vec::new();
    for (year, item) in dated {
        let year = year.to_string();
        match years.last_mut() {
            Some(last) if last.year == year => last.items.push(item),
            _ => years.push(YearView {
                year,
                items: vec![item],
            }),
        }
    }
    years
}

/// The first year written in a text.
fn year_in(text: &str) -> Option<i16> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4 && digits.starts_with("20"))
        .and_then(|digits| digits.parse().ok())
}
