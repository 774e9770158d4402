//! One event on a page of its own: every cell, what it was read as, its dates by schools, what became of it.

use serde::Serialize;

use crate::model::id::{EventRef, Slug};
use crate::model::plan::responsible::Party;
use crate::model::plan::roadmap::{Event, Pairing, Roadmap};
use crate::model::plan::status::{Proof, StatusWord};
use crate::render::qr::{QrView, qr};
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::day::Day;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::title::short;
use crate::render::views::pictures::target::{self, Measured};
use crate::render::views::place::changes::{self, Course};
use crate::render::views::place::parts::abbreviation::AbbrView;
use crate::render::views::place::parts::event_card::{self, EventCard};
use crate::render::views::place::parts::person::PersonView;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::parts::proof::ProofLink;
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::russian;

#[derive(Serialize)]
struct EventView<'a> {
    event: EventCard<'a>,
    plan: Link,
    section: Option<Html>,
    status: StatusView<'a>,
    goals: Vec<Measured>,
    parties: Vec<PartyView<'a>>,
    pairings: Vec<PairingView<'a>>,
    practices: Vec<Link>,
    news: Vec<Link>,
    abbreviations: Vec<AbbrView<'a>>,
    address: Option<String>,
    /// The address for paper.
    qr: Option<QrView>,
    previous: Option<Link>,
    next: Option<Link>,
    /// How the row changed on the portal.
    course: Option<Course>,
}

#[derive(Serialize)]
struct StatusView<'a> {
    /// The stored word, where somebody reported.
    reported: Option<String>,
    date: Option<Day>,
    fact: Option<&'a str>,
    moved_to: Option<&'a str>,
    proofs: Vec<ProofView<'a>>,
}

#[derive(Serialize)]
struct ProofView<'a> {
    title: &'a str,
    #[serde(flatten)]
    link: ProofLink,
    date: Option<Day>,
}

#[derive(Serialize)]
struct PartyView<'a> {
    words: &'a str,
    role: String,
    code: &'static str,
    people: Vec<PersonView<'a>>,
    schools: Vec<Link>,
}

#[derive(Serialize)]
struct PairingView<'a> {
    deadline: DeadlineView<'a>,
    schools: Vec<Link>,
    people: Vec<PersonView<'a>>,
    topic: Option<Html>,
}

/// The page of an event.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &EventRef) -> Result<String, ThemeError> {
    let plan = place
        .territory
        .plan(&id.plan)
        .expect("a page of the site has its plan");
    let (section, event) = plan
        .event(&id.event)
        .expect("a page of the site has its event");
    let glossary = &place.context.glossary;
    let pairing = |pairing| pairing_view(place, pairing);
    let address = address(place, id);
    let view = EventView {
        plan: Link {
            text: russian::capitalized(&place.plan_name(plan)),
            href: place.anchor(PlacePage::Plan(id.plan.clone()), id.event.as_str()),
        },
        section: section
            .title
            .as_ref()
            .map(|title| glossary.html(&title.value, Some(&place.territory.path))),
        status: status(place, event),
        goals: target::of_event(event, place.context.words),
        parties: event
            .responsible
            .iter()
            .flat_map(|cell| &cell.value.parties)
            .map(|one| party(place, one))
            .collect(),
        pairings: event.pairings.iter().map(pairing).collect(),
        practices: practices(place, id),
        news: news(place, id),
        abbreviations: place.abbreviations(&mut event_card::texts(event)),
        qr: address.as_deref().and_then(qr),
        address,
        previous: neighbour(place, plan, id, Side::Before),
        next: neighbour(place, plan, id, Side::After),
        course: changes::course(place, id),
        event: EventCard::new(place, plan, event),
    };
    place.render("place/event.html", head(place, plan, event), &view)
}

fn head(place: &Place<'_>, plan: &Roadmap, event: &Event) -> Head {
    let name = place.plan_name(plan);
    Head {
        title: place.say(
            "Мероприятие {1}: {2} — {3}",
            &[event.id.as_str(), &short(&event.title.value, 60), &name],
        ),
        description: place.say(
            "Мероприятие {1} ({2}, {3}): {4}",
            &[
                event.id.as_str(),
                &name,
                &place.label(),
                &short(&event.title.value, 150),
            ],
        ),
        parents: vec![
            place.parent("План", PlacePage::Section("plan")),
            place.years(plan),
        ],
    }
}

fn status<'a>(place: &Place<'_>, event: &'a Event) -> StatusView<'a> {
    let status = &event.status;
    StatusView {
        reported: (status.word != StatusWord::NoData).then(|| place.say(status.word.word(), &[])),
        date: status.date.map(|day| place.day(day)),
        fact: status.fact.as_deref(),
        moved_to: status.moved_to.as_deref(),
        proofs: status.proofs.iter().map(|one| proof(place, one)).collect(),
    }
}

fn proof<'a>(place: &Place<'_>, proof: &'a Proof) -> ProofView<'a> {
    ProofView {
        title: &proof.title,
        link: ProofLink::new(place, proof),
        date: proof.date.map(|day| place.day(day)),
    }
}

fn party<'a>(place: &Place<'a>, party: &'a Party) -> PartyView<'a> {
    let person = |id: &String| place.person_by_id(&Slug::parse(id)?);
    let school = |id: &String| place.school_link(&Slug::parse(id)?);
    PartyView {
        words: &party.words,
        role: place.say(party.role.words(), &[]),
        code: party.role.code(),
        people: party.people.iter().filter_map(person).collect(),
        schools: party.schools.iter().filter_map(school).collect(),
    }
}

fn pairing_view<'a>(place: &Place<'a>, pairing: &'a Pairing) -> PairingView<'a> {
    PairingView {
        deadline: place.deadline(&pairing.deadline.value),
        schools: place.school_links(&pairing.schools),
        people: place.people(&pairing.people),
        topic: pairing.topic.as_deref().map(|topic| place.words(topic)),
    }
}

fn practices(place: &Place<'_>, id: &EventRef) -> Vec<Link> {
    place
        .territory
        .practices
        .iter()
        .filter(|practice| practice.events.iter().any(|event| &event.to == id))
        .map(|practice| place.practice_link(practice))
        .collect()
}

fn news(place: &Place<'_>, id: &EventRef) -> Vec<Link> {
    place
        .territory
        .news
        .iter()
        .filter(|item| item.events.iter().any(|event| &event.to == id))
        .map(|item| place.news_link(item))
        .collect()
}

/// The permanent address in full, when the portal's address is known.
fn address(place: &Place<'_>, id: &EventRef) -> Option<String> {
    let home = place.context.address()?;
    let plan = place.page(PlacePage::Plan(id.plan.clone()));
    Some(format!("{home}{}#{}", plan.address().as_str(), id.event))
}

enum Side {
    Before,
    After,
}

fn neighbour(place: &Place<'_>, plan: &Roadmap, id: &EventRef, side: Side) -> Option<Link> {
    let events: Vec<&Event> = plan.events().collect();
    let here = events.iter().position(|event| event.id == id.event)?;
    let there = match side {
        Side::Before => here.checked_sub(1)?,
        Side::After => here + 1,
    };
    let event = events.get(there)?;
    let target = EventRef {
        plan: id.plan.clone(),
        event: event.id.clone(),
    };
    Some(Link {
        text: short(&event.title.value, 80),
        href: place.href(PlacePage::Event(target)),
    })
}
