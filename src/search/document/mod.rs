//! What can be found: every page of the portal as a [`Document`] with its fields, dates and facets. It is made of the
//! model, never of HTML, and knows nothing of stems, weights or files of the index.
//!
//! Documents are made territory by territory, so that the index can be built in parallel and a territory of hundreds of
//! events never has to be in memory beside all others.

mod dates;
mod dossier;
mod municipality;
mod plan;
mod record;
mod shape;
mod shared;
mod surroundings;
mod texts;
mod words;

pub use shape::{Document, Facets, Field, Kind};

use crate::model::portal::Portal;
use crate::search::document::surroundings::Surroundings;
use crate::site::{PageKey, PlacePage, Site};

/// Documents of the whole portal: questions, words, collections and pages about the portal.
pub fn of_portal(portal: &Portal, site: &Site) -> Vec<Document> {
    shared::documents(portal, site)
}

/// Documents of one territory, `index` being its place in [`Portal::territories`]: first the territory itself, then its
/// plans with their events, acts, people, schools, sections, practices and news. Empty when there is no such territory.
pub fn of_territory(portal: &Portal, site: &Site, index: usize) -> Vec<Document> {
    let Some(around) = Surroundings::new(portal, site.seats(), index) else {
        return Vec::new();
    };
    let mut documents = vec![municipality::document(&around)];
    // Which pages a territory has, the map of the site says; with the plan come all the others.
    let dossier = PlacePage::Section("plan");
    if site.has(&PageKey::place(&around.territory.path, dossier)) {
        for plan in &around.territory.plans {
            documents.extend(plan::documents(&around, plan));
        }
        documents.extend(record::documents(&around, portal));
        documents.extend(dossier::documents(&around));
    }
    documents
}
