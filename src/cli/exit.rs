//! Codes with which the program ends.

/// Everything is as it should be.
pub const FINE: u8 = 0;
/// Something in the content stops publishing.
pub const CONTENT: u8 = 1;
/// The command line, the disk or the theme is at fault.
pub const ENVIRONMENT: u8 = 2;
