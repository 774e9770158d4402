//! What calendars depend on beside the portal.

use jiff::civil::Date;

use crate::model::history::Revision;
use crate::model::id::EventRef;
use crate::model::place::territory::Territory;

/// Tells how often an event of a territory was changed.
pub type Revisions<'a> = &'a (dyn Fn(&Territory, &EventRef) -> Revision + Sync);

/// How much an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The words of the document, what became of the measure, where to read more.
    Full,
    /// What, when, and where to read more.
    Short,
}

/// What calendars depend on beside the portal.
#[derive(Clone, Copy)]
pub struct Publishing<'a> {
    /// The day of the data: stamps events of which no other day is known.
    pub today: Date,
    /// Where the portal is published, with a slash at the end; without it calendars hold no links.
    pub address: Option<&'a str>,
    /// What the history knows of an event.
    pub revision: Revisions<'a>,
}

/// No history: every event is as it was first published.
pub fn unrevised(_: &Territory, _: &EventRef) -> Revision {
    Revision::default()
}
