//! A collection names a practice that the portal does not have (П203, error).
//!
//! Why: a collection reads and prints as one document (document D, event 14: «Издан сборника лучших практик»); a hole
//! in it would be noticed only on paper.
//!
//! Example: `practices = ["metodicheskie-dni"]` while the file is `metodicheskie-dni-v-shkolakh.md`.

use std::collections::BTreeSet;

use crate::check::broken::any_file_is_broken;
use crate::check::reference::{unknown, unresolved};
use crate::diag::Diagnostic;
use crate::model::id::Slug;
use crate::model::portal::{Portal, Reach};
use crate::site::Site;

/// Finds practices that only a collection knows.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    let ids: BTreeSet<&Slug> = portal
        .practices()
        .map(|(_, practice)| &practice.id)
        .collect();
    // The others may be practices of territories that are built elsewhere.
    let partial = portal.reach != Reach::Whole;
    let is_known = |id: &Slug| {
        partial || ids.contains(id) || any_file_is_broken(portal, "practices", &format!("{id}.md"))
    };
    let references = portal
        .collections
        .iter()
        .flat_map(|collection| &collection.practices);
    for (id, spans) in unresolved(references, is_known) {
        let known = portal
            .practices()
            .map(|(_, practice)| (practice.id.as_str(), practice.title.as_str()));
        let error = unknown(format!("нет практики «{id}»"), &spans, id.as_str(), known);
        found.extend(error.map(|error| {
            error.help("имя практики — это имя её файла в папке practices без «.md»")
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, collection, portal, practice, run_whole, territory};

    #[test]
    fn a_collection_has_no_holes() {
        let mut place = territory("04-altay");
        place.practices = vec![practice("postoyannyy-vebinar", 1)];
        let mut portal = portal([place]);
        portal.collections = vec![collection(
            "sbornik-2023",
            2,
            [("postoyannyi-vebinar", 3), ("dni", 4)],
        )];
        let found = run_whole(check, &portal);
        assert_eq!(
            brief(&found),
            [
                "П203 3 нет практики «postoyannyi-vebinar»",
                "П203 4 нет практики «dni»"
            ]
        );
        assert!(found[0].help[0].starts_with("возможно, вы имели в виду «postoyannyy-vebinar»"));
    }

    #[test]
    fn known_practices_and_those_of_broken_files_are_accepted() {
        let mut place = territory("04-altay");
        place.practices = vec![practice("postoyannyy-vebinar", 1)];
        let mut portal = portal([place]);
        portal.collections = vec![collection(
            "sbornik-2023",
            2,
            [("postoyannyy-vebinar", 3), ("dni", 4)],
        )];
        portal.broken = vec!["10-kareliya/kemskiy/practices/dni.md".to_owned()];
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }
}
