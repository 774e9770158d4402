//! A corrected order over a plan that is already in the content.

pub mod matching;
pub mod row;
pub mod words;
