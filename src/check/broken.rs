//! What is unknown because a file could not be read. A reference into such a file is not reported: its root cause
//! already is.

use crate::model::id::TerritoryPath;
use crate::model::place::section::RequiredSection;
use crate::model::portal::{Portal, Reach};

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

/// True when a page of this address, or a place on it, may be missing only because some file could not be read, or
/// because it belongs to a part of the portal that is built elsewhere.
pub fn covers_address(portal: &Portal, address: &str) -> bool {
    if is_elsewhere(portal, address) {
        return true;
    }
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
        "" | "poisk" | "alfavit" | "rayony" | "novosti" | "polnota" | "obeshchaniya"
        | "sravnenie" | "karta-sayta" => false,
        // The calendar reaches as far as the plans do.
        "kalendar" => portal
            .broken
            .iter()
            .any(|broken| broken.contains("/plans/")),
        "slovar" => file_is_broken(portal, "glossary.toml"),
        "roditelyam" => under("questions/"),
        "redaktor" => file_is_broken(portal, "pages/redaktor.md"),
        "dannye" => file_is_broken(portal, "pages/dannye.md"),
        "o-portale" if second.is_empty() => file_is_broken(portal, "pages/o-portale.md"),
        "o-portale" => file_is_broken(portal, &format!("pages/{second}.md")),
        "praktiki" => {
            any_file_is_broken(portal, "practices", &format!("{second}.md"))
                || any_file_is_broken(portal, "collections", &format!("{second}.toml"))
        }
        _ => covers_place(portal, address),
    }
}

/// Whether an address may belong to what lies outside of the content: to other territories, to their practices, to months
/// that only their plans reach.
fn is_elsewhere(portal: &Portal, address: &str) -> bool {
    let mut parts = address.split('/').filter(|part| !part.is_empty());
    let (Some(first), second) = (parts.next(), parts.next()) else {
        return false;
    };
    if portal.reach == Reach::Whole {
        return false;
    }
    if matches!(first, "praktiki" | "kalendar") {
        return second.is_some();
    }
    // Names of regions begin with their numbers, so that none is taken for a page of the portal.
    let region =
        TerritoryPath::parse(first).filter(|_| first.starts_with(|c: char| c.is_ascii_digit()));
    let municipality = second.and_then(|name| TerritoryPath::parse(&format!("{first}/{name}")));
    region.is_some_and(|region| match portal.is_elsewhere(&region) {
        true => true,
        // Of a region that was read in part, what is no page of its own may be a municipality.
        false => municipality.is_some_and(|path| {
            portal.is_elsewhere(&path)
                && RequiredSection::find(second.unwrap_or_default()).is_none()
        }),
    })
}

/// A page of a territory may be missing because of the file it is made from, or of the territory's main file: a link to
/// a plan of a wrong year is a mistake of its own even while the list of people is broken.
fn covers_place(portal: &Portal, address: &str) -> bool {
    let parts: Vec<&str> = address.split('/').filter(|part| !part.is_empty()).collect();
    let broken = |path: String| file_is_broken(portal, &path);
    let region = parts.first().copied().unwrap_or_default();
    let in_region = source_of(parts.get(1..).unwrap_or_default());
    if broken(format!("{region}/region.toml"))
        || in_region.is_some_and(|file| broken(format!("{region}/{file}")))
    {
        return true;
    }
    let Some(municipality) = parts.get(1) else {
        return false;
    };
    let folder = format!("{region}/{municipality}");
    broken(format!("{folder}/municipality.toml"))
        || source_of(&parts[2..]).is_some_and(|file| broken(format!("{folder}/{file}")))
}

/// The content file that a page of a territory is made from, by the rest of its address.
fn source_of(rest: &[&str]) -> Option<String> {
    Some(match rest {
        ["plan" | "itogi" | "podtverzhdenie", id, ..] => format!("plans/{id}.toml"),
        ["dokumenty", id] => format!("documents/{id}.toml"),
        ["novosti", id] => format!("news/{id}.md"),
        ["shkoly", _] => "schools.toml".to_owned(),
        [section] => format!("sections/{section}.md"),
        _ => return None,
    })
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
    fn a_broken_file_covers_the_pages_made_from_it_and_no_other() {
        let covers = |file: &str, address: &str| covers_address(&with_broken(file), address);
        let plan = "04-altay/plans/2023.toml";
        assert!(covers(plan, "04-altay/plan/2023/"));
        assert!(covers(plan, "04-altay/plan/2023/m07/"));
        assert!(!covers(plan, "04-altay/plan/2032/"));
        assert!(!covers(plan, "04-altay/gornyy/plan/2023/"));
        assert!(!covers(
            "04-altay/gornyy/people.toml",
            "04-altay/gornyy/plan/2032/"
        ));
        assert!(covers(
            "04-altay/gornyy/schools.toml",
            "04-altay/gornyy/shkoly/x/"
        ));
        assert!(covers(
            "77-moskva/arbat/municipality.toml",
            "77-moskva/arbat/dokumenty/1/"
        ));
        assert!(covers("77-moskva/region.toml", "77-moskva/"));
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
