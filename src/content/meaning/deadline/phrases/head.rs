//! The first words of phrases without a date: «постоянно», «по отдельному графику», «по мере необходимости», «после …».
//! How far such a phrase goes on is not known here.

use super::item::Meaning;
use crate::content::meaning::deadline::calendar::parts::ordinal;
use crate::content::meaning::deadline::place::{Read, at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};

/// The first words of a phrase without a date.
pub fn head(words: &[Word], place: usize) -> Read<Meaning> {
    continuous(words, place)
        .map(|next| (Meaning::Continuous, next))
        .or_else(|| schedule(words, place).map(|next| (Meaning::BySchedule, next)))
        .or_else(|| length(words, place).map(|next| (Meaning::Conditional, next)))
        .or_else(|| condition(words, place).map(|next| (Meaning::Conditional, next)))
}

/// «Постоянно», «на постоянной основе», «в постоянном режиме», «систематически», «круглогодично».
fn continuous(words: &[Word], place: usize) -> Option<usize> {
    let mut next = place;
    next += usize::from(is(words, next, &["на", "в"]));
    if starts(
        words,
        next,
        &["постоянн", "системн", "регулярн", "непрерывн"],
    ) && starts(words, next + 1, &["основ", "режим"])
    {
        return Some(next + 2);
    }
    const ADVERBS: [&str; 8] = [
        "постоянно",
        "систематически",
        "систематично",
        "регулярно",
        "непрерывно",
        "бессрочно",
        "круглогодично",
        "всегда",
    ];
    is(words, place, &ADVERBS).then_some(place + 1)
}

/// «по отдельному графику», «согласно плану работы РМО», «в соответствии с приказом», «в установленные сроки».
fn schedule(words: &[Word], place: usize) -> Option<usize> {
    const STEMS: [&str; 12] = [
        "график",
        "план",
        "расписан",
        "приказ",
        "распоряж",
        "циклограм",
        "календар",
        "регламент",
        "положени",
        "дорожн",
        "программ",
        "срок",
    ];
    if starts(words, place, &["график"]) {
        return Some(place + 1);
    }
    let next = place + lead(words, place)?;
    // The name of the document stands among the first words: «по ранее утверждённому отдельному графику».
    (next..next + 4)
        .take_while(|step| at(words, *step).is_some_and(|word| word.sort == Sort::Letters))
        .find(|step| starts(words, *step, &STEMS))
        .map(|step| step + 1)
        // «план-график», «план-сетка» are one document.
        .map(|step| {
            let glued = sort(words, step, Sort::Dash)
                && at(words, step + 1)
                    .is_some_and(|word| word.sort == Sort::Letters && !word.spaced);
            let pair = sort(words, step, Sort::Dash) && starts(words, step + 1, &["график"]);
            step + if glued || pair { 2 } else { 0 }
        })
}

/// How many words lead to a schedule.
fn lead(words: &[Word], place: usize) -> Option<usize> {
    if is(words, place, &["по", "согласно"]) {
        return Some(1);
    }
    if is(words, place, &["в"]) && starts(words, place + 1, &["соответств"]) {
        return Some(3);
    }
    if is(words, place, &["на"]) && starts(words, place + 1, &["основан"]) {
        return Some(2);
    }
    let set = ["установл", "сроки", "указанн", "утвержд"];
    (is(words, place, &["в"]) && starts(words, place + 1, &set)).then_some(1)
}

/// «по мере необходимости», «по запросу», «после проведения ВПР», «осенние каникулы», «I четверть»,
/// «в течение месяца»: each depends on something that the cell does not date.
fn condition(words: &[Word], place: usize) -> Option<usize> {
    const BY: [&str; 22] = [
        "мер",
        "необходимост",
        "запрос",
        "итог",
        "результат",
        "согласован",
        "требован",
        "заяв",
        "обращен",
        "факт",
        "окончан",
        "заверш",
        "поступлен",
        "потребност",
        "договорен",
        "возможност",
        "желан",
        "приглашен",
        "решени",
        "вызов",
        "мере",
        "индивидуальн",
    ];
    const IN_CASE: [&str; 8] = [
        "необходимост",
        "наличи",
        "возможност",
        "поступлен",
        "услови",
        "выявлен",
        "изменен",
        "проведен",
    ];
    const EVENT: [&str; 8] = [
        "проведен",
        "начал",
        "окончан",
        "заверш",
        "каникул",
        "подготовк",
        "сдач",
        "экзамен",
    ];
    let next = place + 1;
    let found = match &*at(words, place)?.folded {
        "по" => starts(words, next, &BY),
        "к" => starts(words, next, &EVENT),
        "при" => starts(words, next, &IN_CASE),
        "после" | "перед" | "накануне" => {
            at(words, next).is_some_and(|word| word.sort == Sort::Letters)
        }
        "до" | "во" => starts(words, next, &EVENT) || is(words, next, &["время"]),
        "в" => condition_within(words, next),
        "каникулы" | "каникул" => return Some(next),
        _ => return holidays(words, place).or_else(|| term(words, place)),
    };
    found.then_some(next + 1)
}

/// «не позднее 3 дней со дня …», «за 5 рабочих дней до …», «через неделю после …», «в 3-дневный срок»: counted from a
/// day that the cell does not name.
fn length(words: &[Word], place: usize) -> Option<usize> {
    if is(words, place, &["в"]) {
        // «в 10-ти дневный срок», «в недельный срок».
        let end = (place + 2..place + 6).find(|step| starts(words, *step, &["срок"]))?;
        let word = at(words, end - 1)?;
        let kinds = ["дневн", "недельн", "месячн"];
        return (word.sort == Sort::Letters && kinds.iter().any(|kind| word.folded.contains(kind)))
            .then_some(end + 1);
    }
    let mut next = place;
    if is(words, next, &["не"]) && is(words, next + 1, &["позднее", "позже", "менее"])
    {
        next += 2;
        next += usize::from(sort(words, next, Sort::Comma));
        next += usize::from(is(words, next, &["чем"]));
    }
    let lead = is(words, next, &["за", "через"]);
    let limit = next > place;
    let through = is(words, next, &["через"]);
    if !lead && (!limit || is(words, place + 1, &["менее"])) {
        return None;
    }
    next += usize::from(lead);
    let counted = at(words, next).is_some_and(|word| word.number().or(word.counted()).is_some());
    next += usize::from(counted);
    if counted && sort(words, next, Sort::Dash) && is(words, next + 1, &["х", "ти"]) {
        next += 2;
    }
    next += usize::from(starts(words, next, &["рабоч", "календарн", "учебн"]));
    // «за 3 дня» alone says how long, not when.
    let certain = limit || through || is(words, next + 1, &["до"]);
    (is(words, next, &LENGTHS) && (counted || lead) && certain).then_some(next + 1)
}

/// What may follow «в» as a condition.
fn condition_within(words: &[Word], place: usize) -> bool {
    if starts(words, place, &["течен"]) {
        // «в течение месяца», «в течение 10 дней после …»: counted from something the cell does not name.
        let next = place + 1;
        let counted =
            at(words, next).is_some_and(|word| word.number().or(word.counted()).is_some());
        let unit = [
            "месяц",
            "недел",
            "дн",
            "квартал",
            "полугод",
            "четверт",
            "рабоч",
            "календарн",
            "сут",
        ];
        return starts(words, next + usize::from(counted), &unit);
    }
    if is(words, place, &["период", "дни", "день", "случае", "ходе"]) {
        return at(words, place + 1).is_some_and(|word| word.sort == Sort::Letters);
    }
    let rhythm = is(words, place, &["рабочем"]) && starts(words, place + 1, &["порядк"]);
    rhythm
        || starts(words, place, &["каникул"])
        || holidays(words, place).is_some()
        || term(words, place).is_some()
}

/// «осенние каникулы»: their days are set by each school's calendar.
fn holidays(words: &[Word], place: usize) -> Option<usize> {
    let season = starts(
        words,
        place,
        &["осенн", "зимн", "весенн", "летн", "каникулярн"],
    );
    (season && starts(words, place + 1, &["каникул", "врем", "период"])).then_some(place + 2)
}

/// «I четверть», «3 триместр»: set by the school's calendar as well.
fn term(words: &[Word], place: usize) -> Option<usize> {
    let (_, next) = ordinal(words, place)?;
    starts(words, next, &["четверт", "триместр"]).then_some(next + 1)
}

/// Lengths of time, as numbers count them.
pub const LENGTHS: [&str; 14] = [
    "день",
    "дня",
    "дней",
    "неделю",
    "недели",
    "недель",
    "месяц",
    "месяца",
    "месяцев",
    "час",
    "часа",
    "часов",
    "сутки",
    "суток",
];
