//! Files of open data by many threads: first the rows of each territory, then each file from them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::export::DataFile;
use crate::export::data::{self, Choice, Data, Made, PlaceTables};
use crate::export::metadata::{self, facts::Facts};
use crate::export::tables::changes::by_place;
use crate::export::tables::place::Place;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::data::Scope;
use crate::site::downloads::Downloads;

/// All files, and what pages tell of them. `address` is where the portal is published, when that is known.
pub fn files(
    portal: &Portal,
    site: &Site,
    today: Date,
    address: Option<&str>,
    choice: Choice,
) -> (Vec<DataFile>, Downloads) {
    let words = data::words();
    let mut places: Vec<_> = portal
        .territories
        .par_iter()
        .map(|territory| {
            data::place(&Place {
                portal,
                site,
                territory,
                today,
                words: &words,
            })
        })
        .collect();
    let mut changes = by_place(portal);
    for (territory, tables) in portal.territories.iter().zip(&mut places) {
        tables.add_changes(changes.remove(&Some(&territory.path)).unwrap_or_default());
    }
    let work = Data {
        portal,
        today,
        places: &places,
        shared: &PlaceTables::of_changes(changes.into_values().flatten().collect()),
        choice,
    };
    let made: Vec<Made> = data::jobs(portal, choice)
        .par_iter()
        .map(|job| work.make(job))
        .collect();
    let mut downloads = Downloads {
        tables: data::notes(portal),
        ..Downloads::default()
    };
    let mut files = Vec::new();
    for made in made {
        if let Some((scope, table, rows)) = made.table {
            downloads.rows.insert((scope, table.api), rows);
        }
        let sizes = made.files.iter();
        downloads
            .sizes
            .extend(sizes.map(|file| (file.path.clone(), file.bytes.len())));
        files.extend(made.files);
    }
    let described = match choice {
        Choice::All => descriptions(portal, today, address, &files),
        Choice::Quick => Vec::new(),
    };
    let sizes = described.iter();
    downloads
        .sizes
        .extend(sizes.map(|file| (file.path.clone(), file.bytes.len())));
    files.extend(described);
    (files, downloads)
}

/// The files that describe the files of data.
fn descriptions(
    portal: &Portal,
    today: Date,
    address: Option<&str>,
    files: &[DataFile],
) -> Vec<DataFile> {
    let prints: BTreeMap<_, _> = files.par_iter().map(metadata::fingerprint).collect();
    let facts = Facts {
        portal,
        today,
        address,
        files: &prints,
    };
    let mut described: Vec<DataFile> = Scope::all(portal)
        .par_iter()
        .flat_map_iter(|scope| metadata::of_scope(&facts, scope))
        .collect();
    described.extend(metadata::of_portal(&facts));
    described
}
