//! A plan of the paper over the plan of the same period that the content has already: the file is renewed, not written
//! anew.

use crate::files::sources::Sources;
use crate::import::renew::{Renewed, renewed};
use crate::import::understand::draft::{EventDraft, PlanDraft, Text};
use crate::import::write::event::event;
use crate::import::write::marks::Spot;
use crate::import::write::settle::existing;
use crate::import::write::work::{Again, Desk, Of, PlanFile, Written};

/// Renews the plans that the content has.
pub fn plans(desk: &Desk<'_>, sources: &Sources, written: &mut Written) {
    for file in &mut written.files {
        let Of::Plan(index) = file.of else { continue };
        let Some(old) = existing(sources, &file.path) else {
            continue;
        };
        let text = old.text().unwrap_or_default();
        let renewed = plan(desk, index, &old.path, text);
        if let Ok(renewed) = &renewed
            && let Some(rows) = written.plans.iter_mut().find(|rows| rows.path == file.path)
        {
            name_as_in_file(rows, &renewed.text);
        }
        file.again = Some(Again {
            path: old.path.clone(),
            same: renewed.as_ref().is_ok_and(|renewed| renewed.is_same(text)),
            renewed,
        });
    }
}

fn plan(desk: &Desk<'_>, index: usize, path: &str, text: &str) -> Result<Renewed, String> {
    let draft = wished(desk, &desk.understood.plans[index]);
    let key = match draft.has_sections() {
        true => "section.event",
        false => "event",
    };
    let fresh = |row: &EventDraft, id: &str| event(row, id, key, &marks(desk, index, row));
    renewed(path, text, &draft, desk.act(draft.order), &fresh)
}

/// The plan with the title that the editor said, when the paper holds this plan only.
fn wished(desk: &Desk<'_>, plan: &PlanDraft) -> PlanDraft {
    let mut draft = plan.clone();
    if let Some(title) = desk.wishes.title
        && (desk.understood.plans.len() == 1 || draft.title.is_none())
    {
        draft.title = Some(Text {
            words: title.to_owned(),
            at: plan.at.clone(),
        });
    }
    draft
}

/// The comments on a measure.
fn marks(desk: &Desk<'_>, plan: usize, row: &EventDraft) -> Vec<String> {
    let sections = desk.understood.plans[plan].sections.iter().enumerate();
    let spot = sections
        .flat_map(|(section, part)| {
            let events = part.events.iter().enumerate();
            events.map(move |(event, known)| (Spot::Event(plan, section, event), known))
        })
        .find(|(_, known)| known.at == row.at && *known == row);
    spot.map_or_else(Vec::new, |(spot, _)| desk.marks.at(spot))
}

/// The rows of the report get the identifiers that the renewed file has for them; both are in the order of the paper.
fn name_as_in_file(rows: &mut PlanFile, text: &str) {
    let Ok(table) = text.parse::<toml::Table>() else {
        return;
    };
    let events = |table: &toml::Table| -> Vec<String> {
        let events = table.get("event").and_then(toml::Value::as_array);
        events
            .into_iter()
            .flatten()
            .filter_map(|event| Some(event.get("id")?.as_str()?.to_owned()))
            .collect()
    };
    let sections = table.get("section").and_then(toml::Value::as_array);
    let mut ids = events(&table);
    ids.extend(
        sections
            .into_iter()
            .flatten()
            .filter_map(toml::Value::as_table)
            .flat_map(events),
    );
    if ids.len() == rows.events.len() {
        for (row, id) in rows.events.iter_mut().zip(ids) {
            row.id = id;
        }
    }
}
