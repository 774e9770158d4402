//! Calendars by RFC 5545 and RFC 7986, one file each. Which there are and what stands in them is said by `site`. A file
//! depends on the territory whose plans it shows, on the day, and on the title and the address of the portal; that of the
//! portal and those of collections on all territories.
//!
//! In a country entries are short: what, when, and a link to the rest.
//!
//! Written by own code and not by the crate `icalendar` (0.17): its clock and random names can be overruled, but it folds
//! some lines after 76 octets, looks for blanks at the wrong letters of Russian lines, and brings `chrono`, `nom`, `uuid`:
//! eleven seconds of building for a hundred lines of format.

mod ended;
mod event;
mod left_out;
mod lines;
mod moments;
mod publishing;
mod words;

use crate::export::DataFile;
use crate::model::portal::Portal;
use crate::site::calendars::{Calendar, Entry, calendars};
use crate::site::data::is_country;

use lines::Lines;
use moments::utc;

use publishing::Detail;

pub use ended::ended;
pub use publishing::{Publishing, Revisions, unrevised};

/// Every calendar of a portal.
pub fn files(portal: &Portal, publishing: &Publishing<'_>) -> Vec<DataFile> {
    calendars(portal)
        .iter()
        .map(|calendar| DataFile {
            path: calendar.path(),
            bytes: file(portal, calendar, publishing),
        })
        .collect()
}

/// One calendar.
pub fn file(portal: &Portal, calendar: &Calendar, publishing: &Publishing<'_>) -> Vec<u8> {
    let entries = calendar.entries_on(portal, publishing.today);
    let detail = detail(portal);
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//shnor-portal//calendar//RU");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", "PUBLISH");
    heading(&mut lines, portal, calendar, &entries, publishing);
    let host = host(portal, publishing);
    let mut days: Vec<_> = entries
        .iter()
        .flat_map(|entry| entry.dates.iter().map(move |dated| (entry, dated)))
        .collect();
    // The sort is stable: at one day events keep the order of territories and plans.
    days.sort_by_key(|(_, dated)| dated.day);
    for (entry, dated) in &days {
        event::event(&mut lines, (entry, dated), host, publishing, detail);
    }
    if days.is_empty() {
        zone(&mut lines);
    }
    lines.raw("END", "VCALENDAR");
    lines.into_bytes()
}

fn heading(
    lines: &mut Lines,
    portal: &Portal,
    calendar: &Calendar,
    entries: &[Entry<'_>],
    publishing: &Publishing<'_>,
) {
    let name = words::name(portal, calendar);
    lines.text("NAME", &name);
    lines.text("X-WR-CALNAME", &name);
    let detail = detail(portal);
    let description =
        left_out::description(calendar, entries, publishing.address.is_some(), detail);
    if detail == Detail::Full {
        lines.text("DESCRIPTION", &description);
    }
    lines.text("X-WR-CALDESC", &description);
    if let Some(address) = publishing.address {
        let page = calendar.page_address(portal);
        lines.raw("URL", &format!("{address}{page}"));
        lines.raw("SOURCE;VALUE=URI", &format!("{address}{}", calendar.path()));
    }
    let revisions = entries
        .iter()
        .map(|entry| (publishing.revision)(entry.territory, &entry.reference()));
    if let Some(modified) = revisions.filter_map(|one| one.modified).max() {
        lines.raw("LAST-MODIFIED", &utc(modified));
    }
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    lines.raw("X-PUBLISHED-TTL", "P1D");
}

fn detail(portal: &Portal) -> Detail {
    match is_country(portal) {
        true => Detail::Short,
        false => Detail::Full,
    }
}

/// A calendar must have something in it (RFC 5545, section 3.6). One without events gets the time zone that nothing in
/// it refers to, so that it can be subscribed to before the first plan is there.
fn zone(lines: &mut Lines) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", "Etc/UTC");
    lines.raw("BEGIN", "STANDARD");
    lines.raw("DTSTART", "19700101T000000");
    lines.raw("TZOFFSETFROM", "+0000");
    lines.raw("TZOFFSETTO", "+0000");
    lines.raw("END", "STANDARD");
    lines.raw("END", "VTIMEZONE");
}

/// What stands behind the «@» of names: the host of the portal. The settings are asked before the address of this very
/// build, so that a trial build elsewhere names the same events by the same names.
fn host<'a>(portal: &'a Portal, publishing: &Publishing<'a>) -> &'a str {
    let address = portal.settings.address.as_deref().or(publishing.address);
    let host = address
        .and_then(|address| address.split_once("://"))
        .and_then(|(_, rest)| rest.split(['/', ':', '?', '#']).next());
    host.filter(|host| !host.is_empty())
        .unwrap_or("shnor-portal")
}
