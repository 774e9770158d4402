//! A plan whose period is longer than twenty years (П108, error).
//!
//! Why: such a period is a slip of the finger, and the calendar would get a page for each of its months.
//!
//! Example: `period = "2023-04-01/2203-12-31"`.

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::period::Period;

/// The longest period of a plan, in years.
pub const LONGEST: i16 = 20;

/// Finds plans for generations.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans().filter(|plan| is_too_long(&plan.period)) {
        let message = format!(
            "период плана длиннее {LONGEST} лет: {}",
            plan.period.words()
        );
        found.push(
            Diagnostic::error(codes::BAD_PERIOD, plan.period_span, message)
                .help("проверьте годы: скорее всего, в одном из них описка"),
        );
    }
}

/// True when no plan can be meant for so long.
pub fn is_too_long(period: &Period) -> bool {
    period.last.year() - period.first.year() > LONGEST
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, plan, portal, run, territory};
    use crate::model::plan::period::{Period, PeriodKind};
    use jiff::civil::date;

    #[test]
    fn a_mistyped_year_is_found() {
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, [])];
        place.plans[0].period = Period {
            kind: PeriodKind::Range,
            first: date(2023, 4, 1),
            last: date(2203, 12, 31),
        };
        let found = run(check, &portal([place]));
        assert_eq!(
            brief(&found),
            ["П108 3 период плана длиннее 20 лет: 01.04.2023 – 31.12.2203"]
        );
    }

    #[test]
    fn a_year_is_silent() {
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, [])];
        assert_eq!(brief(&run(check, &portal([place]))), [""; 0]);
    }
}
