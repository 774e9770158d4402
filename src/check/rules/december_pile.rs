//! Too many deadlines of a plan end in December (П420, warning).
//!
//! Why: what is promised for «декабрь» all at once is as a rule not promised for any time, and nobody can be asked before
//! the year is over. The portal's own rule: at least five measures and two fifths of those with a date. Measures that
//! go on the whole year, or come again and again, are not counted: their last day is that of the plan.
//!
//! Example: eleven of twenty measures «до 31.12.2026».

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::deadline::{Deadline, WhenKind};
use crate::model::plan::roadmap::Roadmap;

/// Fewer measures than this are no pile.
const LEAST: usize = 5;

/// Finds plans whose dates meet in December.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(part.plans().filter_map(pile));
}

fn pile(plan: &Roadmap) -> Option<Diagnostic> {
    let dated: Vec<_> = plan
        .events()
        .filter_map(|event| Some((event, event.deadline.as_ref()?)))
        .filter(|(_, deadline)| deadline.value.is_dated())
        .collect();
    let december: Vec<Place> = dated
        .iter()
        .filter(|(_, deadline)| is_due_in_december(&deadline.value))
        .map(|(event, deadline)| {
            let words = quoted(&deadline.value.verbatim);
            Place::new(deadline.span, format!("мероприятие {}: {words}", event.id))
        })
        .collect();
    let all = dated.len();
    if december.len() < LEAST || december.len() * 5 < all * 2 {
        return None;
    }
    let message = |count| format!("в декабре заканчивается {count} из {all} мероприятий со сроком");
    warning(codes::DECEMBER_PILE, december, message).map(|warning| {
        warning.help(
            "спросите, какие из них сделают раньше; если в документе так, оставьте: читатели увидят это в календаре",
        )
    })
}

/// True when the words name December or a day of it as the end; a long stretch that only reaches December is not meant.
fn is_due_in_december(deadline: &Deadline) -> bool {
    let last = deadline.whens.iter().max_by_key(|when| when.last);
    last.is_some_and(|when| {
        let short = matches!(
            when.kind,
            WhenKind::Day | WhenKind::DayRange | WhenKind::Month | WhenKind::Until
        );
        short && when.last.is_some_and(|day| day.month() == 12)
    })
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
            let words = deadline("срок", [when.clone()], 10 + n as u32);
            dated(&format!("m{n:02}"), words)
        };
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, whens.iter().enumerate().map(event))];
        run(check, &portal([place]))
    }

    #[test]
    fn a_pile_is_found() {
        let until = when(WhenKind::Until, None, Some(date(2023, 12, 25)));
        let mut whens = vec![until; 3];
        whens.extend([
            month(2023, 12),
            month(2023, 12),
            month(2023, 4),
            month(2023, 5),
        ]);
        assert_eq!(
            brief(&found(&whens)),
            ["п420 10 в декабре заканчивается 5 из 7 мероприятий со сроком"]
        );
    }

    #[test]
    fn few_measures_and_whole_years_are_silent() {
        assert_eq!(brief(&found(&vec![month(2023, 12); 4])), [""; 0]);
        let year = when(
            WhenKind::Continuous,
            Some(date(2023, 1, 1)),
            Some(date(2023, 12, 31)),
        );
        assert_eq!(brief(&found(&vec![year; 20])), [""; 0]);
        let mut spread: Vec<When> = (1..=11).map(|n| month(2023, n)).collect();
        spread.extend(vec![month(2023, 12); 5]);
        assert_eq!(brief(&found(&spread)), [""; 0]);
    }
}
