//! The editor's desk: what a person who writes content is given. Pure functions from values to values.

pub mod handbook;
mod kinds;
