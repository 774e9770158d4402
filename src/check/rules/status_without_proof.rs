//! «Выполнено» without a proof (П413, warning).
//!
//! Why: the indicator columns of the documents name what there should be to show: an order, a report, a link
//! (document E: «Аналитическая справка», «Приказ РУО»). Without it pages say «подтверждения нет».
//!
//! Example: `status = "выполнено"` with a date and no `proof`.

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::roadmap::Event;
use crate::model::plan::status::StatusWord;

/// Finds promises that are kept only in words.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let unproved = |event: &&Event| {
            event.status.word == StatusWord::Done && event.status.proofs.is_empty()
        };
        let place = |event: &Event| {
            Place::new(
                event.status.span.unwrap_or(event.span),
                format!("мероприятие {}", event.id),
            )
        };
        let places = plan.events().filter(unproved).map(place).collect();
        let gathered = warning(codes::STATUS_INCOMPLETE, places, |count| match count {
            1 => "мероприятие выполнено, но подтверждения нет".to_owned(),
            count => format!("мероприятия выполнены, но подтверждений нет: {count}"),
        });
        found.extend(gathered.map(|warning| {
            warning.help("добавьте ссылку на новость, справку или приказ; без неё будет сказано «подтверждения нет»")
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, plan, portal, proof, run, status, territory};
    use crate::model::plan::roadmap::Event;
    use crate::model::plan::status::StatusWord;
    use crate::model::portal::Portal;

    fn with_events(events: impl IntoIterator<Item = Event>) -> Portal {
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, events)];
        portal([place])
    }

    #[test]
    fn unproved_events_make_one_warning() {
        let events = [
            status("m01", StatusWord::Done, 5),
            status("m02", StatusWord::Done, 6),
        ];
        let found = run(check, &with_events(events));
        assert_eq!(
            brief(&found),
            ["п413 5 мероприятия выполнены, но подтверждений нет: 2"]
        );
    }

    #[test]
    fn a_proof_or_another_status_is_silent() {
        let mut done = status("m01", StatusWord::Done, 5);
        done.status.proofs = vec![proof("/novosti/", 6)];
        assert_eq!(
            brief(&run(
                check,
                &with_events([done, status("m02", StatusWord::Planned, 7)])
            )),
            [""; 0]
        );
    }
}
