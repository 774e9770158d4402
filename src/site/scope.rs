//! The scope of a site: the one that was asked for, else what its content amounts to.

use crate::model::portal::Portal;
use crate::model::scope::Scope;

/// Up to how many territories a portal gives every measure, list and table a page or a file of its own. Above it is a
/// country: a site has room for a hundred thousand files and a gigabyte.
pub const LARGE: usize = 300;

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
