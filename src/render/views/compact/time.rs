//! What the words of a deadline were understood to mean, where that is more than the words and the plan's years say.

use jiff::civil::Date;

use crate::model::plan::deadline::{DeadlineCell, Every, When, WhenKind};
use crate::model::plan::period::Period;
use crate::render::views::parts::deadline::Piece;
use crate::text::russian;

/// What stands beside the words of a deadline: nothing where a reader of a plan of these years knows it from them.
pub fn meaning(deadline: &DeadlineCell, period: &Period, pieces: &[Piece]) -> Option<String> {
    let said: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let words = russian::lowercase(&deadline.verbatim);
    let known = match deadline.whens.as_slice() {
        [] => false,
        whens => same(&words, &said) || whens.iter().all(|when| is_plain(when, &words, period)),
    };
    (!known).then_some(said)
}

/// True when the understood words are those of the document.
fn same(words: &str, said: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
        let letters = text.chars().map(russian::small);
        letters.filter(|c| russian::is_word_char(*c))
    }
    letters(words).eq(letters(said))
}

/// True when the words name the time themselves, to the day or to the month, and its year is the plan's or named, too.
fn is_plain(when: &When, words: &str, period: &Period) -> bool {
    let whole = (when.first.is_none() && when.last.is_none())
        || (when.first, when.last) == (Some(period.first), Some(period.last));
    match when.kind {
        WhenKind::WithinYear | WhenKind::Continuous => whole,
        WhenKind::Recurring(Every::YearUntil { .. }) => false,
        WhenKind::Recurring(_) => whole,
        WhenKind::Month | WhenKind::MonthRange => {
            let ends = (when.first, when.last);
            let (Some(first), Some(last)) = ends else {
                return false;
            };
            let months = first.day() == 1 && last.day() == last.days_in_month();
            months && [first, last].iter().all(|day| names(words, *day, period))
        }
        WhenKind::Day => when.first.is_some_and(|day| {
            let number = day.day().to_string();
            let mut numbers = words.split(|c: char| !c.is_ascii_digit());
            numbers.any(|one| one == number) && names(words, day, period)
        }),
        _ => false,
    }
}

/// True when the words name the month of the day, and its year where the plan has more than one.
fn names(words: &str, day: Date, period: &Period) -> bool {
    let one_year = period.first.year() == period.last.year() && day.year() == period.first.year();
    let mut named = words.split(|c: char| !russian::is_letter(c));
    named.any(|word| russian::is_month(word, day.month()))
        && (one_year || words.contains(&day.year().to_string()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::plan::period::PeriodKind;

    fn said(words: &str, kind: WhenKind, first: Date, last: Date) -> Option<String> {
        let when = When {
            words: words.to_owned(),
            kind,
            first: Some(first),
            last: Some(last),
        };
        let deadline = DeadlineCell {
            verbatim: words.to_owned(),
            whens: vec![when],
        };
        let period = Period {
            kind: PeriodKind::CalendarYear,
            first: date(2026, 1, 1),
            last: date(2026, 12, 31),
        };
        let piece = Piece {
            text: "с … по …".to_owned(),
            datetime: String::new(),
        };
        meaning(&deadline, &period, &[piece])
    }

    #[test]
    fn what_the_words_say_themselves_is_not_said_again() {
        let months = WhenKind::MonthRange;
        let (may, year) = (date(2026, 5, 31), date(2026, 12, 31));
        assert_eq!(said("Апрель-май", months, date(2026, 4, 1), may), None);
        assert_eq!(
            said(
                "в течение года",
                WhenKind::WithinYear,
                date(2026, 1, 1),
                year
            ),
            None
        );
        assert_eq!(
            said(
                "20 мая",
                WhenKind::Day,
                date(2026, 5, 20),
                date(2026, 5, 20)
            ),
            None
        );
    }

    #[test]
    fn what_a_reader_would_have_to_guess_is_said() {
        let quarter = (date(2026, 4, 1), date(2026, 6, 30));
        assert!(said("II квартал", WhenKind::YearPart, quarter.0, quarter.1).is_some());
        assert!(said("май", WhenKind::Month, date(2027, 5, 1), date(2027, 5, 31)).is_some());
        assert!(
            said(
                "до 20.05",
                WhenKind::Until,
                date(2026, 1, 1),
                date(2026, 5, 20)
            )
            .is_some()
        );
    }
}
