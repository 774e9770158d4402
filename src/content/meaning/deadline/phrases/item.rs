//! A phrase of a deadline cell, read but not yet dated. Which words make it is not known here.

use crate::content::meaning::deadline::calendar::stretch::{Stretch, Year};
use crate::model::plan::deadline::Every;

/// What a phrase means before its dates are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Stretch(Stretch),
    /// Up to the stretch. Inclusive: «до конца апреля», «не позднее апреля»; else up to the day before it: «до апреля».
    Until {
        stretch: Stretch,
        inclusive: bool,
    },
    /// «до конца года», of the plan or a named one.
    UntilEndOf(Span),
    /// «с сентября 2023 г.».
    From(Stretch),
    /// «в течение года», «2023 год».
    Within(Span),
    /// A year that stands alone, «2023 г.»: a time of its own or the year of its neighbours.
    BareYear(Year),
    /// «далее», «и последующий период».
    Onwards,
    Every(Every),
    Continuous,
    BySchedule,
    Conditional,
}

/// A year or the plan's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The plan's period.
    Plan,
    /// The school year, unnamed: certain only in a plan for a school year.
    SchoolYear,
    Named(Year),
}

/// A phrase with its words: from `start` to `end`, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub meaning: Meaning,
    pub start: usize,
    pub end: usize,
}
