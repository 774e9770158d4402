//! A feed of news in its two forms.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::site::feeds::NewsFeed;

/// Links to the files of a feed, relative to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeedLinks {
    /// Atom.
    pub atom: String,
    /// JSON Feed.
    pub json: String,
}

impl FeedLinks {
    /// For a page whose links `linker` writes; none when the portal does not publish such a feed.
    pub fn new(context: &Context<'_>, linker: &Linker, feed: &NewsFeed) -> Option<FeedLinks> {
        context.site.has_file(&feed.atom()).then(|| FeedLinks {
            atom: linker.path(&feed.atom()),
            json: linker.path(&feed.json()),
        })
    }
}
