//! The ledger of promises: what a plan promised, what was reported of it by a day, and with what proof. Nothing is
//! stored here that documents and statuses do not say; what is counted follows from them and from the day alone.

pub mod counts;
pub mod entry;
pub mod kind;
pub mod proof;

pub use counts::{Counts, by_month, by_section};
pub use entry::{Entry, entries, is_reported};
pub use kind::EvidenceKind;
pub use proof::{Evidence, Lead};
