//! An event of a roadmap as a card with every cell of its row.

use serde::Serialize;

use crate::model::id::EventRef;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::responsible::Responsible;
use crate::model::plan::roadmap::{ColumnRole, Event, Roadmap};
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::standing::StandingView;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::PlacePage;

/// An event with every cell of its row.
#[derive(Debug, Clone, Serialize)]
pub struct EventCard<'a> {
    /// Anchor on the plan's page.
    pub id: &'a str,
    /// № as printed.
    pub number: Option<&'a str>,
    /// The measure.
    pub title: Cell<'a>,
    /// The measure in plain words, retold by the portal.
    pub plain: Option<&'a str>,
    /// Link to the event's own page.
    pub card: String,
    /// Permanent address: the anchor on the plan's page.
    pub permalink: String,
    /// How it stands.
    pub standing: StandingView,
    /// When; none when the cell is empty.
    pub deadline: Option<DeadlineView<'a>>,
    /// The other cells in the order «кто, показатель, результат».
    pub cells: Vec<NamedCell<'a>>,
    /// Schools named in the row.
    pub schools: Vec<Link>,
    /// Note of the editor.
    pub remark: Option<Html>,
}

/// A cell with the plain name of its column.
#[derive(Debug, Clone, Serialize)]
pub struct NamedCell<'a> {
    /// «Кто отвечает».
    pub name: String,
    /// The cell; none when it is empty in the document.
    pub cell: Option<Cell<'a>>,
}

impl<'a> EventCard<'a> {
    /// Prepares an event of a plan of the page's territory.
    pub fn new(place: &Place<'a>, plan: &'a Roadmap, event: &'a Event) -> EventCard<'a> {
        let deadline = event.deadline.as_ref().map(|deadline| {
            let printed = printed_in(event, ColumnRole::Deadline);
            DeadlineView::new(
                &deadline.value,
                printed,
                &place.context.glossary,
                Some(&place.territory.path),
                place.context.words,
            )
        });
        EventCard {
            id: event.id.as_str(),
            number: event.number.as_ref().map(|number| number.value.as_str()),
            title: cell(place, event, ColumnRole::Title, &event.title.value),
            plain: event.plain.as_ref().map(|plain| plain.value.as_str()),
            card: place.href(PlacePage::Event(EventRef {
                plan: plan.id.clone(),
                event: event.id.clone(),
            })),
            permalink: place.anchor(PlacePage::Plan(plan.id.clone()), event.id.as_str()),
            standing: place.standing(event),
            deadline,
            cells: cells(place, plan, event),
            schools: event
                .schools
                .iter()
                .filter_map(|school| place.school_link(school))
                .collect(),
            remark: event.remark.as_deref().map(|remark| place.words(remark)),
        }
    }
}

fn cells<'a>(place: &Place<'a>, plan: &Roadmap, event: &'a Event) -> Vec<NamedCell<'a>> {
    let responsible = |value: &'a Responsible| value.verbatim.as_str();
    let indicator = |value: &'a Indicator| value.verbatim.as_str();
    let columns = [
        (
            ColumnRole::Responsible,
            "Кто отвечает",
            event
                .responsible
                .as_ref()
                .map(|cell| responsible(&cell.value)),
        ),
        (
            ColumnRole::Indicator,
            "Показатель",
            event.indicator.as_ref().map(|cell| indicator(&cell.value)),
        ),
        (
            ColumnRole::Result,
            "Результат",
            event.result.as_ref().map(|cell| indicator(&cell.value)),
        ),
    ];
    columns
        .into_iter()
        .filter(|(role, _, text)| text.is_some() || plan.has_column(*role))
        .map(|(role, name, text)| {
            // An empty cell that is not empty on paper still has something to show.
            let text = text.or_else(|| printed_in(event, role).map(|_| ""));
            NamedCell {
                name: place.say(name, &[]),
                cell: text.map(|text| cell(place, event, role, text)),
            }
        })
        .collect()
}

fn cell<'a>(place: &Place<'a>, event: &'a Event, role: ColumnRole, text: &'a str) -> Cell<'a> {
    Cell::new(
        text,
        printed_in(event, role),
        &place.context.glossary,
        Some(&place.territory.path),
    )
}

/// The cell of a column as the document has it; none where it is empty there, too.
pub fn printed_cell<'a>(place: &Place<'a>, event: &'a Event, role: ColumnRole) -> Option<Cell<'a>> {
    event
        .cell(role)
        .map(|(_, text)| cell(place, event, role, text))
}

/// The words of a cell on paper where they differ from those shown.
pub fn printed_in(event: &Event, role: ColumnRole) -> Option<&str> {
    event
        .as_printed
        .iter()
        .find(|(column, _)| *column == role)
        .map(|(_, text)| text.value.as_str())
}

/// Every verbatim text of an event, for the block of abbreviations.
pub fn texts(event: &Event) -> impl Iterator<Item = &str> {
    let deadline = event
        .deadline
        .iter()
        .map(|cell| cell.value.verbatim.as_str());
    let responsible = event
        .responsible
        .iter()
        .map(|cell| cell.value.verbatim.as_str());
    let indicators = event
        .indicator
        .iter()
        .chain(&event.result)
        .map(|cell| cell.value.verbatim.as_str());
    std::iter::once(event.title.value.as_str())
        .chain(deadline)
        .chain(responsible)
        .chain(indicators)
        .chain(event.remark.as_deref())
}
