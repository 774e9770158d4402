//! The period a roadmap is made for. Deadlines without a year take it from here.

use crate::text::language::pattern;
use crate::text::russian;
use jiff::civil::{Date, date};

/// What kind of year a plan covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodKind {
    /// 1 January to 31 December.
    CalendarYear,
    /// 1 September to 31 August: September–December belong to the first year, January–August to the second.
    SchoolYear,
    /// Any other first and last day.
    Range,
}

/// First and last day of a plan, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Kind of year.
    pub kind: PeriodKind,
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl PeriodKind {
    /// All kinds.
    pub const ALL: &'static [PeriodKind] = &[
        PeriodKind::CalendarYear,
        PeriodKind::SchoolYear,
        PeriodKind::Range,
    ];

    /// The value used in open data.
    pub const fn code(self) -> &'static str {
        match self {
            PeriodKind::CalendarYear => "calendar-year",
            PeriodKind::SchoolYear => "school-year",
            PeriodKind::Range => "range",
        }
    }
}

impl Period {
    /// The calendar year `year`.
    pub fn calendar_year(year: i16) -> Self {
        Period {
            kind: PeriodKind::CalendarYear,
            first: date(year, 1, 1),
            last: date(year, 12, 31),
        }
    }

    /// The school year that begins in September of `year`.
    pub fn school_year(year: i16) -> Self {
        Period {
            kind: PeriodKind::SchoolYear,
            first: date(year, 9, 1),
            last: date(year + 1, 8, 31),
        }
    }

    /// The year in which `month` (1–12) falls, when the text names none.
    /// A range over more than twelve months takes the first year in which the month lies inside.
    pub fn year_of_month(&self, month: i8) -> i16 {
        let mut year = self.first.year();
        while year < self.last.year() && (year, month) < (self.first.year(), self.first.month()) {
            year += 1;
        }
        year
    }

    /// How the period is called in a sentence: «2023 год», «2022/23 учебный год».
    pub fn words(&self) -> String {
        let (phrase, values) = self.phrase();
        pattern::filled(phrase, &values.each_ref().map(String::as_str))
    }

    /// The Russian phrase for [`Period::words`] and what fills its places, for pages in any language.
    pub fn phrase(&self) -> (&'static str, [String; 2]) {
        let year = |day: Date| day.year().to_string();
        match self.kind {
            PeriodKind::CalendarYear => ("{1} год", [year(self.first), String::new()]),
            PeriodKind::SchoolYear => ("{1}–{2} учебный год", [year(self.first), year(self.last)]),
            PeriodKind::Range => (
                "{1} – {2}",
                [self.first, self.last].map(russian::date_short),
            ),
        }
    }
}
