//! A news item.

use serde::Serialize;

use crate::model::id::Slug;
use crate::render::theme::ThemeError;
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::compact::parts::{PlanLinks, named_events};
use crate::render::views::parts::day::Day;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::russian;

#[derive(Serialize)]
struct NewsView<'a> {
    title: &'a str,
    date: Day,
    summary: Html,
    text: Html,
    plans: Vec<PlanLinks>,
    documents: Vec<Link>,
    schools: Vec<Link>,
    all: String,
}

/// The page of a news item.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let mut news = place.territory.news.iter();
    let item = news
        .find(|item| &item.id == id)
        .expect("a page of the site has its news item");
    let view = NewsView {
        title: &item.title,
        date: place.day(item.date),
        summary: place.words(&item.summary),
        text: place.prose(&item.text, 2),
        plans: named_events(place, &item.events),
        documents: item
            .documents
            .iter()
            .filter_map(|act| place.document_link(&act.to))
            .collect(),
        schools: place.school_links(&item.schools),
        all: place.href(PlacePage::Section("novosti")),
    };
    let head = Head {
        title: format!("{} ({})", item.title, russian::date_short(item.date)),
        description: item.summary.clone(),
    };
    render(place, "compact/news.html", head, &view)
}
