//! The least change of a plan's bytes: values are replaced where they stand, lines are put in and taken out; comments,
//! layout and line breaks stay. Where things stand is told by the spans of the raw table.

pub mod edits;
pub mod layout;
pub mod plan_tables;
pub mod said;
pub mod scalars;
