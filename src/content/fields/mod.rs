//! One table of every key a content file may have: its Russian name, kind of value, whether it is required, and an
//! example. Validation, messages, the reference page and editors' schemas are made from this table, so that they
//! cannot drift apart.

mod addresses;
mod files;
mod form;
mod place;
mod plan;
mod record;
mod shared;

pub use files::{FileKind, Location, Misplaced, is_record_folder, locate};
pub use form::{Field, Form, Shape};
pub use plan::cell_label;
