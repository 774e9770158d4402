//! Files that programs come back for, by many threads: calendars and feeds. Each goes away as soon as it is made.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::build::data::Give;
use crate::export::{DataFile, calendar, feeds};
use crate::model::portal::Portal;
use crate::model::prose::Prose;
use crate::site::Site;
use crate::site::calendars::calendars;
use crate::site::feeds::{change_feeds, news_feeds};

/// Makes all of them. `address` is where the portal is published, when that is known; `html` gives a text of an editor
/// whose links start from the file of a path.
pub fn files(
    (portal, site): (&Portal, &Site),
    (today, address): (Date, Option<&str>),
    html: &(dyn Fn(&Prose, &str) -> String + Sync),
    give: Give<'_>,
) {
    let publishing = calendar::Publishing {
        today,
        address,
        revision: &|place, event| portal.history.revision(&place.path, event),
    };
    calendars(portal).par_iter().for_each(|one| {
        give(DataFile {
            path: one.path(),
            bytes: calendar::file(portal, one, &publishing),
        });
    });
    let publishing = feeds::news::Publishing {
        today,
        address,
        html,
    };
    news_feeds(portal).par_iter().for_each(|one| {
        let files = feeds::news::of(portal, one, &publishing);
        files.into_iter().for_each(give);
    });
    change_feeds(portal).par_iter().for_each(|one| {
        let files = feeds::changes::of((portal, site), one, today, address);
        files.into_iter().for_each(give);
    });
}
