//! People in papers: their names, and the groups they make.

pub mod group;
pub mod names;
