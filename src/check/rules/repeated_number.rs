//! A № is repeated inside a section (П405, warning).
//!
//! Why: numbers restart in every section (document A: 11, 10 and 9 events), but inside one section two equal numbers
//! are a slip, and letters to the authority name events by them.
//!
//! Example: «4.», «5.», «5.».

use std::collections::BTreeMap;

use crate::check::part::Part;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};

/// Finds the second event with the same number.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for section in part.plans().flat_map(|plan| &plan.sections) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for number in section
            .events
            .iter()
            .filter_map(|event| event.number.as_ref())
        {
            let plain = number.value.trim().trim_end_matches(['.', ')']);
            let Some(first) = seen.get(plain) else {
                seen.insert(plain, number.span);
                continue;
            };
            let message = format!("номер мероприятия «{plain}» повторяется в одном разделе");
            found.push(
                Diagnostic::warning(codes::REPEATED_NUMBER, number.span, message)
                    .related(*first, "впервые здесь")
                    .help(
                        "сверьте номер с документом; если в нём напечатано так, оставьте как есть",
                    ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, numbered, plan, portal, run, section, territory};

    #[test]
    fn the_second_number_is_found() {
        let mut place = territory("04-altay");
        place.plans = vec![plan(
            2023,
            [
                numbered("m01", "1.", 5),
                numbered("m02", "2", 6),
                numbered("m03", "2.", 7),
            ],
        )];
        assert_eq!(
            brief(&run(check, &portal([place]))),
            ["п405 7 номер мероприятия «2» повторяется в одном разделе"]
        );
    }

    #[test]
    fn numbers_may_restart_in_the_next_section() {
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, [])];
        place.plans[0].sections = vec![
            section("I.", [numbered("m01", "1.", 5)], 1),
            section("II.", [numbered("m02", "1.", 6)], 2),
        ];
        assert_eq!(brief(&run(check, &portal([place]))), [""; 0]);
    }
}
