//! References by identifier: which of them point at nothing, and how that is said. A thing that is missing is one
//! mistake, however many places name it.

use std::collections::BTreeMap;

use crate::check::broken::file_is_broken;
use crate::check::gathered::SHOWN;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::model::id::{Reference, Slug, TerritoryPath};
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::record::document::Document;
use crate::text::nearest::nearest;

/// What is named but unknown, with all the places that name it; the first place comes first.
pub fn unresolved<'a, T: Ord>(
    references: impl IntoIterator<Item = &'a Reference<T>>,
    is_known: impl Fn(&T) -> bool,
) -> Vec<(&'a T, Vec<Span>)> {
    let mut order: BTreeMap<&T, usize> = BTreeMap::new();
    let mut missing: Vec<(&T, Vec<Span>)> = Vec::new();
    for reference in references {
        if is_known(&reference.to) {
            continue;
        }
        let index = *order.entry(&reference.to).or_insert(missing.len());
        match missing.get_mut(index) {
            Some((_, spans)) => spans.push(reference.span),
            None => missing.push((&reference.to, vec![reference.span])),
        }
    }
    missing
}

/// The error for a name that points at nothing. `known` are identifiers and, where they have one, names for people.
pub fn unknown<'a>(
    message: String,
    spans: &[Span],
    name: &str,
    known: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<Diagnostic> {
    let (first, others) = spans.split_first()?;
    let known: BTreeMap<&str, &str> = known.collect();
    let mut error = Diagnostic::error(codes::UNKNOWN_REFERENCE, *first, message);
    if !others.is_empty() {
        error = error.label(format!("всего таких мест: {}", spans.len()));
    }
    for span in others.iter().take(SHOWN) {
        error = error.related(*span, "и здесь");
    }
    Some(match nearest(name, known.keys().copied()) {
        Some(id) if known[id].is_empty() => error.help(format!("возможно, вы имели в виду «{id}»")),
        Some(id) => error.help(format!("возможно, вы имели в виду «{id}» — {}", known[id])),
        None => error,
    })
}

/// A document by the name that a file of `territory` gives it: the territory's own, else its region's.
pub fn document<'a>(
    portal: &'a Portal,
    territory: &'a Territory,
    id: &Slug,
) -> Option<&'a Document> {
    territory
        .document(id)
        .or_else(|| portal.territory(&region_of(&territory.path))?.document(id))
}

/// True when the document may exist in a file that could not be read.
pub fn document_is_broken(portal: &Portal, territory: &Territory, id: &Slug) -> bool {
    let in_folder =
        |path: &TerritoryPath| file_is_broken(portal, &format!("{path}/documents/{id}.toml"));
    in_folder(&territory.path) || in_folder(&region_of(&territory.path))
}

/// The region that a place lies in, or is.
pub fn region_of(path: &TerritoryPath) -> TerritoryPath {
    TerritoryPath {
        region: path.region.clone(),
        municipality: None,
    }
}
