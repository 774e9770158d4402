//! Measures as events, but only those whose document names days. A month, a quarter, «в течение года» are no days of an
//! event, and where a measure takes place the documents do not say: neither is invented.

use jiff::civil::Date;

use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::plan::deadline::{When, WhenKind};
use crate::model::plan::responsible::Party;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::plan::status::StatusWord;
use crate::render::structured::around::{Around, RUSSIAN};
use crate::render::structured::node::Node;
use crate::site::{PageKey, PlacePage};

/// `EducationEvent`: one for each day or stretch of days that the deadline names. Its vaguer parts («20–21 апреля,
/// октябрь») are left to the page.
pub fn events(
    around: &Around<'_, '_>,
    territory: &Territory,
    plan: &Roadmap,
    event: &Event,
) -> Vec<Node> {
    let times = times(event);
    let page = PageKey::place(&territory.path, PlacePage::Plan(plan.id.clone()));
    // The plan's page is the canonical one of every card of an event.
    let address = around.anchor(&page, event.id.as_str());
    let whole = event
        .deadline
        .as_ref()
        .is_some_and(|deadline| deadline.value.whens.len() == 1);
    let name = whole.then(|| address.clone());
    let of_time = |(first, last): &(Date, Date)| {
        Node::new("EducationEvent")
            .maybe("@id", name.clone())
            .with("name", event.title.value.as_str())
            .maybe("description", event.plain.as_ref().map(|p| p.value.clone()))
            .with("url", address.as_str())
            .with("startDate", first.to_string())
            .with("endDate", last.to_string())
            .with("eventStatus", status(event.status.word))
            .with("organizer", organizers(around, territory, event))
            .with("inLanguage", RUSSIAN)
    };
    times.iter().map(of_time).collect()
}

fn times(event: &Event) -> Vec<(Date, Date)> {
    let deadline = event.deadline.as_ref().map(|deadline| &deadline.value);
    let whens = deadline.map_or(&[][..], |deadline| deadline.whens.as_slice());
    whens.iter().filter_map(days).collect()
}

fn days(when: &When) -> Option<(Date, Date)> {
    match when.kind {
        WhenKind::Day | WhenKind::DayRange => Some((when.first?, when.last?)),
        _ => None,
    }
}

/// A measure that was moved has its new time in words only, so the days it had stand with «postponed»: «rescheduled»
/// would make the old days the new ones.
fn status(word: StatusWord) -> &'static str {
    match word {
        StatusWord::Cancelled => "https://schema.org/EventCancelled",
        StatusWord::Moved => "https://schema.org/EventPostponed",
        StatusWord::Planned | StatusWord::Done | StatusWord::NoData => {
            "https://schema.org/EventScheduled"
        }
    }
}

fn organizers(around: &Around<'_, '_>, territory: &Territory, event: &Event) -> Vec<Node> {
    let cell = event.responsible.as_ref().map(|cell| &cell.value);
    let parties = cell.map_or(&[][..], |cell| cell.parties.as_slice());
    let named = parties.iter();
    let nodes: Vec<Node> = named
        .flat_map(|party| organizer(around, territory, party))
        .collect();
    match cell {
        Some(cell) if nodes.is_empty() => {
            vec![Node::default().with("name", cell.verbatim.as_str())]
        }
        _ => nodes,
    }
}

/// The schools, people or organisation that the words name; for a role («директора школ») the words alone, of no kind.
fn organizer(around: &Around<'_, '_>, territory: &Territory, party: &Party) -> Vec<Node> {
    let schools = party.schools.iter().filter_map(|id| {
        let school = territory.school(&Slug::parse(id)?)?;
        let page = PlacePage::School(school.id.clone());
        let address = around.page(&PageKey::place(&territory.path, page));
        let node = Node::new("School").with("@id", address);
        Some(node.with("name", school.name.as_str()))
    });
    let people = party.people.iter().filter_map(|id| {
        let person = territory.person(&Slug::parse(id)?)?;
        Some(Node::new("Person").with("name", person.name.as_str()))
    });
    let named: Vec<Node> = schools.chain(people).collect();
    if !named.is_empty() {
        return named;
    }
    let kind = match party.body {
        Some(_) => Node::new("Organization"),
        None => Node::default(),
    };
    vec![kind.with("name", party.words.as_str())]
}
