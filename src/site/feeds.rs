//! Which feeds of news and of changes the portal publishes for programs that read news, and where they lie.

use crate::model::id::{Slug, TerritoryPath};
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::record::news::NewsItem;
use crate::site::data::is_country;
use crate::site::extent::Extent;
use crate::site::page::{PageKey, PlacePage};

/// A feed of news. It is published twice, as Atom and as JSON Feed, side by side; that of a place of a country as Atom
/// alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NewsFeed {
    /// News of all territories.
    Portal,
    /// News of a region or municipality.
    Place(TerritoryPath),
    /// News that name a school.
    School(TerritoryPath, Slug),
}

impl NewsFeed {
    /// Path of the Atom file from the root of the portal.
    pub fn atom(&self) -> String {
        format!("{}lenta.xml", self.folder())
    }

    /// Path of the JSON file from the root of the portal.
    pub fn json(&self) -> String {
        format!("{}lenta.json", self.folder())
    }

    /// The page with the same news.
    pub fn page(&self) -> PageKey {
        match self {
            NewsFeed::Portal => PageKey::News,
            NewsFeed::Place(place) => PageKey::place(place, PlacePage::Section("novosti")),
            NewsFeed::School(place, id) => PageKey::place(place, PlacePage::School(id.clone())),
        }
    }

    /// The folder of both files, with a slash at the end.
    pub fn folder(&self) -> String {
        self.page().address().as_str().to_owned()
    }

    /// True when it is short, see [`is_country`]: the latest news of a place, each in a sentence, in one file.
    pub fn is_short(&self, portal: &Portal) -> bool {
        *self != NewsFeed::Portal && is_country(portal)
    }

    /// Its files.
    pub fn files(&self, portal: &Portal) -> Vec<String> {
        let json = (!self.is_short(portal)).then(|| self.json());
        std::iter::once(self.atom()).chain(json).collect()
    }

    /// Address of the page with the same news; in a country a place has them on its main page.
    pub fn page_address(&self, portal: &Portal) -> String {
        Extent::of(portal).address(&self.page())
    }

    /// Its news with their territories, newest first; of one day in the order of territories.
    pub fn news<'a>(&self, portal: &'a Portal) -> Vec<(&'a Territory, &'a NewsItem)> {
        let mut found: Vec<_> = match self {
            NewsFeed::Portal => portal.places().flat_map(own).collect(),
            NewsFeed::Place(place) => portal.territory(place).into_iter().flat_map(own).collect(),
            NewsFeed::School(place, id) => portal
                .territory(place)
                .into_iter()
                .flat_map(own)
                .filter(|(_, item)| names(item, id))
                .collect(),
        };
        found.sort_by_key(|(_, item)| std::cmp::Reverse(item.date));
        found
    }
}

/// A feed of changes, published like a feed of news: of a territory, or of the whole portal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangeFeed(pub Option<TerritoryPath>);

impl ChangeFeed {
    /// Path of the Atom file from the root of the portal.
    pub fn atom(&self) -> String {
        format!("{}lenta.xml", self.folder())
    }

    /// Path of the JSON file from the root of the portal.
    pub fn json(&self) -> String {
        format!("{}lenta.json", self.folder())
    }

    /// The page with the same changes.
    pub fn page(&self) -> PageKey {
        match &self.0 {
            None => PageKey::Changes(None),
            Some(place) => PageKey::place(place, PlacePage::Changes(None)),
        }
    }

    /// The folder of both files, with a slash at the end.
    pub fn folder(&self) -> String {
        self.page().address().as_str().to_owned()
    }
}

/// Every feed of changes, of a country that of all changes; none when the history of the content is not known.
pub fn change_feeds(portal: &Portal) -> Vec<ChangeFeed> {
    if !portal.history.is_known() {
        return Vec::new();
    }
    let places = portal.places().filter(|_| !is_country(portal));
    let places = places.map(|place| Some(place.path.clone()));
    std::iter::once(None)
        .chain(places)
        .map(ChangeFeed)
        .collect()
}

/// Every feed of news, in a fixed order; of schools those that some news item names, and none in a country.
pub fn news_feeds(portal: &Portal) -> Vec<NewsFeed> {
    let mut found = vec![NewsFeed::Portal];
    for territory in portal.territories.iter().filter(|t| t.has_dossier()) {
        found.push(NewsFeed::Place(territory.path.clone()));
        let named = territory
            .schools
            .iter()
            .filter(|school| !is_country(portal) && has_school_feed(territory, &school.id));
        found.extend(named.map(|s| NewsFeed::School(territory.path.clone(), s.id.clone())));
    }
    found
}

/// True when some news item of the territory names the school, so that it has a feed of its own.
pub fn has_school_feed(territory: &Territory, id: &Slug) -> bool {
    territory.news.iter().any(|item| names(item, id))
}

fn names(item: &NewsItem, id: &Slug) -> bool {
    item.schools.iter().any(|school| school.to == *id)
}

fn own(territory: &Territory) -> impl Iterator<Item = (&Territory, &NewsItem)> {
    territory.news.iter().map(move |item| (territory, item))
}
