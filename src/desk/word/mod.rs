//! `portal export plan`: a plan back as a Word document, for approval and print. Reading the document again
//! (`import`) gives the same plan.
//!
//! The writer is our own, over the archive library that documents are read with: `docx-rs`, which was looked at, brings
//! some forty crates into a build that is measured, and loses formulas («не менее ¾ педагогов»).

mod document;
mod export;
mod formula;
mod package;
mod page;
mod printed;
mod table;
mod widths;
mod words;
mod xml;

pub use document::document;
pub use export::{Exported, export};
