//! Dates and months written in figures: «15.04.2023», «04.2023», «04-05.2023», «2023-04-15».
//! Nothing here knows the plan's period; what the figures leave open stays open.

use super::stretch::{Day, Stretch, Year};
use super::year::{year, year_word};
use crate::content::meaning::deadline::place::{Read, after_dot, at, sort};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::WhenKind;

/// «15.04.2023», «15.04.23», «15.04», «15/04/2023», «04.2023».
pub fn numeric_date(words: &[Word], place: usize) -> Read<Stretch> {
    let mark = at(words, place + 1)?.sort;
    if !matches!(mark, Sort::Dot | Sort::Slash) {
        return None;
    }
    let first = day_number(at(words, place)?)?;
    let second = at(words, place + 2)?;
    if let Some(year) = second.year().filter(|_| first <= 12 && mark == Sort::Dot) {
        let next = year_word(words, place + 3).1;
        let month = Stretch::of_months(WhenKind::Month, first, first);
        return Some((month.with_year(Some(Year::Calendar(year))), next));
    }
    let month = day_number(second).filter(|month| *month <= 12)?;
    let day = Stretch::in_month(WhenKind::Day, Some(month), Day::Of(first), Day::Of(first));
    let named = at(words, place + 3)
        .filter(|sign| sign.sort == mark)
        .and_then(|_| at(words, place + 4))
        .and_then(numeric_year);
    match named {
        Some(year) => {
            let next = after_dot(words, year_word(words, place + 5).1);
            Some((day.with_year(Some(Year::Calendar(year))), next))
        }
        // «3/4» is a fraction or a list, «2.5» a number: neither is a date.
        None if mark == Sort::Slash || second.raw.len() == 1 => None,
        None => match year(words, after_dot(words, place + 3)) {
            Some((year @ Year::Calendar(_), next)) => Some((day.with_year(Some(year)), next)),
            _ => Some((day, year_word(words, after_dot(words, place + 3)).1)),
        },
    }
}

/// The year of a date in figures; two figures belong to this century.
fn numeric_year(word: &Word) -> Option<i16> {
    word.year().or_else(|| {
        let short = word.number().filter(|_| word.raw.len() == 2)?;
        i16::try_from(2000 + short).ok()
    })
}

/// «2023-04-15».
pub fn iso_date(words: &[Word], place: usize) -> Read<Stretch> {
    let year = at(words, place)?.year()?;
    let month = day_number(at(words, place + 2)?).filter(|month| *month <= 12)?;
    let day = day_number(at(words, place + 4)?)?;
    let glued = (1..=4).all(|step| at(words, place + step).is_some_and(|word| !word.spaced));
    let dashed = sort(words, place + 1, Sort::Dash) && sort(words, place + 3, Sort::Dash);
    let stretch = Stretch::in_month(WhenKind::Day, Some(month), Day::Of(day), Day::Of(day));
    (glued && dashed).then(|| (stretch.with_year(Some(Year::Calendar(year))), place + 5))
}

/// «04-05.2023»: two months of one year. «10-20.04.2023» are days, «10-11.2023» months.
pub fn months_in_figures(words: &[Word], place: usize) -> Read<Stretch> {
    let first = day_number(at(words, place)?)?;
    let last = day_number(at(words, place + 2)?)?;
    let year = at(words, place + 4)?.year()?;
    let signs = sort(words, place + 1, Sort::Dash) && sort(words, place + 3, Sort::Dot);
    let stretch = Stretch::of_months(WhenKind::MonthRange, first, last);
    let next = year_word(words, place + 5).1;
    (signs && first < last && last <= 12)
        .then(|| (stretch.with_year(Some(Year::Calendar(year))), next))
}

/// A run of digits that can be a day of a month.
pub fn day_number(word: &Word) -> Option<i8> {
    let value = word.number().filter(|_| word.raw.len() <= 2)?;
    i8::try_from(value)
        .ok()
        .filter(|day| (1..=31).contains(day))
}
