//! What is unknown because a file could not be read. A reference into such a file is not reported: its root cause
//! already is.

use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;

/// Folders of a territory that are not municipalities.
const FOLDERS: &[&str] = &["plans", "documents", "news", "practices", "sections"];

/// True when this file of the content folder could not be read.
pub fn file_is_broken(portal: &Portal, path: &str) -> bool {
    portal.broken.iter().any(|broken| broken == path)
}

/// True when a file with this name in any folder whose path ends so could not be read:
/// `("practices", "mentoring.md")`.
pub fn any_file_is_broken(portal: &Portal, folder: &str, name: &str) -> bool {
    let tail = format!("{folder}/{name}");
    portal.broken.iter().any(|broken| {
        broken
            .strip_suffix(&tail)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    })
}

/// True when some file of the territory itself could not be read; files of a region's municipalities do not count.
pub fn territory_is_broken(portal: &Portal, territory: &TerritoryPath) -> bool {
    let folder = format!("{territory}/");
    portal
        .broken
        .iter()
        .filter_map(|broken| broken.strip_prefix(&folder))
        .any(|rest| {
            territory.municipality.is_some()
                || rest
                    .split_once('/')
                    .is_none_or(|(first, _)| FOLDERS.contains(&first))
        })
}

/// True when a page of this address, or a place on it, may be missing only because some file could not be read.
pub fn covers_address(portal: &Portal, address: &str) -> bool {
    let mut parts = address.split('/').filter(|part| !part.is_empty());
    let (first, second) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let under = |folder: &str| {
        portal
            .broken
            .iter()
            .any(|broken| broken.starts_with(folder))
    };
    match first {
        "" | "poisk" | "rayony" | "novosti" | "polnota" | "karta-sayta" => false,
        // The calendar reaches as far as the plans do.
        "kalendar" => portal
            .broken
            .iter()
            .any(|broken| broken.contains("/plans/")),
        "slovar" => file_is_broken(portal, "glossary.toml"),
        "roditelyam" => under("questions/"),
        "dannye" => file_is_broken(portal, "pages/dannye.md"),
        "o-portale" if second.is_empty() => file_is_broken(portal, "pages/o-portale.md"),
        "o-portale" => file_is_broken(portal, &format!("pages/{second}.md")),
        "praktiki" => {
            any_file_is_broken(portal, "practices", &format!("{second}.md"))
                || any_file_is_broken(portal, "collections", &format!("{second}.toml"))
        }
        region => covers_place(portal, region, second),
    }
}

/// An address below a region belongs to a municipality when one of this name is known or has a broken file.
fn covers_place(portal: &Portal, region: &str, second: &str) -> bool {
    if file_is_broken(portal, &format!("{region}/region.toml")) {
        return true;
    }
    let municipality = format!("{region}/{second}");
    let own_folder = format!("{municipality}/");
    if !second.is_empty() && !FOLDERS.contains(&second) {
        let is_known = portal
            .municipalities()
            .any(|known| known.path.to_string() == municipality);
        let is_broken = portal
            .broken
            .iter()
            .any(|broken| broken.starts_with(&own_folder));
        if is_known || is_broken {
            return is_broken;
        }
    }
    portal
        .territories
        .iter()
        .filter(|territory| territory.is_region() && territory.path.region.as_str() == region)
        .any(|territory| territory_is_broken(portal, &territory.path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{portal, territory};

    fn with_broken(path: &str) -> Portal {
        let places = [
            territory("04-altay"),
            territory("04-altay/gornyy"),
            territory("38-irkutskaya/ziminskoe"),
        ];
        Portal {
            broken: vec![path.to_owned()],
            ..portal(places)
        }
    }

    #[test]
    fn a_broken_file_covers_its_territory_and_no_other() {
        let portal = with_broken("04-altay/gornyy/people.toml");
        assert!(covers_address(&portal, "04-altay/gornyy/kuratory/"));
        assert!(!covers_address(&portal, "04-altay/kuratory/"));
        assert!(!covers_address(
            &portal,
            "38-irkutskaya/ziminskoe/kuratory/"
        ));
        assert!(covers_address(
            &with_broken("04-altay/plans/2023.toml"),
            "04-altay/plan/2023/"
        ));
        assert!(!covers_address(
            &with_broken("04-altay/plans/2023.toml"),
            "04-altay/gornyy/plan/2023/"
        ));
        assert!(covers_address(
            &with_broken("77-moskva/arbat/municipality.toml"),
            "77-moskva/arbat/"
        ));
    }

    #[test]
    fn a_broken_shared_file_covers_its_pages() {
        assert!(covers_address(
            &with_broken("glossary.toml"),
            "slovar/shnor/"
        ));
        assert!(!covers_address(
            &with_broken("glossary.toml"),
            "roditelyam/"
        ));
        assert!(covers_address(
            &with_broken("04-altay/practices/sbornik.md"),
            "praktiki/sbornik/"
        ));
        assert!(!covers_address(
            &with_broken("04-altay/practices/moy-sbornik.md"),
            "praktiki/sbornik/"
        ));
        assert!(covers_address(
            &with_broken("pages/metodika.md"),
            "o-portale/metodika/"
        ));
    }
}
