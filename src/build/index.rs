//! The search index: batches of all territories side by side, then the parts of regions, then the whole.

use rayon::prelude::*;

use crate::model::portal::Portal;
use crate::search::analysis::Analyzer;
use crate::search::index::{File, Indexed, Indexer};
use crate::search::vocabulary::Expansions;
use crate::site::Site;

/// The analyzer that knows the portal's irregular words.
pub fn analyzer(portal: &Portal) -> Analyzer {
    Analyzer::new(&portal.vocabulary.form_groups())
}

/// All files of the index.
pub fn files(portal: &Portal, site: &Site) -> Vec<File> {
    let analyzer = analyzer(portal);
    let expansions = Expansions::new(portal, &analyzer);
    let indexer = Indexer::new(portal, site, &analyzer, &expansions);
    let batches: Vec<Indexed> = indexer
        .batches()
        .into_par_iter()
        .map_init(
            || indexer.reader(),
            |reader, territory| indexer.batch(reader, territory),
        )
        .collect();
    let regions = indexer
        .regions()
        .into_par_iter()
        .map(|(code, range)| {
            let part = indexer.region(&code, batches.get(range).unwrap_or_default());
            (code, part)
        })
        .collect();
    indexer.files(&batches, regions)
}
