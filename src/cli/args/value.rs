//! What several commands share on the command line: the layout of help, and days.

use jiff::civil::Date;

/// How help is laid out.
pub const TEMPLATE: &str = "{about}\n\nКак запускать: {usage}\n\n{all-args}\n{after-help}";

/// A day.
///
/// # Errors
/// In Russian: how a day is written.
pub fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "день пишут так: 2026-11-22".to_owned())
}
