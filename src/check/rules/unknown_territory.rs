//! A meaning of a word is limited to a territory that the portal does not have (П203, error).
//!
//! Why: one abbreviation means different things in different documents (domain, irregularity 46: «ГМО» in document B);
//! a meaning with a mistyped territory is shown to nobody, and readers get the wrong one.
//!
//! Example: `scope = ["38-irkutskaya/ziminskoye"]` while the folder is `38-irkutskaya/ziminskoe`.

use std::collections::BTreeMap;

use crate::check::broken::territory_is_broken;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::model::reference::Term;
use crate::site::Site;
use crate::text::nearest::nearest_path;

/// Finds scopes of the glossary that name no territory.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    for term in &portal.terms {
        // A territory that several meanings name wrongly is one mistake, at the first of them.
        let mut scopes: BTreeMap<&TerritoryPath, Option<Span>> = BTreeMap::new();
        for meaning in &term.meanings {
            let places = meaning.scope_places.iter().copied().map(Some);
            for (path, place) in meaning
                .scope
                .iter()
                .zip(places.chain(std::iter::repeat(None)))
            {
                scopes.entry(path).or_insert(place);
            }
        }
        let is_known = |path: &TerritoryPath| {
            portal.territory(path).is_some()
                || territory_is_broken(portal, path)
                || portal.is_elsewhere(path)
        };
        for (path, place) in scopes.into_iter().filter(|(path, _)| !is_known(path)) {
            found.push(describe(portal, term, path, place));
        }
    }
}

fn describe(portal: &Portal, term: &Term, path: &TerritoryPath, place: Option<Span>) -> Diagnostic {
    let message = format!(
        "значение слова «{}» отнесено к территории «{path}», а такой нет",
        term.title()
    );
    let place = place.unwrap_or(term.span);
    let error = Diagnostic::error(codes::UNKNOWN_REFERENCE, place, message);
    let known: Vec<String> = portal
        .territories
        .iter()
        .map(|territory| territory.path.to_string())
        .collect();
    match nearest_path(&path.to_string(), known.iter().map(String::as_str)) {
        Some(path) => error.help(format!("возможно, вы имели в виду «{path}»")),
        None => error.help("территорию называют так же, как её папку: 38-irkutskaya/ziminskoe"),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal, run_whole, term, territory};

    #[test]
    fn a_meaning_for_nobody_is_found() {
        let mut portal = portal([
            territory("38-irkutskaya"),
            territory("38-irkutskaya/ziminskoe"),
        ]);
        portal.terms = vec![term("gmo", 4, &["38-irkutskaya/ziminskoye"])];
        let found = run_whole(check, &portal);
        let message = "П203 4 значение слова «gmo» отнесено к территории «38-irkutskaya/ziminskoye», а такой нет";
        assert_eq!(brief(&found), [message]);
        assert_eq!(
            found[0].help,
            ["возможно, вы имели в виду «38-irkutskaya/ziminskoe»"]
        );
    }

    #[test]
    fn regions_municipalities_and_broken_ones_are_accepted() {
        let mut portal = portal([
            territory("38-irkutskaya"),
            territory("38-irkutskaya/ziminskoe"),
        ]);
        portal.terms = vec![term(
            "gmo",
            4,
            &["38-irkutskaya", "38-irkutskaya/ziminskoe", "04-altay"],
        )];
        portal.broken = vec!["04-altay/region.toml".to_owned()];
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }
}
