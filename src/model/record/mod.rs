//! What a territory publishes beside its plans: acts, programmes, groups, practices, news.

pub mod document;
pub mod news;
pub mod practice;
pub mod program;
pub mod working_group;
