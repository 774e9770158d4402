//! Parts of a year and of a month as words name them: «весна», «II квартал», «третья декада марта», «конец мая».
//! Their limits are fixed by rule where Russian usage has no other; the rules are written beside each part.
//! Nothing here knows the plan's period.

use super::month::month_with_year;
use super::stretch::{Day, Stretch, Year};
use super::year::{year, year_word};
use crate::content::meaning::deadline::place::{Read, after_dot, at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::WhenKind;

/// «начало сентября» (the first ten days), «середина мая» (11–20), «конец мая» (from the 21st), «последняя неделя
/// августа» (the last seven days, whatever weekday they begin with).
pub fn part_of_month_by_name(words: &[Word], place: usize) -> Read<Stretch> {
    let (first, last, next) = if starts(words, place, &["начал"]) {
        (Day::Of(1), Day::Of(10), place + 1)
    } else if starts(words, place, &["середин"]) {
        (Day::Of(11), Day::Of(20), place + 1)
    } else if is(words, place, &["конец", "конце", "концу", "конца"]) {
        (Day::Of(21), Day::FromEnd(0), place + 1)
    } else if starts(words, place, &["последн"]) && starts(words, place + 1, &["недел"])
    {
        (Day::FromEnd(6), Day::FromEnd(0), place + 2)
    } else if starts(words, place, &["последн"]) && starts(words, place + 1, &["декад"])
    {
        (Day::Of(21), Day::FromEnd(0), place + 2)
    } else {
        return None;
    };
    let ((month, year), next) = month_with_year(words, next)?;
    let part = Stretch::in_month(WhenKind::YearPart, Some(month), first, last);
    Some((part.with_year(year), next))
}

/// «весна 2023», «летом», «осень-зима» one by one.
pub fn season(words: &[Word], place: usize) -> Read<Stretch> {
    const SEASONS: [(&[&str], i8, i8); 4] = [
        (&["зима", "зимой", "зимы", "зиму", "зимний"], 12, 2),
        (&["весна", "весной", "весны", "весну", "весенний"], 3, 5),
        (&["лето", "летом", "лета", "летний"], 6, 8),
        (&["осень", "осенью", "осени", "осенний"], 9, 11),
    ];
    let (_, first, last) = SEASONS
        .into_iter()
        .find(|(forms, ..)| is(words, place, forms))?;
    let mut next = place + 1;
    if at(words, place)?.folded.ends_with("ий") {
        // «летний период» is the season; «летний лагерь» is not a time.
        if !is(words, next, &["период"]) {
            return None;
        }
        next += 1;
    }
    let part = Stretch::of_months(WhenKind::YearPart, first, last);
    match year(words, next) {
        // A winter of two years: «зима 2022-2023».
        Some((Year::Many(first, second), next)) if second == first + 1 => {
            Some((part.with_year(Some(Year::School(first))), next))
        }
        Some((Year::Many(..), _)) => None,
        Some((year, next)) => Some((part.with_year(Some(year)), next)),
        None => Some((part, next)),
    }
}

/// One numbered part and the words it was read from.
pub type NumberedPart = (Stretch, usize, usize);

/// Numbered parts that share their last words: «I квартал», «1, 3 квартал 2023 г.», «I-II полугодие»,
/// «первая и вторая декада марта», «3 неделя апреля». Places are word numbers, end excluded.
pub fn numbered_parts(words: &[Word], place: usize) -> Read<Vec<NumberedPart>> {
    let mut numbers: Vec<(i64, i64, usize, usize)> = Vec::new();
    let mut next = place;
    loop {
        let (value, after) = ordinal(words, next)?;
        match numbers.last_mut() {
            Some(open) if open.1 == 0 => (open.1, open.3) = (value, after),
            _ => numbers.push((value, value, next, after)),
        }
        next = after;
        if sort(words, next, Sort::Dash) && ordinal(words, next + 1).is_some() {
            // The end of this number is still to come.
            numbers.last_mut()?.1 = 0;
        } else if !(sort(words, next, Sort::Comma)
            || sort(words, next, Sort::Slash)
            || is(words, next, &["и"]))
        {
            break;
        }
        next += 1;
    }
    let (unit, next) = part_unit(words, next)?;
    let mut parts = Vec::new();
    for (first, last, start, end) in numbers {
        let stretch = unit.part(first)?.through(unit.part(last)?);
        let kind = WhenKind::YearPart;
        parts.push((Stretch { kind, ..stretch }, start, end));
    }
    parts.last_mut()?.2 = next;
    Some((parts, next))
}

/// What is numbered in [`numbered_parts`], with the month or year named after it.
struct PartUnit {
    name: Unit,
    month: Option<i8>,
    year: Option<Year>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Quarter,
    HalfYear,
    HalfMonth,
    Decade,
    Week,
}

impl PartUnit {
    /// The part with this number; none when there is no such part.
    fn part(&self, number: i64) -> Option<Stretch> {
        let number = i8::try_from(number).ok().filter(|number| *number > 0)?;
        let days = |first, last| Stretch::in_month(WhenKind::YearPart, self.month, first, last);
        let months = |length: i8| {
            let first = (number - 1) * length + 1;
            Stretch::of_months(WhenKind::YearPart, first, first + length - 1)
        };
        let part = match (self.name, number) {
            (Unit::Quarter, 1..=4) => months(3),
            (Unit::HalfYear, 1..=2) => Stretch {
                halves: Some((number, number)),
                ..months(6)
            },
            (Unit::HalfMonth, 1) => days(Day::Of(1), Day::Of(15)),
            (Unit::HalfMonth, 2) => days(Day::Of(16), Day::FromEnd(0)),
            (Unit::Decade, 1..=2) => days(Day::Of(number * 10 - 9), Day::Of(number * 10)),
            (Unit::Decade, 3) => days(Day::Of(21), Day::FromEnd(0)),
            (Unit::Week, 1..=4) => days(Day::Of(number * 7 - 6), Day::Of(number * 7)),
            _ => return None,
        };
        Some(part.with_year(self.year))
    }
}

/// «квартал 2023 г.», «полугодие 2023-2024 учебного года», «декада марта», «половина апреля».
fn part_unit(words: &[Word], place: usize) -> Read<PartUnit> {
    let name = if starts(words, place, &["квартал"]) || is(words, place, &["кв"]) {
        Unit::Quarter
    } else if starts(words, place, &["полугод"]) {
        Unit::HalfYear
    } else if starts(words, place, &["половин"]) {
        Unit::HalfMonth
    } else if starts(words, place, &["декад"]) {
        Unit::Decade
    } else if starts(words, place, &["недел"]) {
        Unit::Week
    } else {
        return None;
    };
    let next = after_dot(words, place + 1);
    let of_year = |name, year, next| {
        let month = None;
        Some((PartUnit { name, month, year }, next))
    };
    if matches!(name, Unit::Quarter | Unit::HalfYear) {
        return match year(words, next) {
            Some((Year::Many(..), _)) => None,
            Some((year, next)) => of_year(name, Some(year), next),
            None => of_year(name, None, year_word(words, next).1),
        };
    }
    if let Some(((month, year), next)) = month_with_year(words, next) {
        let month = Some(month);
        return Some((PartUnit { name, month, year }, next));
    }
    match year(words, next) {
        _ if name != Unit::HalfMonth => None,
        Some((Year::Many(..), _)) => None,
        Some((year, next)) => of_year(Unit::HalfYear, Some(year), next),
        None => {
            let after = year_word(words, next).1;
            (after > next).then_some(())?;
            of_year(Unit::HalfYear, None, after)
        }
    }
}

/// «1», «1-й», «I», «первый» in any form.
pub fn ordinal(words: &[Word], place: usize) -> Read<i64> {
    const STEMS: [(i64, &str); 5] = [
        (1, "перв"),
        (2, "втор"),
        (3, "трет"),
        (4, "четверт"),
        (5, "пят"),
    ];
    let word = at(words, place)?;
    if let Some(value) = word.number().filter(|_| word.raw.len() == 1) {
        let ending = ["й", "ый", "я", "ая", "е", "ое", "го", "ой", "ом", "м"];
        let ended = sort(words, place + 1, Sort::Dash)
            && at(words, place + 2).is_some_and(|word| !word.spaced && word.is(&ending));
        return Some((value, place + if ended { 3 } else { 1 }));
    }
    if let Some(value) = word.roman() {
        return Some((value, place + 1));
    }
    let noun = word.is(&[
        "четверть",
        "четверти",
        "четвертью",
        "четвертей",
        "четвертям",
    ]);
    STEMS
        .into_iter()
        .find(|(_, stem)| !noun && word.starts(&[stem]))
        .map(|(value, _)| (value, place + 1))
}
