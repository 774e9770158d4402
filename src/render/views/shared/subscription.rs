//! How to have a calendar of the portal in one's own telephone, and its news in a program that reads feeds.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::subscribe::Subscribe;
use crate::render::views::shared::cite::{Cite, Link};
use crate::site::calendars::Calendar;
use crate::site::feeds::NewsFeed;
use crate::site::{PageKey, PlacePage};

/// So many places fit on one page; of more the reader chooses by the list of districts.
const PLACES: usize = 60;

#[derive(Serialize)]
struct SubscriptionView {
    /// The calendar of everything, where there is one.
    all: Option<Subscribe>,
    /// Calendars of regions and municipalities; empty when they are too many.
    places: Vec<PlaceCalendar>,
    districts: Link,
    schools: String,
    /// False while it is not known where the portal is published: then nothing can be subscribed to.
    has_address: bool,
    feed: Feeds,
}

#[derive(Serialize)]
struct PlaceCalendar {
    place: Link,
    calendar: Subscribe,
}

/// Addresses of the two forms of a feed.
#[derive(Serialize)]
struct Feeds {
    atom: String,
    json: String,
    page: String,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Subscription;
    let cite = Cite::new(context, &key);
    let linker = context.linker(&key);
    let calendar = |calendar: &Calendar| Subscribe::new(context, &linker, calendar);
    let place = |territory: &Territory| {
        Some(PlaceCalendar {
            place: cite.link(
                &territory.names.name,
                &PageKey::place(&territory.path, PlacePage::Calendar),
            ),
            calendar: calendar(&Calendar::Place(territory.path.clone()))?,
        })
    };
    let territories = &context.portal.territories;
    let view = SubscriptionView {
        all: calendar(&Calendar::Portal),
        places: match territories.len() {
            0..=PLACES => context.portal.places().filter_map(place).collect(),
            _ => Vec::new(),
        },
        districts: cite.way("Районы от А до Я", &PageKey::Districts),
        schools: cite.anchor(&PageKey::Index, "shkoly"),
        has_address: context.address().is_some(),
        feed: Feeds {
            atom: cite.file(&NewsFeed::Portal.atom()),
            json: cite.file(&NewsFeed::Portal.json()),
            page: cite.href(&PageKey::News),
        },
    };
    let head = Head {
        title: cite.say("Подписка на календарь", &[]),
        description: cite.say(
            "Как сделать, чтобы сроки мероприятий сами появлялись в календаре телефона: iPhone, Android, Яндекс Календарь, компьютер.",
            &[],
        ),
        parents: vec![(cite.say("Календарь", &[]), PageKey::Calendar)],
    };
    framed(
        context,
        "subscription.html",
        &Shell::new(context, &key, head),
        &view,
    )
}
