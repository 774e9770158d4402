//! Days and moments as iCalendar writes them.

use jiff::Timestamp;
use jiff::civil::Date;

/// «20230430T000000Z».
pub fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// «20230430».
pub fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}
