//! Letters and words: Russian plurals and dates, alphabetical order, cleaning cells for display.

pub mod cell;
pub mod collate;
pub mod markdown;
pub mod nearest;
pub mod russian;
pub mod sentence;
pub mod slug;
