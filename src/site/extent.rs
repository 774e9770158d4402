//! How much room a portal gives each territory: every thing a page of its own, or a few pages that hold everything.
//!
//! A municipality, a region or some dozens of districts can afford a page for each measure and each list. A whole
//! country in one tree cannot: a site has room for a hundred thousand files and a gigabyte. Nothing is lost there: what
//! has no page of its own stands at an anchor of another page, and addresses that exist are the same in both extents.

use std::collections::{HashMap, HashSet};

use crate::model::id::{Slug, TerritoryPath};
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::scope::Scope;
use crate::site::page::{PageKey, PlacePage};
use crate::site::scope::scope;

/// How much room a portal gives each territory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// Every measure, list and summary has a page.
    #[default]
    Detailed,
    /// A territory has its main page with all sections on it, pages of plans, schools, documents and news, one of its
    /// programme and one of all its practices.
    Compact,
}

/// The anchor of the files and calendars to subscribe to on the main page of a territory.
pub const FOLLOW: &str = "podpiska";

impl Extent {
    /// The extent of a portal, by its scope.
    pub fn of(portal: &Portal) -> Extent {
        match scope(portal) {
            Scope::Hub => Extent::Compact,
            Scope::Municipality | Scope::Region => Extent::Detailed,
        }
    }

    /// True for a whole country in one tree.
    pub fn is_compact(self) -> bool {
        self == Extent::Compact
    }

    /// Where the contents of a page of a territory stand when the page itself does not exist: another page, and the
    /// anchor there. None when nothing has moved. What depends on what the territory has, [`Seats`] know.
    fn seat(self, page: &PageKey) -> Option<(PageKey, Option<String>)> {
        if self == Extent::Detailed {
            return None;
        }
        match page {
            PageKey::Changes(Some(_)) => Some((PageKey::Changes(None), None)),
            PageKey::Place(path, page) => seat(path, page),
            _ => None,
        }
    }

    /// The address of a page from the root, or of the place where its contents stand: `a/b/plan/2024/#m07`.
    pub fn address(self, page: &PageKey) -> String {
        written(page, self.seat(page))
    }
}

/// Sections that have a page of their own where a territory has anything for them, see [`long_sections`].
const LONG: [&str; 2] = [PROGRAMME, PRACTICES];
const PROGRAMME: &str = "programma";
const PRACTICES: &str = "praktiki";

/// The sections of a territory that have a page of their own in every extent: too long for its main page.
pub fn long_sections(territory: &Territory) -> impl Iterator<Item = &'static str> {
    LONG.into_iter().filter(|code| match *code {
        PROGRAMME => territory.program.is_some() && territory.has_dossier(),
        _ => !territory.practices.is_empty(),
    })
}

/// Where the contents of every page of one portal stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seats {
    extent: Extent,
    /// Of a country only: where its practices are from, and which territories have pages of long sections. Only ever
    /// looked up, so their order cannot reach a page.
    practices: HashMap<Slug, TerritoryPath>,
    long: HashSet<(TerritoryPath, &'static str)>,
    /// Territories whose main page has no sections.
    bare: HashSet<TerritoryPath>,
}

impl Seats {
    /// The seats of a portal.
    pub fn new(portal: &Portal, extent: Extent) -> Seats {
        let mut seats = Seats {
            extent,
            ..Seats::default()
        };
        if extent.is_compact() {
            let practices = portal.practices();
            seats.practices = practices
                .map(|(territory, practice)| (practice.id.clone(), territory.path.clone()))
                .collect();
            let long = portal.territories.iter().flat_map(|territory| {
                let codes = long_sections(territory);
                codes.map(|code| (territory.path.clone(), code))
            });
            seats.long = long.collect();
            let bare = portal.territories.iter();
            let bare = bare.filter(|territory| !territory.has_dossier());
            seats.bare = bare.map(|territory| territory.path.clone()).collect();
        }
        seats
    }

    /// How much room the portal gives each territory.
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// True for a section of a territory that has none.
    pub fn lacks(&self, page: &PageKey) -> bool {
        match page {
            PageKey::Place(path, PlacePage::Section(code)) => {
                self.bare.contains(path) && !self.long.contains(&(path.clone(), *code))
            }
            _ => false,
        }
    }

    /// Where the contents of a page stand when the page itself does not exist: another page, and the anchor there.
    /// None when nothing has moved.
    pub fn seat(&self, page: &PageKey) -> Option<(PageKey, Option<String>)> {
        match page {
            PageKey::Place(path, PlacePage::Section(code))
                if LONG.contains(code) && self.long.contains(&(path.clone(), *code)) =>
            {
                None
            }
            PageKey::Practice(id) => {
                let page = PlacePage::Section(PRACTICES);
                let path = self.practices.get(id)?;
                Some((PageKey::place(path, page), Some(id.to_string())))
            }
            _ => self.extent.seat(page),
        }
    }

    /// The address of a page from the root, or of the place where its contents stand: `a/b/plan/2024/#m07`.
    pub fn address(&self, page: &PageKey) -> String {
        written(page, self.seat(page))
    }
}

fn written(page: &PageKey, seat: Option<(PageKey, Option<String>)>) -> String {
    match seat {
        None => page.address().into_text(),
        Some((page, None)) => page.address().into_text(),
        Some((page, Some(anchor))) => format!("{}#{anchor}", page.address().as_str()),
    }
}

fn seat(path: &TerritoryPath, page: &PlacePage) -> Option<(PageKey, Option<String>)> {
    let here = |page: PlacePage, anchor: Option<&str>| {
        Some((PageKey::place(path, page), anchor.map(str::to_owned)))
    };
    let of_region = |page: PlacePage| {
        let region = TerritoryPath {
            region: path.region.clone(),
            municipality: None,
        };
        Some((PageKey::place(&region, page), None))
    };
    let is_region = path.municipality.is_none();
    match page {
        PlacePage::Home
        | PlacePage::Document(_)
        | PlacePage::Plan(_)
        | PlacePage::School(_)
        | PlacePage::NewsItem(_) => None,
        PlacePage::Data | PlacePage::Index if is_region => None,
        PlacePage::Data => of_region(PlacePage::Data),
        PlacePage::Index => of_region(PlacePage::Index),
        PlacePage::Event(event) => here(
            PlacePage::Plan(event.plan.clone()),
            Some(event.event.as_str()),
        ),
        PlacePage::Wall(plan) | PlacePage::Results(plan) | PlacePage::Confirmation(plan) => {
            here(PlacePage::Plan(plan.clone()), None)
        }
        PlacePage::Section(code) => here(PlacePage::Home, Some(code)),
        PlacePage::Calendar => here(PlacePage::Home, Some(FOLLOW)),
        PlacePage::Archive => here(PlacePage::Home, Some("plan")),
        PlacePage::Promises => here(PlacePage::Home, Some("itogi")),
        PlacePage::Completeness => here(PlacePage::Home, None),
        PlacePage::Comparison => Some((PageKey::Comparison, None)),
        PlacePage::Changes(_) => Some((PageKey::Changes(None), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::EventRef;

    fn slug(text: &str) -> Slug {
        Slug::parse(text).expect("a literal of the test is a slug")
    }

    fn address(extent: Extent, page: PlacePage) -> String {
        let path = TerritoryPath::parse("38-irkutskaya/zhigalovskiy").expect("a path");
        extent.address(&PageKey::place(&path, page))
    }

    #[test]
    fn what_has_no_page_of_its_own_stands_at_an_anchor() {
        let compact = |page| address(Extent::Compact, page);
        let event = PlacePage::Event(EventRef {
            plan: slug("2024"),
            event: slug("m07"),
        });
        let place = "38-irkutskaya/zhigalovskiy";
        assert_eq!(compact(event.clone()), format!("{place}/plan/2024/#m07"));
        assert_eq!(
            compact(PlacePage::Section("kontakty")),
            format!("{place}/#kontakty")
        );
        assert_eq!(compact(PlacePage::Data), "38-irkutskaya/dannye/");
        assert_eq!(compact(PlacePage::Home), format!("{place}/"));
        assert_eq!(
            address(Extent::Detailed, event),
            format!("{place}/plan/2024/m07/")
        );
    }

    #[test]
    fn no_contents_move_to_a_page_that_has_moved_itself() {
        let region = TerritoryPath::parse("38-irkutskaya").expect("a path");
        for path in [
            region.clone(),
            TerritoryPath::parse("38-irkutskaya/zhigalovskiy").expect("a path"),
        ] {
            for page in [
                PlacePage::Section("plan"),
                PlacePage::Wall(slug("2024")),
                PlacePage::Data,
                PlacePage::Index,
                PlacePage::Calendar,
                PlacePage::Comparison,
                PlacePage::Changes(Some(2024)),
            ] {
                if let Some((seat, _)) = Extent::Compact.seat(&PageKey::place(&path, page)) {
                    assert_eq!(Extent::Compact.seat(&seat), None, "{seat:?}");
                }
            }
        }
    }
}
