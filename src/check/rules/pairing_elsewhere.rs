//! The deadline of a pairing does not occur in the deadline cell of its event (П417, error).
//!
//! Why: pairings tie the dates of a cell to schools by their order (document A, lines 65, 67 and 69: four months and
//! four groups of schools). They may only divide what the document says, never add a date to it.
//!
//! Example: the cell says «апрель  октябрь», a pairing says `deadline = "май"`.

use crate::check::part::Part;
use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Finds pairings whose words the document does not have.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for event in part.events() {
        for pairing in &event.pairings {
            let words = &pairing.deadline.value.verbatim;
            let cell = event.deadline.as_ref();
            if cell.is_some_and(|cell| packed(&cell.value.verbatim).contains(&packed(words))) {
                continue;
            }
            let message = format!(
                "слов {} нет в сроке мероприятия {}",
                quoted(words),
                event.id
            );
            let error = Diagnostic::error(codes::PAIRING_ELSEWHERE, pairing.deadline.span, message);
            found.push(match cell {
                Some(cell) => error.related(cell.span, "срок мероприятия").help(format!(
                    "перепишите слова из срока мероприятия: {}",
                    quoted(&cell.value.verbatim)
                )),
                None => error.help("у мероприятия нет срока: сначала перепишите его из документа"),
            });
        }
    }
}

/// The text without any spaces: cells keep the paper's runs of them.
fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        at, brief, deadline, event, pairing, plan, portal, run, territory,
    };
    use crate::model::portal::Portal;

    fn with_pairing(words: &str) -> Portal {
        let mut event = event("m12", 1);
        event.deadline = Some(deadline("апрель  октябрь 2023 г.", [], 2));
        event.pairings = vec![pairing(words, 3)];
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.plans = vec![plan(2023, [event])];
        portal([place])
    }

    #[test]
    fn a_date_from_nowhere_is_found() {
        let found = run(check, &with_pairing("май"));
        assert_eq!(
            brief(&found),
            ["П417 3 слов «май» нет в сроке мероприятия m12"]
        );
        assert_eq!(found[0].related, [(at(2), "срок мероприятия".to_owned())]);
    }

    #[test]
    fn spaces_do_not_matter() {
        assert_eq!(
            brief(&run(check, &with_pairing("октябрь  2023г."))),
            [""; 0]
        );
    }
}
