//! What every code means for a person: in plain words, with what to do and an example before and after. One file a code
//! in `codes/`, named after its anchor (`p012.toml`); `portal explain`, the page «Ошибки и как их исправить» and the
//! reports are all made from it. A test runs every example.

mod explanation;
mod read;
pub mod text;

pub use explanation::{Explanation, Fragment, GROUPS, Kind, group, path_and_note};
pub use read::{PAGE, address, all, anchor, find, of};
