//! How problems are shown: drawn for a terminal, as annotations and a table for GitHub, as JSON. It only turns data into
//! text; who prints it, and whether in colour, is decided elsewhere.

mod count;
mod drawing;
mod github;
mod json;
mod roots;
mod summary;
#[cfg(test)]
mod tests;

pub use crate::diag::place::{Place, place};
pub use count::summary_line;
pub use drawing::text;
pub use github::github;
pub use json::json;
pub use summary::markdown;
