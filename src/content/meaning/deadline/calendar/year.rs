//! Years as words name them: «2023 г.», «2023/24 уч. г.», «2023-2025 гг.», «текущего года».

use super::stretch::Year;
use crate::content::meaning::deadline::place::{Read, after_dot, at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};

/// «2023 г.», «2023-2024 учебный год», «2023/24 уч. г.», «2023-2025 гг.», also «2023 г. 2023 г.».
pub fn year(words: &[Word], place: usize) -> Read<Year> {
    let first = at(words, place)?.year()?;
    let (second, mut next) = match second_year(words, place + 1, first) {
        Some((second, next)) => (Some(second), next),
        None => (None, place + 1),
    };
    let (school, after) = year_word(words, next);
    next = after;
    let found = match second {
        None => Year::Calendar(first),
        // A slash joins the two halves of a school year even without the word: «2022/23».
        Some(second) if second == first + 1 && (school || sort(words, place + 1, Sort::Slash)) => {
            Year::School(first)
        }
        Some(_) if school => return None,
        Some(second) => Year::Many(first, second),
    };
    while at(words, next).and_then(|word| word.year()) == Some(first) && second.is_none() {
        if second_year(words, next + 1, first).is_some() {
            break;
        }
        next = year_word(words, next + 1).1;
    }
    Some((found, next))
}

/// The second year of «2023-2024» or «2023/24».
fn second_year(words: &[Word], place: usize, first: i16) -> Read<i16> {
    if !sort(words, place, Sort::Dash) && !sort(words, place, Sort::Slash) {
        return None;
    }
    let word = at(words, place + 1)?;
    let second = match word.year() {
        Some(year) => year,
        None if word.raw.len() == 2 => first / 100 * 100 + i16::try_from(word.number()?).ok()?,
        None => return None,
    };
    // «2023-15.04» must not become a pair of years.
    let date_follows = word.raw.len() == 2 && sort(words, place + 2, Sort::Dot);
    (second > first && !date_follows).then_some((second, place + 2))
}

/// The words after a year: «г.», «гг.», «года», «уч. г.», «учебный год». True when they speak of a school year.
pub fn year_word(words: &[Word], place: usize) -> (bool, usize) {
    if let Some(next) = this_year(words, place) {
        return (false, next);
    }
    let mut next = place;
    let school = is(words, next, &["уч"]) || starts(words, next, &["учебн"]);
    if school {
        next = after_dot(words, next + 1);
    }
    let mut suffix = false;
    while is(words, next, &["г", "гг"]) {
        suffix = true;
        next = after_dot(words, next + 1);
    }
    if !suffix && is_year_noun(words, next) {
        suffix = true;
        next += 1;
    }
    if school && !suffix {
        return (false, place);
    }
    (school, next)
}

/// «т.г.», «с.г.», «текущего года»: the year the plan is made for, so a month in it is the plan's own month.
pub fn this_year(words: &[Word], place: usize) -> Option<usize> {
    if is(words, place, &["т", "с"])
        && sort(words, place + 1, Sort::Dot)
        && is(words, place + 2, &["г"])
    {
        return Some(after_dot(words, place + 3));
    }
    let this = ["текущего", "текущем", "сего", "этого", "этом"];
    (is(words, place, &this) && is_year_noun(words, place + 1)).then_some(place + 2)
}

/// «год» in any form.
pub fn is_year_noun(words: &[Word], place: usize) -> bool {
    is(
        words,
        place,
        &[
            "год",
            "года",
            "году",
            "годом",
            "годе",
            "годы",
            "годов",
            "годах",
            "годам",
            "лет",
        ],
    )
}
