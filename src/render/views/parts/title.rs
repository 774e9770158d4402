//! Short forms of official titles. The page of a document itself always prints the whole title.

use crate::model::record::document::Document;
use crate::text::russian;
pub use crate::text::short::short;

/// The short name of a document, ready to begin a line.
pub fn document_name(document: &Document) -> String {
    russian::capitalized(&document.short_name())
}
