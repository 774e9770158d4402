//! The same in other forms: feeds and calendars that programs find through the head of a page.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::site::calendars::Calendar;
use crate::site::feeds::NewsFeed;
use crate::site::{PageKey, PlacePage};

/// A `<link rel="alternate">`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// Media type.
    pub kind: &'static str,
    /// What it is.
    pub title: String,
    /// Address relative to the page.
    pub href: String,
}

/// What the head of a page names: the feed of its place or of the portal, of a school its own, and its calendar.
pub fn alternates(context: &Context<'_>, key: &PageKey, linker: &Linker) -> Vec<Alternate> {
    let mut found = Vec::new();
    for feed in feeds(context, key) {
        let name = feed_name(context, &feed);
        for (kind, path) in [
            ("application/atom+xml", feed.atom()),
            ("application/feed+json", feed.json()),
        ] {
            if !context.site.has_file(&path) {
                continue;
            }
            found.push(Alternate {
                kind,
                title: context.words.phrase("Новости: {1}", &[&name]),
                href: linker.path(&path),
            });
        }
    }
    if let Some(calendar) = calendar(key).filter(|one| context.site.has_file(&one.path())) {
        found.push(Alternate {
            kind: "text/calendar",
            title: context.words.phrase("Календарь мероприятий", &[]),
            href: linker.path(&calendar.path()),
        });
    }
    found
}

fn feeds(context: &Context<'_>, key: &PageKey) -> Vec<NewsFeed> {
    let wanted = match key {
        PageKey::NotFound => Vec::new(),
        PageKey::Place(place, PlacePage::School(id)) => vec![
            NewsFeed::School(place.clone(), id.clone()),
            NewsFeed::Place(place.clone()),
        ],
        PageKey::Place(place, _) => vec![NewsFeed::Place(place.clone())],
        _ => vec![NewsFeed::Portal],
    };
    let there = |feed: &NewsFeed| context.site.has_file(&feed.atom());
    let found: Vec<NewsFeed> = wanted.into_iter().filter(there).collect();
    match found.is_empty() && *key != PageKey::NotFound {
        // A region that only lists its districts has no news of its own.
        true => vec![NewsFeed::Portal],
        false => found,
    }
}

fn feed_name(context: &Context<'_>, feed: &NewsFeed) -> String {
    let portal = context.portal;
    let name = match feed {
        NewsFeed::Portal => Some(portal.settings.title.as_str()),
        NewsFeed::Place(path) => portal.territory(path).map(|t| t.names.name.as_str()),
        NewsFeed::School(path, id) => portal
            .territory(path)
            .and_then(|territory| territory.school(id))
            .map(|school| school.name.as_str()),
    };
    name.unwrap_or_default().to_owned()
}

/// The calendar that says the same as a page.
fn calendar(key: &PageKey) -> Option<Calendar> {
    match key {
        PageKey::Calendar | PageKey::Subscription => Some(Calendar::Portal),
        PageKey::Collection(id) => Some(Calendar::Collection(id.clone())),
        PageKey::Place(place, PlacePage::Calendar | PlacePage::Home) => {
            Some(Calendar::Place(place.clone()))
        }
        PageKey::Place(place, PlacePage::School(id)) => {
            Some(Calendar::School(place.clone(), id.clone()))
        }
        _ => None,
    }
}
