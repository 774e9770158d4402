//! Order and threads: the only place that knows in which order stages run, and the only one that uses more than one thread.
//! Results come back in the order of their input, so one thread and many give the same bytes.

pub mod admin;
mod cards;
mod data;
pub mod embedded;
pub mod federation;
mod glyphs;
pub mod history;
mod index;
pub mod join;
mod language;
pub mod limits;
pub mod live;
pub mod part;
mod publish;
mod reading;
mod subscriptions;
pub mod verify;
mod watch;

use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::build::glyphs::Letters;
use crate::check::{self, silence};
use crate::content;
use crate::desk::handbook::handbook;
use crate::diag::diagnostic::sorted;
use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::{SHARED, Sources};
use crate::model::history::History;
use crate::model::id::TerritoryPath;
use crate::model::portal::{Portal, Reach};
use crate::model::scope::Scope;
use crate::render::cards::Order;
use crate::render::{Edition, Theme, ThemeError};
use crate::search::analysis::Analyzer;
use crate::search::index::{File, Parts};
use crate::site::Site;

/// What a build made.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// True when the site was made; false when content has errors or could not be read, see
    /// [`Sources::unread`].
    pub made: bool,
    /// The files of a site in memory; none when content has errors or the files went elsewhere.
    pub artifacts: Option<Vec<Artifact>>,
    /// All problems, in the order of files and places.
    pub diagnostics: Vec<Diagnostic>,
    /// Pictures for other sites that pages name, still to be painted by [`paint`].
    pub cards: Vec<Order>,
    /// What was counted on the way.
    pub counts: Counts,
    /// How many warnings the portal's settings keep silent.
    pub silenced: usize,
    /// The new text of the lock of addresses; none when it stays as it is, or nobody asked.
    pub lock: Option<String>,
    /// Moves that were found without an editor's word: the old address and the new one.
    pub moves: Vec<(String, String)>,
    /// What is told to whoever joins sites; the list of files is added by [`federation::finished`] when all are made.
    pub manifest: Option<federation::Manifest>,
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
    /// Pages whose template was rendered: all but those that stand as they are.
    pub rendered: usize,
}

/// The lock of addresses in the folder of the content.
pub const LOCK: &str = crate::model::lasting::lock::NAME;

pub use crate::files::sink::{Artifact, Collected, Key, Sink};
pub use crate::render::Origin;
pub use watch::{Progress, Stage, Unwatched, Watch};

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
    read.meet(theme)?;
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
        let portal = &self.0.portal;
        index::files(portal, &self.0.site)
    }

    /// Makes the search index and hands over its files as they come, those of several pieces side by side.
    pub fn each_of_index(&self, take: &(dyn Fn(Vec<File>) + Sync)) {
        let portal = &self.0.portal;
        index::each(portal, &self.0.site, Parts::of(portal), take);
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
    searchable_in(sources, None)
}

/// The same with an index of one part or of several, whatever the size of the portal.
pub fn searchable_in(sources: &Sources, parts: Option<Parts>) -> (Searchable, Vec<Diagnostic>) {
    let read = read(sources, None);
    let parts = parts.unwrap_or_else(|| Parts::of(&read.portal));
    let searchable = Searchable {
        files: index::files_in(&read.portal, &read.site, parts),
        analyzer: index::analyzer(&read.portal),
    };
    (searchable, read.diagnostics)
}

pub use cards::{Earlier, paint};

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
    /// Which part of the country the site stands for, when it is another than the settings say.
    pub scope: Option<Scope>,
    /// Parts that are left out.
    pub without: BTreeSet<Part>,
    /// True when the lock of addresses is to be renewed.
    pub renews_lock: bool,
    /// What the receipt says of the origin of the site.
    pub origin: Origin,
}

/// A part of a site that can be left out, for measuring or in haste: pages still link to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The search index.
    Search,
    /// Open data with their descriptions.
    Data,
    /// Feeds of news and changes.
    Feeds,
    /// Calendars.
    Calendars,
}

/// Where the files of a site go, and who is told of it.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// Takes the files.
    pub sink: &'a dyn Sink,
    /// Is told what is going on.
    pub watch: &'a dyn Watch,
    /// Tells this program from others: what a sink remembers holds for one program only.
    pub program: Key,
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

/// Builds the site with its extras, in memory.
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
    let sink = Collected::default();
    let run = Run {
        sink: &sink,
        watch: &watch::Bar(progress),
        program: 0,
    };
    let mut outcome = build_to(sources, theme, edition, extras, run)?;
    outcome.artifacts = outcome.made.then(|| sink.into_files());
    Ok(outcome)
}

/// Builds the site into a sink: every file goes there as soon as it is made. From content with errors nothing does.
///
/// # Errors
/// When a template of the theme is at fault.
pub fn build_to(
    sources: &Sources,
    theme: &Theme,
    edition: &Edition,
    extras: &Extras,
    run: Run<'_>,
) -> Result<Outcome, ThemeError> {
    let mut read = read_with(sources, Some(edition.today), extras, run.watch);
    let translated = read.meet(theme)?;
    let theme = translated.as_ref().unwrap_or(theme);
    let mut outcome = Outcome {
        silenced: read.silence(sources),
        counts: counts(&read),
        ..Outcome::default()
    };
    outcome.made = sources.unread().is_none() && !read.diagnostics.iter().any(Diagnostic::is_error);
    if outcome.made {
        let work = publish::Work {
            sources,
            portal: &read.portal,
            site: &read.site,
            theme,
            edition,
            extras,
            run,
        };
        let published = work.publish()?;
        outcome.counts.rendered = published.rendered;
        outcome.cards = published.cards;
        outcome.manifest = Some(published.manifest);
        outcome.moves = read.site.lasting().found.clone();
        if extras.renews_lock {
            outcome.lock = read.site.renewed_lock(&read.portal, edition.today);
        }
    }
    outcome.diagnostics = read.diagnostics;
    Ok(outcome)
}

/// Content as far as it was understood, with every problem found.
struct Read {
    portal: Portal,
    site: Site,
    diagnostics: Vec<Diagnostic>,
    letters: Letters,
}

impl Read {
    /// Adds what only the theme can tell; the theme in the language of the portal, when it is another than Russian.
    fn meet(&mut self, theme: &Theme) -> Result<Option<Theme>, ThemeError> {
        let (translated, mut found) = language::chosen(&self.portal.settings, theme)?;
        found.extend(glyphs::missing(&self.letters, &theme.glyphs()));
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
        let heard = silence::heard(
            &self.portal.settings.disabled_checks,
            found,
            sources.only.is_empty(),
            &path,
        );
        self.diagnostics = sorted(heard.kept);
        heard.silenced
    }
}

fn read(sources: &Sources, today: Option<Date>) -> Read {
    read_with(sources, today, &Extras::default(), &Unwatched)
}

fn read_with(sources: &Sources, today: Option<Date>, extras: &Extras, watch: &dyn Watch) -> Read {
    watch.begins(Stage::Understanding);
    let reading = reading::read(sources);
    let (mut portal, found) = content::portal(&reading.files, reading.territories);
    drop(reading.files);
    let mut diagnostics = reading.diagnostics;
    diagnostics.extend(found);
    portal.handbook = handbook().into();
    portal.history = extras.history.clone().into();
    portal.settings.scope = extras.scope.or(portal.settings.scope);
    portal.reach = reach(sources);
    watch.begins(Stage::Map);
    let site = Site::new(&portal);
    watch.begins(Stage::Checking);
    diagnostics.extend(checked(&mut portal, &site, sources, today));
    Read {
        portal,
        site,
        diagnostics: sorted(without_echoes(diagnostics)),
        letters: reading.letters,
    }
}

/// How much of the country a snapshot holds.
fn reach(sources: &Sources) -> Reach {
    let parts = sources.only.iter();
    match sources.only.as_slice() {
        [] => Reach::Whole,
        [shared] if shared == SHARED => Reach::Joined,
        _ => Reach::Part(
            parts
                .filter_map(|part| TerritoryPath::parse(part))
                .collect(),
        ),
    }
}

/// Warnings of a file that has errors are left for later: they may only follow from them.
fn without_echoes(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let broken: BTreeSet<_> = diagnostics
        .iter()
        .filter(|problem| problem.is_fault())
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
    let found = judged(portal, site, today);
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
    judged(portal, site, today)
}

/// What all rules find; territories are judged side by side.
fn judged(portal: &Portal, site: &Site, today: Option<Date>) -> Vec<Diagnostic> {
    let (whole, each): (_, Vec<_>) = rayon::join(
        || check::whole(portal, site, today),
        || {
            let places = portal.territories.par_iter();
            places
                .flat_map_iter(|place| check::territory(portal, site, place, today))
                .collect()
        },
    );
    each.into_iter().chain(whole).collect()
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
        rendered: 0,
    }
}
