//! News as feeds: of the whole portal, of each territory, and of schools that news name. A file depends on the territory
//! whose news it has (that of the portal on all), on the day, and on the title and the address of the portal.

use jiff::civil::Date;

use crate::export::DataFile;
use crate::export::feeds::atom::atom;
use crate::export::feeds::feed::{Entry, Feed, LONGEST, moment, tag};
use crate::export::feeds::json::json;
use crate::export::feeds::plain::plain;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::prose::Prose;
use crate::model::record::news::NewsItem;
use crate::site::feeds::{NewsFeed, news_feeds};
use crate::site::{Address, PageKey, PlacePage};

/// What feeds depend on beside the portal.
#[derive(Clone, Copy)]
pub struct Publishing<'a> {
    /// The day of the data, for feeds that have no entry yet.
    pub today: Date,
    /// Where the portal is published, with a slash at the end; without it links are relative to the feed.
    pub address: Option<&'a str>,
    /// A text of an editor as HTML whose links start from the file of this path.
    pub html: &'a (dyn Fn(&Prose, &str) -> String + Sync),
}

/// The most entries of a short feed.
const FEW: usize = 10;

/// Letters of the summary of an entry in a short feed.
const SHORT: usize = 160;

/// Every feed of news, each as Atom and as JSON.
pub fn files(portal: &Portal, publishing: &Publishing<'_>) -> Vec<DataFile> {
    let feeds = news_feeds(portal).into_iter();
    feeds.flat_map(|one| of(portal, &one, publishing)).collect()
}

/// The files of one feed.
pub fn of(portal: &Portal, one: &NewsFeed, publishing: &Publishing<'_>) -> Vec<DataFile> {
    let feed = feed(portal, one, publishing);
    let file = |path, bytes| DataFile { path, bytes };
    let json = (!one.is_short(portal)).then(|| file(one.json(), json(&feed)));
    std::iter::once(file(one.atom(), atom(&feed)))
        .chain(json)
        .collect()
}

/// One feed. News do not say who wrote them, so their author is the portal that publishes them.
fn feed(portal: &Portal, one: &NewsFeed, publishing: &Publishing<'_>) -> Feed {
    let link = |target: &str| match publishing.address {
        Some(address) => format!("{address}{target}"),
        None => Address::new(one.atom()).to(target),
    };
    let news = one.news(portal);
    let short = one.is_short(portal);
    let entries: Vec<Entry> = news
        .iter()
        .take(if short { FEW } else { LONGEST })
        .map(|(territory, item)| {
            let link = link(&page(territory, item));
            match short {
                true => short_entry(territory, item, link),
                false => entry(territory, item, one, publishing, link),
            }
        })
        .collect();
    let newest = news.first().map_or(publishing.today, |(_, item)| item.date);
    Feed {
        id: tag(&format!("{}lenta", one.folder())),
        title: title(portal, one),
        description: "Новости о поддержке школ, новые сверху.".to_owned(),
        author: portal.settings.title.clone(),
        updated: moment(newest),
        page: link(&one.page_address(portal)),
        atom: link(&one.atom()),
        json: match short {
            true => String::new(),
            false => link(&one.json()),
        },
        entries,
    }
}

fn entry(
    territory: &Territory,
    item: &NewsItem,
    feed: &NewsFeed,
    publishing: &Publishing<'_>,
    link: String,
) -> Entry {
    let html = (publishing.html)(&item.text, &feed.atom());
    // News of many places are told apart by the name of the place.
    let title = match feed {
        NewsFeed::Portal => format!("{}: {}", territory.names.name, item.title),
        NewsFeed::Place(_) | NewsFeed::School(..) => item.title.clone(),
    };
    Entry {
        id: tag(&page(territory, item)),
        title,
        updated: moment(item.date),
        link,
        summary: item.summary.clone(),
        text: plain(&html),
        html,
    }
}

fn page(territory: &Territory, item: &NewsItem) -> String {
    let page = PageKey::place(&territory.path, PlacePage::NewsItem(item.id.clone()));
    page.address().as_str().to_owned()
}

/// An entry without its text.
fn short_entry(territory: &Territory, item: &NewsItem, link: String) -> Entry {
    let mut letters = item.summary.char_indices();
    let summary = match letters.nth(SHORT) {
        None => item.summary.clone(),
        Some((at, _)) => {
            let cut = &item.summary[..at];
            let whole = cut.rfind(' ').map_or(cut, |at| &cut[..at]);
            format!("{whole}…")
        }
    };
    Entry {
        id: tag(&page(territory, item)),
        title: item.title.clone(),
        updated: moment(item.date),
        link,
        summary,
        text: String::new(),
        html: String::new(),
    }
}

/// The heading of a feed.
fn title(portal: &Portal, feed: &NewsFeed) -> String {
    let about = match feed {
        NewsFeed::Portal => return format!("{}: новости", portal.settings.title),
        NewsFeed::Place(path) => portal.territory(path).map(|t| t.names.name.as_str()),
        NewsFeed::School(path, id) => portal
            .territory(path)
            .and_then(|territory| territory.school(id))
            .map(|school| school.name.as_str()),
    };
    format!("{}: новости", about.unwrap_or_default())
}
