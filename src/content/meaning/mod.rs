//! What the cells of a plan mean: when, what shows success, who answers.
//! Each reader takes a cell word for word and returns the words beside what they were understood to mean.
//! The readers know Russian table language; they know nothing of files, spans, pages or other cells.

mod deadline;
mod indicator;
mod known;
mod responsible;
mod words;

pub use deadline::deadline;
pub use indicator::indicator;
pub use known::Known;
pub use responsible::{Names, responsible};
