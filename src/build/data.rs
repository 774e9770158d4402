//! Files of open data by many threads: first the rows of each territory, then each file from them.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::export::DataFile;
use crate::export::data::{self, Choice, Data, Made};
use crate::export::tables::place::Place;
use crate::model::portal::Portal;
use crate::site::downloads::Downloads;

/// All files, and what pages tell of them.
pub fn files(portal: &Portal, today: Date, choice: Choice) -> (Vec<DataFile>, Downloads) {
    let words = data::words();
    let places: Vec<_> = portal
        .territories
        .par_iter()
        .map(|territory| {
            data::place(&Place {
                portal,
                territory,
                today,
                words: &words,
            })
        })
        .collect();
    let work = Data {
        portal,
        today,
        places: &places,
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
    (files, downloads)
}
