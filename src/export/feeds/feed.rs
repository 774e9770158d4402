//! A feed as a value.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The most entries of a feed: a reader fetches all of them each time.
pub const LONGEST: usize = 50;

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Permanent name, see [`tag`].
    pub id: String,
    /// Heading.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// Who publishes it.
    pub author: String,
    /// When the newest entry was changed; never the time of the build.
    pub updated: Timestamp,
    /// The page with the same entries: absolute, or relative to the feed when the portal's address is not known.
    pub page: String,
    /// Address of the Atom file, as far as it is known like `page`.
    pub atom: String,
    /// Address of the JSON file; empty when there is none.
    pub json: String,
    /// Entries, newest first; only the first [`LONGEST`] are written.
    pub entries: Vec<Entry>,
}

/// An entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Permanent name, see [`tag`].
    pub id: String,
    /// Heading.
    pub title: String,
    /// When it was published or changed last.
    pub updated: Timestamp,
    /// Its page, like [`Feed::page`].
    pub link: String,
    /// One sentence; empty when there is none.
    pub summary: String,
    /// The text as HTML that is safe to show; empty in short feeds, whose readers follow the link.
    pub html: String,
    /// The same as plain text.
    pub text: String,
}

/// A permanent name (RFC 4151). It does not depend on where the portal is published: a portal that moves must not show
/// all its news as new ones.
pub fn tag(path: &str) -> String {
    format!("tag:shnor-portal,2026:{path}")
}

/// The moment of something of which only the day is known: its beginning by UTC, which is the same day in all of Russia.
pub fn moment(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC)
        .map(|zoned| zoned.timestamp())
        .unwrap_or_default()
}

/// True for an address that programs can open from anywhere.
pub fn is_absolute(address: &str) -> bool {
    address.contains("://")
}
