//! News of a territory.

use jiff::civil::Date;

use crate::diag::span::Span;
use crate::model::id::{EventRef, Reference, Slug};
use crate::model::prose::Prose;

/// A news item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewsItem {
    /// Identifier: the file name, which begins with the date.
    pub id: Slug,
    /// Place of the title.
    pub span: Span,
    /// Day.
    pub date: Date,
    /// Heading.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Acts it is about.
    pub documents: Vec<Reference<Slug>>,
    /// Events it is about.
    pub events: Vec<Reference<EventRef>>,
    /// Schools it is about.
    pub schools: Vec<Reference<Slug>>,
    /// Text.
    pub text: Prose,
}
