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

use crate::diag::opened::Opener;
use crate::diag::span::Span;
use crate::files::sources::Sources;

pub use crate::diag::place::Place;
pub use count::summary_line;
pub use drawing::text;
pub use github::github;
pub use json::json;
pub use summary::markdown;

/// Where a span is, for a person.
pub fn place(span: Span, sources: &Sources) -> Place {
    Opener::new(sources).place(span)
}
