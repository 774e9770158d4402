//! A deadline that had passed before the plan was approved (П402, warning).
//!
//! Why: it is so in real documents (document D, lines 40–42: January and February in a plan approved on 13.03.2023;
//! document E, line 162), and readers ask about it. It is valid, but it may also be a mistyped month or year.
//!
//! Example: «Январь 2023 г.» in a plan approved by the order of 13.03.2023.

use jiff::civil::Date;

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::reference::document;
use crate::check::rules::deadline_outside_period::is_outside;
use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::text::russian::{counted, date_short};

/// Finds dated deadlines before the date of the approving act. One outside the plan's period is П403 already.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let Some(territory) = part.territory else {
        return;
    };
    for plan in &territory.plans {
        let act = plan
            .approved_by
            .as_ref()
            .and_then(|act| document(part.portal, territory, &act.to));
        let Some((act, approved)) = act.and_then(|act| Some((act, act.date.as_ref()?))) else {
            continue;
        };
        let places: Vec<Place> = plan
            .events()
            .filter(|event| passed(plan, event).is_some_and(|last| last < approved.value))
            .filter_map(|event| {
                let deadline = event.deadline.as_ref()?;
                let label = format!(
                    "мероприятие {}: {}",
                    event.id,
                    quoted(&deadline.value.verbatim)
                );
                Some(Place::new(deadline.span, label))
            })
            .collect();
        let day = date_short(approved.value);
        let gathered = warning(
            codes::DEADLINE_BEFORE_APPROVAL,
            places,
            |count| match count {
                1 => format!("срок прошёл раньше, чем утвердили план ({day})"),
                count => {
                    let events = counted(count, ["мероприятия", "мероприятий", "мероприятий"]);
                    format!("срок {events} прошёл раньше, чем утвердили план ({day})")
                }
            },
        );
        found.extend(gathered.map(|warning| {
            warning
                .related(approved.span, act.short_name())
                .help("сверьте сроки и дату приказа с документом; если в нём напечатано так, оставьте как есть")
        }));
    }
}

/// The last day of a dated deadline inside the plan's period.
fn passed(plan: &Roadmap, event: &Event) -> Option<Date> {
    let deadline = &event.deadline.as_ref()?.value;
    if deadline.is_dated() && !is_outside(deadline, &plan.period) {
        deadline.last_day()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        brief, dated, deadline, document, month, plan, portal, reference, run, territory, when,
    };
    use crate::diag::Diagnostic;
    use crate::model::plan::deadline::{When, WhenKind};
    use jiff::civil::date;

    /// The act of the fixture is dated 30.03.2023.
    fn found(whens: &[When]) -> Vec<Diagnostic> {
        let event = |(n, when): (usize, &When)| {
            dated(
                &format!("m{n:02}"),
                deadline("срок", [when.clone()], 10 + n as u32),
            )
        };
        let mut place = territory("04-altay");
        place.documents = vec![document("114-od", 1)];
        place.plans = vec![plan(2023, whens.iter().enumerate().map(event))];
        place.plans[0].approved_by = Some(reference("114-od", 2));
        run(check, &portal([place]))
    }

    #[test]
    fn months_before_the_order_are_found() {
        let found = found(&[month(2023, 1), month(2023, 2), month(2023, 3)]);
        assert_eq!(
            brief(&found),
            ["п402 10 срок 2 мероприятий прошёл раньше, чем утвердили план (30.03.2023)"]
        );
        assert_eq!(found[0].related[1].1, "приказ от 30.03.2023 № 114- од");
    }

    #[test]
    fn later_undated_and_outside_deadlines_are_silent() {
        let within = when(
            WhenKind::WithinYear,
            Some(date(2023, 1, 1)),
            Some(date(2023, 12, 31)),
        );
        assert_eq!(
            brief(&found(&[month(2023, 4), within, month(2022, 1)])),
            [""; 0]
        );
    }
}
