//! Data of the portal in formats for programs: one format a file.

pub mod changes;
pub mod csv;
pub mod json;
pub mod rows;
pub mod sitemap;

use jiff::civil::Date;

use crate::model::portal::Portal;
use crate::site::Site;

/// A published file that is not a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Path from the root of the site.
    pub path: String,
    /// Bytes.
    pub bytes: Vec<u8>,
}

/// Every data file of a portal. `today` decides what counts as past; `address` is where the portal is published, without
/// which there can be no sitemap, since a sitemap holds absolute addresses.
pub fn files(portal: &Portal, site: &Site, today: Date, address: Option<&str>) -> Vec<DataFile> {
    let rows = rows::events(portal, today);
    let mut files = vec![
        DataFile {
            path: "dannye/sobytiya.csv".to_owned(),
            bytes: csv::events(&rows),
        },
        DataFile {
            path: "dannye/v1/events.json".to_owned(),
            bytes: json::events(&rows, today),
        },
    ];
    if let Some(address) = address {
        files.push(DataFile {
            path: "sitemap.xml".to_owned(),
            bytes: sitemap::sitemap(site, address),
        });
        files.push(DataFile {
            path: "robots.txt".to_owned(),
            bytes: sitemap::robots(address),
        });
    }
    files
}
