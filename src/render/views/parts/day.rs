//! A day for people and for programs.

use jiff::civil::Date;
use serde::Serialize;

use crate::text::language::Words;

/// A day in words and for programs.
#[derive(Debug, Clone, Serialize)]
pub struct Day {
    /// «30 апреля 2023 г.»
    pub words: String,
    /// `2023-04-30`
    pub iso: String,
}

impl Day {
    /// A day in the language of the page.
    pub fn new(day: Date, words: &Words) -> Day {
        Day {
            words: words.date(day),
            iso: day.to_string(),
        }
    }
}
