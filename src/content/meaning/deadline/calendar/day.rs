//! Days as words name them: «15 апреля 2023 г.», «15-го апреля», and «15», whose month another piece must name.

use super::figures::day_number;
use super::month::{month_name, month_with_year};
use super::stretch::{Day, Stretch};
use crate::content::meaning::deadline::place::{Read, at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::WhenKind;

/// «15 апреля 2023 г.», «15-го апреля», or «15» alone, whose month another piece must name.
pub fn day_point(words: &[Word], place: usize) -> Read<Stretch> {
    // Orders write «15» апреля.
    let quoted = sort(words, place, Sort::Quote) && sort(words, place + 2, Sort::Quote);
    let day = day_number(at(words, place + usize::from(quoted))?)?;
    let mut next = place + if quoted { 3 } else { 1 };
    if sort(words, next, Sort::Dash) && is(words, next + 1, &["го", "е", "ое", "ого"]) {
        next += 2;
    }
    if starts(words, next, &["числ"]) {
        next += 1;
    }
    let one_day = |month| Stretch::in_month(WhenKind::Day, month, Day::Of(day), Day::Of(day));
    match month_with_year(words, next) {
        Some(((month, year), after)) => Some((one_day(Some(month)).with_year(year), after)),
        None if at(words, next).is_some_and(|word| month_name(word).is_some()) => None,
        // «3 дней», «2 недели»: a length, not a day.
        None if starts(words, next, &LENGTHS) => None,
        None => Some((one_day(None), next)),
    }
}

/// Beginnings of the words that make a length of time of a number.
const LENGTHS: [&str; 9] = [
    "дня",
    "дней",
    "дни",
    "день",
    "недел",
    "рабоч",
    "календарн",
    "час",
    "сут",
];
