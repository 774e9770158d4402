//! Dates without quotes that TOML does not take: written the Russian way, or not in the calendar.

use std::ops::Range;

use super::mistake::Fault;
use crate::content::written_date::Meant;
use crate::diag::codes;

/// The mistake of a date at a place; `token` is how it is written.
pub fn fault(meant: Meant, at: Range<usize>, token: &str) -> Fault {
    let verdict = meant.verdict();
    let fault = Fault::new(codes::BAD_DATE, at.clone(), verdict.message)
        .label(verdict.label)
        .help(verdict.help);
    match verdict.right {
        Some(right) if verdict.sure => fault.safely(at, right),
        Some(right) => fault.patch(at, right),
        // The field stays with its words, so that nobody misses it.
        None => fault.quietly(at, format!("\"{token}\"")),
    }
}
