//! Text → terms: folding of letters, words, stems, stop words; and what helps to understand a query.
//!
//! Every file here has its counterpart in `themes/default/scripts/search/analysis.js`, function by function; a change
//! of one without the other makes words unfindable, hence the shared vectors `tests/search/vectors.json`.

mod analyzer;
mod dates;
mod fold;
mod likeness;
mod stem;
mod stop;
mod terms;
mod words;

pub use crate::text::layout::layout;
pub use analyzer::{Analyzer, Cached, Token};
pub use dates::{DateExpression, dates};
pub use likeness::{near, skeleton};
pub use stop::is_stop;
pub use terms::{TermAt, TermNumber, Terms};
pub use words::{Word, words};
