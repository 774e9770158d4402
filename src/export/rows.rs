//! Rows of open data: each event with the words of the document and what they mean.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::id::EventRef;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Event, Roadmap, Section};
use crate::model::plan::standing::standing;
use crate::model::portal::Portal;
use crate::site::{PageKey, PlacePage};

/// One event. Empty means that the document does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventRow {
    /// Permanent id in the whole portal.
    pub id: String,
    /// Id of the region.
    pub region: String,
    /// Id of the municipality; empty for a regional plan.
    pub municipality: String,
    /// Id of the plan.
    pub plan: String,
    /// Id of the event in its plan.
    pub event: String,
    /// Section of the plan.
    pub section: String,
    /// № word for word.
    pub number: String,
    /// The measure word for word.
    pub title: String,
    /// The deadline word for word.
    pub deadline: String,
    /// What kind of deadline it was understood to be.
    pub deadline_kind: &'static str,
    /// First day.
    pub deadline_start: String,
    /// Last day.
    pub deadline_end: String,
    /// Who answers, word for word.
    pub responsible: String,
    /// Indicator word for word.
    pub indicator: String,
    /// Result word for word.
    pub result: String,
    /// Stored status.
    pub status: &'static str,
    /// How the event stands on the day of the data.
    pub standing: &'static str,
    /// Address from the root of the portal.
    pub url: String,
    /// The measure in plain words: retold by the portal, not a part of the document.
    pub plain: String,
}

/// All events in the order of territories and documents.
pub fn events(portal: &Portal, today: Date) -> Vec<EventRow> {
    let mut rows = Vec::with_capacity(portal.event_count());
    for territory in &portal.territories {
        for plan in &territory.plans {
            for section in &plan.sections {
                rows.extend(
                    section
                        .events
                        .iter()
                        .map(|event| row(territory, plan, section, event, today)),
                );
            }
        }
    }
    rows
}

fn row(
    territory: &Territory,
    plan: &Roadmap,
    section: &Section,
    event: &Event,
    today: Date,
) -> EventRow {
    let reference = EventRef {
        plan: plan.id.clone(),
        event: event.id.clone(),
    };
    let page = PageKey::place(&territory.path, PlacePage::Plan(plan.id.clone()));
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let deadline = event.deadline.as_ref().map(|deadline| &deadline.value);
    let first = deadline.and_then(|d| d.whens.iter().filter_map(|when| when.first).min());
    EventRow {
        id: format!("{}/{reference}", territory.path),
        region: territory.path.region.to_string(),
        municipality: territory
            .path
            .municipality
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        plan: plan.id.to_string(),
        event: event.id.to_string(),
        section: section
            .title
            .as_ref()
            .map(|title| title.value.clone())
            .unwrap_or_default(),
        number: event
            .number
            .as_ref()
            .map(|number| number.value.clone())
            .unwrap_or_default(),
        title: event.title.value.clone(),
        deadline: deadline.map(|d| d.verbatim.clone()).unwrap_or_default(),
        deadline_kind: deadline.map_or("", |d| d.kind().code()),
        deadline_start: day(first),
        deadline_end: day(deadline.and_then(|d| d.last_day())),
        responsible: event
            .responsible
            .as_ref()
            .map(|cell| cell.value.verbatim.clone())
            .unwrap_or_default(),
        indicator: event
            .indicator
            .as_ref()
            .map(|cell| cell.value.verbatim.clone())
            .unwrap_or_default(),
        result: event
            .result
            .as_ref()
            .map(|cell| cell.value.verbatim.clone())
            .unwrap_or_default(),
        status: event.status.word.word(),
        standing: standing(event, today).code(),
        url: format!("/{}#{}", page.address().as_str(), event.id),
        plain: event
            .plain
            .as_ref()
            .map(|plain| plain.value.clone())
            .unwrap_or_default(),
    }
}
