//! A table of text as spreadsheets save it: bytes → text (`decode`) → cells with their places (`cells`). `tame` keeps a
//! cell from being run as a formula. Nothing here knows what the columns mean.

mod cells;
mod decode;
mod tame;

pub use cells::{Cell, Record, records};
pub use decode::{Decoded, decode};
pub use tame::{tamed, untamed};
