//! The standing of one event as pages show it; which standing it is, the model says.

use serde::Serialize;

use crate::model::plan::standing::Standing;

/// A standing for a page: the class that gives shape and colour, and the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StandingView {
    /// Latin code of the class.
    pub code: &'static str,
    /// The word.
    pub words: &'static str,
}

impl From<Standing> for StandingView {
    fn from(standing: Standing) -> Self {
        StandingView {
            code: standing.code(),
            words: standing.words(),
        }
    }
}
