//! Sites of regions joined to one country. Their pages are not made again: the pages of the whole portal are made from the
//! hub's own content and from the manifests, and everything else stays as it is.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::build::index;
use crate::build::{Artifact, Extras, Outcome, Purpose, Read, Run, counts, federation, read_with};
use crate::diag::Diagnostic;
use crate::export::feeds::news;
use crate::export::formats::json;
use crate::export::{self, DataFile};
use crate::federation::clash::{self, Hub, Remark, Weight};
use crate::federation::manifest::SCHEMA;
use crate::federation::{schema, skeleton};
use crate::files::sources::Sources;
use crate::model::coverage::Measure;
use crate::model::place::territory::Territory;
use crate::model::scope::Scope;
use crate::model::shared::Shared;
use crate::render::{self, Cards, Context, Edition, Theme, ThemeError};
use crate::search::index::Listed;
use crate::site::feeds::NewsFeed;
use crate::site::{PageKey, Site};

pub use crate::federation::Manifest;
pub use crate::federation::clash::{self as fit, with_folder};
pub use crate::federation::listing::{self, Listing};
pub use crate::federation::manifest as told;
pub use crate::federation::tree::{Lies, Tree};

/// A site to be joined.
pub struct Part {
    /// What messages call it.
    pub name: String,
    /// Its manifest.
    pub manifest: Manifest,
    /// Its parts of the search index; none when only the manifest is at hand.
    regions: Vec<Listed>,
}

impl Part {
    /// A site; `file` finds its files by their paths, none when only the manifest is at hand.
    pub fn new(name: String, manifest: Manifest, file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Part {
        Part {
            name,
            manifest,
            regions: index::regions(file),
        }
    }
}

/// A hub, or why there is none.
pub struct Joined {
    /// The hub's own files and the problems of its own content.
    pub outcome: Outcome,
    /// What does not fit; with a refusal there are no files.
    pub remarks: Vec<Remark>,
}

/// Joins sites. `sources` hold what all territories share.
///
/// # Errors
/// When a template of the theme is at fault.
pub fn joined(
    sources: &Sources,
    parts: Vec<Part>,
    theme: &Theme,
    edition: &Edition,
    purpose: Purpose,
    run: Run<'_>,
) -> Result<Joined, ThemeError> {
    let extras = Extras {
        purpose,
        scope: Some(Scope::Hub),
        ..Extras::default()
    };
    let mut read = read_with(sources, Some(edition.today), &extras, run.watch);
    let translated = read.meet(theme)?;
    let theme = translated.as_ref().unwrap_or(theme);
    let mut outcome = Outcome {
        silenced: read.silence(sources),
        ..Outcome::default()
    };
    let mut remarks = fits(sources, &read, &parts, theme, edition);
    let territories = skeletons(&parts, &read, &mut remarks);
    let refused = remarks
        .iter()
        .any(|remark| remark.weight == Weight::Refusal)
        || read.diagnostics.iter().any(Diagnostic::is_error);
    read.portal.territories = territories.into_iter().map(Shared::from).collect();
    read.portal.territories.sort_by(|a, b| a.path.cmp(&b.path));
    read.site = Site::new(&read.portal);
    outcome.counts = counts(&read);
    if !refused {
        remarks.extend(holes(&read));
        let regions = parts.into_iter().flat_map(|part| part.regions).collect();
        let mut context = Context::new(&read.portal, &read.site, theme, edition);
        context.sources = Some(sources);
        if purpose == Purpose::WithCards {
            context.cards = card(&context)?;
        }
        outcome.cards = context.cards.orders().cloned().collect();
        let hub = Making {
            sources,
            context: &context,
            run,
        };
        outcome.counts.pages = hub.pages()?;
        hub.beside();
        hub.search(regions);
        outcome.manifest = Some(federation::manifest(sources, &context));
        outcome.made = true;
    }
    outcome.diagnostics = read.diagnostics;
    remarks.sort_by_key(|remark| remark.weight);
    Ok(Joined { outcome, remarks })
}

fn fits(
    sources: &Sources,
    read: &Read,
    parts: &[Part],
    theme: &Theme,
    edition: &Edition,
) -> Vec<Remark> {
    let context = Context::new(&read.portal, &read.site, theme, edition);
    let own = federation::manifest(sources, &context);
    let hub = Hub {
        generator: &edition.generator,
        manifest: &own,
    };
    let named: Vec<_> = parts
        .iter()
        .map(|part| (part.name.as_str(), &part.manifest))
        .collect();
    clash::between(&named, &hub)
}

/// The territories of all manifests; what cannot be read or does not add up is remarked upon.
fn skeletons(parts: &[Part], read: &Read, remarks: &mut Vec<Remark>) -> Vec<Territory> {
    let words = export::data::words();
    let one = |part: &Part| {
        let places = &part.manifest.territories;
        let territories: Result<Vec<Territory>, String> =
            places.iter().map(skeleton::territory).collect();
        let territories = territories.map_err(|why| clash::unreadable(&part.name, &why))?;
        let measure = Measure {
            portal: &read.portal,
            today: part.manifest.date.0,
            words: &words,
        };
        let wrong = clash::with_sums(&part.name, places, &territories, measure);
        Ok((territories, wrong))
    };
    let read: Vec<Result<_, Remark>> = parts.par_iter().map(one).collect();
    let mut all = Vec::new();
    for part in read {
        match part {
            Ok((territories, wrong)) => {
                all.extend(territories);
                remarks.extend(wrong);
            }
            Err(remark) => remarks.push(remark),
        }
    }
    all
}

/// Practices that collections name and no site has.
fn holes(read: &Read) -> Option<Remark> {
    let known: BTreeSet<_> = read.portal.practices().map(|(_, one)| &one.id).collect();
    let named = read
        .portal
        .collections
        .iter()
        .flat_map(|one| &one.practices);
    let missing: BTreeSet<&str> = named
        .filter(|one| !known.contains(&one.to))
        .map(|one| one.to.as_str())
        .collect();
    clash::missing_practices(&missing.into_iter().collect::<Vec<_>>())
}

/// True for the pages that a hub makes itself.
fn is_own(page: &PageKey) -> bool {
    !matches!(page, PageKey::Place(..) | PageKey::Practice(_))
}

/// The card of the portal; those of territories are made with their pages.
fn card(context: &Context<'_>) -> Result<Cards, ThemeError> {
    let all = render::cards(context)?;
    let own = all.of(&PageKey::Home).cloned();
    Ok(Cards::new(own.map(|card| (PageKey::Home, card))))
}

/// A hub in the making.
struct Making<'a> {
    sources: &'a Sources,
    context: &'a Context<'a>,
    run: Run<'a>,
}

impl Making<'_> {
    fn put(&self, path: String, bytes: Vec<u8>) {
        self.run.sink.put(Artifact { path, bytes });
    }

    /// The pages of the whole portal; gives how many there are.
    fn pages(&self) -> Result<usize, ThemeError> {
        let pages = self.context.site.pages();
        let former = self.context.site.lasting().pages();
        let own = pages.iter().filter(|page| is_own(page));
        let own: Vec<&PageKey> = own.chain(&former).collect();
        own.par_iter().try_for_each(|key| {
            let page = render::page(self.context, key)?;
            if let Some(html) = page.html {
                self.put(page.path, html.into_bytes());
            }
            Ok(())
        })?;
        Ok(own.len())
    }

    /// The list of pages, the feed of news, the schema of manifests, the files of the theme and of the shared content.
    fn beside(&self) {
        let (portal, context) = (self.context.portal, self.context);
        let address = context.address();
        let mut files = export::for_search_engines(context.site, address, &|_| None);
        let publishing = news::Publishing {
            today: context.edition.today,
            address,
            html: &|text, path| render::text_in_file(context, text, path),
        };
        files.extend(news::of(portal, &NewsFeed::Portal, &publishing));
        for DataFile { path, bytes } in files {
            self.put(path, bytes);
        }
        let manifest = render::manifest::manifest(context).into_bytes();
        self.put(render::manifest::PATH.to_owned(), manifest);
        self.put(SCHEMA.to_owned(), json::pretty(&schema()));
        for (path, bytes) in context.theme.files() {
            self.put(path.clone(), bytes.clone());
        }
        for attachment in &portal.attachments {
            let bytes = self.sources.file(attachment.source).bytes().into_owned();
            self.put(attachment.path.clone(), bytes);
        }
    }

    fn search(&self, regions: Vec<Listed>) {
        let files = index::joined(self.context.portal, self.context.site, regions);
        for file in files {
            self.put(file.path, file.bytes);
        }
    }
}
