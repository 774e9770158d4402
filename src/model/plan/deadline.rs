//! When a measure is to be done. A deadline is a phrase, not a date: «март–апрель», «в течение года»,
//! «20–21 апреля, октябрь». The phrase is kept word for word; beside it stands what it was understood to mean.

use jiff::civil::Date;

use crate::model::shared::Shared;

/// A deadline cell, kept once for all events that say the same.
pub type Deadline = Shared<DeadlineCell>;

/// A deadline cell: its words and their meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineCell {
    /// The cell word for word.
    pub verbatim: String,
    /// What the words mean, in the order of the text. Empty when they were not understood:
    /// the program never guesses.
    pub whens: Vec<When>,
}

/// One understood piece of a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The words of the cell this piece was read from.
    pub words: String,
    /// What kind of time it is.
    pub kind: WhenKind,
    /// First day, where the words name or imply one.
    pub first: Option<Date>,
    /// Last day, where the words name or imply one. A measure is late after this day.
    pub last: Option<Date>,
}

/// The kinds of time found in real plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenKind {
    /// One day: «15 апреля 2023 г.».
    Day,
    /// Several days in a row inside or across months: «20–21 апреля 2023г.», «с 10.04 по 20.05».
    DayRange,
    /// A whole month: «апрель 2023 года».
    Month,
    /// Months in a row: «Март- август 2023 г.».
    MonthRange,
    /// A part of a year with fixed limits: «I квартал», «второе полугодие», «весна», «третья декада марта».
    YearPart,
    /// At any time up to a day: «до 01.04.2023 года», «в срок до 27 апреля». No first day.
    Until,
    /// At any time in the plan's year or in a named year: «в течение года», «В течение 2023 г.».
    WithinYear,
    /// From a time on without an end: «В течение 2023 г. и последующий период».
    OpenEnded,
    /// Again and again; `every` says how often. First and last day are those of the plan's period unless the words limit them.
    Recurring(Every),
    /// All the time: «Постоянно», «весь период».
    Continuous,
    /// By a schedule that the plan does not contain: «по отдельному графику», «по плану РМО».
    BySchedule,
    /// Depends on something else: «по мере необходимости», «по запросу», «после проведения ВПР».
    Conditional,
}

/// How often a recurring measure comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// «ежедневно».
    Day,
    /// «еженедельно».
    Week,
    /// «раз в две недели».
    Fortnight,
    /// «ежемесячно», «1 раз в месяц».
    Month,
    /// «ежеквартально», «1 раз в квартал»: a calendar quarter.
    Quarter,
    /// «Один раз в четверть»: a school term, not a calendar quarter.
    SchoolTerm,
    /// «раз в полугодие».
    HalfYear,
    /// «Ежегодно».
    Year,
    /// «Ежегодно до 01.10.»: each year, not later than this month and day.
    YearUntil {
        /// 1–12.
        month: i8,
        /// 1–31.
        day: i8,
    },
}

/// The kind of a whole deadline, for the page and for open data; names follow the table of deadline
/// forms the portal is documented by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineKind {
    /// One day.
    Day,
    /// Days in a row.
    DayRange,
    /// One month.
    Month,
    /// Months in a row.
    MonthRange,
    /// Several separate months.
    MonthList,
    /// Quarter, half-year, season or another fixed part of a year.
    YearPart,
    /// Up to a day.
    Until,
    /// Within the year.
    WithinYear,
    /// From a time on.
    OpenEnded,
    /// Each week, month, term, year.
    Recurring,
    /// All the time.
    Continuous,
    /// By a separate schedule.
    BySchedule,
    /// Depends on another event.
    Conditional,
    /// Pieces of different kinds.
    Mixed,
    /// Not understood.
    Unknown,
}

impl DeadlineKind {
    /// All kinds.
    pub const ALL: &'static [DeadlineKind] = &[
        DeadlineKind::Day,
        DeadlineKind::DayRange,
        DeadlineKind::Month,
        DeadlineKind::MonthRange,
        DeadlineKind::MonthList,
        DeadlineKind::YearPart,
        DeadlineKind::Until,
        DeadlineKind::WithinYear,
        DeadlineKind::OpenEnded,
        DeadlineKind::Recurring,
        DeadlineKind::Continuous,
        DeadlineKind::BySchedule,
        DeadlineKind::Conditional,
        DeadlineKind::Mixed,
        DeadlineKind::Unknown,
    ];

    /// The value of the `data-kind` attribute and of the open-data column.
    pub const fn code(self) -> &'static str {
        match self {
            DeadlineKind::Day => "day",
            DeadlineKind::DayRange => "day-range",
            DeadlineKind::Month => "month",
            DeadlineKind::MonthRange => "month-range",
            DeadlineKind::MonthList => "month-list",
            DeadlineKind::YearPart => "year-part",
            DeadlineKind::Until => "until",
            DeadlineKind::WithinYear => "within-year",
            DeadlineKind::OpenEnded => "open-ended",
            DeadlineKind::Recurring => "recurring",
            DeadlineKind::Continuous => "continuous",
            DeadlineKind::BySchedule => "by-schedule",
            DeadlineKind::Conditional => "conditional",
            DeadlineKind::Mixed => "mixed",
            DeadlineKind::Unknown => "unknown",
        }
    }
}

impl DeadlineCell {
    /// The kind of the whole phrase.
    pub fn kind(&self) -> DeadlineKind {
        let mut kinds = self.whens.iter().map(|when| when.kind.simple());
        let Some(first) = kinds.next() else {
            return DeadlineKind::Unknown;
        };
        let same = kinds.all(|kind| kind == first);
        match (same, self.whens.len(), first) {
            (true, 1, kind) => kind,
            (true, _, DeadlineKind::Month) => DeadlineKind::MonthList,
            (true, _, kind) => kind,
            (false, ..) => DeadlineKind::Mixed,
        }
    }

    /// True when the measure is tied to a time that can be put in a calendar: a day, days, a month, a part of a
    /// year or «до …». Year-round, recurring and conditional measures are not.
    pub fn is_dated(&self) -> bool {
        self.whens.iter().any(|when| when.kind.is_dated())
    }

    /// First dated day, for sorting and calendars.
    pub fn first_day(&self) -> Option<Date> {
        self.whens
            .iter()
            .filter_map(|when| when.first.or(when.last))
            .min()
    }

    /// The day after which the whole measure is late; none for open-ended, continuous, scheduled and conditional ones.
    pub fn last_day(&self) -> Option<Date> {
        if self.whens.is_empty() || self.whens.iter().any(|when| when.last.is_none()) {
            return None;
        }
        self.whens.iter().filter_map(|when| when.last).max()
    }
}

impl WhenKind {
    fn simple(self) -> DeadlineKind {
        match self {
            WhenKind::Day => DeadlineKind::Day,
            WhenKind::DayRange => DeadlineKind::DayRange,
            WhenKind::Month => DeadlineKind::Month,
            WhenKind::MonthRange => DeadlineKind::MonthRange,
            WhenKind::YearPart => DeadlineKind::YearPart,
            WhenKind::Until => DeadlineKind::Until,
            WhenKind::WithinYear => DeadlineKind::WithinYear,
            WhenKind::OpenEnded => DeadlineKind::OpenEnded,
            WhenKind::Recurring(_) => DeadlineKind::Recurring,
            WhenKind::Continuous => DeadlineKind::Continuous,
            WhenKind::BySchedule => DeadlineKind::BySchedule,
            WhenKind::Conditional => DeadlineKind::Conditional,
        }
    }

    /// See [`DeadlineCell::is_dated`].
    pub fn is_dated(self) -> bool {
        matches!(
            self,
            WhenKind::Day
                | WhenKind::DayRange
                | WhenKind::Month
                | WhenKind::MonthRange
                | WhenKind::YearPart
                | WhenKind::Until
        )
    }
}

impl Every {
    /// The value of the `data-every` attribute and of the open-data column.
    pub fn code(self) -> &'static str {
        match self {
            Every::Day => "day",
            Every::Week => "week",
            Every::Fortnight => "fortnight",
            Every::Month => "month",
            Every::Quarter => "quarter",
            Every::SchoolTerm => "school-term",
            Every::HalfYear => "half-year",
            Every::Year | Every::YearUntil { .. } => "year",
        }
    }
}
