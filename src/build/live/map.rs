//! Whether a change of words leaves the map of the site as it was. To draw the map of a whole country takes longer than
//! to make a page.

use crate::build::live::unit::Owner;
use crate::model::portal::Portal;
use crate::site::Site;

/// True when what was touched gives the map the same pages and files as before. The map is made of what each territory
/// gives it and of what they share, so the maps of these alone are compared.
pub fn is_same<'a>(
    before: &Portal,
    now: &Portal,
    mut touched: impl Iterator<Item = &'a Owner>,
) -> bool {
    let map = |portal: &Portal, owner: &Owner| Site::new(&alone(portal, owner));
    before.collections == now.collections
        && before.said == now.said
        && before.lock == now.lock
        && touched.all(|owner| map(before, owner) == map(now, owner))
}

/// The portal as if it had this territory only, or none.
fn alone(portal: &Portal, owner: &Owner) -> Portal {
    let territories = portal.territories.iter();
    let own = territories.filter(|one| owner.as_ref() == Some(&one.path));
    Portal {
        territories: own.cloned().collect(),
        terms: portal.terms.clone(),
        collections: portal.collections.clone(),
        pages: portal.pages.clone(),
        settings: portal.settings.clone(),
        history: portal.history.clone(),
        ..Portal::default()
    }
}
