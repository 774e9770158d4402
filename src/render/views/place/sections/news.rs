//! News and practices of a territory.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::place::section::RequiredSection;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::day::Day;
use crate::render::views::parts::feed::FeedLinks;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::event_line::EventLine;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::render::words::Html;
use crate::site::feeds::NewsFeed;
use crate::site::{PageKey, PlacePage};
use crate::text::russian;

#[derive(Serialize)]
struct NewsView {
    items: Vec<NewsRow>,
    calendar: String,
    all: String,
    feed: Option<FeedLinks>,
}

#[derive(Serialize)]
struct NewsRow {
    title: String,
    href: String,
    date: Day,
    summary: Html,
}

/// The list of news.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let own = NewsView {
        items: place
            .territory
            .news
            .iter()
            .map(|item| NewsRow {
                title: item.title.clone(),
                href: place.href(PlacePage::NewsItem(item.id.clone())),
                date: place.day(item.date),
                summary: place.words(&item.summary),
            })
            .collect(),
        calendar: place.href(PlacePage::Calendar),
        all: place.linker.page(&PageKey::News),
        feed: FeedLinks::new(
            place.context,
            &place.linker,
            &NewsFeed::Place(place.territory.path.clone()),
        ),
    };
    let lead = match own.items.first() {
        Some(item) => place.say("Последняя новость — {1}", &[&item.date.words]),
        None => place.say("Новостей пока нет.", &[]),
    };
    let filled = !own.items.is_empty();
    render(
        place,
        section,
        "place/novosti.html",
        About {
            lead,
            filled,
            related: !filled,
        },
        own,
    )
}

#[derive(Serialize)]
struct NewsItemView<'a> {
    title: &'a str,
    date: Day,
    summary: Html,
    text: Html,
    documents: Vec<Link>,
    events: Vec<EventLine<'a>>,
    schools: Vec<Link>,
    newer: Option<Link>,
    older: Option<Link>,
}

/// The page of a news item.
///
/// # Errors
/// When the template is at fault.
pub fn item(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let news = &place.territory.news;
    let at = news
        .iter()
        .position(|item| &item.id == id)
        .expect("a page of the site has its news item");
    let item = &news[at];
    let event = |id: &crate::model::id::EventRef| {
        let plan = place.territory.plan(&id.plan)?;
        plan.event(&id.event)
            .map(|(_, event)| EventLine::new(place, plan, event))
    };
    let view = NewsItemView {
        title: &item.title,
        date: place.day(item.date),
        summary: place.words(&item.summary),
        text: place.prose(&item.text, 2),
        documents: item
            .documents
            .iter()
            .filter_map(|act| place.document_link(&act.to))
            .collect(),
        events: item.events.iter().filter_map(|id| event(&id.to)).collect(),
        schools: place.school_links(&item.schools),
        newer: at.checked_sub(1).map(|at| place.news_link(&news[at])),
        older: news.get(at + 1).map(|item| place.news_link(item)),
    };
    let head = Head {
        title: format!("{} ({})", item.title, russian::date_short(item.date)),
        description: format!(
            "{} {}, {}",
            item.summary,
            place.label(),
            place.day(item.date).words
        ),
        parents: vec![place.parent("Новости", PlacePage::Section("novosti"))],
    };
    place.render("place/news-item.html", head, &view)
}

#[derive(Serialize)]
struct PracticesView<'a> {
    items: Vec<PracticeRow<'a>>,
    all: String,
}

#[derive(Serialize)]
struct PracticeRow<'a> {
    title: &'a str,
    href: String,
    kind: &'a str,
    year: &'a str,
    summary: Html,
}

/// The practices of a territory.
///
/// # Errors
/// When the template is at fault.
pub fn practices(
    place: &Place<'_>,
    section: &'static RequiredSection,
) -> Result<String, ThemeError> {
    let practices = &place.territory.practices;
    let own = PracticesView {
        items: practices
            .iter()
            .map(|practice| PracticeRow {
                title: &practice.title,
                href: place.linker.page(&PageKey::Practice(practice.id.clone())),
                kind: &practice.kind,
                year: &practice.year,
                summary: place.words(&practice.summary),
            })
            .collect(),
        all: place.linker.page(&PageKey::Practices),
    };
    let lead = match practices.len() {
        0 => place.say("Практики этой территории ещё не описаны.", &[]),
        number => place.say(
            "Что здесь делают и что можно перенять: {1}.",
            &[&place.counted(number, count::PRACTICES)],
        ),
    };
    let filled = !practices.is_empty();
    render(
        place,
        section,
        "place/praktiki.html",
        About {
            lead,
            filled,
            related: !filled,
        },
        own,
    )
}
