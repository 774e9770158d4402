//! A text was to be read again by a day that has passed (П419, warning).
//!
//! Why: telephones, names and laws grow old silently. Who writes a text may say by which day somebody must look at it
//! again (`review_by`); the portal's own practice, as of pages of public services.
//!
//! Example: `review_by = 2026-09-01`, and the day is 22 November 2026.

use jiff::civil::Date;

use crate::check::part::Part;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::text::russian::date_short;

/// Finds texts past their day.
pub fn check(part: &Part<'_>, today: Date, found: &mut Vec<Diagnostic>) {
    let common = part.common();
    let pages = common.into_iter().flat_map(|common| &common.pages);
    let pages = pages.map(|page| (page.span, page.review_by));
    let questions = common.into_iter().flat_map(|common| &common.questions);
    let answers = questions.map(|one| (one.span, one.review_by));
    let notes = part
        .territory
        .into_iter()
        .flat_map(|territory| &territory.notes);
    let all = pages
        .chain(answers)
        .chain(notes.map(|note| (note.span, note.review_by)));
    found.extend(
        all.filter_map(|(span, day)| Some((span, day.filter(|day| *day < today)?)))
            .map(|(span, day)| passed(span, day)),
    );
}

fn passed(span: Span, day: Date) -> Diagnostic {
    let message = format!("текст нужно было перечитать до {}", date_short(day));
    Diagnostic::warning(codes::REVIEW_PASSED, span, message)
        .help("перечитайте: верны ли имена, телефоны, даты; потом назначьте новый день в review_by")
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, note, portal, question, run_on, territory};
    use jiff::civil::date;

    #[test]
    fn a_passed_day_is_found_and_a_coming_one_is_silent() {
        let mut place = territory("04-altay");
        place.notes = vec![note("monitoring", 5), note("shkoly", 6), note("tseli", 7)];
        place.notes[0].review_by = Some(date(2026, 9, 1));
        place.notes[1].review_by = Some(date(2026, 11, 22));
        let mut portal = portal([place]);
        portal.questions = vec![question("Что это?", "Это.", 9)];
        portal.questions[0].review_by = Some(date(2026, 11, 21));
        let found = run_on(check, &portal, date(2026, 11, 22));
        assert_eq!(
            brief(&found),
            [
                "п419 9 текст нужно было перечитать до 21.11.2026",
                "п419 5 текст нужно было перечитать до 01.09.2026"
            ]
        );
    }
}
