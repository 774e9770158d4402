//! Months as words name them: «март 2024 года», «сент. 2023», «май 2023-2025 гг.».

use super::stretch::{Stretch, Year};
use super::year::{year, year_word};
use crate::content::meaning::deadline::place::{Read, after_dot, at, sort, starts};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::WhenKind;

/// «апрель 2023 года» as a whole month.
pub fn month_point(words: &[Word], place: usize) -> Read<Stretch> {
    let ((month, year), next) =
        month_with_year(words, place).or_else(|| month_of_many_years(words, place))?;
    let stretch = Stretch::of_months(WhenKind::Month, month, month).with_year(year);
    Some((stretch, next))
}

/// «май 2023-2025 гг.»: this month of each year. Two years may be one school year («май 2023-2024 гг.»), and without
/// «гг.» the words may mean «с мая 2023 по 2025»: both stay not understood.
fn month_of_many_years(words: &[Word], place: usize) -> Read<(i8, Option<Year>)> {
    let month = month_name(at(words, place)?)?;
    let (many, next) = year(words, after_dot(words, place + 1))?;
    let Year::Many(first, last) = many else {
        return None;
    };
    let tail = words.get(place..next)?;
    let plural = ["гг", "годы", "годов", "годах", "годам"];
    let singular = tail.iter().filter(|word| word.is(&["г"])).count();
    let years = singular > 1 || tail.iter().any(|word| word.is(&plural));
    (years && last > first + 1).then_some(((month, Some(many)), next))
}

/// A month with its year, when one follows: «март», «сент. 2023», «в марте месяце 2024 года», «апрель-2023».
pub fn month_with_year(words: &[Word], place: usize) -> Read<(i8, Option<Year>)> {
    let month = month_name(at(words, place)?)?;
    let mut next = after_dot(words, place + 1);
    if starts(words, next, &["месяц"]) {
        next += 1;
    }
    let dashed = sort(words, next, Sort::Dash) && year(words, next + 1).is_some();
    match year(words, next + usize::from(dashed)) {
        // «май 2023-2025 гг.» is three months of May: not one point of the calendar.
        Some((Year::Many(..), _)) => None,
        Some((year, after)) => Some(((month, Some(year)), after)),
        None => Some(((month, None), year_word(words, next).1)),
    }
}

/// A month's name in any case or usual abbreviation; the answer is its number.
pub fn month_name(word: &Word) -> Option<i8> {
    const STEMS: [(&str, &[&str]); 12] = [
        ("январ", &["янв"]),
        ("феврал", &["фев", "февр"]),
        ("март", &["мар"]),
        ("апрел", &["апр"]),
        ("ма", &[]),
        ("июн", &["июн"]),
        ("июл", &["июл"]),
        ("август", &["авг"]),
        ("сентябр", &["сен", "сент"]),
        ("октябр", &["окт"]),
        ("ноябр", &["ноя", "нояб"]),
        ("декабр", &["дек"]),
    ];
    const SOFT: [&str; 6] = ["ь", "я", "е", "ю", "ем", ""];
    const HARD: [&str; 5] = ["", "а", "е", "у", "ом"];
    const MAY: [&str; 5] = ["й", "я", "е", "ю", "ем"];
    if word.sort != Sort::Letters {
        return None;
    }
    let month = (1i8..).zip(STEMS).find(|(month, (stem, short))| {
        let endings: &[&str] = match *month {
            3 | 8 => &HARD,
            5 => &MAY,
            _ => &SOFT,
        };
        let full = word
            .folded
            .strip_prefix(stem)
            .is_some_and(|ending| endings.contains(&ending));
        full || word.is(short)
    });
    month.map(|(month, _)| month)
}
