//! A cell is empty where the plan has the column (П414, warning).
//!
//! Why: a measure without a deadline, a responsible or an indicator cannot be followed. It is so in documents (document
//! E, line 156: the indicator slid into the row above), and easily forgotten when a plan is typed.
//!
//! Example: `columns` has an indicator, the event has none.

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::column;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::roadmap::{ColumnRole, Event, Roadmap};

const REQUIRED: [ColumnRole; 4] = [
    ColumnRole::Deadline,
    ColumnRole::Responsible,
    ColumnRole::Indicator,
    ColumnRole::Result,
];

/// Finds events without what their plan has a column for.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        found.extend(
            REQUIRED
                .into_iter()
                .filter(|role| plan.has_column(*role))
                .filter_map(|role| empty(plan, role)),
        );
    }
}

fn empty(plan: &Roadmap, role: ColumnRole) -> Option<Diagnostic> {
    let is_empty = |event: &&Event| {
        event
            .cell(role)
            .is_none_or(|(_, words)| words.trim().is_empty())
    };
    // A cell of a torn row is reported by П408.
    let is_torn = |event: &&Event| event.as_printed.iter().any(|(printed, _)| *printed == role);
    let places = plan
        .events()
        .filter(is_empty)
        .filter(|event| !is_torn(event));
    let places: Vec<Place> = places
        .map(|event| Place::new(event.span, format!("мероприятие {}", event.id)))
        .collect();
    let name = column(role);
    let gathered = warning(codes::EMPTY_CELL, places, |count| match count {
        1 => format!("у мероприятия пуста ячейка «{name}»"),
        count => format!("пуста ячейка «{name}»: мероприятий — {count}"),
    });
    gathered.map(|warning| {
        warning.help("перепишите слова из документа; если ячейка пуста и в нём, на странице так и будет сказано")
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        brief, columns, event, full, plan, portal, run, spanned, territory,
    };
    use crate::model::plan::roadmap::{ColumnRole, Event};
    use crate::model::portal::Portal;

    fn with_events(events: impl IntoIterator<Item = Event>) -> Portal {
        let mut place = territory("70-tomskaya/pervomayskiy");
        place.plans = vec![plan(2023, events)];
        place.plans[0].columns = columns(&[
            ColumnRole::Title,
            ColumnRole::Deadline,
            ColumnRole::Indicator,
        ]);
        portal([place])
    }

    #[test]
    fn holes_are_gathered_by_column() {
        let found = run(
            check,
            &with_events([event("m01", 5), full("m02", 6), event("m03", 7)]),
        );
        assert_eq!(
            brief(&found),
            [
                "п414 5 пуста ячейка «срок»: мероприятий — 2",
                "п414 5 пуста ячейка «показатель»: мероприятий — 2"
            ]
        );
    }

    #[test]
    fn full_and_torn_rows_are_silent() {
        let mut torn = full("m05", 6);
        torn.indicator = None;
        torn.as_printed = vec![(ColumnRole::Indicator, spanned(String::new(), 7))];
        assert_eq!(
            brief(&run(check, &with_events([full("m04", 5), torn]))),
            [""; 0]
        );
    }
}
