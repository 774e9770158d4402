//! What makes a day more exact and is no part of it: a weekday («15 апреля, суббота»), a time of day («15 апреля в
//! 10.00»). Figures that may be a date are not a time of day.

use super::item::{Item, Meaning};
use super::recurring::weekday;
use crate::content::meaning::deadline::place::{after_dot, at, is, sort};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::{Every, WhenKind};

/// The place after a time of day or a weekday that stands beside the time `before`.
pub fn beside_day(words: &[Word], place: usize, before: &Item) -> Option<usize> {
    if !is_of_days(before) {
        return None;
    }
    clock(words, place).or_else(|| weekday(words, place).filter(|_| is_single_day(before)))
}

/// True for times that a time of day may make exact.
fn is_of_days(item: &Item) -> bool {
    match item.meaning {
        Meaning::Every(every) => matches!(every, Every::Day | Every::Week | Every::Fortnight),
        Meaning::Stretch(part) | Meaning::Until { stretch: part, .. } | Meaning::From(part) => {
            matches!(part.kind, WhenKind::Day | WhenKind::DayRange)
        }
        _ => false,
    }
}

/// True for «15 апреля».
fn is_single_day(item: &Item) -> bool {
    matches!(item.meaning, Meaning::Stretch(part) if part.kind == WhenKind::Day)
}

/// «в 10.00», «10:00», «с 10.00 до 12.00», «в 15-00 ч.», «в 10 часов». Figures that may be a date are not a time.
fn clock(words: &[Word], place: usize) -> Option<usize> {
    let mut begin = place;
    let comma = sort(words, begin, Sort::Comma);
    begin += usize::from(comma);
    let lead = is(words, begin, &["в", "с", "к"]);
    begin += usize::from(lead);
    let mut next = hour(words, begin, lead)?;
    let joined = sort(words, next, Sort::Dash) || is(words, next, &["до", "по"]);
    if joined && let Some(end) = hour(words, next + 1, true) {
        next = end;
    }
    Some(next)
}

/// «15 апреля в 09.10»: ten past nine or the ninth of October.
pub fn may_be_clock(words: &[Word], place: usize, before: Option<&Item>) -> bool {
    before.is_some_and(|before| {
        let figures = |step| sort(words, step, Sort::Digits);
        is_of_days(before)
            && place == before.end + 1
            && is(words, before.end, &["в"])
            && figures(place)
            && sort(words, place + 1, Sort::Dot)
            && figures(place + 2)
            && !(sort(words, place + 3, Sort::Dot) && figures(place + 4))
    })
}

/// «10.00», «10:30 ч.», «10 часов».
fn hour(words: &[Word], place: usize, lead: bool) -> Option<usize> {
    let figures = |step, most: i64| {
        at(words, step)
            .filter(|word| word.raw.len() <= 2)
            .and_then(|word| word.number())
            .filter(|value| *value <= most)
    };
    figures(place, 23)?;
    let unit = |next: usize| {
        let named = is(words, next, &["ч", "час", "часа", "часов"]);
        named.then(|| after_dot(words, next + 1))
    };
    if let Some(next) = unit(place + 1) {
        return Some(next);
    }
    let glued = at(words, place + 1).is_some_and(|sign| !sign.spaced)
        && at(words, place + 2).is_some_and(|word| !word.spaced && word.raw.len() == 2);
    let minutes = figures(place + 2, 59).filter(|_| glued)?;
    let after_sign = sort(words, place + 3, Sort::Dot)
        && at(words, place + 4).is_some_and(|word| word.sort == Sort::Digits);
    let is_time = match at(words, place + 1)?.sort {
        Sort::Colon => true,
        // «10.04» may be a day, «10.23» an October, «15-30» days.
        Sort::Dot => minutes == 0 || minutes > 31 || (lead && minutes > 12),
        Sort::Dash => minutes == 0 || (lead && minutes > 31),
        _ => false,
    };
    (is_time && !after_sign).then(|| unit(place + 3).unwrap_or(place + 3))
}
