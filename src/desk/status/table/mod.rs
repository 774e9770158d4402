//! A table of text as spreadsheets save it: bytes → text (`decode`) → cells with their places (`cells`). Nothing here knows what the columns mean.

mod cells;
mod decode;

pub use cells::{Cell, Record, records};
pub use decode::{Decoded, decode};
