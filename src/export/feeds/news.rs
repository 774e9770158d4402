//! News as feeds: of the whole portal, of each territory, and of schools that news name.

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
    pub html: &'a dyn Fn(&Prose, &str) -> String,
}

/// Every feed of news, each as Atom and as JSON.
pub fn files(portal: &Portal, publishing: &Publishing<'_>) -> Vec<DataFile> {
    let pair = |one: NewsFeed| {
        let feed = feed(portal, &one, publishing);
        let file = |path, bytes| DataFile { path, bytes };
        [file(one.atom(), atom(&feed)), file(one.json(), json(&feed))]
    };
    news_feeds(portal).into_iter().flat_map(pair).collect()
}

/// One feed. News do not say who wrote them, so their author is the portal that publishes them.
fn feed(portal: &Portal, one: &NewsFeed, publishing: &Publishing<'_>) -> Feed {
    let link = |target: &str| match publishing.address {
        Some(address) => format!("{address}{target}"),
        None => Address::new(one.atom()).to(target),
    };
    let news = one.news(portal);
    let entries: Vec<Entry> = news
        .iter()
        .take(LONGEST)
        .map(|(territory, item)| entry(territory, item, one, publishing, &link))
        .collect();
    let newest = news.first().map_or(publishing.today, |(_, item)| item.date);
    Feed {
        id: tag(&format!("{}lenta", one.folder())),
        title: title(portal, one),
        description: "Новости о поддержке школ, новые сверху.".to_owned(),
        author: portal.settings.title.clone(),
        updated: moment(newest),
        page: link(one.page().address().as_str()),
        atom: link(&one.atom()),
        json: link(&one.json()),
        entries,
    }
}

fn entry(
    territory: &Territory,
    item: &NewsItem,
    feed: &NewsFeed,
    publishing: &Publishing<'_>,
    link: &dyn Fn(&str) -> String,
) -> Entry {
    let page = PageKey::place(&territory.path, PlacePage::NewsItem(item.id.clone()));
    let page = page.address();
    let html = (publishing.html)(&item.text, &feed.atom());
    // News of many places are told apart by the name of the place.
    let title = match feed {
        NewsFeed::Portal => format!("{}: {}", territory.names.name, item.title),
        NewsFeed::Place(_) | NewsFeed::School(..) => item.title.clone(),
    };
    Entry {
        id: tag(page.as_str()),
        title,
        updated: moment(item.date),
        link: link(page.as_str()),
        summary: item.summary.clone(),
        text: plain(&html),
        html,
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
