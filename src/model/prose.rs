//! Text written by editors in Markdown, with what other stages need to know of it: its headings and links.

use crate::diag::span::Span;

/// A piece of Markdown. It stays source text here; `render` turns it into HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The Markdown source.
    pub markdown: String,
    /// Headings in order, each with the anchor it gets on its page.
    pub headings: Vec<Heading>,
    /// Links and images in order.
    pub links: Vec<Link>,
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
