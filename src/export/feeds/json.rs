//! JSON Feed 1.1.

use serde::Serialize;

use crate::export::feeds::feed::{Entry, Feed, LONGEST, is_absolute};

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    home_page_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed_url: Option<&'a str>,
    description: &'a str,
    language: &'static str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    /// Addresses must be absolute: without the portal's address there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content_html: &'a str,
    content_text: &'a str,
    date_published: String,
    date_modified: String,
    language: &'static str,
}

/// The feed as JSON.
pub fn json(feed: &Feed) -> Vec<u8> {
    let known = |address| Some(address).filter(|address: &&str| is_absolute(address));
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: known(&feed.page),
        feed_url: known(&feed.json),
        description: &feed.description,
        language: "ru",
        authors: [Author { name: &feed.author }],
        items: feed.entries.iter().take(LONGEST).map(item).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).expect("texts are always JSON");
    bytes.push(b'\n');
    bytes
}

fn item(entry: &Entry) -> Item<'_> {
    Item {
        id: &entry.id,
        url: Some(entry.link.as_str()).filter(|link| is_absolute(link)),
        title: &entry.title,
        summary: &entry.summary,
        content_html: &entry.html,
        content_text: &entry.text,
        date_published: entry.updated.to_string(),
        date_modified: entry.updated.to_string(),
        language: "ru",
    }
}
