//! Errors between files: of what was touched at once, of everything while the site is shown already. Warnings are for
//! `portal check`.

use std::sync::Arc;

use rayon::prelude::*;

use crate::build::live::snapshot::Snapshot;
use crate::check::{self, silence};
use crate::diag::diagnostic::sorted;
use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::Sources;
use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::site::Site;

/// What is wrong in these territories.
pub fn of_places(
    portal: &mut Portal,
    site: &Site,
    sources: &Sources,
    places: &[&TerritoryPath],
) -> Vec<Diagnostic> {
    judged_twice(portal, sources, &|portal| {
        let place = |path: &&TerritoryPath| {
            let place = portal.territory(path);
            let found = place.map(|place| check::territory(portal, site, place, None));
            errors(found.unwrap_or_default())
        };
        match places {
            // For one the threads that may be busy elsewhere are not asked.
            [one] => place(one),
            many => many.par_iter().flat_map_iter(place).collect(),
        }
    })
}

/// A doubled identifier hides the one that was meant: references to it are judged once more with its file counted as
/// broken, so that one slip stays one message.
fn judged_twice(
    portal: &mut Portal,
    sources: &Sources,
    judge: &dyn Fn(&Portal) -> Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let found = judge(portal);
    let doubled = found.iter().filter(|one| one.code == codes::DUPLICATE_ID);
    let files: Vec<String> = doubled
        .map(|one| sources.file(one.span.source).path.clone())
        .collect();
    if files.is_empty() {
        return found;
    }
    portal.broken.extend(files);
    judge(portal)
}

/// Looks for what is wrong between territories, such as a link into one whose page is gone.
pub struct Inspection(Arc<Snapshot>);

impl Inspection {
    pub(super) fn new(snapshot: Arc<Snapshot>) -> Inspection {
        Inspection(snapshot)
    }

    /// All errors, and the files they are in; none when it was given up because the site is out of date.
    pub fn errors(
        self,
        is_outdated: &(dyn Fn() -> bool + Sync),
    ) -> Option<(Vec<Diagnostic>, Sources)> {
        let Snapshot { site, sources, .. } = &*self.0;
        let mut portal = self.0.portal.clone();
        let found = judged_twice(&mut portal, sources, &|portal| {
            let places = portal.places().take_while(|_| !is_outdated());
            let each = places.flat_map(|place| check::territory(portal, site, place, None));
            errors(each.chain(check::whole(portal, site, None)).collect())
        });
        let path = |span: Span| sources.file(span.source).path.as_str();
        let heard = silence::heard(&portal.settings.disabled_checks, found, true, &path);
        (!is_outdated()).then(|| (sorted(errors(heard.kept)), sources.clone()))
    }
}

fn errors(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.retain(Diagnostic::is_error);
    found
}
