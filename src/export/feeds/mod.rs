//! Feeds for programs that read news: one value, written as Atom (RFC 4287) and as JSON Feed 1.1.
//!
//! Atom is written with `quick-xml`, which the portal has anyway: the crate `atom_syndication` brings a second version of
//! it and `chrono`.

mod atom;
pub mod changes;
mod feed;
mod json;
pub mod news;
mod plain;

pub use atom::atom;
pub use feed::{Entry, Feed, LONGEST, moment, tag};
pub use json::json;
pub use plain::plain;
