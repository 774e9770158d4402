//! Rows of a table understood: which column is what (`header`), which measure a row is about (`measure`), what it wants
//! (`wish`, from cells by `value`) and what it lacks (`lacks`).

mod header;
mod lacks;
mod measure;
mod row;
mod value;
mod wish;

pub use header::{TABLE, header, known_headings, separator};
pub use lacks::lacks;
pub use row::Row;
