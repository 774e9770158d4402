//! Words of a bracket that change nothing in the time before it: «август (конференция)», «апрель (ВПР 4-8 кл.)».
//! What may change the time is no remark.

use super::dated::dated;
use crate::content::meaning::deadline::place::{at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};

/// True when this word of a bracket speaks neither of time nor of a change of it.
pub fn is_plain(words: &[Word], place: usize, begin: usize) -> bool {
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
