//! Errors between files: of what was touched at once, of everything while the site is shown already. Warnings are for
//! `portal check`.

use std::sync::Arc;

use crate::build::live::snapshot::Snapshot;
use crate::check::{self, silence};
use crate::diag::diagnostic::sorted;
use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::Sources;
use crate::model::portal::Portal;
use crate::site::Site;

/// Up to so many territories everything is judged before a site is shown.
const FEW: usize = 40;

/// What is wrong between files, as far as it can be told at once. A doubled identifier hides the one that was meant:
/// references to it are judged once more with its file counted as broken.
pub fn at_once(portal: &mut Portal, site: &Site, sources: &Sources) -> Vec<Diagnostic> {
    if portal.territories.len() > FEW {
        return Vec::new();
    }
    let found = errors(check::all(portal, site, None));
    let doubled = found.iter().filter(|one| one.code == codes::DUPLICATE_ID);
    let files: Vec<String> = doubled
        .map(|one| sources.file(one.span.source).path.clone())
        .collect();
    if files.is_empty() {
        return found;
    }
    portal.broken.extend(files);
    errors(check::all(portal, site, None))
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
        let Snapshot {
            portal,
            site,
            sources,
            ..
        } = &*self.0;
        let found = errors(check::all(portal, site, None));
        if is_outdated() {
            return None;
        }
        let path = |span: Span| sources.file(span.source).path.as_str();
        let heard = silence::heard(&portal.settings.disabled_checks, found, &path);
        Some((sorted(errors(heard.kept)), sources.clone()))
    }
}

fn errors(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.retain(Diagnostic::is_error);
    found
}
