//! Days as positions: months of equal width side by side, and where a day lies among them.

use jiff::civil::Date;
use serde::Serialize;

use crate::render::agenda::{YearMonth, first_day, month_of};
use crate::render::views::pictures::percent::Percent;
use crate::text::language::Words;

/// Numbers of quarters.
const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// Left edge of the first month; before it stand the numbers of the rows.
const GUTTER: i64 = 1_000;

/// Up to so many months each has its name; more are named by quarters.
const NAMED_MONTHS: usize = 14;

/// A picture of more months than this says nothing; a mistyped year («2203») would ask for thousands.
pub const LONGEST: usize = 48;

/// Months in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timescale {
    first: YearMonth,
    months: usize,
}

/// A month or a quarter on the scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Left edge.
    pub x: Percent,
    /// Width.
    pub width: Percent,
    /// Middle, for the name.
    pub middle: Percent,
    /// «янв» or «I кв».
    pub name: String,
    /// True for every other column, so that the eye finds its way down.
    pub shaded: bool,
}

/// The place where a year begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Year {
    /// Left edge.
    pub x: Percent,
    /// The year.
    pub name: String,
}

impl Timescale {
    /// The months from one day to another, as many as are sensible.
    pub fn new(first: Date, last: Date) -> Timescale {
        let first = month_of(first);
        let months = distance(first, month_of(last)).unwrap_or(0) + 1;
        Timescale {
            first,
            months: months.min(LONGEST),
        }
    }

    /// Whether a day lies on the scale.
    pub fn holds(self, day: Date) -> bool {
        distance(self.first, month_of(day)).is_some_and(|months| months < self.months)
    }

    /// Where a day begins; days outside are drawn at the nearer end.
    pub fn morning(self, day: Date) -> Percent {
        self.at(day, i64::from(day.day()) - 1)
    }

    /// Where a day ends.
    pub fn evening(self, day: Date) -> Percent {
        self.at(day, i64::from(day.day()))
    }

    /// The middle of a day.
    pub fn noon(self, day: Date) -> Percent {
        Percent((self.morning(day).0 + self.evening(day).0) / 2)
    }

    fn at(self, day: Date, days: i64) -> Percent {
        let Some(months) = distance(self.first, month_of(day)) else {
            return Percent(GUTTER);
        };
        if months >= self.months {
            return Percent(Percent::WHOLE);
        }
        let within = days * 1000 / i64::from(day.days_in_month());
        self.edge(months as i64 * 1000 + within)
    }

    /// A position in thousandths of a month.
    fn edge(self, thousandths: i64) -> Percent {
        let width = Percent::WHOLE - GUTTER;
        Percent(GUTTER + width * thousandths / (self.months as i64 * 1000))
    }

    /// The columns with their names.
    pub fn columns(self, words: &Words) -> Vec<Column> {
        let named = self.months <= NAMED_MONTHS;
        let mut columns: Vec<Column> = Vec::new();
        let mut at = 0;
        while at < self.months {
            let (_, month) = self.month(at);
            let wide = match named {
                true => 1,
                false => (3 - (month as usize - 1) % 3).min(self.months - at),
            };
            let (x, end) = (
                self.edge(at as i64 * 1000),
                self.edge((at + wide) as i64 * 1000),
            );
            let name = match named {
                true => words.month_short(month),
                false => words.phrase("{1} кв", &[QUARTERS[(month as usize - 1) / 3]]),
            };
            columns.push(Column {
                x,
                width: Percent(end.0 - x.0),
                middle: Percent((x.0 + end.0) / 2),
                name,
                shaded: columns.len().is_multiple_of(2),
            });
            at += wide;
        }
        columns
    }

    /// The years with their beginnings.
    pub fn years(self) -> Vec<Year> {
        let mut years: Vec<Year> = Vec::new();
        for at in 0..self.months {
            let name = self.month(at).0.to_string();
            if years.last().is_none_or(|year| year.name != name) {
                let x = self.edge(at as i64 * 1000);
                years.push(Year { x, name });
            }
        }
        years
    }

    fn month(self, after: usize) -> YearMonth {
        let months = i32::from(self.first.1) - 1 + after as i32;
        (self.first.0 + (months / 12) as i16, (months % 12) as i8 + 1)
    }
}

/// How many months lie between two; none when the second is earlier.
fn distance(from: YearMonth, to: YearMonth) -> Option<usize> {
    let number = |(year, month): YearMonth| i32::from(year) * 12 + i32::from(month);
    usize::try_from(number(to) - number(from)).ok()
}

/// Twelve months from the first day of one.
pub fn twelve(first: YearMonth) -> impl Iterator<Item = YearMonth> {
    let scale = Timescale {
        first: month_of(first_day(first)),
        months: 12,
    };
    (0..12).map(move |at| scale.month(at))
}
