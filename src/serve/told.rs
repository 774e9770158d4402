//! What the edit loop tells its caller. Words and colours are the caller's business.

use std::path::PathBuf;
use std::time::Duration;

/// One event of the edit loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The first build is shown at this address.
    Listening {
        /// The base URL, with a slash at the end.
        url: String,
    },
    /// Files changed, a build begins.
    Changed {
        /// The changed paths in order, absolute.
        paths: Vec<PathBuf>,
    },
    /// A build ended and is shown.
    Rebuilt {
        /// How long the build took.
        took: Duration,
        /// How many HTML pages there are; `None` when the last good site stayed.
        pages: Option<usize>,
        /// How many problems are shown over the page.
        problems: usize,
    },
    /// More or fewer problems were found after the site was shown.
    Checked {
        /// How many problems are shown over the page now.
        problems: usize,
    },
    /// A watched folder cannot be watched now, most often because it was deleted.
    /// The loop goes on and looks for it twice a second.
    WatchLost {
        /// The folder.
        folder: PathBuf,
        /// Why, for a person.
        reason: String,
    },
    /// A lost folder is watched again.
    WatchBack {
        /// The folder.
        folder: PathBuf,
    },
    /// The browser could not be opened; the portal is shown all the same.
    BrowserFailed {
        /// The address to open by hand.
        url: String,
        /// Why, in the words of the system.
        reason: String,
    },
    /// Ctrl-C was pressed and the server is closed.
    Stopped,
}
