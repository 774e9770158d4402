//! What stands beside a time and changes nothing in it: a remark in brackets («август (конференция)»), a weekday
//! («15 апреля (суббота)»), a time of day («15 апреля в 10.00»). What may change the time is left to be a phrase of
//! its own or to spoil the cell.

use super::phrases::{Item, Meaning, dated, items_from};
use super::points::{after_dot, at, is, sort, starts};
use super::recurring::weekday;
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::{Every, WhenKind};

/// How many words a remark may have.
const LONGEST: usize = 30;

/// The place after what stands beside the time `before`; none when a phrase or an unknown word begins here.
pub(super) fn remark(words: &[Word], place: usize, before: &Item) -> Option<usize> {
    if sort(words, place, Sort::Open) {
        return bracket(words, place, before);
    }
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

/// «(конференция)», «(ВПР 4-8 кл.)», «(по согласованию)». Brackets with a time in them are read as further phrases.
fn bracket(words: &[Word], open: usize, before: &Item) -> Option<usize> {
    let begin = open + 1;
    let close = (begin..words.len().min(begin + LONGEST + 1))
        .find(|step| sort(words, *step, Sort::Open) || sort(words, *step, Sort::Close))?;
    if close == begin || sort(words, close, Sort::Open) {
        return None;
    }
    // «с апреля (ВПР) по июнь», «апрель (ВПР) – июнь» are one range, which nothing here can join.
    let mut next = close + 1;
    next += usize::from(sort(words, next, Sort::Comma));
    let goes_on = sort(words, next, Sort::Dash)
        || (matches!(before.meaning, Meaning::From(_)) && is(words, next, &["по", "до"]));
    if goes_on {
        return None;
    }
    let inside = words.get(..close)?;
    let agreed = is(words, begin, &["по"]) && starts(words, begin + 1, &["согласован"]);
    let phrases = items_from(inside, begin).is_some_and(|items| !items.is_empty());
    if phrases && !agreed {
        return None;
    }
    (begin..close)
        .all(|step| is_plain(inside, step, begin))
        .then_some(close + 1)
}

/// Beginnings of words that name, limit or move a time.
const TIME_STEMS: [&str; 36] = [
    "недел",
    "декад",
    "месяц",
    "квартал",
    "полугод",
    "четверт",
    "триместр",
    "семестр",
    "каникул",
    "середин",
    "половин",
    "последн",
    "перенос",
    "перенес",
    "отмен",
    "исключ",
    "уточн",
    "срок",
    "период",
    "еже",
    "кажд",
    "поздн",
    "раньш",
    "течен",
    "факт",
    "сезон",
    "выходн",
    "будн",
    "праздн",
    "вечер",
    "утр",
    "текущ",
    "следующ",
    "прошл",
    "последующ",
    "предыдущ",
];
/// Such words that begin like others.
const TIME_FORMS: [&str; 42] = [
    "день",
    "дни",
    "дня",
    "дней",
    "днем",
    "час",
    "часа",
    "часов",
    "ч",
    "год",
    "года",
    "году",
    "годы",
    "лет",
    "число",
    "числа",
    "числах",
    "начало",
    "начале",
    "начала",
    "конец",
    "конце",
    "конца",
    "концу",
    "время",
    "времени",
    "дата",
    "даты",
    "раз",
    "раза",
    "кроме",
    "если",
    "не",
    "нет",
    "или",
    "либо",
    "вместо",
    "ранее",
    "позже",
    "до",
    "далее",
    "затем",
];

/// True when this word of a bracket speaks neither of time nor of a change of it.
fn is_plain(words: &[Word], place: usize, begin: usize) -> bool {
    let Some(word) = at(words, place) else {
        return false;
    };
    match word.sort {
        Sort::Digits => is_name_number(words, place, begin),
        Sort::Letters => {
            let lone_numeral = word.roman().is_some()
                && at(words, place + 1).is_none_or(|next| next.sort != Sort::Letters);
            !lone_numeral && !is_about_time(words, place) && dated(words, place).is_none()
        }
        Sort::Dash | Sort::Comma | Sort::Semicolon | Sort::Colon => true,
        Sort::Dot | Sort::Slash | Sort::Quote | Sort::NumberSign => true,
        _ => false,
    }
}

/// «ГИА-9», «школа № 15», «4-8 класс», «5, 6 кл.»: a number that counts no days.
fn is_name_number(words: &[Word], place: usize, begin: usize) -> bool {
    const NAMED: [&str; 8] = [
        "кл",
        "школ",
        "чел",
        "участник",
        "модул",
        "предмет",
        "команд",
        "этап",
    ];
    let glued = |step| at(words, step).is_some_and(|word| !word.spaced);
    let before = place.checked_sub(1).filter(|before| *before >= begin);
    let of_name = before.is_some_and(|dash| {
        sort(words, dash, Sort::NumberSign)
            || (sort(words, dash, Sort::Dash)
                && glued(dash)
                && glued(place)
                && dash > begin
                && at(words, dash - 1).is_some_and(Word::is_abbreviation))
    });
    let row = |step: &usize| {
        at(words, *step).is_some_and(|word| {
            matches!(word.sort, Sort::Digits | Sort::Dash | Sort::Comma)
                || word.is(&["и", "х", "е"])
        })
    };
    let short = at(words, place).is_some_and(|word| word.raw.len() <= 3);
    let noun = (place..words.len()).find(|step| !row(step));
    short && (of_name || noun.is_some_and(|noun| starts(words, noun, &NAMED)))
}

/// True for words that name, limit or move a time.
fn is_about_time(words: &[Word], place: usize) -> bool {
    starts(words, place, &TIME_STEMS) || is(words, place, &TIME_FORMS)
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
pub(super) fn may_be_clock(words: &[Word], place: usize, before: Option<&Item>) -> bool {
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
