//! The ledger of promises, with the links of proofs followed to the pages and files of the portal.

use jiff::civil::Date;

use crate::model::ledger::{self, Entry, Lead};
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::site::page::{PageKey, PlacePage};
use crate::site::routes::Site;

/// The promises of a territory as of a day.
pub fn ledger<'a>(
    portal: &'a Portal,
    site: &Site,
    territory: &'a Territory,
    today: Date,
) -> Vec<Entry<'a>> {
    let file = |path: &str| portal.attachment(path.trim_start_matches('/'));
    ledger::entries(territory, today, &|link| lead(portal, site, link), &file)
}

/// Where the link of a proof leads.
fn lead<'a>(portal: &'a Portal, site: &Site, link: &str) -> Lead<'a> {
    if link.starts_with("https://") || link.starts_with("http://") {
        return Lead::Elsewhere;
    }
    let path = link.trim_start_matches('/');
    let path = path.split(['#', '?']).next().unwrap_or_default();
    match site.page_at(path) {
        // A page that was taken down proves nothing.
        Some(page) if matches!(*page, PageKey::Former(_)) => Lead::Nothing,
        Some(page) => own(portal, &page).unwrap_or(Lead::Page),
        None => portal.attachment(path).map_or(Lead::Nothing, Lead::File),
    }
}

fn own<'a>(portal: &'a Portal, page: &PageKey) -> Option<Lead<'a>> {
    Some(match page {
        PageKey::Practice(id) => {
            let mut practices = portal.practices();
            Lead::Practice(practices.find(|(_, practice)| &practice.id == id)?.1)
        }
        PageKey::Place(path, PlacePage::Document(id)) => {
            Lead::Document(portal.territory(path)?.document(id)?)
        }
        PageKey::Place(path, PlacePage::NewsItem(id)) => {
            let mut news = portal.territory(path)?.news.iter();
            Lead::News(news.find(|item| &item.id == id)?)
        }
        _ => return None,
    })
}
