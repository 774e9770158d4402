//! From what stood in a paper to drafts of content files: which tables are plans, what their columns hold, which rows are
//! events, sections, goals; what the text around says of the order. Pure and deterministic; nothing is corrected, and
//! what no draft holds is named with its place.

mod dates;
pub mod draft;
mod flow;
mod leftover;
mod letters;
mod loose;
mod order;
mod passport;
mod people;
mod plan;
mod table;
mod walk;

use crate::import::paper::Paper;
use crate::import::understand::draft::{Doubt, Understood};

/// Understands a paper. What its reader remarked stands among the doubts.
pub fn understand(paper: &Paper) -> Understood {
    let mut understood = walk::walk(flow::flow(loose::mended(paper).as_ref().unwrap_or(paper)));
    let remarks = paper
        .remarks
        .iter()
        .map(|remark| Doubt::new(&remark.at, remark.words.clone()));
    understood.doubts.extend(remarks);
    understood
}
