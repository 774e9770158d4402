//! The editor's desk: new files from commented templates ([`new`]), statuses of all measures in one table and back
//! ([`status`]). Pure: sources go in, [`change::Change`]s come out; who writes them and who prints is decided elsewhere.

pub mod change;
mod literal;
pub mod new;
pub mod place;
pub mod status;
