//! What answers at an address that nothing of the portal stands at.

use crate::diag::span::Span;
use crate::model::lasting::Kind;

/// What answers at an old address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// What stood there stands elsewhere.
    Moved {
        /// The address from the root, maybe with a place on the page.
        to: String,
    },
    /// What stood there stands nowhere.
    Gone(Box<Gone>),
}

/// What is told of a thing that is no more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gone {
    /// What kind of thing it was; none for lists and files that the portal makes itself.
    pub kind: Option<Kind>,
    /// Its title; empty when nothing is to be told.
    pub title: String,
    /// Name of the territory.
    pub place: Option<String>,
    /// The day it was written down, `2026-01-15`.
    pub since: Option<String>,
    /// The day it was taken down; none while that is not written down.
    pub until: Option<String>,
    /// Why; none for what came to an end by itself.
    pub reason: Option<String>,
    /// Address of the page to look at now.
    pub see: String,
}

/// A place on a page that is there no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Its anchor.
    pub anchor: String,
    /// What stood there.
    pub answer: Answer,
}

/// Something that was published and is nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// What it was.
    pub kind: Kind,
    /// Its address.
    pub address: String,
    /// Its title; empty when it is not known.
    pub title: String,
    /// Where it belonged; none for what all territories share.
    pub place: Option<String>,
    /// Since when it was published.
    pub since: String,
    /// Its line in the lock.
    pub at: Span,
    /// Address at which it may stand now.
    pub maybe: Option<String>,
}

/// An address that something else stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What kind of thing.
    pub kind: Kind,
    /// The address.
    pub address: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub now: String,
    /// Where what stood there stands now; none when it was taken down.
    pub elsewhere: Option<String>,
    /// Where what stands there now is written.
    pub at: Span,
    /// Where the same is told in the lock.
    pub lock: Span,
}

/// A word of an editor that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// The word.
    pub at: Span,
    /// The address it names.
    pub address: String,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a word of an editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The address was never published.
    Unknown,
    /// The thing stands where it stood.
    Stands,
    /// Nothing stands at the new address, or at the one to look at.
    Nowhere,
}
