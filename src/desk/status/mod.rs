//! `portal status`: what became of every measure, as one table for a spreadsheet, and the same table back into the plans.
//!
//! Out: `plans` (measures with their places) → `state` (what is stored) → `sheet` (CSV). Back: `table` (bytes → cells with
//! their places) → `rows` (what each wants for its measure) → `toml` (the least change of the file's bytes) → [`apply`]
//! (all or nothing).

mod apply;
mod changes;
mod choice;
mod column;
mod directory;
mod faithful;
mod plans;
mod rows;
mod sheet;
mod state;
mod table;
mod toml;

pub use apply::{Applied, apply};
pub use changes::Updated;
pub use choice::Choice;
pub use sheet::{Export, export};
