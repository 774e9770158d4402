//! What the server shows at one moment: a site, the problems over it, and a [`Mark`] of both.
//! A stage is a value; replacing it is the signal to reload. It knows nothing of HTTP.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

/// All files of a site by output path: `index.html`, `38-irkutskaya/index.html`.
/// The bytes are shared, so that a build which remembers its pages need not copy them.
pub type Site = BTreeMap<String, Arc<[u8]>>;

/// What one build gives to the edit loop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rebuild {
    /// The files of the site. `None` when content is broken: the last good site stays.
    pub site: Option<Site>,
    /// Problems to show over the page, worst first; empty when all is well.
    pub problems: Vec<ShownProblem>,
}

impl Rebuild {
    /// How many HTML pages were built.
    pub fn pages(&self) -> Option<usize> {
        let site = self.site.as_ref()?;
        Some(site.keys().filter(|path| path.ends_with(".html")).count())
    }
}

/// One problem as the page shows it. All of it is plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ShownProblem {
    /// An error when true, a warning when false.
    pub severe: bool,
    /// Where it is, e.g. `content/38/plan.md:12:5`.
    pub place: String,
    /// What is wrong, in one sentence.
    pub title: String,
    /// The excerpt with its marks, several monospaced lines.
    pub drawing: String,
    /// What can be done about it.
    pub help: Vec<String>,
    /// What kind of problem, and where the served site explains it.
    pub code: Option<ShownCode>,
}

/// A code, «П102», that a page of the site explains.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ShownCode {
    /// As it is printed.
    pub id: String,
    /// The address from the root of the site: `redaktor/oshibki/#p102`.
    pub address: String,
}

/// What the server shows now. The default is the stage before the first build.
#[derive(Debug, Default)]
pub(super) struct Stage {
    /// The last good site; `None` until the first one.
    pub site: Option<Arc<Site>>,
    /// The problems of the last build.
    pub problems: Vec<ShownProblem>,
    /// True when the last build gave no site, so that an older one is shown.
    pub stale: bool,
    /// What a page compares to learn whether it is up to date.
    pub mark: Mark,
}

impl Stage {
    /// The stage after a build: the last good site stays when the build gave none.
    pub fn next(&self, rebuild: Rebuild) -> Stage {
        let stale = rebuild.site.is_none();
        let site = rebuild.site.map(Arc::new).or_else(|| self.site.clone());
        let problems = fingerprint(&(stale, &rebuild.problems));
        let mark = match &site {
            None => Mark {
                pages: problems,
                ..Mark::default()
            },
            Some(_) if stale => Mark {
                problems,
                ..self.mark
            },
            Some(site) => {
                let (styles, pages): (Vec<_>, Vec<_>) =
                    site.iter().partition(|(path, _)| path.ends_with(".css"));
                Mark {
                    pages: fingerprint(&pages),
                    styles: fingerprint(&styles),
                    problems,
                }
            }
        };
        Stage {
            site,
            problems: rebuild.problems,
            stale,
            mark,
        }
    }
}

fn fingerprint(value: &impl Hash) -> u64 {
    let mut hasher = Xxh3::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Fingerprints of what a page can show. They depend on content alone, so a page that finds the
/// same content after a restart of the server, or after an undone edit, stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// Everything except style sheets. Without a site these are the problems shown in its place.
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
