//! The standing of one event as pages show it; which standing it is, the model says.

use serde::Serialize;

use crate::model::plan::standing::Standing;
use crate::text::language::Words;

/// A standing for a page: the class that gives shape and colour, and the word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandingView {
    /// Latin code of the class.
    pub code: &'static str,
    /// The word.
    pub words: String,
}

impl StandingView {
    /// In the language of the page.
    pub fn new(standing: Standing, words: &Words) -> StandingView {
        StandingView {
            code: standing.code(),
            words: words.phrase(standing.words(), &[]),
        }
    }
}
