//! A school: what is promised to it, who is written beside it, and where to ask.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::place::school::School;
use crate::model::place::territory::Territory;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::feed::FeedLinks;
use crate::render::views::parts::link::{Link, Phone};
use crate::render::views::parts::subscribe::Subscribe;
use crate::render::views::place::parts::category::{CategoryView, category};
use crate::render::views::place::parts::event_line::EventLine;
use crate::render::views::place::parts::person::PersonView;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::calendars::Calendar;
use crate::site::feeds::NewsFeed;
use crate::site::{PageKey, PlacePage};

#[derive(Serialize)]
struct SchoolView<'a> {
    name: Html,
    sentence: String,
    categories: Vec<CategoryView<'a>>,
    aliases: Vec<&'a str>,
    source: Option<&'a str>,
    site: Option<&'a str>,
    address: Option<&'a str>,
    head: Option<PersonView<'a>>,
    curators: Vec<PersonView<'a>>,
    contacts: Vec<PersonView<'a>>,
    /// Measures with the nearest deadlines that have not passed, up to [`NEXT`].
    next: Vec<EventLine<'a>>,
    plans: Vec<PlanEvents<'a>>,
    subscribe: Option<Subscribe>,
    /// The feed of news that name the school.
    feed: Option<FeedLinks>,
    /// The current plan where it speaks of schools without naming one.
    general: Option<General>,
    practices: Vec<Link>,
    news: Vec<Link>,
    documents: Vec<Link>,
    authority: Option<&'a str>,
    phones: Vec<Phone<'a>>,
    kontakty: String,
    roditelyam: String,
}

/// How many deadlines stand at the top.
const NEXT: usize = 3;

#[derive(Serialize)]
struct General {
    /// «27 мероприятий».
    events: String,
    plan: Link,
}

#[derive(Serialize)]
struct PlanEvents<'a> {
    plan: Link,
    events: Vec<EventLine<'a>>,
}

/// The page of a school.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let territory = place.territory;
    let school = territory
        .school(id)
        .expect("a page of the site has its school");
    let plans = plans(place, school);
    let authority = territory.authority.as_ref();
    let view = SchoolView {
        name: place.words(&school.name),
        sentence: sentence(
            place,
            school,
            plans.iter().map(|plan| plan.events.len()).sum(),
        ),
        categories: school
            .categories
            .iter()
            .map(|one| category(one, place.context.words))
            .collect(),
        aliases: school.aliases.iter().map(String::as_str).collect(),
        source: school.source.as_deref(),
        site: school.site.as_deref(),
        address: school.address.as_deref(),
        head: place.person_named(school.head.as_ref()),
        curators: curators(place, territory, id),
        contacts: place.people(&school.contacts),
        practices: practices(place, id),
        news: news(place, id),
        documents: documents(place, id),
        authority: authority.map(|authority| authority.called()),
        phones: Phone::of(authority),
        kontakty: place.href(PlacePage::Section("kontakty")),
        roditelyam: place.linker.page(&PageKey::Parents),
        next: next(place, school),
        general: general(place),
        subscribe: Subscribe::new(
            place.context,
            &place.linker,
            &Calendar::School(territory.path.clone(), id.clone()),
        ),
        feed: FeedLinks::new(
            place.context,
            &place.linker,
            &NewsFeed::School(territory.path.clone(), id.clone()),
        ),
        plans,
    };
    let head = Head {
        title: unique_name(territory, school),
        description: format!(
            "{} ({}): {}",
            unique_name(territory, school),
            place.label(),
            view.sentence
        ),
        parents: vec![place.parent("Школы", PlacePage::Section("shkoly"))],
    };
    place.render("place/school.html", head, &view)
}

/// What the documents say of a school, in one sentence; `events` measures name it.
pub fn sentence(place: &Place<'_>, school: &School, events: usize) -> String {
    let named = place.counted(events, count::EVENTS_IN);
    let said = match (school.is_supported(), events) {
        (true, 0) => "Школа получает поддержку; в мероприятиях плана по имени не названа.",
        (true, _) => "Школа получает поддержку: она названа в {1} плана.",
        (false, 0) => "Школа названа в документах района.",
        (false, _) => "Школа названа в {1} плана.",
    };
    place.say(said, &[&named])
}

fn plans<'a>(place: &Place<'a>, school: &School) -> Vec<PlanEvents<'a>> {
    let plans = place.territory.plans.iter().rev().map(|plan| PlanEvents {
        plan: place.plan_link(plan),
        events: plan
            .events()
            .filter(|event| event.names_school(&school.id))
            .map(|event| EventLine::new(place, plan, event))
            .collect(),
    });
    plans.filter(|plan| !plan.events.is_empty()).collect()
}

fn next<'a>(place: &Place<'a>, school: &School) -> Vec<EventLine<'a>> {
    let today = place.context.edition.today;
    let plans = place.territory.plans.iter();
    let named = plans.flat_map(|plan| plan.events().map(move |event| (plan, event)));
    let mut coming: Vec<_> = named
        .filter(|(_, event)| event.names_school(&school.id))
        .filter_map(|(plan, event)| Some((event.last_day()?, plan, event)))
        .filter(|(day, ..)| *day >= today)
        .collect();
    coming.sort_by_key(|(day, ..)| *day);
    coming
        .into_iter()
        .take(NEXT)
        .map(|(_, plan, event)| EventLine::new(place, plan, event))
        .collect()
}

/// Measures of the current plan that name no school, with a link to where they stand.
fn general(place: &Place<'_>) -> Option<General> {
    let plan = place.territory.current_plan()?;
    let number = plan
        .events()
        .filter(|event| event.schools.is_empty())
        .count();
    let link = place.plan_link(plan);
    (number > 0).then(|| General {
        events: place.counted(number, count::EVENTS),
        plan: Link {
            href: place.anchor(PlacePage::Plan(plan.id.clone()), "po-shkolam"),
            ..link
        },
    })
}

fn curators<'a>(place: &Place<'a>, territory: &'a Territory, id: &Slug) -> Vec<PersonView<'a>> {
    territory
        .curators
        .iter()
        .filter(|curator| curator.schools.iter().any(|school| &school.to == id))
        .filter_map(|curator| place.person_by_id(&curator.person.to))
        .collect()
}

fn practices(place: &Place<'_>, id: &Slug) -> Vec<Link> {
    place
        .territory
        .practices
        .iter()
        .filter(|practice| practice.schools.iter().any(|school| &school.to == id))
        .map(|practice| place.practice_link(practice))
        .collect()
}

fn news(place: &Place<'_>, id: &Slug) -> Vec<Link> {
    place
        .territory
        .news
        .iter()
        .filter(|item| item.schools.iter().any(|school| &school.to == id))
        .map(|item| place.news_link(item))
        .collect()
}

fn documents(place: &Place<'_>, id: &Slug) -> Vec<Link> {
    place
        .territory
        .documents
        .iter()
        .filter(|act| {
            act.points
                .iter()
                .any(|point| point.schools.iter().any(|school| &school.to == id))
        })
        .filter_map(|act| place.document_link(&act.id))
        .collect()
}

/// The name, with the id where two schools have one name.
pub fn unique_name(territory: &Territory, school: &School) -> String {
    let twins = territory
        .schools
        .iter()
        .filter(|other| other.name == school.name)
        .count();
    if twins > 1 {
        format!("{} ({})", school.name, school.id)
    } else {
        school.name.clone()
    }
}
