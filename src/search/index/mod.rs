//! The index: documents → files that a page searches without a server.
//!
//! Made in [`Piece`]s, side by side: what belongs to the whole portal, and each territory; of a portal with more than
//! [`LARGE`] events, each region. A piece gives finished files, which need not be kept, and a [`Summary`]; all summaries
//! give the rest of the files.
//!
//! A portal of up to [`LARGE`] events is one [`part`]. A larger one has a [`region`] part for each region, which is whole when
//! its piece is, and a part for the country, which holds every word with the regions it occurs in, but documents only as
//! far as somebody who names no place needs them: all territories by their names, questions, and some documents of every
//! territory alike (`country`).
//!
//! What a piece gives depends on its own territories and on what all pieces share: the vocabulary, the newest year of any
//! plan, which pages there are, the risks that practices answer, and whether the portal is large and has how many
//! territories. The same inputs give the same bytes, whatever else was indexed before.
//!
//! Files are JSON in `poisk/i/`, those of regions compressed; `root.json` says where everything lies, all other names come
//! from content, so an old page never meets new numbers. How a page reads them is said in [`crate::search::query`].

pub mod batch;
pub mod bytes;
pub mod cards;
pub mod columns;
mod country;
pub mod digits;
mod file;
pub mod gather;
pub mod packed;
pub mod part;
pub mod postings;
pub mod reader;
pub mod region;
pub mod roles;
pub mod shards;
mod suggest;
pub mod weights;

pub use file::File;

use std::ops::Range;

use crate::model::portal::{Portal, Reach};
use crate::search::analysis::Analyzer;
use crate::search::document;
use crate::search::index::batch::{Batch, Builder, Entry, Frame, Hint, path};
use crate::search::index::country::Chosen;
use crate::search::index::part::{
    Counts, Directory, FOLDER, Proportions, Shown, counts_file, file, join, name, with_forms,
};
use crate::search::index::reader::Reader;
use crate::search::index::region::{Finished, Region};
use crate::search::vocabulary::Expansions;
use crate::site::Site;

/// A portal with more events than this gets parts by region: one part would be slow to load on a phone.
pub const LARGE: usize = 6_000;

/// How many parts an index has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// One.
    One,
    /// One for each region and one for the country.
    Regions,
}

impl Parts {
    /// Of a portal, by its size. A part of a country, and a country joined of parts, have the parts that the whole has.
    pub fn of(portal: &Portal) -> Parts {
        match portal.event_count() > LARGE || portal.reach != Reach::Whole {
            true => Parts::Regions,
            false => Parts::One,
        }
    }
}

/// A piece of the work that depends on no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// What belongs to the whole portal.
    Shared,
    /// A territory, by its place in the portal.
    Territory(usize),
    /// A region with its municipalities, which stand together in the portal.
    Region(Range<usize>),
}

/// What a piece leaves for the files that all pieces make together.
#[derive(Debug, Default)]
pub struct Summary {
    /// Everything, or what the index of the country holds of a region.
    batch: Batch,
    region: Option<Listed>,
}

/// A region as the index of the country lists it.
#[derive(Debug)]
pub struct Listed {
    /// Code, name, documents, name of its directory.
    pub line: (String, String, u32, String),
    /// Its words.
    pub counts: Counts,
}

/// Everything the indexing of a portal needs, made once.
pub struct Indexer<'a> {
    frame: Frame<'a>,
    site: &'a Site,
    analyzer: &'a Analyzer,
    expansions: &'a Expansions,
    parts: Parts,
}

impl<'a> Indexer<'a> {
    /// Prepares the indexing of a portal.
    pub fn new(
        portal: &'a Portal,
        site: &'a Site,
        analyzer: &'a Analyzer,
        expansions: &'a Expansions,
        parts: Parts,
    ) -> Indexer<'a> {
        let plans = portal.territories.iter().flat_map(|place| &place.plans);
        let newest = plans.map(|plan| plan.period.last.year()).max();
        Indexer {
            frame: Frame {
                portal,
                newest: newest.unwrap_or_default(),
            },
            site,
            analyzer,
            expansions,
            parts,
        }
    }

    /// The pieces, in the order in which [`Indexer::joined`] wants their summaries.
    pub fn pieces(&self) -> Vec<Piece> {
        let territories = &self.frame.portal.territories;
        let mut pieces = vec![Piece::Shared];
        if self.parts == Parts::Regions {
            let mut from = 0;
            for places in territories.chunk_by(|a, b| a.path.region == b.path.region) {
                pieces.push(Piece::Region(from..from + places.len()));
                from += places.len();
            }
        } else {
            pieces.extend((0..territories.len()).map(Piece::Territory));
        }
        pieces
    }

    /// What reads documents. It remembers texts, so it is worth using for several pieces, whichever they are.
    pub fn reader(&self) -> Reader<'a> {
        Reader::new(self.analyzer, self.expansions)
    }

    /// Indexes a piece: its finished files, and what is to be kept.
    pub fn index(&self, reader: &mut Reader<'_>, piece: &Piece) -> (Vec<File>, Summary) {
        let portal = self.frame.portal;
        let documents = match piece {
            Piece::Shared => document::of_portal(portal, self.site),
            Piece::Territory(index) => document::of_territory(portal, self.site, *index),
            Piece::Region(territories) => return self.region(reader, territories.clone()),
        };
        let mut batch = Builder::default();
        for mut document in documents {
            let words = reader.words(&document, path(&self.frame, &document));
            batch.add(Entry::of(&self.frame, &mut document), words);
        }
        let summary = Summary {
            batch: batch.finish(reader.terms()),
            region: None,
        };
        (Vec::new(), summary)
    }

    fn region(&self, reader: &mut Reader<'_>, territories: Range<usize>) -> (Vec<File>, Summary) {
        let portal = self.frame.portal;
        let Some(first) = portal.territories.get(territories.start) else {
            return Default::default();
        };
        let code = first.path.region.to_string();
        let mut region = Region::new(portal, format!("{FOLDER}/{code}"));
        let mut country = Builder::default();
        let mut hints = Vec::new();
        for territory in territories {
            let documents = document::of_territory(portal, self.site, territory);
            let mut chosen = Chosen::new(&documents, portal.territories.len());
            for mut document in documents {
                let short = chosen.take(&document);
                let mut entry = Entry::of(&self.frame, &mut document);
                hints.extend(entry.hint.take());
                if let Some(short) = short {
                    let words = reader.words(&short, path(&self.frame, &short));
                    country.add(entry.clone(), words);
                }
                region.add(reader, document, entry);
            }
        }
        let Finished {
            mut files,
            directory,
            counts,
        } = region.finish(reader);
        let mut batch = country.finish(reader.terms());
        batch.hints = hints;
        if matches!(portal.reach, Reach::Part(_)) {
            files.push(counts_file(&code, &counts));
        }
        let line = self.listed(code, &directory, &mut files);
        let region = Some(Listed { line, counts });
        (files, Summary { batch, region })
    }

    /// A region whose part was made with its own site: what the index of the country holds of it comes from what is known
    /// of it here, and the part itself stays as it is. None is listed of a region whose part is not at hand.
    pub fn elsewhere(
        &self,
        reader: &mut Reader<'_>,
        territories: Range<usize>,
        part: Option<Listed>,
    ) -> Summary {
        let (_, known) = self.region(reader, territories);
        Summary {
            batch: known.batch,
            region: part,
        }
    }

    fn listed(
        &self,
        code: String,
        directory: &Directory,
        files: &mut Vec<File>,
    ) -> (String, String, u32, String) {
        let text = json(directory);
        let name = name(&text);
        files.push(file(&format!("{FOLDER}/{code}"), &name, text));
        let mut regions = self.frame.portal.regions();
        let region = regions.find(|place| place.path.region.as_str() == code);
        let title = region.map_or_else(|| code.clone(), |place| place.names.name.clone());
        (code, title, directory.documents, name)
    }

    /// The files that belong to no piece alone.
    pub fn joined(&self, summaries: Vec<Summary>) -> Vec<File> {
        let regions = summaries.iter().filter_map(|one| one.region.as_ref());
        let counts: Vec<&Counts> = regions.clone().map(|region| &region.counts).collect();
        let batches: Vec<&Batch> = summaries.iter().map(|one| &one.batch).collect();
        let proportions = match self.parts {
            Parts::Regions => Proportions::COUNTRY,
            Parts::One => Proportions::SMALL,
        };
        let shown = self.shown();
        let first = join(
            self.frame.portal,
            FOLDER,
            proportions,
            &batches,
            &counts,
            &shown,
        );
        let mut files = first.files;
        let mut directory = with_forms(first.directory, self.analyzer);
        let hints: Vec<&Hint> = batches.iter().flat_map(|batch| &batch.hints).collect();
        let offers = suggest::of(hints, proportions.offers, &name);
        let folder = format!("{FOLDER}/s");
        let offered = offers.files.into_iter();
        files.extend(offered.map(|(name, text)| file(&folder, &name, text)));
        directory.offers = offers.letters;
        directory.regions = regions.map(|region| region.line.clone()).collect();
        if self.parts == Parts::Regions {
            let shared = batches.first().map_or(0, |batch| batch.cards.len() as u32);
            let regional: u32 = directory.regions.iter().map(|region| region.2).sum();
            directory.documents = shared + regional;
        }
        files.push(file(FOLDER, "root", json(&directory)));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        // Two words may share a list, hence a file.
        files.dedup_by(|a, b| a.path == b.path);
        files
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
