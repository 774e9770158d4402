//! The period of a plan in the language of the page.

use crate::model::plan::period::Period;
use crate::text::language::Words;

/// «2023 год», «2022–2023 учебный год».
pub fn period(period: &Period, words: &Words) -> String {
    let (phrase, values) = period.phrase();
    words.phrase(phrase, &values.each_ref().map(String::as_str))
}
