//! Completeness of all territories: which required sections are filled, out of date or empty.

use serde::Serialize;

use crate::model::place::section::{REQUIRED, RequiredSection};
use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::coverage::{Fullness, coverage, is_judged};
use crate::render::views::pictures::grid::Squares;
use crate::render::views::shared::cite::{Cite, Link};
use crate::site::{PageKey, PlacePage};
use crate::text::language::Noun;

/// Regions and municipalities.
const TERRITORIES: Noun = ["территория", "территории", "территорий"];

#[derive(Serialize)]
struct CompletenessView {
    sections: usize,
    /// Other pages about the whole portal.
    beside: Vec<Link>,
    places: Vec<PlaceSummary>,
    rows: Vec<SectionRow>,
    /// Regions that publish nothing of their own.
    left_out: Vec<Link>,
    /// Steps of the management cycle with the section that shows each.
    steps: Vec<StepRow>,
    /// Where the names of the steps come from.
    steps_source: Option<String>,
}

#[derive(Serialize)]
struct StepRow {
    number: i64,
    name: String,
    section: String,
}

/// A territory with its numbers: a column of the table.
#[derive(Serialize)]
struct PlaceSummary {
    place: Link,
    /// «есть 12, устарело 1, нет 4».
    summary: String,
    /// The same as a row of squares.
    squares: Squares,
    missing: Vec<String>,
    /// Sections that should be looked through again: short name and reason.
    stale: Vec<(String, String)>,
}

#[derive(Serialize)]
struct SectionRow {
    number: u8,
    name: String,
    asked_by: String,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    code: &'static str,
    words: String,
    #[serde(skip)]
    fullness: Fullness,
    /// Shown only where something is out of date: the page of the territory says the rest.
    #[serde(skip)]
    reason: String,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Completeness;
    let cite = Cite::new(context, &key);
    let (places, left_out): (Vec<&Territory>, Vec<&Territory>) = context
        .portal
        .places()
        .partition(|territory| is_judged(territory));
    let columns: Vec<Vec<Cell>> = places.iter().map(|place| column(context, place)).collect();
    let view = CompletenessView {
        sections: REQUIRED.len(),
        beside: vec![
            cite.way("Обещания и подтверждения", &PageKey::Promises),
            cite.way("Сравнение муниципалитетов", &PageKey::Comparison),
        ],
        places: places
            .iter()
            .zip(&columns)
            .map(|(p, cells)| summary(&cite, p, cells))
            .collect(),
        rows: rows(&cite, columns),
        left_out: left_out
            .into_iter()
            .map(|region| cite.territory(region))
            .collect(),
        steps: steps(&cite),
        steps_source: context
            .portal
            .cycle
            .first()
            .and_then(|step| step.source.clone()),
    };
    let places = cite.counted(places.len(), TERRITORIES);
    let head = Head {
        title: cite.say("Полнота разделов", &[]),
        description: cite.say(
            "Какие из {1} обязательных разделов о поддержке школ заполнены, устарели или пусты: {2}.",
            &[&REQUIRED.len().to_string(), &places],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "completeness.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

fn steps(cite: &Cite<'_, '_>) -> Vec<StepRow> {
    let cycle = &cite.context.portal.cycle;
    cycle
        .iter()
        .filter_map(|step| {
            Some(StepRow {
                number: step.number,
                name: step.name.clone(),
                section: cite.say(RequiredSection::find(&step.section)?.name, &[]),
            })
        })
        .collect()
}

fn column(context: &Context<'_>, territory: &Territory) -> Vec<Cell> {
    coverage(territory, context)
        .into_iter()
        .map(|row| Cell {
            code: code(row.fullness),
            words: context.words.phrase(row.fullness.word(), &[]),
            fullness: row.fullness,
            reason: row.reason,
        })
        .collect()
}

/// Class of a state.
fn code(fullness: Fullness) -> &'static str {
    match fullness {
        Fullness::Present => "filled",
        Fullness::Stale => "stale",
        Fullness::Empty => "empty",
    }
}

fn summary(cite: &Cite<'_, '_>, territory: &Territory, cells: &[Cell]) -> PlaceSummary {
    let in_state = |state: Fullness| {
        cells
            .iter()
            .zip(REQUIRED)
            .filter(move |(cell, _)| cell.fullness == state)
    };
    let numbers: Vec<String> = [Fullness::Present, Fullness::Stale, Fullness::Empty]
        .into_iter()
        .map(|state| {
            format!(
                "{} — {}",
                cite.say(state.word(), &[]),
                in_state(state).count()
            )
        })
        .collect();
    let name = &territory.names.name;
    let details = PageKey::place(&territory.path, PlacePage::Completeness);
    PlaceSummary {
        place: cite
            .link_if_there(name, &details)
            .unwrap_or_else(|| cite.territory(territory)),
        summary: numbers.join(", "),
        squares: Squares::new(cells.iter().map(|cell| cell.fullness)),
        missing: in_state(Fullness::Empty)
            .map(|(_, section)| cite.say(section.short, &[]))
            .collect(),
        stale: in_state(Fullness::Stale)
            .map(|(cell, section)| (cite.say(section.short, &[]), cell.reason.clone()))
            .collect(),
    }
}

/// Turns columns of territories into rows of sections.
fn rows(cite: &Cite<'_, '_>, columns: Vec<Vec<Cell>>) -> Vec<SectionRow> {
    let mut rows: Vec<SectionRow> = REQUIRED
        .iter()
        .map(|section| SectionRow {
            number: section.number,
            name: cite.say(section.name, &[]),
            asked_by: cite.say(section.asked_by, &[]),
            cells: Vec::new(),
        })
        .collect();
    for column in columns {
        for (row, cell) in rows.iter_mut().zip(column) {
            row.cells.push(cell);
        }
    }
    rows
}
