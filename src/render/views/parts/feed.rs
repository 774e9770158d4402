//! A feed in its two forms.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::site::feeds::{ChangeFeed, NewsFeed};

/// Links to the files of a feed, relative to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeedLinks {
    /// Atom.
    pub atom: String,
    /// JSON Feed, where there is one.
    pub json: Option<String>,
}

impl FeedLinks {
    /// For a page whose links `linker` writes; none when the portal does not publish such a feed.
    pub fn new(context: &Context<'_>, linker: &Linker, feed: &NewsFeed) -> Option<FeedLinks> {
        FeedLinks::of(context, linker, [feed.atom(), feed.json()])
    }

    /// The same for a feed of changes.
    pub fn of_changes(
        context: &Context<'_>,
        linker: &Linker,
        feed: &ChangeFeed,
    ) -> Option<FeedLinks> {
        FeedLinks::of(context, linker, [feed.atom(), feed.json()])
    }

    fn of(context: &Context<'_>, linker: &Linker, [atom, json]: [String; 2]) -> Option<FeedLinks> {
        let there = |path: &str| context.site.has_file(path).then(|| linker.path(path));
        Some(FeedLinks {
            atom: there(&atom)?,
            json: there(&json),
        })
    }
}
