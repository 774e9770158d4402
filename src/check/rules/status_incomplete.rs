//! A status without what it needs: «выполнено» without a date, «перенесено» without the new time (П413, error).
//!
//! Why: a portal that says «выполнено» must say when; one that says «перенесено» must say to when, else the promise
//! is simply gone (domain, section 6: a status stands with its facts).
//!
//! Example: `status = "выполнено"` without `status_date`.

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::roadmap::Event;
use crate::model::plan::status::StatusWord;

/// Finds statuses that say too little.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(part.events().filter_map(fault));
}

fn fault(event: &Event) -> Option<Diagnostic> {
    let status = &event.status;
    if status.span.is_none() && (status.date.is_some() || status.fact.is_some()) {
        let message = format!(
            "у мероприятия {} есть сведения о выполнении, а статуса нет",
            event.id
        );
        return Some(
            Diagnostic::warning(codes::STATUS_INCOMPLETE, event.span, message)
                .label("на странице этих сведений не будет")
                .help("добавьте статус: status = \"выполнено\""),
        );
    }
    let (lack, help) = match status.word {
        StatusWord::Done if status.date.is_none() => {
            ("не указано, когда", "добавьте дату статуса: 2023-04-28")
        }
        StatusWord::Moved
            if status
                .moved_to
                .as_deref()
                .is_none_or(|to| to.trim().is_empty()) =>
        {
            (
                "не указан новый срок",
                "добавьте новый срок словами: «сентябрь 2023 года»",
            )
        }
        _ => return None,
    };
    let message = format!("мероприятие {} {}, но {lack}", event.id, status.word.word());
    let span = status.span.unwrap_or(event.span);
    Some(Diagnostic::error(codes::STATUS_INCOMPLETE, span, message).help(help))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, plan, portal, run, status, territory};
    use crate::model::plan::roadmap::Event;
    use crate::model::plan::status::StatusWord;
    use crate::model::portal::Portal;
    use jiff::civil::date;

    fn with_events(events: impl IntoIterator<Item = Event>) -> Portal {
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, events)];
        portal([place])
    }

    #[test]
    fn a_bare_status_is_found() {
        let mut moved = status("m02", StatusWord::Moved, 6);
        moved.status.moved_to = Some(" ".to_owned());
        let found = run(
            check,
            &with_events([status("m01", StatusWord::Done, 5), moved]),
        );
        assert_eq!(
            brief(&found),
            [
                "П413 5 мероприятие m01 выполнено, но не указано, когда",
                "П413 6 мероприятие m02 перенесено, но не указан новый срок",
            ]
        );
    }

    #[test]
    fn a_full_status_is_silent() {
        let mut done = status("m01", StatusWord::Done, 5);
        done.status.date = Some(date(2023, 4, 28));
        let mut moved = status("m02", StatusWord::Moved, 6);
        moved.status.moved_to = Some("сентябрь".to_owned());
        let events = [
            done,
            moved,
            status("m03", StatusWord::Cancelled, 7),
            status("m04", StatusWord::Planned, 8),
        ];
        assert_eq!(brief(&run(check, &with_events(events))), [""; 0]);
    }

    #[test]
    fn facts_without_a_status_are_found() {
        let mut told = crate::check::fixture::event("m01", 5);
        told.status.fact = Some("Собрание прошло".to_owned());
        assert_eq!(
            brief(&run(check, &with_events([told]))),
            ["п413 5 у мероприятия m01 есть сведения о выполнении, а статуса нет"]
        );
    }
}
