//! The search index: its pieces side by side, each handed on when it is done, then what all of them make together.

use std::sync::Mutex;

use rayon::prelude::*;

use crate::model::portal::Portal;
use crate::search::analysis::Analyzer;
use crate::search::index::reader::Reader;
use crate::search::index::{File, Indexer, Parts, Summary};
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
