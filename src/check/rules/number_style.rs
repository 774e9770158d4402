//! A number without its full stop among numbers that have one (П410, warning).
//!
//! Why: «3» in document B, line 17 and «14» in document E, line 125 stand among numbers with full stops. Harmless on
//! paper, but often a sign of a row that was typed or moved by hand.
//!
//! Example: «1.», «2.», «3», «4.».

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::roadmap::Event;

/// Finds numbers written unlike most of their plan.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let ending = |event: &Event, ends: fn(char) -> bool| {
            event
                .number
                .as_ref()
                .is_some_and(|number| number.value.trim().ends_with(ends))
        };
        let dotted = plan
            .events()
            .filter(|event| ending(event, |c| c == '.'))
            .count();
        let bare: Vec<&Event> = plan
            .events()
            .filter(|event| ending(event, |c| c.is_ascii_digit()))
            .collect();
        if dotted <= bare.len() {
            continue;
        }
        let number = |event: &&Event| {
            let number = event.number.as_ref()?;
            Some(Place::new(
                number.span,
                format!("номер мероприятия {}", event.id),
            ))
        };
        let gathered = warning(
            codes::NUMBER_STYLE,
            bare.iter().filter_map(number).collect(),
            |count| match count {
                1 => "номер записан без точки, а почти все другие — с точкой".to_owned(),
                count => {
                    format!("номера записаны без точки, а почти все другие — с точкой: {count}")
                }
            },
        );
        found.extend(gathered.map(|warning| {
            warning.help("сверьте номер с документом; если в нём напечатано так, оставьте как есть")
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, numbered, plan, portal, run, territory};
    use crate::model::portal::Portal;

    fn with_numbers(numbers: &[&str]) -> Portal {
        let events = numbers
            .iter()
            .zip(5..)
            .map(|(number, n)| numbered(&format!("m{n:02}"), number, n));
        let mut place = territory("38-irkutskaya/ziminskoe");
        place.plans = vec![plan(2024, events)];
        portal([place])
    }

    #[test]
    fn the_odd_number_is_found() {
        let found = run(check, &with_numbers(&["1.", "2.", "3", "4."]));
        assert_eq!(
            brief(&found),
            ["п410 7 номер записан без точки, а почти все другие — с точкой"]
        );
    }

    #[test]
    fn one_style_is_silent() {
        assert_eq!(brief(&run(check, &with_numbers(&["1", "2", "3"]))), [""; 0]);
        assert_eq!(brief(&run(check, &with_numbers(&["1.", "2."]))), [""; 0]);
    }
}
