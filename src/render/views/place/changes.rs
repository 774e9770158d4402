//! «Что изменилось» in a territory, and what its other pages say of it.

use serde::Serialize;

use crate::model::history::{Change, Subject, What};
use crate::model::id::EventRef;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::changes::{Entry, Teller, newest};
use crate::render::views::parts::day::Day;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::site::PlacePage;
use crate::site::changes::years;
use crate::site::feeds::ChangeFeed;

/// How many changes stand on the main page of a territory.
const ON_MAIN_PAGE: usize = 3;

/// The page: the latest changes, or all of a year.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, year: Option<i16>) -> Result<String, ThemeError> {
    let (history, path) = (&place.context.portal.history, &place.territory.path);
    let links = years(history, Some(path)).into_iter().map(|year| Link {
        text: year.to_string(),
        href: place.href(PlacePage::Changes(Some(year))),
    });
    let feed = ChangeFeed(Some(path.clone()));
    let view = teller(place).view(history.in_territory(path), year, links.collect(), &feed);
    let head = match year {
        None => Head {
            title: place.say("Что изменилось", &[]),
            description: place.say(
                "Что менялось в планах, документах и новостях: сроки, показатели, ответственные, подтверждения. {1}.",
                &[&place.label()],
            ),
            parents: Vec::new(),
        },
        Some(year) => Head {
            title: place.say("Что изменилось: {1} год", &[&year.to_string()]),
            description: place.say(
                "Все изменения за {1} год. {2}.",
                &[&year.to_string(), &place.label()],
            ),
            parents: vec![place.parent("Что изменилось", PlacePage::Changes(None))],
        },
    };
    place.render("changes.html", head, &view)
}

fn teller<'p, 'a>(place: &'p Place<'a>) -> Teller<'p, 'a> {
    Teller {
        context: place.context,
        linker: &place.linker,
        with_places: false,
    }
}

/// The latest changes of a territory, for its main page.
#[derive(Serialize)]
pub struct Latest {
    entries: Vec<Entry>,
    href: String,
}

/// The latest changes that mean something; none when there are none.
pub fn latest(place: &Place<'_>) -> Option<Latest> {
    let history = &place.context.portal.history;
    let told = newest(history.in_territory(&place.territory.path));
    let weighty = told.into_iter().filter(|change| !change.is_minor());
    let entries: Vec<Entry> = weighty
        .take(ON_MAIN_PAGE)
        .map(|change| teller(place).entry(change))
        .collect();
    (!entries.is_empty()).then(|| Latest {
        entries,
        href: place.href(PlacePage::Changes(None)),
    })
}

/// How an event changed, for its own page.
#[derive(Serialize)]
pub struct Course {
    entries: Vec<Entry>,
    /// The day since which it stands on the portal, when the history knows.
    since: Option<Day>,
}

/// How an event changed; none when the history cannot tell.
pub fn course(place: &Place<'_>, event: &EventRef) -> Option<Course> {
    let (history, path) = (&place.context.portal.history, &place.territory.path);
    let own = Subject::Event(event.clone());
    let entries: Vec<Entry> = newest(history.of(Some(path), &own))
        .into_iter()
        .map(|change| teller(place).entry(change))
        .collect();
    let plan = Subject::Plan(event.plan.clone());
    let opened = |subject: &Subject| -> Option<&Change> {
        let mut changes = history.of(Some(path), subject);
        changes.find(|change| change.details.iter().any(|one| one.what == What::Appeared))
    };
    let since = opened(&own)
        .or_else(|| opened(&plan))
        .or_else(|| opened(&Subject::Territory))
        .map(|change| place.day(change.day));
    (!entries.is_empty() || since.is_some()).then_some(Course { entries, since })
}
