//! One day of one event as a `VEVENT`: all day, and nobody is busy because of it.

use jiff::civil::Date;

use crate::export::calendar::lines::Lines;
use crate::export::calendar::moments::{day, utc};
use crate::export::calendar::publishing::{Detail, Publishing};
use crate::export::calendar::words;
use crate::model::history::Revision;
use crate::model::plan::dated::Dated;
use crate::model::plan::deadline::WhenKind;
use crate::model::plan::status::StatusWord;
use crate::site::calendars::Entry;
use crate::site::{PageKey, PlacePage};

/// Days in a row that stand in a calendar as they are, «20–21 апреля»; longer stretches stand at their last day.
const SHORT: i32 = 7;

/// Writes the event.
pub fn event(
    lines: &mut Lines,
    (entry, dated): (&Entry<'_>, &Dated<'_>),
    host: &str,
    publishing: &Publishing<'_>,
    detail: Detail,
) {
    let full = detail == Detail::Full;
    let revision = (publishing.revision)(entry.territory, &entry.reference());
    let (first, last) = span(dated);
    let link = publishing.address.map(|address| link(entry, address));
    lines.raw("BEGIN", "VEVENT");
    lines.text("UID", &uid(entry, dated, host));
    lines.raw("DTSTAMP", &stamp(entry, &revision, publishing.today));
    if let Some(modified) = revision.modified {
        lines.raw("LAST-MODIFIED", &utc(modified));
    }
    if full || revision.sequence > 0 {
        lines.raw("SEQUENCE", &revision.sequence.to_string());
    }
    lines.raw("DTSTART;VALUE=DATE", &day(first));
    // The end is the first day that does not belong to the event any more.
    if full || first < last {
        lines.raw("DTEND;VALUE=DATE", &day(last.tomorrow().unwrap_or(last)));
    }
    lines.raw("TRANSP", "TRANSPARENT");
    let cancelled = entry.event.status.word == StatusWord::Cancelled;
    if full || cancelled {
        lines.raw("STATUS", status(entry));
    }
    lines.text("SUMMARY", &words::summary(entry, dated, first, detail));
    if full {
        lines.text("DESCRIPTION", &words::description(entry, link.as_deref()));
    }
    if let Some(link) = &link {
        lines.raw("URL", link);
    }
    if full {
        lines.list(
            "CATEGORIES",
            &["Поддержка школ", &entry.territory.names.name],
        );
    }
    lines.raw("END", "VEVENT");
}

/// First and last day in the calendar.
fn span(dated: &Dated<'_>) -> (Date, Date) {
    let first = dated
        .when
        .first
        .filter(|_| dated.when.kind == WhenKind::DayRange)
        .filter(|first| *first <= dated.day)
        .filter(|first| {
            first
                .until(dated.day)
                .is_ok_and(|span| span.get_days() < SHORT && span.get_months() == 0)
        });
    (first.unwrap_or(dated.day), dated.day)
}

/// The permanent name: that of the event in the open data. Of several days of an event the later ones have their number
/// in addition, so that a day that is moved stays the same entry.
fn uid(entry: &Entry<'_>, dated: &Dated<'_>, host: &str) -> String {
    let id = format!("{}/{}", entry.territory.path, entry.reference());
    match dated.serial {
        1 => format!("{id}@{host}"),
        more => format!("{id}#{more}@{host}"),
    }
}

/// When this state of the event was made: its last change, else the approval of its plan, else the day of the data. Never
/// the clock, so that one content makes one file.
fn stamp(entry: &Entry<'_>, revision: &Revision, today: Date) -> String {
    let approved = entry
        .plan
        .approved_by
        .as_ref()
        .and_then(|act| entry.territory.document(&act.to))
        .and_then(|act| act.date.as_ref())
        .map(|date| date.value);
    match revision.modified {
        Some(modified) => utc(modified),
        None => format!("{}T000000Z", day(approved.unwrap_or(today))),
    }
}

fn status(entry: &Entry<'_>) -> &'static str {
    match entry.event.status.word {
        StatusWord::Cancelled => "CANCELLED",
        _ => "CONFIRMED",
    }
}

fn link(entry: &Entry<'_>, address: &str) -> String {
    let page = PageKey::place(
        &entry.territory.path,
        PlacePage::Plan(entry.plan.id.clone()),
    );
    format!("{address}{}#{}", page.address().as_str(), entry.event.id)
}
