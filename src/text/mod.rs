//! Letters and words: Russian plurals and dates, typography, alphabetical order, cleaning cells for display.

pub mod blanks;
pub mod cell;
pub mod collate;
pub mod encoding;
pub mod fingerprint;
pub mod formula;
pub mod hidden;
pub mod language;
pub mod layout;
pub mod markdown;
pub mod nearest;
pub mod percent;
pub mod print;
pub mod russian;
pub mod sentence;
pub mod short;
pub mod slug;
pub mod tame;
pub mod twins;
pub mod typography;
