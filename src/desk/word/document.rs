//! A plan as a file.

use crate::desk::word::{package, page};
use crate::model::plan::roadmap::Roadmap;

/// A plan as the bytes of a Word document (`.docx`). The same plan gives the same bytes.
pub fn document(plan: &Roadmap) -> Vec<u8> {
    package::package(&page::document(plan), &plan.title_line())
}
