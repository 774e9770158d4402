//! Changes as feeds: of the whole portal and of each territory.

use jiff::civil::Date;

use crate::export::DataFile;
use crate::export::changes::{ChangeEntry, entries};
use crate::export::feeds::atom::atom;
use crate::export::feeds::feed::{Entry, Feed, LONGEST, moment, tag};
use crate::export::feeds::json::json;
use crate::model::portal::Portal;
use crate::site::feeds::{ChangeFeed, change_feeds};
use crate::site::{Address, Site};

/// Every feed of changes, each as Atom and as JSON. `today` dates feeds that have no entry yet; `address` is where the
/// portal is published, without which links are relative to the feed.
pub fn files(portal: &Portal, site: &Site, today: Date, address: Option<&str>) -> Vec<DataFile> {
    let feeds = change_feeds(portal).into_iter();
    feeds
        .flat_map(|one| of((portal, site), &one, today, address))
        .collect()
}

/// The files of one feed.
pub fn of(
    (portal, site): (&Portal, &Site),
    one: &ChangeFeed,
    today: Date,
    address: Option<&str>,
) -> [DataFile; 2] {
    let feed = feed(portal, site, one, today, address);
    let file = |path, bytes| DataFile { path, bytes };
    [file(one.atom(), atom(&feed)), file(one.json(), json(&feed))]
}

/// One feed. A change is published by the portal, whoever typed it.
fn feed(
    portal: &Portal,
    site: &Site,
    one: &ChangeFeed,
    today: Date,
    address: Option<&str>,
) -> Feed {
    let link = |target: &str| match address {
        Some(address) => format!("{address}{target}"),
        None => Address::new(one.atom()).to(target),
    };
    let found = entries(portal, site, one.0.as_ref(), LONGEST);
    let name = one.0.as_ref().and_then(|path| portal.territory(path));
    let name = name.map_or(portal.settings.title.as_str(), |place| &place.names.name);
    Feed {
        id: tag(&format!("{}lenta", one.folder())),
        title: format!("{name}: что изменилось"),
        description: "Изменения в планах, документах и новостях о поддержке школ, новые сверху."
            .to_owned(),
        author: portal.settings.title.clone(),
        updated: found.first().map_or(moment(today), |newest| newest.updated),
        page: link(one.page().address().as_str()),
        atom: link(&one.atom()),
        json: link(&one.json()),
        entries: found
            .iter()
            .map(|change| entry(change, one, &link))
            .collect(),
    }
}

fn entry(change: &ChangeEntry, feed: &ChangeFeed, link: &dyn Fn(&str) -> String) -> Entry {
    // Changes of many places are told apart by the name of the place.
    let title = match (&change.place, &feed.0) {
        (Some(place), None) => format!("{place}. {}", change.title),
        _ => change.title.clone(),
    };
    let lines = change
        .lines
        .iter()
        .map(|line| format!("<p>{}</p>", escaped(line)));
    Entry {
        id: tag(&format!("izmeneniya/{}", change.id)),
        title,
        updated: change.updated,
        link: link(&change.link),
        summary: change.lines.join("; "),
        html: lines.collect(),
        text: change.lines.join("\n"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
