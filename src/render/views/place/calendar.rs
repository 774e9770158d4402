//! The territory's own calendar: dated events by month, and a lane of its own for what goes on all year.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::plan::responsible::Role;
use crate::render::agenda::YearMonth;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::subscribe::Subscribe;
use crate::render::views::pictures::months::{Months, Setting, months_of};
use crate::render::views::place::parts::event_line::EventLine;
use crate::render::views::place::parts::place::Place;
use crate::site::calendars::{Calendar, people_of, roles_of};
use crate::site::{PageKey, PlacePage};
use crate::text::russian::capitalized;

#[derive(Serialize)]
struct CalendarView<'a> {
    months: Vec<MonthView<'a>>,
    lane: Vec<EventLine<'a>>,
    /// The lengths of the lists as a picture.
    load: Option<Months>,
    has_plans: bool,
    subscribe: Option<Subscribe>,
    /// Calendars of those who answer for measures: roles, then people.
    roles: Vec<Link>,
    people: Vec<Link>,
}

#[derive(Serialize)]
struct MonthView<'a> {
    anchor: String,
    name: String,
    short: String,
    /// The month of the edition's day.
    current: bool,
    href: String,
    events: Vec<EventLine<'a>>,
}

/// The calendar.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let (today, words) = (place.context.edition.today, place.context.words);
    let mut months: BTreeMap<YearMonth, Vec<EventLine<'_>>> = BTreeMap::new();
    let mut lane = Vec::new();
    for plan in &place.territory.plans {
        for event in plan.events() {
            let dated = months_of(event);
            if dated.is_empty() {
                lane.push(EventLine::new(place, plan, event));
            }
            for month in dated {
                months
                    .entry(month)
                    .or_default()
                    .push(EventLine::new(place, plan, event));
            }
        }
    }
    let counts: BTreeMap<YearMonth, usize> = months
        .iter()
        .map(|(month, events)| (*month, events.len()))
        .collect();
    let anchor = |(year, month): YearMonth| format!("m-{year}-{month:02}");
    let view = CalendarView {
        load: Months::new(
            &counts,
            lane.len(),
            1,
            &Setting {
                today,
                words,
                href: &|month| Some(format!("#{}", anchor(month))),
            },
        ),
        months: months
            .into_iter()
            .map(|((year, month), events)| MonthView {
                anchor: anchor((year, month)),
                name: place.month(year, month),
                short: format!("{} {year}", words.month(month)),
                current: (today.year(), today.month()) == (year, month),
                href: place.linker.page(&PageKey::Month { year, month }),
                events,
            })
            .collect(),
        lane,
        subscribe: Subscribe::new(
            place.context,
            &place.linker,
            &Calendar::Place(place.territory.path.clone()),
        ),
        roles: roles(place),
        people: people(place),
        has_plans: !place.territory.plans.is_empty(),
    };
    let head = Head {
        title: place.say("Календарь мероприятий", &[]),
        description: place.say(
            "Календарь поддержки школ {1}: мероприятия планов по месяцам и те, что идут весь год. {2}.",
            &[place.name_in(), &place.label()],
        ),
        parents: vec![place.parent("Новости", PlacePage::Section("novosti"))],
    };
    place.render("place/calendar.html", head, &view)
}

fn roles(place: &Place<'_>) -> Vec<Link> {
    let path = &place.territory.path;
    let role = |role: Role| {
        file(
            place,
            &Calendar::Role(path.clone(), role),
            capitalized(place.say(role.words(), &[]).trim()),
        )
    };
    roles_of(place.territory).filter_map(role).collect()
}

fn people(place: &Place<'_>) -> Vec<Link> {
    let path = &place.territory.path;
    let person = |id| {
        let name = place.territory.person(&id)?.name.clone();
        file(place, &Calendar::Person(path.clone(), id), name)
    };
    people_of(place.territory).filter_map(person).collect()
}

/// Link to the file of a calendar, when the portal publishes it.
fn file(place: &Place<'_>, calendar: &Calendar, text: String) -> Option<Link> {
    let path = calendar.path();
    place.context.site.has_file(&path).then(|| Link {
        text,
        href: place.linker.path(&path),
    })
}
