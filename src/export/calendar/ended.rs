//! A calendar that came to an end: one entry says so to whoever subscribed.

use jiff::civil::Date;

use crate::export::calendar::lines::Lines;

/// The file at the path of a calendar that is kept no more. `see` is where to look now.
pub fn ended(path: &str, day: Date, words: &str, see: &str) -> Vec<u8> {
    let name = "Календарь больше не ведётся";
    let day = day.strftime("%Y%m%d").to_string();
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//shnor-portal//calendar//RU");
    lines.text("NAME", name);
    lines.text("X-WR-CALNAME", name);
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", &format!("{path}@shnor-portal"));
    lines.raw("DTSTAMP", &format!("{day}T000000Z"));
    lines.raw("DTSTART;VALUE=DATE", &day);
    lines.text("SUMMARY", name);
    lines.text("DESCRIPTION", &format!("{words}\n{see}"));
    lines.raw("TRANSP", "TRANSPARENT");
    lines.raw("END", "VEVENT");
    lines.raw("END", "VCALENDAR");
    lines.into_bytes()
}
