//! Where the files of a region's site lie in the tree of the country.

use crate::federation::manifest::Manifest;

/// What becomes of a file when its site is joined to a hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lies {
    /// In the folder of its region: it may stay on an address of its own.
    Region,
    /// In a folder that all regions share, under a name of its own: it goes where the hub is.
    Shared,
    /// The hub makes its own.
    Hub,
}

/// Folders of the root in which every region has a folder of its own.
const BY_REGION: &[&str] = &["dannye/v1/", "poisk/i/"];

/// The folder of practices.
const PRACTICES: &str = "praktiki/";

/// Tells where the files of one site lie.
pub struct Tree<'a> {
    regions: Vec<&'a str>,
    practices: std::collections::BTreeSet<&'a str>,
}

impl<'a> Tree<'a> {
    /// The tree of a site.
    pub fn new(manifest: &'a Manifest) -> Tree<'a> {
        let places = manifest.territories.iter();
        let practices = places.flat_map(|place| &place.practices);
        Tree {
            regions: manifest.regions(),
            practices: practices.map(|practice| practice.id.as_str()).collect(),
        }
    }

    /// Where a file lies.
    pub fn lies(&self, path: &str) -> Lies {
        let first = |path: &'_ str| path.split('/').next().unwrap_or_default().to_owned();
        let of_region = |path: &str| self.regions.contains(&first(path).as_str());
        let by_region = || {
            BY_REGION
                .iter()
                .filter_map(|folder| path.strip_prefix(folder))
        };
        let practice = || path.strip_prefix(PRACTICES).map(first);
        if of_region(path) {
            Lies::Region
        } else if by_region().any(of_region)
            || practice().is_some_and(|id| self.practices.contains(id.as_str()))
        {
            Lies::Shared
        } else {
            Lies::Hub
        }
    }
}
