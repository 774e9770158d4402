//! The scope of a site: the one that was asked for, else what its content amounts to.

use crate::model::portal::Portal;
use crate::model::scope::Scope;

/// Up to how many territories a portal gives every measure, list and table a page or a file of its own: no region has more
/// municipalities. Above it is a country: a site has room for a hundred thousand files and a gigabyte, and a territory with
/// three plans of fifty measures takes 350 files and 16 MB when nothing is spared.
pub const LARGE: usize = 100;

/// The scope of a portal.
pub fn scope(portal: &Portal) -> Scope {
    let municipalities = portal.municipalities().count();
    portal
        .settings
        .scope
        .unwrap_or(match portal.territories.len() {
            many if many > LARGE => Scope::Hub,
            _ if municipalities == 1 => Scope::Municipality,
            _ => Scope::Region,
        })
}
