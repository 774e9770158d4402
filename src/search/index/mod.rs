//! The index: documents → files that a page searches without a server.
//!
//! Made in stages that `build` runs side by side: a [`Batch`] for each territory ([`batch`]), then [`part`]s. A portal of up
//! to [`LARGE`] events is one part. A larger one has a part for each region and one for the country, which holds every word
//! with the regions it occurs in, but documents only as far as somebody who names no place needs them: all territories and
//! questions, and measures of the newest plans from every territory alike.
//!
//! Files are JSON in `poisk/i/`; `root.json` says where everything lies, all other names come from content, so an old page
//! never meets new numbers. How a page reads them is said in [`crate::search::query`].

pub mod batch;
mod cards;
pub mod columns;
mod country;
pub mod digits;
mod file;
mod gather;
pub mod part;
pub mod postings;
pub mod reader;
pub mod roles;
mod shards;
mod suggest;
pub mod weights;

pub use file::File;

use crate::model::portal::Portal;
use crate::search::analysis::Analyzer;
use crate::search::document;
use crate::search::index::batch::{Batch, Builder, Entry, Frame, Hint, path};
use crate::search::index::country::Chosen;
use crate::search::index::part::{
    Counts, Directory, FOLDER, LARGE_BLOCK, Part, SMALL_BLOCK, Shown, file, join, name, with_forms,
};
use crate::search::index::reader::Reader;
use crate::search::vocabulary::Expansions;
use crate::site::Site;

/// A portal with more events than this gets parts by region: one part would be slow to load on a phone.
pub const LARGE: usize = 6_000;
/// Events that the index of a country holds itself, in all.
const SAMPLE: usize = 4_000;

/// The index of one territory, or of what belongs to the whole portal.
#[derive(Debug, Default)]
pub struct Indexed {
    /// Everything.
    own: Batch,
    /// What the index of the country holds of it; none when the portal is one part.
    country: Option<Batch>,
}

/// Everything the indexing of a portal needs, made once.
pub struct Indexer<'a> {
    frame: Frame<'a>,
    site: &'a Site,
    analyzer: &'a Analyzer,
    expansions: &'a Expansions,
    /// Events that each territory gives the country; none when the portal is one part.
    sample: Option<usize>,
}

impl<'a> Indexer<'a> {
    /// Prepares the indexing of a portal.
    pub fn new(
        portal: &'a Portal,
        site: &'a Site,
        analyzer: &'a Analyzer,
        expansions: &'a Expansions,
    ) -> Indexer<'a> {
        let plans = portal.territories.iter().flat_map(|place| &place.plans);
        let newest = plans.map(|plan| plan.period.last.year()).max();
        let large = portal.event_count() > LARGE;
        Indexer {
            frame: Frame {
                portal,
                newest: newest.unwrap_or_default(),
            },
            site,
            analyzer,
            expansions,
            sample: large.then(|| SAMPLE.div_ceil(portal.territories.len().max(1))),
        }
    }

    /// Which batches there are: what belongs to the whole portal, then every territory.
    pub fn batches(&self) -> Vec<Option<usize>> {
        let territories = 0..self.frame.portal.territories.len();
        std::iter::once(None).chain(territories.map(Some)).collect()
    }

    /// What reads documents; one for each thread.
    pub fn reader(&self) -> Reader<'a> {
        Reader::new(self.analyzer, self.expansions)
    }

    /// Indexes one batch.
    pub fn batch(&self, reader: &mut Reader<'_>, territory: Option<usize>) -> Indexed {
        let portal = self.frame.portal;
        let documents = match territory {
            None => document::of_portal(portal, self.site),
            Some(index) => document::of_territory(portal, self.site, index),
        };
        let mut own = Builder::default();
        let mut country = self
            .sample
            .map(|sample| (Chosen::new(&documents, sample), Builder::default()));
        for document in documents {
            let words = reader.words(&document, path(&self.frame, &document));
            let chosen = country
                .as_mut()
                .and_then(|(chosen, batch)| chosen.has(&document).then_some(batch));
            let entry = Entry::of(&self.frame, document);
            if let Some(country) = chosen {
                country.add(entry.clone(), words);
            }
            own.add(entry, words);
        }
        Indexed {
            own: own.finish(reader.terms()),
            country: country.map(|(_, country)| country.finish(reader.terms())),
        }
    }

    /// Which parts there are: of one part, nothing; else the batches of each region.
    pub fn regions(&self) -> Vec<(String, std::ops::Range<usize>)> {
        if self.sample.is_none() {
            return Vec::new();
        }
        let territories = &self.frame.portal.territories;
        let mut from = 0;
        territories
            .chunk_by(|a, b| a.path.region == b.path.region)
            .map(|places| {
                let range = from + 1..from + places.len() + 1;
                from += places.len();
                let code = places.first().map(|place| place.path.region.to_string());
                (code.unwrap_or_default(), range)
            })
            .collect()
    }

    /// The part of a region.
    pub fn region(&self, code: &str, batches: &[Indexed]) -> Part {
        let batches: Vec<&Batch> = batches.iter().map(|batch| &batch.own).collect();
        let folder = format!("{FOLDER}/{code}");
        join(
            self.frame.portal,
            &folder,
            LARGE_BLOCK,
            &batches,
            &[],
            &Shown::new(),
        )
    }

    /// The first part, to which the parts of regions belong, and all files.
    pub fn files(&self, batches: &[Indexed], regions: Vec<(String, Part)>) -> Vec<File> {
        let portal = self.frame.portal;
        let counts: Vec<&Counts> = regions.iter().map(|(_, part)| &part.counts).collect();
        let own: Vec<&Batch> = batches
            .iter()
            .map(|batch| batch.country.as_ref().unwrap_or(&batch.own))
            .collect();
        let first = join(portal, FOLDER, SMALL_BLOCK, &own, &counts, &self.shown());
        let mut files = first.files;
        let mut directory = with_forms(first.directory, self.analyzer);
        let hints: Vec<Hint> = batches
            .iter()
            .flat_map(|batch| batch.own.hints.iter().cloned())
            .collect();
        let offers = suggest::of(&hints, self.analyzer, &name);
        let folder = format!("{FOLDER}/s");
        files.extend(
            offers
                .files
                .into_iter()
                .map(|(name, text)| file(&folder, &name, text)),
        );
        directory.offers = offers.letters;
        for (code, part) in regions {
            directory
                .regions
                .push(self.listed(&code, &part.directory, &mut files));
            files.extend(part.files);
        }
        if !directory.regions.is_empty() {
            let portal_wide = batches
                .first()
                .map_or(0, |batch| batch.own.cards.len() as u32);
            let regional: u32 = directory.regions.iter().map(|region| region.2).sum();
            directory.documents = portal_wide + regional;
        }
        files.push(file(FOLDER, "root", json(&directory)));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        // Two parts never share a folder, but two words may share a list, hence a file.
        files.dedup_by(|a, b| a.path == b.path);
        files
    }

    fn listed(
        &self,
        code: &str,
        directory: &Directory,
        files: &mut Vec<File>,
    ) -> (String, String, u32, String) {
        let text = json(directory);
        let name = name(&text);
        files.push(file(&format!("{FOLDER}/{code}"), &name, text));
        let region = self
            .frame
            .portal
            .regions()
            .find(|place| place.path.region.as_str() == code);
        let title = region.map_or_else(|| code.to_owned(), |place| place.names.name.clone());
        (code.to_owned(), title, directory.documents, name)
    }

    /// What is said of everyday phrases, by each of their words.
    fn shown(&self) -> Shown {
        let mut shown = Shown::new();
        for (terms, words) in self.expansions.shown() {
            for term in terms {
                let said = shown.entry(term.clone()).or_default();
                said.push((terms.join(" "), words.to_owned()));
            }
        }
        shown
    }
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
