//! A school: what is promised to it, who is written beside it, and where to ask.

use serde::Serialize;

use crate::model::id::{Reference, Slug};
use crate::model::place::school::School;
use crate::render::theme::ThemeError;
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::compact::parts::{
    PlanLinks, categories, event_link, people, person_link,
};
use crate::render::views::parts::count;
use crate::render::views::parts::link::{Link, LinkNote, Phone};
use crate::render::views::place::parts::category::{CategoryView, category};
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::school::{sentence, unique_name};
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};

#[derive(Serialize)]
struct SchoolView<'a> {
    name: Html,
    sentence: String,
    /// With the years.
    categories: Vec<(CategoryView<'a>, String)>,
    plans: Vec<PlanLinks>,
    /// How many measures of the current plan name no school.
    general: Option<LinkNote>,
    curators: Vec<Link>,
    head: Option<Link>,
    contacts: Vec<Link>,
    authority: Option<&'a str>,
    phones: Vec<Phone<'a>>,
    kontakty: String,
    address: Option<&'a str>,
    site: Option<&'a str>,
    more: Vec<LinkNote>,
    aliases: Vec<&'a str>,
    source: Option<&'a str>,
    roditelyam: String,
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
        categories: categories(school)
            .into_iter()
            .map(|(one, years)| (category(one, place.context.words), years))
            .collect(),
        general: general(place),
        curators: curators(place, id),
        head: head(place, school.head.as_ref()),
        contacts: people(place, &school.contacts),
        authority: authority.map(|authority| authority.called()),
        phones: Phone::of(authority),
        kontakty: place.href(PlacePage::Section("kontakty")),
        address: school.address.as_deref(),
        site: school.site.as_deref(),
        more: more(place, id),
        aliases: school.aliases.iter().map(String::as_str).collect(),
        source: school.source.as_deref(),
        roditelyam: place.linker.page(&PageKey::Parents),
        plans,
    };
    let name = unique_name(territory, school);
    let head = Head {
        description: format!("{name}. {}", view.sentence),
        title: name,
    };
    render(place, "compact/school.html", head, &view)
}

fn plans(place: &Place<'_>, school: &School) -> Vec<PlanLinks> {
    let plans = place.territory.plans.iter().rev().map(|plan| PlanLinks {
        plan: place.plan_link(plan),
        events: plan
            .events()
            .filter(|event| event.names_school(&school.id))
            .map(|event| event_link(place, plan, event))
            .collect(),
    });
    plans.filter(|plan| !plan.events.is_empty()).collect()
}

fn general(place: &Place<'_>) -> Option<LinkNote> {
    let plan = place.territory.current_plan()?;
    let number = plan
        .events()
        .filter(|event| event.schools.is_empty())
        .count();
    let link = place.plan_link(plan);
    (number > 0).then(|| LinkNote {
        text: link.text,
        href: link.href,
        note: place.counted(number, count::EVENTS),
    })
}

fn head(place: &Place<'_>, head: Option<&Reference<Slug>>) -> Option<Link> {
    let person = place.territory.person(&head?.to)?;
    Some(person_link(place, person))
}

fn curators(place: &Place<'_>, id: &Slug) -> Vec<Link> {
    let curators = place.territory.curators.iter();
    curators
        .filter(|curator| curator.schools.iter().any(|school| &school.to == id))
        .filter_map(|curator| place.territory.person(&curator.person.to))
        .map(|person| person_link(place, person))
        .collect()
}

/// Practices, news and documents that name the school.
fn more(place: &Place<'_>, id: &Slug) -> Vec<LinkNote> {
    let names = |schools: &[Reference<Slug>]| schools.iter().any(|school| &school.to == id);
    let noted = |link: Link, note: &str| LinkNote {
        text: link.text,
        href: link.href,
        note: place.say(note, &[]),
    };
    let territory = place.territory;
    let documents = territory.documents.iter().filter(|act| {
        let mut points = act.points.iter();
        points.any(|point| names(&point.schools))
    });
    let documents = documents.filter_map(|act| place.document_link(&act.id));
    let practices = territory.practices.iter();
    let practices = practices
        .filter(|practice| names(&practice.schools))
        .map(|practice| place.practice_link(practice));
    let news = territory.news.iter();
    let news = news
        .filter(|item| names(&item.schools))
        .map(|item| place.news_link(item));
    documents
        .map(|link| noted(link, "документ"))
        .chain(practices.map(|link| noted(link, "практика")))
        .chain(news.map(|link| noted(link, "новость")))
        .collect()
}
