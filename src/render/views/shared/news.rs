//! News of all territories, newest first.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::record::news::NewsItem;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::parts::feed::FeedLinks;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::words::Html;
use crate::site::feeds::NewsFeed;
use crate::site::{Extent, PageKey, PlacePage};

/// How many news items of a whole country one page can hold.
const LATEST: usize = 100;

#[derive(Serialize)]
struct NewsView {
    summary: String,
    years: Vec<NewsYear>,
    feed: Option<FeedLinks>,
}

#[derive(Serialize)]
struct NewsYear {
    year: i16,
    items: Vec<NewsLine>,
}

/// A news item in a list.
#[derive(Debug, Clone, Serialize)]
pub struct NewsLine {
    iso: String,
    date: String,
    title: Link,
    place: Link,
    summary: Html,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::News;
    let cite = Cite::new(context, &key);
    let all = newest(context.portal).count();
    let shown = match context.site.extent() {
        Extent::Detailed => all,
        Extent::Compact => LATEST,
    };
    let items: Vec<_> = newest(context.portal).take(shown).collect();
    let years = items
        .chunk_by(|(_, a), (_, b)| a.date.year() == b.date.year())
        .map(|run| NewsYear {
            year: run[0].1.date.year(),
            items: run
                .iter()
                .map(|(territory, item)| line(&cite, territory, item))
                .collect(),
        })
        .collect();
    let view = NewsView {
        summary: cite.counted(all, count::NEWS),
        years,
        feed: FeedLinks::new(context, &context.linker(&key), &NewsFeed::Portal),
    };
    let head = Head {
        title: cite.say("Новости всех районов", &[]),
        description: cite.say(
            "Новости о поддержке школ из всех районов портала, новые сверху.",
            &[],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "news.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// All news, newest first; of one day in the order of territories.
pub fn newest(portal: &Portal) -> impl Iterator<Item = (&Territory, &NewsItem)> {
    NewsFeed::Portal.news(portal).into_iter()
}

/// A news item in a list.
pub fn line(cite: &Cite<'_, '_>, territory: &Territory, item: &NewsItem) -> NewsLine {
    let page = PageKey::place(&territory.path, PlacePage::NewsItem(item.id.clone()));
    NewsLine {
        iso: item.date.to_string(),
        date: cite.context.words.date(item.date),
        title: Link {
            text: cite.verbatim(&item.title, territory),
            href: cite.href(&page),
        },
        place: cite.territory(territory),
        summary: cite.verbatim(&item.summary, territory),
    }
}
