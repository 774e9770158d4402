//! What is told while a build goes on: to a progress bar, to a table of stages.

use std::time::Duration;

/// So many of so many pages are made.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// A stage of a build, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// What was made last time is compared with what is there.
    Comparing,
    /// Files are read, with their history.
    Reading,
    /// Texts become the model.
    Understanding,
    /// Pages get their addresses.
    Map,
    /// The rules are applied.
    Checking,
    /// Pictures for other sites are laid out, before pages name them.
    CardOrders,
    /// Open data, before pages tell how large they are.
    Data,
    /// Pages.
    Pages,
    /// Calendars.
    Calendars,
    /// Feeds.
    Feeds,
    /// The search index.
    Search,
    /// Files of the theme and of the content, the site map for search engines.
    Rest,
    /// Pictures for other sites are painted.
    Cards,
    /// Files are put in their places, what vanished is removed.
    Writing,
    /// What is to be remembered is written.
    Memo,
}

/// Is told of a build as it goes on.
pub trait Watch: Sync {
    /// A stage begins, and the one before is over.
    fn begins(&self, _stage: Stage) {}

    /// Pages are made: so many of so many.
    fn pages(&self, _done: usize, _of: usize) {}

    /// A page was made: of which kind, and how long one thread took for it.
    fn page(&self, _kind: &'static str, _took: Duration) {}
}

/// Nobody watches.
pub struct Unwatched;

impl Watch for Unwatched {}

/// A progress bar watches.
pub(super) struct Bar<'a>(pub Progress<'a>);

impl Watch for Bar<'_> {
    fn pages(&self, done: usize, of: usize) {
        (self.0)(done, of);
    }
}
