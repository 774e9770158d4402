//! The words of a deadline are not understood (П401, warning).
//!
//! Why: the program never guesses. The cell is shown word for word, but the measure is missing from the calendar and
//! can never be late; the editor should know.
//!
//! Example: «в срок» without any time.

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Finds deadlines without a meaning. An empty cell is П414.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let deadlines = plan
            .events()
            .filter_map(|event| Some((event, event.deadline.as_ref()?)));
        let unknown: Vec<Place> = deadlines
            .filter(|(_, deadline)| {
                deadline.value.whens.is_empty() && !deadline.value.verbatim.trim().is_empty()
            })
            .map(|(event, deadline)| {
                Place::new(
                    deadline.span,
                    format!(
                        "мероприятие {}: {}",
                        event.id,
                        quoted(&deadline.value.verbatim)
                    ),
                )
            })
            .collect();
        let gathered = warning(codes::DEADLINE_UNKNOWN, unknown, |count| match count {
            1 => "срок не понят".to_owned(),
            count => format!("не поняты сроки мероприятий: {count}"),
        });
        found.extend(gathered.map(|warning| {
            warning.help(
                "сверьте слова с документом; если в нём напечатано так, срок останется словами и в календарь не попадёт",
            )
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, dated, deadline, month, plan, portal, run, territory};

    #[test]
    fn words_without_a_time_are_found() {
        let mut place = territory("04-altay");
        let events = [
            dated("m01", deadline("в срок", [], 5)),
            dated("m02", deadline("", [], 6)),
        ];
        place.plans = vec![plan(2023, events)];
        let found = run(check, &portal([place]));
        assert_eq!(brief(&found), ["п401 5 срок не понят"]);
        assert_eq!(found[0].label, "мероприятие m01: «в срок»");
    }

    #[test]
    fn an_understood_deadline_is_silent() {
        let mut place = territory("04-altay");
        place.plans = vec![plan(
            2023,
            [dated("m01", deadline("май", [month(2023, 5)], 5))],
        )];
        assert_eq!(brief(&run(check, &portal([place]))), [""; 0]);
    }
}
