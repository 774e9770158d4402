//! Order and threads: the only place that knows in which order stages run, and the only one that uses more than one thread.
//! Results come back in the order of their input, so one thread and many give the same bytes.

pub mod admin;
mod cards;
mod data;
pub mod embedded;
mod glyphs;
pub mod history;
mod index;
mod language;
mod subscriptions;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::{self, silence};
use crate::content::{self, ReadFile};
use crate::desk::handbook::handbook;
use crate::diag::diagnostic::sorted;
use crate::diag::{Diagnostic, Span, codes};
use crate::export::data::Choice;
use crate::export::{self, DataFile};
use crate::files::sources::Sources;
use crate::model::history::History;
use crate::model::portal::Portal;
use crate::model::prose::Prose;
use crate::render::cards::Order;
use crate::render::{self, Context, Edition, Theme, ThemeError};
use crate::search::analysis::Analyzer;
use crate::search::index::File;
use crate::site::{Site, changes};

/// A file of the finished site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path in the output folder, parts joined by `/`.
    pub path: String,
    /// Bytes.
    pub bytes: Vec<u8>,
}

/// What a build made.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The files of the site; none when content has errors.
    pub artifacts: Option<Vec<Artifact>>,
    /// All problems, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
    /// Pictures for other sites that pages name, still to be painted by [`painted`].
    pub cards: Vec<Order>,
    /// What was counted on the way.
    pub counts: Counts,
    /// How many warnings the portal's settings keep silent.
    pub silenced: usize,
}

/// Figures about a build.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Regions and municipalities.
    pub territories: usize,
    /// Roadmaps.
    pub plans: usize,
    /// Events of all roadmaps.
    pub events: usize,
    /// Pages.
    pub pages: usize,
}

/// Told while a build goes on, for a progress bar: so many of so many pages.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Reads and checks content without making pages. Without a day the rules that need one are silent.
pub fn check(sources: &Sources, today: Option<Date>) -> Outcome {
    let mut read = read(sources, today);
    let silenced = read.silence(sources);
    Outcome {
        counts: counts(&read),
        diagnostics: read.diagnostics,
        silenced,
        ..Outcome::default()
    }
}

/// Reads and checks content together with the theme that its pages would have: language and typefaces too.
///
/// # Errors
/// When the theme is at fault in the language of the portal.
pub fn check_with(
    sources: &Sources,
    theme: &Theme,
    today: Option<Date>,
) -> Result<Outcome, ThemeError> {
    let mut read = read(sources, today);
    read.meet(sources, theme)?;
    let silenced = read.silence(sources);
    Ok(Outcome {
        counts: counts(&read),
        diagnostics: read.diagnostics,
        silenced,
        ..Outcome::default()
    })
}

/// Content as it was understood, for those who measure one stage alone.
pub struct Understood(Read);

/// Reads and checks content.
pub fn understood(sources: &Sources) -> Understood {
    Understood(read(sources, None))
}

impl Understood {
    /// How many measures all plans hold.
    pub fn events(&self) -> usize {
        self.0.portal.event_count()
    }

    /// The files of the search index.
    pub fn index(&self) -> Vec<File> {
        index::files(&self.0.portal, &self.0.site)
    }
}

/// The search index alone, and what is needed to ask it.
pub struct Searchable {
    /// Files of the index.
    pub files: Vec<File>,
    /// Words to terms, as the index has them.
    pub analyzer: Analyzer,
}

/// Makes the search index without making pages; from content with errors only what was understood.
pub fn searchable(sources: &Sources) -> (Searchable, Vec<Diagnostic>) {
    let read = read(sources, None);
    let searchable = Searchable {
        files: index::files(&read.portal, &read.site),
        analyzer: index::analyzer(&read.portal),
    };
    (searchable, read.diagnostics)
}

pub use cards::painted;

/// Builds the site without pictures for other sites.
///
/// # Errors
/// When a template of the theme is at fault.
pub fn build(
    sources: &Sources,
    theme: &Theme,
    edition: &Edition,
    progress: Progress<'_>,
) -> Result<Outcome, ThemeError> {
    build_with(sources, theme, edition, &Extras::default(), progress)
}

/// Builds the site with the names of pictures for other sites; what is in [`Outcome::cards`] must be painted.
///
/// # Errors
/// When a template of the theme is at fault.
pub fn build_with_cards(
    sources: &Sources,
    theme: &Theme,
    edition: &Edition,
    progress: Progress<'_>,
) -> Result<Outcome, ThemeError> {
    let extras = Extras {
        purpose: Purpose::WithCards,
        ..Extras::default()
    };
    build_with(sources, theme, edition, &extras, progress)
}

/// What a site is built with beside its content.
#[derive(Debug, Clone, Default)]
pub struct Extras {
    /// What the site is built for.
    pub purpose: Purpose,
    /// What changed in the content, told by [`history::told`].
    pub history: History,
}

/// What a site is built for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Purpose {
    /// To be published.
    #[default]
    Plain,
    /// To be looked at while it is edited: without pictures for other sites, without workbooks and the database, which
    /// would take longer than all pages together.
    Preview,
    /// To be published with what other sites show beside a link to it.
    WithCards,
}

/// Builds the site with its extras.
///
/// # Errors
/// When a template of the theme is at fault.
pub fn build_with(
    sources: &Sources,
    theme: &Theme,
    edition: &Edition,
    extras: &Extras,
    progress: Progress<'_>,
) -> Result<Outcome, ThemeError> {
    let mut read = read_with(sources, Some(edition.today), &extras.history);
    let translated = read.meet(sources, theme)?;
    let theme = translated.as_ref().unwrap_or(theme);
    let mut outcome = Outcome {
        silenced: read.silence(sources),
        counts: counts(&read),
        ..Outcome::default()
    };
    if !read.diagnostics.iter().any(Diagnostic::is_error) {
        let mut context = Context::new(&read.portal, &read.site, theme, edition);
        context.sources = Some(sources);
        if extras.purpose == Purpose::WithCards {
            context.cards = render::cards(&context)?;
        }
        outcome.cards = context.cards.orders().cloned().collect();
        // Pages tell how large the files are.
        let choice = match extras.purpose {
            Purpose::Preview => Choice::Quick,
            Purpose::Plain | Purpose::WithCards => Choice::All,
        };
        let published_at = (edition.today, context.address());
        let files = Mutex::new(Vec::new());
        let give = |file| {
            let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
            files.push(published(file));
        };
        context.downloads = data::files(&read.portal, &read.site, published_at, choice, &give);
        let html = |text: &Prose, path: &str| render::text_in_file(&context, text, path);
        let whole = (&read.portal, &read.site);
        subscriptions::files(whole, published_at, &html, &give);
        let mut artifacts = artifacts(sources, &read, &context, progress)?;
        artifacts.extend(files.into_inner().unwrap_or_else(PoisonError::into_inner));
        artifacts.sort_by(|a, b| a.path.cmp(&b.path));
        outcome.artifacts = Some(artifacts);
    }
    outcome.diagnostics = read.diagnostics;
    Ok(outcome)
}

/// Content as far as it was understood, with every problem found.
struct Read {
    portal: Portal,
    site: Site,
    diagnostics: Vec<Diagnostic>,
}

impl Read {
    /// Adds what only the theme can tell; the theme in the language of the portal, when it is another than Russian.
    fn meet(&mut self, sources: &Sources, theme: &Theme) -> Result<Option<Theme>, ThemeError> {
        let (translated, mut found) = language::chosen(&self.portal.settings, theme)?;
        found.extend(glyphs::missing(sources, &theme.glyphs()));
        if !found.is_empty() {
            found.append(&mut self.diagnostics);
            self.diagnostics = sorted(without_echoes(found));
        }
        Ok(translated)
    }

    /// Takes out the warnings that the portal's settings switch off, and says how many they were.
    fn silence(&mut self, sources: &Sources) -> usize {
        let found = std::mem::take(&mut self.diagnostics);
        let path = |span: Span| sources.file(span.source).path.as_str();
        let heard = silence::heard(&self.portal.settings.disabled_checks, found, &path);
        self.diagnostics = sorted(heard.kept);
        heard.silenced
    }
}

fn read(sources: &Sources, today: Option<Date>) -> Read {
    read_with(sources, today, &History::default())
}

fn read_with(sources: &Sources, today: Option<Date>, history: &History) -> Read {
    let files: Vec<_> = sources.iter().collect();
    let results: Vec<(ReadFile, Vec<Diagnostic>)> = files
        .into_par_iter()
        .map(|(id, file)| content::file(id, file))
        .collect();
    let (files, found): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    let mut diagnostics: Vec<Diagnostic> = found.into_iter().flatten().collect();

    let groups = content::by_territory(&files);
    let results: Vec<_> = groups
        .par_iter()
        .map(|(path, files)| content::territory(path, files))
        .collect();
    let (territories, found): (Vec<_>, Vec<_>) = results.into_iter().unzip();
    diagnostics.extend(found.into_iter().flatten());

    let (mut portal, found) = content::portal(&files, territories.into_iter().flatten().collect());
    diagnostics.extend(found);
    portal.handbook = handbook();
    portal.history = history.clone();
    let site = Site::new(&portal);
    diagnostics.extend(checked(&mut portal, &site, sources, today));
    Read {
        portal,
        site,
        diagnostics: sorted(without_echoes(diagnostics)),
    }
}

/// Warnings of a file that has errors are left for later: they may only follow from them.
fn without_echoes(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let broken: BTreeSet<_> = diagnostics
        .iter()
        .filter(|problem| problem.is_error())
        .map(|problem| problem.span.source)
        .collect();
    diagnostics
        .into_iter()
        .filter(|problem| problem.is_error() || !broken.contains(&problem.span.source))
        .collect()
}

/// What the rules find. A doubled identifier hides the one that was meant: references to it are judged once more with
/// its file counted as broken, so that one slip stays one message.
fn checked(
    portal: &mut Portal,
    site: &Site,
    sources: &Sources,
    today: Option<Date>,
) -> Vec<Diagnostic> {
    let found = check::all(portal, site, today);
    let doubled: Vec<&Diagnostic> = found
        .iter()
        .filter(|problem| problem.code == codes::DUPLICATE_ID)
        .collect();
    if doubled.is_empty() {
        return found;
    }
    let files = doubled
        .iter()
        .map(|problem| sources.file(problem.span.source).path.clone());
    portal.broken.extend(files);
    check::all(portal, site, today)
}

fn counts(read: &Read) -> Counts {
    Counts {
        territories: read.portal.territories.len(),
        plans: read
            .portal
            .territories
            .iter()
            .map(|territory| territory.plans.len())
            .sum(),
        events: read.portal.event_count(),
        pages: read.site.pages().len(),
    }
}

fn artifacts(
    sources: &Sources,
    read: &Read,
    context: &Context<'_>,
    progress: Progress<'_>,
) -> Result<Vec<Artifact>, ThemeError> {
    let edition = context.edition;
    let total = read.site.pages().len();
    let done = std::sync::atomic::AtomicUsize::new(0);
    let pages: Result<Vec<Artifact>, ThemeError> = read
        .site
        .pages()
        .par_iter()
        .map(|key| {
            let page = render::page(context, key)?;
            progress(
                done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1,
                total,
            );
            Ok(Artifact {
                path: page.path,
                bytes: page.html.into_bytes(),
            })
        })
        .collect();
    let mut artifacts = pages?;
    let address = edition
        .base_url
        .as_deref()
        .or(read.portal.settings.address.as_deref());
    let listed = export::for_search_engines(&read.site, address, &|page| {
        changes::last_day(&read.portal.history, page)
    });
    artifacts.extend(listed.into_iter().map(published));
    artifacts.push(Artifact {
        path: render::manifest::PATH.to_owned(),
        bytes: render::manifest::manifest(context).into_bytes(),
    });
    let found = index::files(&read.portal, &read.site);
    artifacts.extend(found.into_iter().map(|file| Artifact {
        path: file.path,
        bytes: file.bytes,
    }));
    artifacts.extend(context.theme.files().iter().map(|(path, bytes)| Artifact {
        path: path.clone(),
        bytes: bytes.clone(),
    }));
    artifacts.extend(read.portal.attachments.iter().map(|attachment| Artifact {
        path: attachment.path.clone(),
        bytes: sources.file(attachment.source).bytes.clone(),
    }));
    Ok(artifacts)
}

fn published(file: DataFile) -> Artifact {
    Artifact {
        path: file.path,
        bytes: file.bytes,
    }
}
