//! A plan that is there already, renewed from a newly read paper.

use toml::Table;

use crate::desk::change::Change;
use crate::files::sources::SourceFile;
use crate::import::renew::{Renewed, renewed};
use crate::import::understand::draft::{EventDraft, PlanDraft, Text, Understood};
use crate::import::write::event::{cell, event};
use crate::import::write::marks::{Marks, Spot};
use crate::import::write::plan::{is_without_sections, title_of_section};
use crate::model::plan::roadmap::ColumnRole;

/// The change of a plan's file, none when the paper says nothing new, and what was done. `fresh` is the file as it would be
/// written if it were not there yet.
///
/// # Errors
/// In Russian: why the file cannot be renewed.
pub fn standing(
    old: &SourceFile,
    fresh: &str,
    understood: &Understood,
    index: usize,
) -> Result<(Option<Change>, Renewed), String> {
    let text = old
        .text()
        .ok_or_else(|| format!("файл {} не в кодировке UTF-8", old.path))?;
    let table: Table = fresh
        .parse()
        .map_err(|_| "новый план не прочитан".to_owned())?;
    let said = |key: &str| table.get(key).and_then(|value| value.as_str());
    let plan = &understood.plans[index];
    let draft = written(plan, said("title"));
    let key = if is_without_sections(plan) {
        "event"
    } else {
        "section.event"
    };
    let marks = Marks::of(understood);
    let block =
        |row: &EventDraft, id: &str| event(row, id, key, &marks_of(row, plan, index, &marks));
    let done = renewed(&old.path, &text, &draft, said("approved_by"), &block)?;
    let change = (!done.is_same(&text)).then(|| Change {
        path: old.path.clone(),
        before: Some(old.bytes().into_owned()),
        after: done.text.clone().into_bytes(),
    });
    Ok((change, done))
}

/// The draft as the file of a new plan says it: with a title for it and its sections, without rows that are no measures.
fn written(plan: &PlanDraft, title: Option<&str>) -> PlanDraft {
    let mut draft = plan.clone();
    draft.title = title.map(|words| Text {
        words: words.to_owned(),
        at: plan.at.clone(),
    });
    let bare = is_without_sections(plan);
    for section in &mut draft.sections {
        section.events.retain(|row| {
            cell(row, ColumnRole::Title).is_some_and(|cell| !cell.words.trim().is_empty())
        });
        if bare {
            continue;
        }
        let title = title_of_section(section).to_owned();
        let texts = [
            &mut section.numeral,
            &mut section.goal,
            &mut section.tasks_heading,
        ];
        for text in texts {
            if text.as_deref() == Some(title.as_str()) {
                *text = None;
            }
        }
        section.title = Some(title);
    }
    draft
}

fn marks_of(row: &EventDraft, plan: &PlanDraft, index: usize, marks: &Marks) -> Vec<String> {
    for (section, part) in plan.sections.iter().enumerate() {
        if let Some(event) = part.events.iter().position(|other| other == row) {
            return marks.at(Spot::Event(index, section, event));
        }
    }
    Vec::new()
}
