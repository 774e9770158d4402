//! `portal export plan`: a plan back as a Word document, for approval and print. Reading the document again
//! (`import`) gives the same plan.
//!
//! The writer is our own: `docx-rs`, the library that was looked at, brings forty crates into a build that is measured,
//! among them a second archive and XML library beside the two this program reads documents with, and cannot write
//! formulas.

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
