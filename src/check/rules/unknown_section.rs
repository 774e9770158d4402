//! A step of the management cycle, or a text, belongs to a section that no territory has (П203, error).
//!
//! Why: regulation asks where each of the nine steps can be seen (FIOKO, direction 1.2), and the section's code is the
//! answer; a text for an unknown section would be shown nowhere.
//!
//! Example: `section = "rekomendacii"` in `cycle.toml` while the section is `rekomendatsii`.

use crate::check::part::Part;
use crate::check::reference::unknown;
use crate::diag::{Diagnostic, Span};
use crate::model::place::section::{REQUIRED, RequiredSection};

/// Finds codes of sections that do not exist.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for step in part.common().into_iter().flat_map(|common| &common.cycle) {
        report(&step.section, step.span, found);
    }
    for note in part
        .territory
        .into_iter()
        .flat_map(|territory| &territory.notes)
    {
        report(&note.section, note.span, found);
    }
}

fn report(code: &str, span: Span, found: &mut Vec<Diagnostic>) {
    if RequiredSection::find(code).is_some() {
        return;
    }
    let known = || REQUIRED.iter().filter(|section| !section.code.is_empty());
    let codes: Vec<&str> = known().map(|section| section.code).collect();
    let error = unknown(
        format!("нет раздела «{code}»"),
        &[span],
        code,
        known().map(|s| (s.code, s.name)),
    );
    found.extend(error.map(|error| error.help(format!("разделы: {}", codes.join(", ")))));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{at, brief, note, portal, run, territory};
    use crate::model::portal::Portal;
    use crate::model::reference::CycleStep;

    fn with_step(section: &str) -> Portal {
        let step = CycleStep {
            number: 6,
            name: "Адресные рекомендации".to_owned(),
            section: section.to_owned(),
            span: at(4),
            source: None,
        };
        Portal {
            cycle: vec![step],
            ..portal([])
        }
    }

    #[test]
    fn a_step_without_its_section_is_found() {
        let found = run(check, &with_step("rekomendacii"));
        assert_eq!(brief(&found), ["П203 4 нет раздела «rekomendacii»"]);
        assert!(found[0].help[0].contains("«rekomendatsii»"));
    }

    #[test]
    fn a_text_for_no_section_is_found() {
        let mut place = territory("04-altay");
        place.notes = vec![note("celi", 5), note("tseli", 6)];
        assert_eq!(
            brief(&run(check, &portal([place]))),
            ["П203 5 нет раздела «celi»"]
        );
    }

    #[test]
    fn a_step_with_its_section_is_accepted() {
        assert_eq!(brief(&run(check, &with_step("rekomendatsii"))), [""; 0]);
    }
}
