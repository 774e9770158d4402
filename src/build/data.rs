//! Files of open data by many threads: first the rows of each territory, then each file from them.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::export::DataFile;
use crate::export::data::{self, Data, Made};
use crate::export::tables::place::Place;
use crate::model::portal::Portal;
use crate::site::downloads::Downloads;
use crate::text::language;

/// All files, and what pages tell of them.
pub fn files(portal: &Portal, today: Date) -> (Vec<DataFile>, Downloads) {
    let words = language::russian();
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
    };
    let made: Vec<Made> = data::jobs(portal)
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
