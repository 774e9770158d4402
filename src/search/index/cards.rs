//! Cards of documents, some in a file: what the list of results shows.

use serde::Serialize;

use crate::model::portal::Portal;
use crate::search::document::Kind;
use crate::search::index::batch::{Card, region_name};

/// Letters of a title that stand in its head.
const SHORT: usize = 32;
/// Kinds that seldom come first: the page waits for their cards.
const WITHOUT_HEAD: [&str; 4] = [
    Kind::Person.code(),
    Kind::Act.code(),
    Kind::News.code(),
    Kind::Page.code(),
];

/// A file of cards.
#[derive(Debug, Serialize)]
struct Block<'a> {
    /// Territories: folder, name, name of the region (empty for a region).
    p: Vec<(String, &'a str, String)>,
    /// Cards; the first member is the place in `p` plus one, 0 for none.
    c: Vec<Option<Shown<'a>>>,
}

#[derive(Debug, Serialize)]
struct Shown<'a>(
    usize,
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    &'a str,
    i16,
    &'a str,
);

/// Files of cards, `size` documents each; `None` stands for a number without a document.
pub fn blocks(portal: &Portal, cards: &[Option<&Card>], size: usize) -> Vec<String> {
    cards
        .chunks(size)
        .map(|cards| serde_json::to_string(&block(portal, cards)).unwrap_or_default())
        .collect()
}

fn block<'a>(portal: &'a Portal, cards: &[Option<&'a Card>]) -> Block<'a> {
    let mut places = Places::default();
    let c = cards
        .iter()
        .map(|card| {
            let card = (*card)?;
            let place = places.number(card.0);
            Some(Shown(
                place, card.1, &card.2, &card.3, &card.4, &card.5, card.6, card.7,
            ))
        })
        .collect();
    Block {
        p: places.named(portal),
        c,
    }
}

/// How documents begin: territory, kind, address, title. A page shows them until their cards come.
#[derive(Debug, Serialize)]
struct Heads<'a> {
    /// Territories, as in a file of cards.
    p: Vec<(String, &'a str, String)>,
    /// Beginnings of cards by number of the document; 0 for none.
    c: Vec<Head<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Head<'a> {
    Known(usize, &'a str, &'a str, String),
    None(u8),
}

/// The file of heads of a small part.
pub fn heads(portal: &Portal, cards: &[Option<&Card>]) -> String {
    let mut places = Places::default();
    let c = cards
        .iter()
        .map(|card| {
            let Some(card) = card.filter(|card| !WITHOUT_HEAD.contains(&card.1)) else {
                return Head::None(0);
            };
            Head::Known(places.number(card.0), card.1, &card.2, short(&card.3))
        })
        .collect();
    let heads = Heads {
        p: places.named(portal),
        c,
    };
    serde_json::to_string(&heads).unwrap_or_default()
}

/// The first words of a title.
fn short(title: &str) -> String {
    let Some((end, _)) = title.char_indices().nth(SHORT) else {
        return title.to_owned();
    };
    let end = title[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &title[..end])
}

/// The territories of a file, in the order in which its cards first name them.
#[derive(Default)]
pub struct Places(Vec<usize>);

impl Places {
    /// Place of a territory plus one; 0 for none.
    pub fn number(&mut self, territory: Option<usize>) -> usize {
        let Some(territory) = territory else { return 0 };
        match self.0.iter().position(|known| *known == territory) {
            Some(known) => known + 1,
            None => {
                self.0.push(territory);
                self.0.len()
            }
        }
    }

    /// Folder, name, name of the region (empty for a region).
    pub fn named(self, portal: &Portal) -> Vec<(String, &str, String)> {
        let territories = self.0.into_iter();
        let known = territories.filter_map(|index| portal.territories.get(index));
        known
            .map(|territory| {
                let region = if territory.is_region() {
                    String::new()
                } else {
                    region_name(portal, &territory.path)
                };
                (
                    territory.path.to_string(),
                    territory.names.name.as_str(),
                    region,
                )
            })
            .collect()
    }
}
