//! The workshop of the edit loop: what was understood of the content stays in memory, a changed file is read again with
//! the other files of its territory, and pages are made when somebody looks at them.
//!
//! What is shown is, file by file and byte by byte, what a build from scratch with [`Purpose::Preview`] gives.
//!
//! [`Purpose::Preview`]: crate::build::Purpose::Preview

mod judge;
mod map;
mod shelf;
mod snapshot;
mod unit;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::build::admin::Desk;
use crate::build::language;
use crate::content::{self, Known};
use crate::desk::handbook::handbook;
use crate::diag::Diagnostic;
use crate::diag::diagnostic::sorted;
use crate::files::refresh::Changes;
use crate::files::sources::{SourceFile, SourceId, Sources};
use crate::model::history::History;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::shared::Shared;
use crate::render::{Edition, Theme, ThemeError};
use crate::site::Site;

use snapshot::Snapshot;
use unit::{Frame, Owner, Unit};

pub use shelf::Shelf;
pub use snapshot::Fault;

/// What is known of the content, kept from one edit to the next.
pub struct Workshop {
    sources: Sources,
    history: History,
    theme: Arc<Theme>,
    editor: Option<Arc<Desk>>,
    units: BTreeMap<Owner, Unit>,
    /// The last portal without errors, with what was made from it.
    good: Option<Good>,
    /// What was read again since then, and what the portal knew of its files then.
    touched: BTreeMap<Owner, Option<Frame>>,
    theme_is_new: bool,
    pool: Arc<ThreadPool>,
}

struct Good {
    portal: Portal,
    site: Arc<Site>,
    /// In the language of the portal.
    theme: Arc<Theme>,
}

/// Why nothing can be shown anew.
#[derive(Debug)]
pub enum Refusal {
    /// Content has errors.
    Content(Vec<Diagnostic>),
    /// The theme is at fault in the language of the portal.
    Theme(ThemeError),
    /// The editor in the browser cannot be had.
    Editor(String),
}

/// A site to be shown, and how to look for what is wrong between its territories while it is shown already.
pub struct Shown {
    /// The site.
    pub shelf: Shelf,
    /// Looks through everything.
    pub inspection: Inspection,
}

pub use judge::Inspection;

impl Workshop {
    /// Reads everything.
    pub fn new(
        sources: Sources,
        history: History,
        theme: Theme,
        editor: Option<Arc<Desk>>,
    ) -> Workshop {
        let mut workshop = Workshop {
            sources: Sources::new(sources.label.clone(), Vec::new()),
            history,
            theme: Arc::new(theme),
            editor,
            units: BTreeMap::new(),
            good: None,
            touched: BTreeMap::new(),
            theme_is_new: true,
            pool: pool(),
        };
        workshop.read(sources);
        workshop
    }

    /// The files as they were read last.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Takes another theme.
    pub fn set_theme(&mut self, theme: Theme) {
        self.theme = Arc::new(theme);
        self.theme_is_new = true;
    }

    /// Takes changed files; those of other territories are not read again.
    pub fn change(&mut self, changes: &Changes) {
        if changes.is_empty() {
            return;
        }
        self.sources = self.sources.renewed(changes);
        let mut touched: BTreeMap<Owner, BTreeSet<&str>> = BTreeMap::new();
        for path in changes.keys() {
            touched.entry(unit::owner(path)).or_default().insert(path);
        }
        for (owner, mut paths) in touched {
            let known = self.units.get(&owner).into_iter();
            paths.extend(
                known
                    .flat_map(|unit| &unit.files)
                    .map(|file| file.path.as_str()),
            );
            let ids = paths.iter().filter_map(|path| self.sources.find(path));
            let files = ids.map(|id| (id, self.sources.file(id)));
            let unit = Unit::read(&owner, files, &Known::default());
            self.replace(owner, unit);
        }
    }

    fn read(&mut self, sources: Sources) {
        self.sources = sources;
        let mut owned: BTreeMap<Owner, Vec<(SourceId, &SourceFile)>> = BTreeMap::new();
        for (id, file) in self.sources.iter() {
            owned
                .entry(unit::owner(&file.path))
                .or_default()
                .push((id, file));
        }
        let owned: Vec<_> = owned.into_iter().collect();
        let known = Known::default();
        let units: Vec<(Owner, Unit)> = owned
            .into_par_iter()
            .map(|(owner, files)| {
                let unit = Unit::read(&owner, files.into_iter(), &known);
                (owner, unit)
            })
            .collect();
        for (owner, unit) in units {
            self.replace(owner, unit);
        }
    }

    fn replace(&mut self, owner: Owner, unit: Unit) {
        let before = match unit.files.is_empty() {
            true => self.units.remove(&owner),
            false => self.units.insert(owner.clone(), unit),
        };
        let frame = before.map(|unit| unit.frame());
        self.touched.entry(owner).or_insert(frame);
    }

    /// The site as it is now.
    ///
    /// # Errors
    /// When content has errors, of files or of what was read again since the last site; or the theme has.
    pub fn show(&mut self, edition: &Edition) -> Result<Shown, Refusal> {
        let errors = self.units.values().flat_map(|unit| &unit.errors);
        refused(errors.cloned().collect())?;
        let mut portal = self.portal()?;
        let site = self.site(&portal);
        let theme = self.spoken(&portal)?;
        let touched: Vec<_> = self.touched.keys().flatten().collect();
        refused(judge::of_places(
            &mut portal,
            &site,
            &self.sources,
            &touched,
        ))?;
        if let Some(editor) = self.editor.as_ref().filter(|_| self.good.is_none()) {
            // Whether there are such territories is asked once.
            let files = editor.files(&portal);
            files.map_err(|why| Refusal::Editor(why.to_string()))?;
        }
        self.touched.clear();
        self.theme_is_new = false;
        self.good = Some(Good {
            portal: portal.clone(),
            site: Arc::clone(&site),
            theme: Arc::clone(&theme),
        });
        let snapshot = Arc::new(Snapshot {
            portal,
            site,
            theme,
            edition: edition.clone(),
            sources: self.sources.clone(),
            editor: self.editor.clone(),
            pool: Arc::clone(&self.pool),
        });
        Ok(Shown {
            inspection: Inspection::new(Arc::clone(&snapshot)),
            shelf: Shelf::new(snapshot),
        })
    }

    /// The portal. Where only words of files that were there have changed, only what they are about is put in place of the
    /// old; a file that came or went may concern others.
    fn portal(&self) -> Result<Portal, Refusal> {
        match self.good.as_ref().filter(|_| self.has_same_files()) {
            Some(good) => self.patched(good),
            None => self.put_together(),
        }
    }

    fn has_same_files(&self) -> bool {
        let mut touched = self.touched.iter();
        touched.all(|(owner, frame)| self.units.get(owner).map(Unit::frame) == *frame)
    }

    fn patched(&self, good: &Good) -> Result<Portal, Refusal> {
        let mut portal = good.portal.clone();
        for owner in self.touched.keys() {
            let unit = self.units.get(owner);
            match (owner, unit.and_then(|unit| unit.territory.clone())) {
                (Some(path), Some(territory)) => {
                    let at = portal
                        .territories
                        .binary_search_by(|one| one.path.cmp(path));
                    if let Ok(at) = at {
                        portal.territories[at] = territory;
                    }
                }
                (None, _) => {
                    let files = unit.map(|unit| unit.files.as_slice()).unwrap_or_default();
                    let (shared, found) = content::portal(files, Vec::<Shared<Territory>>::new());
                    refused(found)?;
                    portal = Portal {
                        territories: portal.territories,
                        attachments: portal.attachments,
                        handbook: portal.handbook,
                        history: portal.history,
                        broken: portal.broken,
                        ..shared
                    };
                }
                (Some(_), None) => {}
            }
        }
        Ok(portal)
    }

    fn put_together(&self) -> Result<Portal, Refusal> {
        let mut files: Vec<_> = self.units.values().flat_map(|unit| &unit.files).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let territories = self
            .units
            .values()
            .filter_map(|unit| unit.territory.clone());
        let files = files.into_iter();
        let (mut portal, found) = content::portal(files, territories.collect());
        refused(found)?;
        match &self.good {
            Some(good) => {
                portal.handbook = good.portal.handbook.clone();
                portal.history = good.portal.history.clone();
            }
            None => {
                portal.handbook = handbook().into();
                portal.history = self.history.clone().into();
            }
        }
        Ok(portal)
    }

    fn site(&self, portal: &Portal) -> Arc<Site> {
        let same = self.good.as_ref().filter(|good| {
            self.has_same_files() && map::is_same(&good.portal, portal, self.touched.keys())
        });
        match same {
            Some(good) => Arc::clone(&good.site),
            None => Arc::new(Site::new(portal)),
        }
    }

    /// The theme in the language of the portal.
    fn spoken(&self, portal: &Portal) -> Result<Arc<Theme>, Refusal> {
        let language = |portal: &Portal| {
            let chosen = portal.settings.language.as_ref();
            chosen.map(|language| language.value.clone())
        };
        let known = self
            .good
            .as_ref()
            .filter(|good| !self.theme_is_new && language(&good.portal) == language(portal));
        if let Some(good) = known {
            return Ok(Arc::clone(&good.theme));
        }
        let chosen = language::chosen(&portal.settings, &self.theme);
        let (translated, found) = chosen.map_err(Refusal::Theme)?;
        refused(found)?;
        Ok(translated.map_or_else(|| Arc::clone(&self.theme), Arc::new))
    }
}

/// Refuses what has errors.
fn refused(found: Vec<Diagnostic>) -> Result<(), Refusal> {
    let errors: Vec<_> = found.into_iter().filter(Diagnostic::is_error).collect();
    match errors.is_empty() {
        true => Ok(()),
        false => Err(Refusal::Content(sorted(errors))),
    }
}

/// The threads that make large files, one fewer than there are.
fn pool() -> Arc<ThreadPool> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads.saturating_sub(1).max(1))
        .build();
    Arc::new(pool.expect("the system gives a program at least one thread"))
}
