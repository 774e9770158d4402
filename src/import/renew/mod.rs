//! A corrected order over a plan that is already in the content: measures that are still there keep their identifiers,
//! statuses and proofs, and everything else an editor wrote beside them.
//!
//! The steps: `unfold` (headers for all) → `old` (the file in `blocks`) and `sections` (of the paper) → `matching` (which `row` is which, judged by
//! `words`) → `cells` and `around` (the least change of each block) → `assemble` in the order of the paper, what left it
//! in comments (`gone`) → `faithful` (read once more) → `told` (what was done, in words).

mod around;
mod assemble;
mod blocks;
mod cells;
mod faithful;
mod gone;
mod ids;
mod matching;
mod old;
mod order;
mod renewal;
mod row;
mod said;
mod sections;
mod told;
mod unfold;
mod words;

pub use renewal::{Fresh, renewed};
pub use told::{Appeared, Changed, Renewed, Vanished};
