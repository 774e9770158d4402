//! Addresses of things by their kinds, and everything that lies under an address.

use crate::model::id::{Slug, TerritoryPath};
use crate::model::lasting::Kind;
use crate::site::anchors;
use crate::site::page::PageKey;

/// The address of a thing; of what has no page the place on one.
pub fn address(place: Option<&TerritoryPath>, kind: Kind, parent: &str, id: &str) -> String {
    let home = place.map(|path| format!("{path}/")).unwrap_or_default();
    match kind {
        Kind::Place => home,
        Kind::Plan => format!("{home}plan/{id}/"),
        Kind::Event => format!("{home}plan/{parent}/{id}/"),
        Kind::Document => format!("{home}dokumenty/{id}/"),
        Kind::School => format!("{home}shkoly/{id}/"),
        Kind::News => format!("{home}novosti/{id}/"),
        Kind::Person => format!("{home}{PEOPLE}{id}"),
        Kind::Practice | Kind::Collection => format!("praktiki/{id}/"),
        Kind::Term => format!("slovar/{id}/"),
        Kind::Page => match Slug::parse(id) {
            Some(id) => PageKey::info(&id).address().into_text(),
            None => format!("o-portale/{id}/"),
        },
        Kind::Question => format!("roditelyam/#{id}"),
        Kind::File => id.to_owned(),
    }
}

const PEOPLE: &str = "kontakty/#chelovek-";

/// The page and the anchor on which a thing stands beside having a page of its own.
pub fn seat(
    place: Option<&TerritoryPath>,
    kind: Kind,
    parent: &str,
    id: &str,
) -> Option<(String, String)> {
    let home = place.map(|path| format!("{path}/")).unwrap_or_default();
    match kind {
        Kind::Event => Some((format!("{home}plan/{parent}/"), id.to_owned())),
        Kind::Person => {
            let id = Slug::parse(id)?;
            Some((format!("{home}kontakty/"), anchors::person(&id)))
        }
        Kind::Term => Some(("slovar/".to_owned(), id.to_owned())),
        Kind::Question => Some(("roditelyam/".to_owned(), id.to_owned())),
        _ => None,
    }
}

/// How the addresses begin that belong to a thing with this address: its own first. Where one thing takes the place of
/// another, these take the places of those, one by one.
pub fn roots(address: &str) -> Vec<String> {
    let mut roots = vec![address.to_owned()];
    if let Some((home, id)) = address.split_once(PEOPLE) {
        roots.push(format!("{home}kalendar/lyudi/{id}.ics"));
    }
    let Some(bare) = address.strip_suffix('/') else {
        return roots;
    };
    if let Some((home, plan)) = bare.rsplit_once("/plan/")
        && !plan.contains('/')
    {
        roots.push(format!("{home}/itogi/{plan}/"));
        roots.push(format!("{home}/podtverzhdenie/{plan}/"));
    }
    if bare.split('/').count() <= 2 {
        roots.push(format!("dannye/v1/{address}"));
    }
    roots
}

/// An address and what it lies under, the nearest first: `a/b/c/`, `a/b/`, `a/`.
pub fn ways_up(address: &str) -> impl Iterator<Item = &str> {
    let mut next = Some(address);
    std::iter::from_fn(move || {
        let here = next?;
        let bare = here.strip_suffix('/').unwrap_or(here);
        next = bare.rfind('/').map(|at| &here[..=at]);
        Some(here)
    })
}

/// True for an address that is answered by a page: it ends with a slash.
pub fn is_page(address: &str) -> bool {
    address.ends_with('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_a_thing_begins_with_its_addresses() {
        assert_eq!(
            roots("a/b/plan/2023/"),
            [
                "a/b/plan/2023/",
                "a/b/itogi/2023/",
                "a/b/podtverzhdenie/2023/"
            ]
        );
        assert_eq!(roots("a/b/"), ["a/b/", "dannye/v1/a/b/"]);
        assert_eq!(roots("a/b/plan/2023/m01/"), ["a/b/plan/2023/m01/"]);
        assert_eq!(
            roots("a/b/kontakty/#chelovek-x"),
            ["a/b/kontakty/#chelovek-x", "a/b/kalendar/lyudi/x.ics"]
        );
        let up: Vec<&str> = ways_up("a/b/x.csv").collect();
        assert_eq!(up, ["a/b/x.csv", "a/b/", "a/"]);
    }
}
