//! A stretch of days, with its ends as far as a text names them. What the words leave open stays open.

use crate::model::plan::deadline::WhenKind;

/// A year as a text names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// «2023 г.».
    Calendar(i16),
    /// «2023-2024 учебный год», by its first year.
    School(i16),
    /// «2023-2025 гг.».
    Many(i16, i16),
}

/// A day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    Of(i8),
    /// So many days before the last one; 0 is the last day.
    FromEnd(i8),
}

/// One end of a stretch of time, as far as its own words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    pub year: Option<Year>,
    pub month: Option<i8>,
    pub day: Day,
}

/// A stretch of days with a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
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
