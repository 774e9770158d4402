//! The numeral of a section is repeated in one plan (П404, warning).
//!
//! Why: document B has two sections «II» (lines 35 and 55). It is shown as printed, but a reference to «раздел II»
//! is ambiguous, and in another plan it may be a slip of the editor.
//!
//! Example: «I.», «II.», «II.».

use std::collections::BTreeMap;

use crate::check::part::Part;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};

/// Finds the second section with the same numeral.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for numeral in plan
            .sections
            .iter()
            .filter_map(|section| section.numeral.as_ref())
        {
            let plain = numeral.value.trim().trim_end_matches('.');
            let Some(first) = seen.get(plain) else {
                seen.insert(plain, numeral.span);
                continue;
            };
            let message = format!("номер раздела «{plain}» повторяется");
            found.push(
                Diagnostic::warning(codes::REPEATED_NUMERAL, numeral.span, message)
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
    use crate::check::fixture::{brief, plan, portal, run, section, territory};
    use crate::model::portal::Portal;

    fn with_numerals(numerals: &[&str]) -> Portal {
        let mut place = territory("38-irkutskaya/ziminskoe");
        place.plans = vec![plan(2024, [])];
        let sections = numerals
            .iter()
            .zip(10..)
            .map(|(numeral, n)| section(numeral, [], n));
        place.plans[0].sections = sections.collect();
        portal([place])
    }

    #[test]
    fn the_second_numeral_is_found() {
        let found = run(check, &with_numerals(&["I.", "II.", "II"]));
        assert_eq!(brief(&found), ["п404 12 номер раздела «II» повторяется"]);
    }

    #[test]
    fn different_numerals_are_silent() {
        assert_eq!(
            brief(&run(check, &with_numerals(&["I.", "II.", "III."]))),
            [""; 0]
        );
    }
}
