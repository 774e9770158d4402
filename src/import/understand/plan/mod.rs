//! From the rows of a plan's tables to its sections and events.

pub mod assemble;
mod division;
pub mod doubts;
pub mod period;
pub mod rows;
pub mod title;
mod torn;
pub mod wide;
