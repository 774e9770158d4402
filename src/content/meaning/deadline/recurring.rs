//! Phrases that come back: «ежемесячно», «каждую неделю», «не реже 1 раза в квартал», «до 5 числа каждого месяца».

use super::phrases::Meaning;
use super::points::{Read, at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::Every;

/// «ежемесячно», «каждую неделю», «1 раз в квартал», «не реже, чем 2 раза в год», «по четвертям».
/// «2 раза в год» is each year: the words count in years, and how often in one the words themselves say.
pub(super) fn every(words: &[Word], place: usize) -> Read<Meaning> {
    const ADVERBS: [(&[&str], Every); 5] = [
        (&["еженедельн"], Every::Week),
        (&["ежемесячн", "помесячн"], Every::Month),
        (&["ежеквартальн", "поквартальн"], Every::Quarter),
        (&["ежечетвертн"], Every::SchoolTerm),
        (&["ежегодн"], Every::Year),
    ];
    if let Some((_, every)) = ADVERBS
        .into_iter()
        .find(|(stems, _)| starts(words, place, stems))
    {
        return Some((Meaning::Every(every), after_day(words, place + 1)));
    }
    if is(words, place, &["по"]) {
        let plural = [
            "месяцам",
            "кварталам",
            "четвертям",
            "триместрам",
            "полугодиям",
        ];
        return is(words, place + 1, &plural)
            .then(|| unit(words, place + 1))
            .flatten();
    }
    let mut next = place;
    next += usize::from(is(words, next, &["в"]));
    if starts(words, next, &["кажд"]) {
        return unit(words, next + 1);
    }
    times_in(words, place)
}

/// The place after «до 5 числа», «, не позднее 10 числа месяца, следующего за отчётным»: the day in the month has no
/// place in the model and stays in the words.
fn after_day(words: &[Word], place: usize) -> usize {
    let mut next = place + usize::from(sort(words, place, Sort::Comma));
    next += match (is(words, next, &["до", "к"]), is(words, next, &["не"])) {
        (true, _) => 1,
        (false, true) if is(words, next + 1, &["позднее", "позже"]) => 2,
        _ => return place,
    };
    let day = at(words, next).and_then(|word| word.number());
    if !day.is_some_and(|day| (1..=31).contains(&day)) || !starts(words, next + 1, &["числ"]) {
        return place;
    }
    next += 2;
    loop {
        let comma = usize::from(sort(words, next, Sort::Comma));
        let more = ["месяц", "следующ", "отчетн", "кажд", "квартал"];
        if starts(words, next + comma, &more) {
            next += comma + 1;
        } else if is(words, next, &["за"]) && starts(words, next + 1, &["отчетн"]) {
            next += 2;
        } else {
            return next;
        }
    }
}

/// «не реже, чем 1-2 раза в каждый месяц»; every word before «раз» may be missing.
fn times_in(words: &[Word], place: usize) -> Read<Meaning> {
    let mut next = place;
    if is(words, next, &["не"]) && is(words, next + 1, &["реже", "менее", "чаще", "более"])
    {
        next += 2;
    } else if is(words, next, &["минимум"]) {
        next += 1;
    }
    next += usize::from(sort(words, next, Sort::Comma));
    next += usize::from(is(words, next, &["чем"]));
    let is_number =
        |place| at(words, place).is_some_and(|word| word.number().or(word.counted()).is_some());
    if is_number(next) {
        next += 1;
        if sort(words, next, Sort::Dash) && is_number(next + 1) {
            next += 2;
        }
        // «3-х раз».
        if sort(words, next, Sort::Dash) && is(words, next + 1, &["х", "го"]) {
            next += 2;
        }
    }
    if !is(words, next, &["раз", "раза"]) || !is(words, next + 1, &["в", "за"]) {
        return None;
    }
    next += 2;
    next += usize::from(starts(words, next, &["кажд", "учебн", "календарн"]));
    unit(words, next)
}

/// The unit of a recurring phrase.
fn unit(words: &[Word], place: usize) -> Read<Meaning> {
    const UNITS: [(&[&str], Every); 6] = [
        (&["недел"], Every::Week),
        (&["месяц"], Every::Month),
        (&["квартал"], Every::Quarter),
        (&["четверт", "триместр"], Every::SchoolTerm),
        (&["полугод"], Every::HalfYear),
        (&["год"], Every::Year),
    ];
    let next = place + usize::from(starts(words, place, &["учебн", "календарн"]));
    UNITS
        .into_iter()
        .find(|(stems, _)| starts(words, next, stems))
        .map(|(_, every)| (Meaning::Every(every), next + 1))
}

/// «5 числа каждого месяца», «25 числа ежемесячно»: the day in the month has no place in the model, the month has.
pub(super) fn every_month_by_day(words: &[Word], place: usize) -> Read<Meaning> {
    at(words, place)?
        .number()
        .filter(|day| (1..=31).contains(day))?;
    let mut next = place + 1;
    if sort(words, next, Sort::Dash) && is(words, next + 1, &["го", "е", "ого"]) {
        next += 2;
    }
    if !starts(words, next, &["числ"]) {
        return None;
    }
    next += 1;
    if starts(words, next, &["кажд"]) && starts(words, next + 1, &["месяц"]) {
        return Some((Meaning::Every(Every::Month), next + 2));
    }
    starts(words, next, &["ежемесячн"]).then_some((Meaning::Every(Every::Month), next + 1))
}
