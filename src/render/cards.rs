//! Pictures that other sites show beside a link to the portal: one for the portal, one for each territory, one for each
//! plan. Here they are orders: the SVG, ready to be painted, and the name of the file. The name holds a hash of
//! everything the picture is made from, so a file that stands already need not be painted again.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::site::{PageKey, PlacePage};

/// Width of a card in pixels, as networks ask for.
pub const WIDTH: usize = 1200;
/// Height of a card.
pub const HEIGHT: usize = 630;

/// Raised when the same SVG gives other bytes: a new renderer, other settings of the PNG.
const PAINTING: &str = "resvg 0.49, 16 colours, 1";

/// A card to be painted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// File of the output folder.
    pub path: String,
    /// The picture.
    pub svg: String,
    /// What it says, for those who do not see it.
    pub alt: String,
}

impl Order {
    /// The card of a page; `fonts` tells the fonts it will be painted with from others.
    pub fn new(page: &PageKey, svg: String, alt: String, fonts: u64) -> Order {
        let hash = xxh3_64(format!("{PAINTING}, {fonts:x}\n{svg}").as_bytes());
        let path = format!("{}kartochka-{hash:016x}.png", page.address().as_str());
        Order { path, svg, alt }
    }
}

/// The cards of a portal by the pages they are drawn for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cards(BTreeMap<PageKey, Order>);

impl Cards {
    /// Collects cards.
    pub fn new(cards: impl IntoIterator<Item = (PageKey, Order)>) -> Cards {
        Cards(cards.into_iter().collect())
    }

    /// All cards, in the order of their pages.
    pub fn orders(&self) -> impl Iterator<Item = &Order> {
        self.0.values()
    }

    /// The card shown beside a link to a page: that of its plan, of its territory, or of the portal.
    pub fn of(&self, page: &PageKey) -> Option<&Order> {
        let place = |path, page| self.0.get(&PageKey::place(path, page));
        let own = match page {
            PageKey::Place(path, page) => {
                let plan = match page {
                    PlacePage::Plan(id) | PlacePage::Results(id) => Some(id),
                    PlacePage::Event(event) => Some(&event.plan),
                    _ => None,
                };
                plan.and_then(|id| place(path, PlacePage::Plan(id.clone())))
                    .or_else(|| place(path, PlacePage::Home))
            }
            _ => None,
        };
        own.or_else(|| self.0.get(&PageKey::Home))
    }
}
