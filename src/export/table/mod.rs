//! What a table of open data is: its columns with their meaning, and cells that know what they hold. Nothing here
//! knows a format; every format writes every table from these values alone.

pub mod column;
pub mod definition;
pub mod value;

pub use column::{Column, ColumnKind};
pub use definition::{Definition, Row};
pub use value::Value;
