//! What the server shows at one moment: a site, the problems over it, and a [`Mark`] of both for each page.
//! A stage is a value; replacing it is the signal to reload. It knows nothing of HTTP.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::find::{Found, find};
use super::problem::ShownProblem;
use super::site::{Files, fingerprint};

/// What one build gives to the edit loop.
#[derive(Default)]
pub struct Rebuild {
    /// The files of the site. `None` when content is broken: the last good site stays.
    pub site: Option<Arc<dyn Files>>,
    /// Problems to show over the page, worst first; empty when all is well.
    pub problems: Vec<ShownProblem>,
    /// What is looked at while the site is shown already: all problems, those above included. It is given up when the
    /// question that it is passed is answered with «yes»: then something newer is shown.
    pub afterwards: Option<Afterwards>,
}

/// Looks for problems that a page need not wait for; none when it was given up.
pub type Afterwards =
    Box<dyn FnOnce(&(dyn Fn() -> bool + Sync)) -> Option<Vec<ShownProblem>> + Send>;

/// What the server shows now. The default is the stage before the first build.
#[derive(Clone, Default)]
pub(super) struct Stage {
    /// The last good site; `None` until the first one.
    pub site: Option<Arc<dyn Files>>,
    /// The problems of the last build.
    pub problems: Vec<ShownProblem>,
    /// True when the last build gave no site, so that an older one is shown.
    pub stale: bool,
}

impl Stage {
    /// The stage after a build: the last good site stays when the build gave none.
    pub fn next(&self, site: Option<Arc<dyn Files>>, problems: Vec<ShownProblem>) -> Stage {
        Stage {
            stale: site.is_none(),
            site: site.or_else(|| self.site.clone()),
            problems,
        }
    }

    /// The same site with other problems.
    pub fn with_problems(&self, problems: Vec<ShownProblem>) -> Stage {
        Stage {
            problems,
            ..self.clone()
        }
    }

    /// What the page at this address compares to learn whether it is up to date. It may have to be made for that.
    pub fn mark(&self, address: &str) -> Mark {
        let problems = self.mark_of_problems();
        let Some(site) = &self.site else {
            return Mark {
                pages: problems,
                ..Mark::default()
            };
        };
        let page = match find(site.as_ref(), address) {
            Ok(Found::File(_, bytes)) => Ok(bytes),
            Ok(Found::Folder | Found::Nothing) => Ok(Arc::default()),
            Err(problem) => Err(problem),
        };
        Mark {
            pages: fingerprint(&(page, site.surroundings())),
            styles: site.styles(),
            problems,
        }
    }

    /// The part of every mark that stands for the problems.
    pub fn mark_of_problems(&self) -> u64 {
        fingerprint(&(self.stale, &self.problems))
    }
}

/// Fingerprints of what a page can show. They depend on content alone, so a page that finds the
/// same content after a restart of the server, or after an undone edit, stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// The page and everything it shows except style sheets. Without a site these are the problems shown in its place.
    pub pages: u64,
    /// The style sheets.
    pub styles: u64,
    /// The problems over the page.
    pub problems: u64,
}

/// What a page must do to be up to date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// Load itself again.
    Reload,
    /// Load its style sheets again.
    Styles,
    /// Ask for the problems and show them.
    Problems,
}

impl Mark {
    /// The first thing a page at `self` must do on the way to `now`, and where it is after that.
    pub fn step_to(self, now: Mark) -> Option<(News, Mark)> {
        if self.pages != now.pages {
            Some((News::Reload, now))
        } else if self.styles != now.styles {
            let reached = Mark {
                styles: now.styles,
                ..self
            };
            Some((News::Styles, reached))
        } else if self.problems != now.problems {
            Some((News::Problems, now))
        } else {
            None
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{:x}-{:x}-{:x}",
            self.pages, self.styles, self.problems
        )
    }
}

/// The text is not a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotAMark;

impl FromStr for Mark {
    type Err = NotAMark;

    fn from_str(text: &str) -> Result<Self, NotAMark> {
        let mut parts = text
            .split('-')
            .map(|part| u64::from_str_radix(part, 16).map_err(|_| NotAMark));
        let mut part = || parts.next().ok_or(NotAMark)?;
        let mark = Mark {
            pages: part()?,
            styles: part()?,
            problems: part()?,
        };
        match parts.next() {
            None => Ok(mark),
            Some(_) => Err(NotAMark),
        }
    }
}
