//! Points of the calendar as words name them: «15 апреля 2023 г.», «10.04», «март 2024 года». Each reader looks at
//! the words from a place on and says what stands there and where it ends. Nothing here knows the plan's period;
//! what the words leave open stays open.

use super::figures::{iso_date, months_in_figures, numeric_date};
use super::parts::{part_of_month_by_name, season};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::WhenKind;

/// What was read and the place after it.
pub(super) type Read<T> = Option<(T, usize)>;

/// A year as a text names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    /// «2023 г.».
    Calendar(i16),
    /// «2023-2024 учебный год», by its first year.
    School(i16),
    /// «2023-2025 гг.».
    Many(i16, i16),
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Of(i8),
    /// So many days before the last one; 0 is the last day.
    FromEnd(i8),
}

/// One end of a stretch of time, as far as its own words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub year: Option<Year>,
    pub month: Option<i8>,
    pub day: Day,
}

/// A stretch of days with a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub first: Edge,
    pub last: Edge,
    pub kind: WhenKind,
    /// First and last half of a year when it is one: halves of a school year have other months.
    pub halves: Option<(i8, i8)>,
}

impl Stretch {
    /// Days of one month, or of a month still to be named.
    pub fn in_month(kind: WhenKind, month: Option<i8>, first: Day, last: Day) -> Self {
        let edge = |day| Edge {
            year: None,
            month,
            day,
        };
        Stretch {
            first: edge(first),
            last: edge(last),
            kind,
            halves: None,
        }
    }

    /// Whole months from `first` to `last`.
    pub fn of_months(kind: WhenKind, first: i8, last: i8) -> Self {
        let mut stretch = Stretch::in_month(kind, Some(first), Day::Of(1), Day::FromEnd(0));
        stretch.last.month = Some(last);
        stretch
    }

    /// The same stretch in a named year. A winter gets the year at its end only: it began a year before.
    pub fn with_year(mut self, year: Option<Year>) -> Self {
        let crosses = self.first.month > self.last.month;
        self.last.year = year;
        self.first.year = match year {
            Some(Year::Calendar(_)) if crosses => None,
            other => other,
        };
        self
    }

    /// True for a whole calendar or school year.
    pub fn is_year(&self) -> bool {
        let months = (self.first.month, self.last.month);
        self.kind == WhenKind::YearPart
            && (months == (Some(1), Some(12)) || months == (Some(9), Some(8)))
    }

    /// A whole named year; none for a row of years.
    pub fn whole_year(year: Year) -> Option<Self> {
        let (first, last) = match year {
            Year::Calendar(_) => (1, 12),
            Year::School(_) => (9, 8),
            Year::Many(..) => return None,
        };
        Some(Stretch::of_months(WhenKind::YearPart, first, last).with_year(Some(year)))
    }

    /// From the beginning of this stretch to the end of another.
    pub fn through(self, other: Stretch) -> Self {
        use WhenKind::{Day, DayRange, Month, MonthRange, YearPart};
        let kind = match (self.kind, other.kind) {
            (Month | MonthRange, Month | MonthRange) => MonthRange,
            (YearPart, _) | (_, YearPart) => YearPart,
            (Day | DayRange | Month, _) => DayRange,
            (first, _) => first,
        };
        let halves = self
            .halves
            .zip(other.halves)
            .map(|((first, _), (_, last))| (first, last));
        Stretch {
            first: self.first,
            last: other.last,
            kind,
            halves,
        }
    }
}

/// The word at a place, or an empty answer past the end.
pub(super) fn at<'w, 'a>(words: &'w [Word<'a>], place: usize) -> Option<&'w Word<'a>> {
    words.get(place)
}

/// True when the word at `place` is one of `forms`.
pub(super) fn is(words: &[Word], place: usize, forms: &[&str]) -> bool {
    at(words, place).is_some_and(|word| word.is(forms))
}

/// True when the word at `place` begins with one of `stems`.
pub(super) fn starts(words: &[Word], place: usize, stems: &[&str]) -> bool {
    at(words, place).is_some_and(|word| word.starts(stems))
}

/// True when the sign at `place` is of this sort.
pub(super) fn sort(words: &[Word], place: usize, sort: Sort) -> bool {
    at(words, place).is_some_and(|word| word.sort == sort)
}

/// The place after a dot that belongs to the word before `place`.
pub(super) fn after_dot(words: &[Word], place: usize) -> usize {
    let glued = at(words, place).is_some_and(|word| word.sort == Sort::Dot && !word.spaced);
    place + usize::from(glued)
}

/// Any single point or part of the calendar.
pub(super) fn point(words: &[Word], place: usize) -> Read<Stretch> {
    iso_date(words, place)
        .or_else(|| months_in_figures(words, place))
        .or_else(|| numeric_date(words, place))
        .or_else(|| month_point(words, place))
        .or_else(|| day_point(words, place))
        .or_else(|| part_of_month_by_name(words, place))
        .or_else(|| season(words, place))
}

/// «2023 г.», «2023-2024 учебный год», «2023/24 уч. г.», «2023-2025 гг.», also «2023 г. 2023 г.».
pub(super) fn year(words: &[Word], place: usize) -> Read<Year> {
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
pub(super) fn year_word(words: &[Word], place: usize) -> (bool, usize) {
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
pub(super) fn this_year(words: &[Word], place: usize) -> Option<usize> {
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
pub(super) fn is_year_noun(words: &[Word], place: usize) -> bool {
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

/// A month's name in any case or usual abbreviation; the answer is its number.
fn month_name(word: &Word) -> Option<i8> {
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

/// A month with its year, when one follows: «март», «сент. 2023», «в марте месяце 2024 года», «апрель-2023».
pub(super) fn month_with_year(words: &[Word], place: usize) -> Read<(i8, Option<Year>)> {
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

/// «апрель 2023 года» as a whole month.
fn month_point(words: &[Word], place: usize) -> Read<Stretch> {
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

/// «15 апреля 2023 г.», «15-го апреля», or «15» alone, whose month another piece must name.
fn day_point(words: &[Word], place: usize) -> Read<Stretch> {
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

/// A run of digits that can be a day of a month.
pub(super) fn day_number(word: &Word) -> Option<i8> {
    let value = word.number().filter(|_| word.raw.len() <= 2)?;
    i8::try_from(value)
        .ok()
        .filter(|day| (1..=31).contains(day))
}
