//! One event of a roadmap, cell by cell.

use crate::diag::span::Spanned;
use crate::history::words::number::{self, Direction};
use crate::history::words::property::{Gender, Name, Property, Weight, compared};
use crate::history::words::quote::{quoted, was_became};
use crate::history::words::sameness::{only_written_otherwise, same};
use crate::history::words::{deadline, status};
use crate::model::history::{Detail, What};
use crate::model::id::{Reference, Slug};
use crate::model::plan::deadline::Deadline;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::roadmap::{Event, Pairing};

/// What happened to an event, its number and section aside.
pub fn changed(before: &Event, after: &Event) -> Vec<Detail> {
    let mut details = status::changed(&before.status, &after.status);
    details.extend(status::proofs(&before.status.proofs, &after.status.proofs));
    let cell = |event: &'_ Event| event.deadline.as_ref().map(|cell| cell.value.clone());
    details.extend(time(cell(before).as_ref(), cell(after).as_ref()));
    let columns = [
        (
            Name("показатель", Gender::He),
            &before.indicator,
            &after.indicator,
        ),
        (Name("результат", Gender::He), &before.result, &after.result),
    ];
    for (name, old, new) in columns {
        let value = |cell: &'_ Option<Spanned<Indicator>>| {
            cell.as_ref().map(|cell| cell.value.verbatim.clone())
        };
        details.extend(measure(name, value(old), value(new)));
    }
    details.extend(compared(&promise(before), &promise(after)));
    details.extend(compared(&asides(before), &asides(after)));
    details
}

/// Who and what.
fn promise(event: &Event) -> Vec<Property> {
    let responsible = event
        .responsible
        .as_ref()
        .map(|cell| cell.value.verbatim.clone());
    vec![
        Property::new(Name("ответственный", Gender::He), responsible).what(What::Responsible),
        Property::new(
            Name("формулировка", Gender::She),
            Some(event.title.value.clone()),
        )
        .what(What::Title),
        Property::new(
            Name("распределение сроков по школам", Gender::It),
            pairings(&event.pairings),
        )
        .what(What::Deadline)
        .weight(Weight::Text),
    ]
}

/// The portal's own words about the event.
fn asides(event: &Event) -> Vec<Property> {
    let plain = event.plain.as_ref().map(|plain| plain.value.clone());
    let printed: Vec<String> = event
        .as_printed
        .iter()
        .map(|(column, words)| format!("{}: {}", column.name(), words.value))
        .collect();
    vec![
        Property::new(Name("пересказ простыми словами", Gender::He), plain)
            .what(What::Text)
            .weight(Weight::Minor),
        Property::new(Name("примечание портала", Gender::It), event.remark.clone())
            .what(What::Text)
            .weight(Weight::Minor),
        Property::new(
            Name("сведения о том, как напечатано", Gender::They),
            Some(printed.join("; ")),
        )
        .what(What::Text)
        .weight(Weight::MinorText),
    ]
}

fn pairings(pairings: &[Pairing]) -> Option<String> {
    let ids = |ids: &[Reference<Slug>]| {
        let ids: Vec<&str> = ids.iter().map(|one| one.to.as_str()).collect();
        ids.join(",")
    };
    let rows: Vec<String> = pairings
        .iter()
        .map(|row| {
            format!(
                "{} [{}] [{}] {}",
                row.deadline.value.verbatim,
                ids(&row.schools),
                ids(&row.people),
                row.topic.as_deref().unwrap_or_default()
            )
        })
        .collect();
    (!rows.is_empty()).then(|| rows.join("; "))
}

fn time(before: Option<&Deadline>, after: Option<&Deadline>) -> Option<Detail> {
    let (words, minor) = match (before, after) {
        (Some(old), Some(new)) if same(&old.verbatim, &new.verbatim) => return None,
        (Some(old), Some(new)) => deadline::changed(old, new),
        (None, Some(new)) => (format!("указан срок: {}", quoted(&new.verbatim)), false),
        (Some(old), None) => (format!("срок убран: был {}", quoted(&old.verbatim)), false),
        (None, None) => return None,
    };
    Some(Detail {
        what: What::Deadline,
        before: before.map(|one| one.verbatim.clone()),
        after: after.map(|one| one.verbatim.clone()),
        words,
        minor,
    })
}

/// An indicator or a result: a number that went up or down, else other words.
fn measure(name: Name, before: Option<String>, after: Option<String>) -> Option<Detail> {
    let mut minor = false;
    let words = match (&before, &after) {
        (Some(old), Some(new)) if same(old, new) => return None,
        (Some(old), Some(new)) => match number::shift(old, new) {
            Some(shift) => {
                let verb = match shift.direction {
                    Direction::Down => "снижен",
                    Direction::Up => "повышен",
                    Direction::Both => "изменён:",
                };
                format!("{} {verb} {}", name.0, shift.words)
            }
            None if only_written_otherwise(old, new) => {
                minor = true;
                format!("{}: исправлено написание, {}", name.0, was_became(old, new))
            }
            None => format!("{} переписан: {}", name.0, was_became(old, new)),
        },
        (None, Some(new)) => format!("указан {}: {}", name.0, quoted(new)),
        (Some(old), None) => format!("{} убран: был {}", name.0, quoted(old)),
        (None, None) => return None,
    };
    Some(Detail {
        what: What::Indicator,
        before,
        after,
        words,
        minor,
    })
}
