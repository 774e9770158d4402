//! The editor's desk: what editors work with beside the portal itself, made from the same table of fields that content
//! is validated with, so that it cannot promise what `check` refuses. Pure: from values to values.

pub mod admin;
pub mod schema;
