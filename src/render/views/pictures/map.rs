//! The map of regions: a square for each subject of the federation, those with pages on the portal filled.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::render::views::pictures::tiles::{COLUMNS, ROWS, TILES};

/// Width and height of a square with the gap after it.
const STEP: usize = 20;

/// The map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionMap {
    width: usize,
    height: usize,
    /// Squares of regions without pages, as path data.
    pub empty: String,
    /// Names on them.
    names: Vec<Name>,
    /// Regions with pages.
    pub filled: Vec<Filled>,
    /// How many subjects there are.
    pub total: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Name {
    x: usize,
    y: usize,
    short: &'static str,
}

/// A region with pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filled {
    x: usize,
    y: usize,
    short: &'static str,
    /// Its name on the portal.
    pub name: String,
    /// Its page.
    pub href: String,
}

impl RegionMap {
    /// Draws the regions of a portal; `href` leads to the page of one.
    pub fn new(portal: &Portal, href: &dyn Fn(&Territory) -> String) -> RegionMap {
        let mut map = RegionMap {
            width: COLUMNS * STEP,
            height: ROWS * STEP,
            empty: String::new(),
            names: Vec::new(),
            filled: Vec::new(),
            total: TILES.len(),
        };
        for tile in TILES {
            let (x, y) = (tile.column * STEP + 1, tile.row * STEP + 1);
            let side = STEP - 2;
            let region = portal.regions().find(|region| code(region) == tile.code);
            if let Some(region) = region {
                map.filled.push(Filled {
                    x,
                    y,
                    short: tile.short,
                    name: region.names.name.clone(),
                    href: href(region),
                });
            } else {
                map.empty
                    .push_str(&format!("M{x} {y}h{side}v{side}h-{side}z"));
                map.names.push(Name {
                    x: x + side / 2,
                    y: y + side / 2,
                    short: tile.short,
                });
            }
        }
        map
    }
}

/// The number that begins a region's identifier: «38» of `38-irkutskaya`.
fn code(region: &Territory) -> &str {
    let id = region.path.region.as_str();
    id.split_once('-').map_or(id, |(code, _)| code)
}
