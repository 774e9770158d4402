//! The measures of a plan in other orders than the document's: by month, by school, and as the printed table. All stand on
//! the plan's page and are chosen by links, so the choice has an address and needs no script.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::plan::roadmap::{Column, ColumnRole, Event, Roadmap, Section};
use crate::render::agenda::YearMonth;
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::standing::StandingView;
use crate::render::views::parts::title::short;
use crate::render::views::pictures::months::months_of;
use crate::render::views::place::parts::event_card;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::cell;

/// A plan by month and by school.
#[derive(Serialize)]
pub struct Orders<L> {
    months: Vec<Month<L>>,
    /// Measures without a month of their own.
    lane: Vec<L>,
    schools: Vec<SchoolLines<L>>,
    /// True when the portal retells a measure in plain words.
    retold: bool,
    /// Measures that name no school.
    general: Vec<L>,
}

#[derive(Serialize)]
struct Month<L> {
    /// «Апрель 2023 г.».
    name: String,
    /// True for the month of the edition's day.
    current: bool,
    events: Vec<L>,
}

#[derive(Serialize)]
struct SchoolLines<L> {
    school: Link,
    events: Vec<L>,
}

/// A measure as a link to its card on the same page, where all its words stand.
#[derive(Serialize)]
pub struct Line {
    text: String,
    href: String,
    /// True when the text is the portal's own.
    retold: bool,
    when: Option<Html>,
    standing: StandingView,
}

/// How many letters of a measure such a link shows.
const SHORT: usize = 120;

impl Line {
    /// Prepares a measure of the plan that the page is about.
    pub fn new(place: &Place<'_>, event: &Event) -> Line {
        let number = event.number.as_ref();
        let title = match &event.plain {
            Some(plain) => plain.value.clone(),
            None => short(&event.title.value, SHORT),
        };
        let deadline = event.deadline.as_ref();
        Line {
            text: match number {
                Some(number) => format!("{} {title}", number.value),
                None => title,
            },
            href: format!("#{}", event.id),
            retold: event.plain.is_some(),
            when: deadline.map(|cell| place.words(&cell::one_line(&cell.value.verbatim))),
            standing: place.standing(event),
        }
    }
}

impl<L> Orders<L> {
    /// Prepares a plan of the page's territory; `line` says how a measure is shown.
    pub fn new<'a>(
        place: &Place<'_>,
        plan: &'a Roadmap,
        line: &dyn Fn(&'a Event) -> L,
    ) -> Orders<L> {
        let mut months: BTreeMap<YearMonth, Vec<&Event>> = BTreeMap::new();
        let mut lane = Vec::new();
        for event in plan.events() {
            let dated = months_of(event);
            if dated.is_empty() {
                lane.push(line(event));
            }
            for month in dated {
                months.entry(month).or_default().push(event);
            }
        }
        let today = place.context.edition.today;
        let months = months.into_iter().map(|((year, month), mut events)| {
            events.sort_by_key(|event| event.last_day());
            Month {
                name: place.month(year, month),
                current: (today.year(), today.month()) == (year, month),
                events: events.into_iter().map(line).collect(),
            }
        });
        let schools = place.territory.schools.iter().filter_map(|school| {
            let named = plan.events().filter(|event| event.names_school(&school.id));
            let events: Vec<L> = named.map(line).collect();
            let school = place.school_link(&school.id)?;
            (!events.is_empty()).then_some(SchoolLines { school, events })
        });
        Orders {
            months: months.collect(),
            lane,
            schools: schools.collect(),
            retold: plan.events().any(|event| event.plain.is_some()),
            general: plan
                .events()
                .filter(|event| event.schools.is_empty())
                .map(line)
                .collect(),
        }
    }
}

/// A plan as the document prints it: the same columns, sections and rows.
#[derive(Serialize)]
pub struct Table<'a> {
    columns: Vec<Heading>,
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Heading {
    words: String,
    /// Latin name of what the column holds, for its width.
    role: &'static str,
}

#[derive(Serialize)]
struct Group<'a> {
    numeral: Option<&'a str>,
    title: Option<Html>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    /// Link to the measure's card.
    href: String,
    /// Cells in the order of the columns; none where the document has nothing.
    cells: Vec<Option<Cell<'a>>>,
}

/// Columns of a plan whose file does not name them.
const USUAL: [(&str, ColumnRole); 5] = [
    ("№", ColumnRole::Number),
    ("Мероприятие", ColumnRole::Title),
    ("Срок", ColumnRole::Deadline),
    ("Кто отвечает", ColumnRole::Responsible),
    ("Показатель", ColumnRole::Indicator),
];

impl<'a> Table<'a> {
    /// Prepares a plan of the page's territory.
    pub fn new(place: &Place<'a>, plan: &'a Roadmap) -> Table<'a> {
        let columns: Vec<(String, ColumnRole)> = if plan.columns.is_empty() {
            USUAL
                .map(|(name, role)| (place.say(name, &[]), role))
                .into()
        } else {
            let named = |column: &Column| (column.heading.clone(), column.holds);
            plan.columns.iter().map(named).collect()
        };
        let roles: Vec<ColumnRole> = columns.iter().map(|(_, role)| *role).collect();
        Table {
            groups: plan
                .sections
                .iter()
                .map(|section| group(place, plan, &roles, section))
                .collect(),
            columns: columns
                .into_iter()
                .map(|(words, role)| Heading {
                    words,
                    role: role.name(),
                })
                .collect(),
        }
    }
}

fn group<'a>(
    place: &Place<'a>,
    plan: &'a Roadmap,
    roles: &[ColumnRole],
    section: &'a Section,
) -> Group<'a> {
    Group {
        numeral: section.numeral.as_ref().map(|words| words.value.as_str()),
        title: section
            .title
            .as_ref()
            .map(|title| place.words(&cell::one_line(&title.value))),
        rows: section
            .events
            .iter()
            .map(|event| Row {
                href: place.anchor(PlacePage::Plan(plan.id.clone()), event.id.as_str()),
                cells: roles
                    .iter()
                    .map(|role| event_card::printed_cell(place, event, *role))
                    .collect(),
            })
            .collect(),
    }
}
