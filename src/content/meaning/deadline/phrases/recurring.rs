//! Phrases that come back: «ежемесячно», «каждую неделю», «не реже 1 раза в квартал», «до 5 числа каждого месяца»,
//! «по вторникам», «последний четверг месяца».

use super::item::Meaning;
use crate::content::meaning::deadline::calendar::parts::ordinal;
use crate::content::meaning::deadline::place::{Read, after_dot, at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::Every;

/// «ежемесячно», «каждую неделю», «1 раз в квартал», «не реже, чем 2 раза в год», «по четвертям».
/// «2 раза в год» is each year: the words count in years, and how often in one the words themselves say.
pub fn every(words: &[Word], place: usize) -> Read<Meaning> {
    const ADVERBS: [(&[&str], Every); 6] = [
        (&["ежедневн"], Every::Day),
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
        let next = match every {
            Every::Week => after_weekdays(words, place + 1),
            _ => place + 1,
        };
        return Some((Meaning::Every(every), after_day(words, next)));
    }
    if let Some(next) = weekdays(words, place) {
        return Some((Meaning::Every(Every::Week), next));
    }
    if let Some(next) = day_of_month(words, place) {
        return Some((Meaning::Every(Every::Month), next));
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
    // «в конце каждой четверти».
    if is(
        words,
        next,
        &["конце", "конец", "начале", "начало", "середине"],
    ) && starts(words, next + 1, &["кажд"])
    {
        next += 1;
    }
    if starts(words, next, &["кажд"]) {
        return unit(words, next + 1);
    }
    times_in(words, place)
}

/// The place after a weekday: «вторник», «среду», «(пт.)» without its brackets.
pub fn weekday(words: &[Word], place: usize) -> Option<usize> {
    const NAMES: [&str; 18] = [
        "понедельник",
        "вторник",
        "среда",
        "среду",
        "четверг",
        "пятница",
        "пятницу",
        "суббота",
        "субботу",
        "воскресенье",
        "пн",
        "вт",
        "ср",
        "чт",
        "пт",
        "сб",
        "вс",
        "вск",
    ];
    let next = is(words, place, &NAMES).then_some(place + 1)?;
    let short = at(words, place).is_some_and(|word| word.folded.chars().count() <= 3);
    Some(if short { after_dot(words, next) } else { next })
}

/// «по вторникам», «по вторникам и четвергам», «каждый вторник», «каждую среду и пятницу».
fn weekdays(words: &[Word], place: usize) -> Option<usize> {
    const PLURAL: [&str; 7] = [
        "понедельникам",
        "вторникам",
        "средам",
        "четвергам",
        "пятницам",
        "субботам",
        "воскресеньям",
    ];
    let plural = is(words, place, &["по"]);
    let mut next = place + usize::from(!plural && is(words, place, &["в"]));
    if !plural && !starts(words, next, &["кажд"]) {
        return None;
    }
    let day = |step| {
        if plural {
            is(words, step, &PLURAL).then_some(step + 1)
        } else {
            weekday(words, step)
        }
    };
    next = day(next + 1)?;
    loop {
        let joint = usize::from(sort(words, next, Sort::Comma) || is(words, next, &["и"]));
        match day(next + joint).filter(|_| joint == 1) {
            Some(after) => next = after,
            None => break,
        }
    }
    // «каждый вторник месяца» is each week, «каждый вторник мая» is for the months to say.
    Some(next + usize::from(is(words, next, &["недели", "месяца"])))
}

/// The place after the weekdays of «еженедельно, по вторникам», «еженедельно (каждый вторник)».
fn after_weekdays(words: &[Word], place: usize) -> usize {
    let open = sort(words, place, Sort::Open);
    let lead = usize::from(open || sort(words, place, Sort::Comma));
    match weekdays(words, place + lead) {
        Some(next) if !open => next,
        Some(next) if sort(words, next, Sort::Close) => next + 1,
        _ => place,
    }
}

/// «последний четверг месяца», «2-й вторник каждого месяца», «каждая первая среда месяца», «последняя неделя месяца».
fn day_of_month(words: &[Word], place: usize) -> Option<usize> {
    let mut next = place + usize::from(is(words, place, &["в", "во"]));
    next += usize::from(starts(words, next, &["кажд"]));
    next = if starts(words, next, &["последн"]) {
        next + 1
    } else {
        ordinal(words, next)?.1
    };
    let work = starts(words, next, &["рабоч", "учебн"]) && is(words, next + 1, &["день"]);
    next = match weekday(words, next) {
        Some(after) => after,
        None if work => next + 2,
        None if is(words, next, &["неделя", "неделю"]) => next + 1,
        None => return None,
    };
    next += usize::from(is(words, next, &["каждого"]));
    is(words, next, &["месяца"]).then_some(next + 1)
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
    // «раз в две недели», «каждые 2 недели».
    let two = |word: &Word| word.number().or(word.counted()) == Some(2);
    if at(words, place).is_some_and(two) && starts(words, place + 1, &["недел"]) {
        return Some((Meaning::Every(Every::Fortnight), place + 2));
    }
    const UNITS: [(&[&str], Every); 7] = [
        (&["день"], Every::Day),
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
pub fn every_month_by_day(words: &[Word], place: usize) -> Read<Meaning> {
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
