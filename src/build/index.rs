//! The search index: its pieces side by side, each handed on when it is done, then what all of them make together.

use std::collections::BTreeMap;
use std::sync::Mutex;

use rayon::prelude::*;

use crate::model::portal::Portal;
use crate::search::analysis::Analyzer;
use crate::search::index::part::{self, Directory, FOLDER};
use crate::search::index::reader::Reader;
use crate::search::index::{File, Indexer, Listed, Parts, Piece, Summary};
use crate::search::vocabulary::Expansions;
use crate::site::Site;

/// The analyzer that knows the portal's irregular words.
pub fn analyzer(portal: &Portal) -> Analyzer {
    Analyzer::new(&portal.vocabulary.form_groups())
}

/// Makes the index and hands over the files of each piece as soon as they are there, in any order and side by side: of a
/// large portal few are in memory at a time. No two files have one path.
pub fn each(portal: &Portal, site: &Site, parts: Parts, take: &(dyn Fn(Vec<File>) + Sync)) {
    let analyzer = analyzer(portal);
    let expansions = Expansions::new(portal, &analyzer);
    let indexer = Indexer::new(portal, site, &analyzer, &expansions, parts);
    // A reader goes from piece to piece with the texts that it remembers.
    let idle: Mutex<Vec<Reader<'_>>> = Mutex::default();
    let summaries: Vec<Summary> = indexer
        .pieces()
        .par_iter()
        .map(|piece| {
            let free = idle.lock().ok().and_then(|mut idle| idle.pop());
            let mut reader = free.unwrap_or_else(|| indexer.reader());
            let (files, summary) = indexer.index(&mut reader, piece);
            if let Ok(mut idle) = idle.lock() {
                idle.push(reader);
            }
            take(files);
            summary
        })
        .collect();
    drop(idle);
    take(indexer.joined(summaries));
}

/// All files of the index, by path.
pub fn files(portal: &Portal, site: &Site) -> Vec<File> {
    files_in(portal, site, Parts::of(portal))
}

/// All files of an index of one part or of several.
pub fn files_in(portal: &Portal, site: &Site, parts: Parts) -> Vec<File> {
    let all: Mutex<Vec<File>> = Mutex::default();
    each(portal, site, parts, &|files| {
        if let Ok(mut all) = all.lock() {
            all.extend(files);
        }
    });
    let mut all = all.into_inner().unwrap_or_default();
    all.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    all
}

/// The index of a hub: its own documents, and the parts of regions as they lie in their folders.
pub fn joined(portal: &Portal, site: &Site, regions: Vec<Listed>) -> Vec<File> {
    let analyzer = analyzer(portal);
    let expansions = Expansions::new(portal, &analyzer);
    let indexer = Indexer::new(portal, site, &analyzer, &expansions, Parts::Regions);
    let mut parts: BTreeMap<String, Listed> = regions
        .into_iter()
        .map(|part| (part.line.0.clone(), part))
        .collect();
    let pieces: Vec<(Piece, Option<Listed>)> = indexer
        .pieces()
        .into_iter()
        .map(|piece| {
            let part = match &piece {
                Piece::Region(places) => {
                    let first = portal.territories.get(places.start);
                    first.and_then(|first| parts.remove(first.path.region.as_str()))
                }
                Piece::Shared | Piece::Territory(_) => None,
            };
            (piece, part)
        })
        .collect();
    let summaries = pieces
        .into_par_iter()
        .map_init(
            || indexer.reader(),
            |reader, (piece, part)| match piece {
                Piece::Region(places) => indexer.elsewhere(reader, places, part),
                piece => indexer.index(reader, &piece).1,
            },
        )
        .collect();
    indexer.joined(summaries)
}

/// The regions of a site's index, by its directory in `poisk/i/root.json`; `file` finds a file by its path. Regions whose
/// words are not at hand are left out.
pub fn regions(file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Vec<Listed> {
    let directory = |path: &str| serde_json::from_slice::<Directory>(&file(path)?).ok();
    let root = directory(&format!("{FOLDER}/root.json")).unwrap_or_default();
    let region = |line: (String, String, u32, String)| {
        let counts = part::counts(&file(&part::counts_path(&line.0))?)?;
        Some(Listed { line, counts })
    };
    root.regions.into_iter().filter_map(region).collect()
}
