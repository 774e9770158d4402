//! Text written by editors in Markdown, with what other stages need to know of it: its headings and links.

use crate::diag::span::{SourceId, Span};

/// A piece of Markdown. It stays source text here; `render` turns it into HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The Markdown source.
    pub markdown: String,
    /// Where the source stands; none for a text that was not read from a file.
    pub origin: Option<Origin>,
    /// Headings in order, each with the anchor it gets on its page.
    pub headings: Vec<Heading>,
    /// Links and images in order.
    pub links: Vec<Link>,
}

/// Where a Markdown text stands, for the places of what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The body of a file: byte offsets of the text count from `offset` of the file.
    Body {
        /// The file.
        source: SourceId,
        /// Where the text begins.
        offset: usize,
    },
    /// A value of a TOML file: everything in it has the value's place.
    Value(Span),
}

impl Origin {
    /// The place of a byte range of the text.
    pub fn span(self, range: std::ops::Range<usize>) -> Span {
        match self {
            Origin::Body { source, offset } => {
                Span::new(source, range.start + offset..range.end + offset)
            }
            Origin::Value(span) => span,
        }
    }
}

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Words of the heading without markup.
    pub text: String,
    /// Its anchor, unique on the page.
    pub anchor: String,
}

/// A link or image of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address as written.
    pub target: String,
    /// Where the link stands in the file.
    pub span: Span,
    /// True for images.
    pub image: bool,
    /// Link words or the picture's description.
    pub text: String,
}

impl Prose {
    /// True when there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.markdown.trim().is_empty()
    }
}
