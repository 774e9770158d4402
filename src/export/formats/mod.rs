//! Tables in formats: one format a file, each written from [`crate::export::table`] alone.

pub mod archive;
pub mod csv;
pub mod json;
pub mod sqlite;
pub mod xlsx;
