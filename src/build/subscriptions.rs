//! Files that programs come back for, by many threads: calendars and feeds. Each goes away as soon as it is made.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::build::data::Give;
use crate::export::feeds::{self, news::Publishing};
use crate::export::{DataFile, calendar};
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::calendars;
use crate::site::feeds::{change_feeds, news_feeds};

/// Every calendar. `address` is where the portal is published, when that is known.
pub fn calendars(portal: &Portal, (today, address): (Date, Option<&str>), give: Give<'_>) {
    let publishing = calendar::Publishing {
        today,
        address,
        revision: &|place, event| portal.history.revision(&place.path, event),
    };
    calendars::calendars(portal).par_iter().for_each(|one| {
        give(DataFile {
            path: one.path(),
            bytes: calendar::file(portal, one, &publishing),
        });
    });
}

/// Every feed of news and of changes.
pub fn feeds((portal, site): (&Portal, &Site), publishing: &Publishing<'_>, give: Give<'_>) {
    news_feeds(portal).par_iter().for_each(|one| {
        let files = feeds::news::of(portal, one, publishing);
        files.into_iter().for_each(give);
    });
    let (today, address) = (publishing.today, publishing.address);
    change_feeds(portal).par_iter().for_each(|one| {
        let files = feeds::changes::of((portal, site), one, today, address);
        files.into_iter().for_each(give);
    });
}
