//! From words to days: which year, month and day a stretch means when its own words leave some of them open.
//! The plan's period answers what the cell does not; where neither does, there is no answer and no guess.

use jiff::civil::Date;

use super::calendar::stretch::{Day, Edge, Stretch, Year};
use crate::model::plan::period::{Period, PeriodKind};

/// First and last day of a stretch. `near` is the year that other pieces of the cell give to this one.
pub(super) fn days(stretch: &Stretch, near: Option<Near>, period: &Period) -> Option<(Date, Date)> {
    let stretch = in_school_year(stretch, near, period);
    let (mut first, last) = (stretch.first, stretch.last);
    if let (None, Some(Year::School(_))) = (first.year, last.year) {
        // «сентябрь-май 2022/2023»: a school year covers both ends.
        first.year = last.year;
    }
    let last_month = last.month?;
    let first_month = first.month.unwrap_or(last_month);
    let crosses = (first_month, order(first.day)) > (last_month, order(last.day));
    let (first_year, last_year) = match (named(first, first_month), named(last, last_month)) {
        (Some(first), Some(last)) => (first, last),
        (Some(first), None) => (first, first + i16::from(crosses)),
        (None, Some(last)) => (last - i16::from(crosses), last),
        (None, None) => match near {
            Some(near) => (
                near.year_of(first_month, period)?,
                near.year_of(last_month, period)?,
            ),
            None => (
                period.year_of_month(first_month),
                period.year_of_month(last_month),
            ),
        },
    };
    let begin = date(first_year, first_month, first.day)?;
    let end = date(last_year, last_month, last.day)?;
    // A year that the words do not name is taken only when it keeps the stretch inside the plan:
    // «ноябрь – январь 2024 г.» begins in a plan for 2023, «ноябрь-январь 2023 г.» does not.
    let begin_is_open = crosses && first.year.is_none() && last.year.is_some();
    let end_is_open = crosses && first.year.is_some() && last.year.is_none();
    let outside = (begin_is_open && begin < period.first) || (end_is_open && end > period.last);
    (begin <= end && !outside).then_some((begin, end))
}

/// A year named elsewhere in the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// The year stands at the end of the list and covers its members; `month` is the month it stands at.
    After { year: Year, month: i8 },
    /// The year stands earlier in the list, at this month.
    Before { year: Year, month: i8 },
}

impl Near {
    /// The year of `month`, as the named one covers it.
    fn year_of(self, month: i8, period: &Period) -> Option<i16> {
        match self {
            Near::After { year, month: named } => {
                if let Year::School(_) = year {
                    return of_month(year, month);
                }
                let covering = of_month(year, named)?;
                // In a school-year plan «октябрь, март 2024 г.» names the year of March; October is in the first year.
                let by_period = period.kind == PeriodKind::SchoolYear
                    && period.year_of_month(named) == covering;
                let found = if by_period {
                    period.year_of_month(month)
                } else {
                    covering
                };
                // «июнь, декабрь 2023 г.» in a plan for 2023/24: June is named with 2023 and planned in 2024.
                (found <= covering).then_some(found)
            }
            Near::Before { year, month: named } => {
                let earlier = of_month(year, named)?;
                if month >= named {
                    return Some(earlier);
                }
                // The list may be unsorted or run into the next year: the plan decides, if it holds both.
                let by_period = period.year_of_month(month);
                let inside = (period.first.year()..=period.last.year()).contains(&earlier);
                inside.then_some(by_period)
            }
        }
    }
}

/// The calendar year of `month` in a named year.
pub(super) fn of_month(year: Year, month: i8) -> Option<i16> {
    match year {
        Year::Calendar(year) => Some(year),
        Year::School(year) => Some(if month >= 9 { year } else { year + 1 }),
        Year::Many(..) => None,
    }
}

/// First and last day of a named year or row of years.
pub(super) fn whole(year: Year) -> Option<(Date, Date)> {
    let period = match year {
        Year::Calendar(year) => Period::calendar_year(year),
        Year::School(year) => Period::school_year(year),
        Year::Many(first, last) => {
            return Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?));
        }
    };
    Some((period.first, period.last))
}

fn named(edge: Edge, month: i8) -> Option<i16> {
    edge.year.and_then(|year| of_month(year, month))
}

/// Days of one month in order; the end of a month is after all its days.
fn order(day: Day) -> i8 {
    match day {
        Day::Of(day) => day,
        Day::FromEnd(back) => 31 - back,
    }
}

/// The date, when the calendar has it: 31 June is not understood.
fn date(year: i16, month: i8, day: Day) -> Option<Date> {
    match day {
        Day::Of(day) => Date::new(year, month, day).ok(),
        Day::FromEnd(back) => {
            let first = Date::new(year, month, 1).ok()?;
            Date::new(year, month, first.days_in_month() - back).ok()
        }
    }
}

/// «Первое полугодие» of a school year is September–December, the second January–August, as the period counts
/// its months. A half of a named calendar year keeps its calendar months.
fn in_school_year(stretch: &Stretch, near: Option<Near>, period: &Period) -> Stretch {
    let named = stretch.last.year.or(match near {
        Some(Near::After { year, .. } | Near::Before { year, .. }) => Some(year),
        None => None,
    });
    let school = match named {
        Some(Year::School(_)) => true,
        Some(_) => false,
        None => period.kind == PeriodKind::SchoolYear,
    };
    let mut found = *stretch;
    if let Some((first, last)) = stretch.halves.filter(|_| school) {
        found.first.month = Some(if first == 1 { 9 } else { 1 });
        found.last.month = Some(if last == 1 { 12 } else { 8 });
    }
    found
}
