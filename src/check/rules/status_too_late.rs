//! The date of a status lies more than a year after the end of the plan (П413, warning).
//!
//! Why: reports come in after the plan's end, but a date later than the next year's last day is usually a mistyped
//! year, and the page would say something odd about the punctuality of the authority.
//!
//! Example: a plan for 2023 with an event done on 2026-05-12.

use jiff::civil::date;

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::date_short;

/// Finds statuses from another age.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let latest = date(plan.period.last.year().saturating_add(1).min(9999), 12, 31);
        for event in plan.events() {
            let Some(day) = event.status.date.filter(|day| *day > latest) else {
                continue;
            };
            let message = format!(
                "дата статуса {} намного позже периода плана",
                date_short(day)
            );
            let span = event.status.span.unwrap_or(event.span);
            found.push(
                Diagnostic::warning(codes::STATUS_INCOMPLETE, span, message)
                    .label(format!("мероприятие {}", event.id))
                    .related(
                        plan.period_span,
                        format!("период плана — {}", plan.period.words()),
                    )
                    .help("проверьте год в дате статуса"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, plan, portal, run, status, territory};
    use crate::model::plan::status::StatusWord;
    use crate::model::portal::Portal;
    use jiff::civil::{Date, date};

    fn done_on(day: Date) -> Portal {
        let mut done = status("m01", StatusWord::Done, 5);
        done.status.date = Some(day);
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, [done])];
        portal([place])
    }

    #[test]
    fn a_mistyped_year_is_found() {
        let found = run(check, &done_on(date(2025, 1, 1)));
        assert_eq!(
            brief(&found),
            ["п413 5 дата статуса 01.01.2025 намного позже периода плана"]
        );
    }

    #[test]
    fn a_late_report_is_silent() {
        assert_eq!(brief(&run(check, &done_on(date(2024, 12, 31)))), [""; 0]);
    }
}
