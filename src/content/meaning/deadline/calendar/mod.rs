//! Points and parts of the calendar as words name them: «15 апреля 2023 г.», «10.04», «март 2024 года», «II квартал».
//! Nothing here knows the plan's period; what the words leave open stays open.

mod day;
mod figures;
pub(super) mod month;
pub(super) mod parts;
pub(super) mod stretch;
pub(super) mod year;

use self::day::day_point;
use self::figures::{iso_date, months_in_figures, numeric_date};
use self::month::month_point;
use self::parts::{part_of_month_by_name, season};
use self::stretch::Stretch;
use crate::content::meaning::deadline::place::Read;
use crate::content::meaning::words::Word;

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
