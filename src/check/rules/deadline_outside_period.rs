//! A deadline outside the period of its plan (П403): a warning, and an error when it is more than twenty years away.
//!
//! Why: usually the year of a copied row was not changed. The document may really say so, hence a warning; a year of
//! another age is a slip that would stretch the calendar over hundreds of months.
//!
//! Example: «апрель 2022 г.» in the plan for 2023; «май 2203 г.».

use jiff::civil::Date;

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::rules::period_too_long::{LONGEST, is_too_long};
use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::diag::span::Spanned;
use crate::model::plan::deadline::{Deadline, When};
use crate::model::plan::period::Period;
use crate::model::plan::roadmap::{Event, Roadmap};

/// Finds dated deadlines that the plan's own period does not hold.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans().filter(|plan| !is_too_long(&plan.period)) {
        let outside = || {
            let deadlines = plan
                .events()
                .filter_map(|event| Some((event, event.deadline.as_ref()?)));
            deadlines.filter(|(_, deadline)| is_outside(&deadline.value, &plan.period))
        };
        let (far, near): (Vec<_>, Vec<_>) = outside()
            .partition(|(_, deadline)| days(&deadline.value).any(|day| is_far(day, &plan.period)));
        found.extend(
            far.into_iter()
                .map(|(event, deadline)| mistyped(plan, event, deadline)),
        );
        found.extend(oddities(plan, &near));
    }
}

fn mistyped(plan: &Roadmap, event: &Event, deadline: &Spanned<Deadline>) -> Diagnostic {
    let words = quoted(&deadline.value.verbatim);
    let message = format!("год срока слишком далёк от периода плана: {words}");
    Diagnostic::error(codes::DEADLINE_OUTSIDE_PERIOD, deadline.span, message)
        .label(format!("мероприятие {}", event.id))
        .related(
            plan.period_span,
            format!("период плана — {}", plan.period.words()),
        )
        .help("исправьте год: скорее всего, это описка")
}

fn oddities(plan: &Roadmap, near: &[(&Event, &Spanned<Deadline>)]) -> Option<Diagnostic> {
    let place = |(event, deadline): &(&Event, &Spanned<Deadline>)| {
        Place::new(
            deadline.span,
            format!(
                "мероприятие {}: {}",
                event.id,
                quoted(&deadline.value.verbatim)
            ),
        )
    };
    let period = plan.period.words();
    let gathered = warning(
        codes::DEADLINE_OUTSIDE_PERIOD,
        near.iter().map(place).collect(),
        |count| match count {
            1 => format!("срок вне периода плана ({period})"),
            count => format!("сроки вне периода плана ({period}): мероприятий — {count}"),
        },
    );
    gathered.map(|warning| {
        warning
            .related(plan.period_span, "период плана")
            .help("сверьте год с документом; если в нём напечатано так, оставьте как есть")
    })
}

/// True when a dated piece of the deadline begins before the period or ends after it.
pub fn is_outside(deadline: &Deadline, period: &Period) -> bool {
    days(deadline).any(|day| day < period.first || day > period.last)
}

fn days(deadline: &Deadline) -> impl Iterator<Item = Date> {
    let dated = deadline.whens.iter().filter(|when| when.kind.is_dated());
    dated.flat_map(|when: &When| when.first.into_iter().chain(when.last))
}

fn is_far(day: Date, period: &Period) -> bool {
    day.year() - period.first.year() > LONGEST || period.last.year() - day.year() > LONGEST
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        brief, dated, deadline, month, plan, portal, run, territory, when,
    };
    use crate::diag::Diagnostic;
    use crate::model::plan::deadline::{When, WhenKind};
    use jiff::civil::date;

    fn found(whens: &[When]) -> Vec<Diagnostic> {
        let event = |(n, when): (usize, &When)| {
            dated(
                &format!("m{n:02}"),
                deadline("срок", [when.clone()], 10 + n as u32),
            )
        };
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, whens.iter().enumerate().map(event))];
        run(check, &portal([place]))
    }

    #[test]
    fn the_year_before_is_odd_and_another_age_is_wrong() {
        let found = found(&[
            month(2022, 4),
            month(2023, 5),
            month(2203, 5),
            month(2024, 1),
        ]);
        assert_eq!(
            brief(&found),
            [
                "П403 12 год срока слишком далёк от периода плана: «срок»",
                "п403 10 сроки вне периода плана (2023 год): мероприятий — 2",
            ]
        );
    }

    #[test]
    fn the_plan_s_own_year_and_undated_deadlines_are_silent() {
        let until = when(WhenKind::Until, None, Some(date(2023, 12, 31)));
        let years = when(WhenKind::OpenEnded, Some(date(2022, 1, 1)), None);
        assert_eq!(
            brief(&found(&[month(2023, 1), month(2023, 12), until, years])),
            [""; 0]
        );
    }
}
