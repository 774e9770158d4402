//! Cards of documents, some in a file: what the list of results shows.

use serde::Serialize;

use crate::model::portal::Portal;
use crate::search::index::batch::{Card, region_name};

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
    let mut places: Vec<usize> = Vec::new();
    let shown = cards
        .iter()
        .map(|card| {
            let card = (*card)?;
            let place = match card.0 {
                None => 0,
                Some(place) => match places.iter().position(|p| *p == place) {
                    Some(known) => known + 1,
                    None => {
                        places.push(place);
                        places.len()
                    }
                },
            };
            Some(Shown(
                place, card.1, &card.2, &card.3, &card.4, &card.5, card.6, card.7,
            ))
        })
        .collect();
    let places = places
        .into_iter()
        .filter_map(|index| portal.territories.get(index))
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
        .collect();
    Block {
        p: places,
        c: shown,
    }
}
