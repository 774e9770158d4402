//! Data of the portal in formats for programs: one format a file.

pub mod archive;
pub mod calendar;
pub mod changes;
pub mod data;
pub mod feeds;
pub mod formats;
pub mod former;
pub mod metadata;
pub mod sitemap;
pub mod table;
pub mod tables;

use crate::site::Site;

/// A published file that is not a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Path from the root of the site.
    pub path: String,
    /// Bytes.
    pub bytes: Vec<u8>,
}

/// What search engines read. `address` is where the portal is published, without which there can be no sitemap, since a
/// sitemap holds absolute addresses; `changed` tells when a page was last changed, when that is known.
pub fn for_search_engines(
    site: &Site,
    address: Option<&str>,
    changed: sitemap::Changed<'_>,
) -> Vec<DataFile> {
    let Some(address) = address else {
        return Vec::new();
    };
    let mut files = sitemap::files(site, address, changed);
    files.push(DataFile {
        path: "robots.txt".to_owned(),
        bytes: sitemap::robots(address),
    });
    files
}
