//! Cards of a region, many neighbouring documents in a file, each different text of them once.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::model::portal::Portal;
use crate::search::index::batch::Card;
use crate::search::index::cards::Places;

/// Documents whose cards are in one file.
pub const BLOCK: u32 = 256;

/// A card: territory as a place in the list plus one; kind, address, title, second line, third line as places in the list of
/// texts; year; status as one of the texts.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Shown(
    pub usize,
    pub usize,
    pub usize,
    pub usize,
    pub usize,
    pub usize,
    pub i16,
    pub usize,
);

/// A file of cards as it is read.
#[derive(Debug, Deserialize)]
pub struct Block {
    /// Territories: folder, name, name of the region (empty for a region).
    pub p: Vec<(String, String, String)>,
    /// Texts.
    pub s: Vec<String>,
    /// Cards.
    pub c: Vec<Shown>,
}

#[derive(Serialize)]
struct Written<'a> {
    p: Vec<(String, &'a str, String)>,
    s: Vec<String>,
    c: Vec<Shown>,
}

/// Files of cards in the making.
pub struct Blocks<'a> {
    portal: &'a Portal,
    done: Vec<Vec<u8>>,
    places: Places,
    texts: FxHashMap<String, usize>,
    cards: Vec<Shown>,
}

impl<'a> Blocks<'a> {
    /// No cards yet.
    pub fn new(portal: &'a Portal) -> Blocks<'a> {
        Blocks {
            portal,
            done: Vec::new(),
            places: Places::default(),
            texts: FxHashMap::default(),
            cards: Vec::with_capacity(BLOCK as usize),
        }
    }

    /// Adds the card of the next document.
    pub fn add(&mut self, card: &Card) {
        let place = self.places.number(card.0);
        let shown = Shown(
            place,
            self.text(card.1),
            self.text(&card.2),
            self.text(&card.3),
            self.text(&card.4),
            self.text(&card.5),
            card.6,
            self.text(card.7),
        );
        self.cards.push(shown);
        if self.cards.len() == BLOCK as usize {
            self.write();
        }
    }

    /// All files.
    pub fn finish(mut self) -> Vec<Vec<u8>> {
        if !self.cards.is_empty() {
            self.write();
        }
        self.done
    }

    fn text(&mut self, text: &str) -> usize {
        if let Some(known) = self.texts.get(text) {
            return *known;
        }
        let number = self.texts.len();
        self.texts.insert(text.to_owned(), number);
        number
    }

    fn write(&mut self) {
        let mut s = vec![String::new(); self.texts.len()];
        for (text, number) in self.texts.drain() {
            s[number] = text;
        }
        let written = Written {
            p: std::mem::take(&mut self.places).named(self.portal),
            s,
            c: std::mem::take(&mut self.cards),
        };
        self.done
            .push(serde_json::to_vec(&written).unwrap_or_default());
    }
}
