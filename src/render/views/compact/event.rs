//! A measure of a plan with everything that is known of it: the words of the document first, then what became of it and
//! what the program read in the words.

use serde::Serialize;

use crate::model::id::EventRef;
use crate::model::id::Slug;
use crate::model::plan::responsible::Party;
use crate::model::plan::roadmap::{ColumnRole, Event, Pairing, Roadmap};
use crate::model::plan::standing::standing;
use crate::model::plan::status::{Proof, StatusWord};
use crate::render::views::compact::parts::{people, person_link};
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::goal::goal;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::event_card::printed_in;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::parts::proof::ProofLink;
use crate::render::words::Html;
use crate::text::russian::lowercase;

/// A measure.
#[derive(Serialize)]
pub struct EventView<'a> {
    id: &'a str,
    number: Option<&'a str>,
    title: Html,
    plain: Option<&'a str>,
    code: &'static str,
    standing: String,
    when: Option<When>,
    cells: Vec<Named>,
    schools: Vec<Link>,
    pairings: Vec<PairingView>,
    status: Option<StatusView<'a>>,
    /// What the program read in the words.
    read: String,
    people: Vec<Link>,
    more: Vec<Link>,
    remark: Option<Html>,
    /// Cells as printed where they are shown otherwise; an empty text is an empty cell.
    raw: Vec<&'a str>,
}

#[derive(Serialize)]
struct When {
    words: Html,
    meaning: Option<String>,
}

#[derive(Serialize)]
struct Named {
    name: String,
    words: Html,
}

#[derive(Serialize)]
struct PairingView {
    when: Html,
    schools: Vec<Link>,
    people: Vec<Link>,
    topic: Option<Html>,
}

#[derive(Serialize)]
struct StatusView<'a> {
    /// «выполнено», and when.
    reported: String,
    moved_to: Option<&'a str>,
    fact: Option<&'a str>,
    proofs: Vec<ProofView<'a>>,
}

#[derive(Serialize)]
struct ProofView<'a> {
    title: &'a str,
    #[serde(flatten)]
    link: ProofLink,
    date: Option<String>,
}

/// Prepares a measure of a plan of the page's territory.
pub fn event<'a>(place: &Place<'a>, plan: &'a Roadmap, event: &'a Event) -> EventView<'a> {
    let how = standing(event, place.context.edition.today);
    let mut raw = Vec::new();
    let title = cell(
        place,
        event,
        ColumnRole::Title,
        &event.title.value,
        &mut raw,
    );
    let when = when(place, event, &mut raw);
    EventView {
        id: event.id.as_str(),
        number: event.number.as_ref().map(|number| number.value.as_str()),
        title,
        plain: event.plain.as_ref().map(|plain| plain.value.as_str()),
        code: how.code(),
        standing: place.say(how.words(), &[]),
        when,
        cells: cells(place, plan, event, &mut raw),
        schools: event
            .schools
            .iter()
            .filter_map(|school| place.school_link(school))
            .collect(),
        pairings: event
            .pairings
            .iter()
            .map(|one| pairing(place, one))
            .collect(),
        status: status(place, event),
        read: read(place, event),
        people: named(place, event),
        more: more(place, plan, event),
        remark: event.remark.as_deref().map(|remark| place.words(remark)),
        raw,
    }
}

fn cell<'a>(
    place: &Place<'a>,
    event: &'a Event,
    role: ColumnRole,
    text: &'a str,
    raw: &mut Vec<&'a str>,
) -> Html {
    let cell = Cell::new(
        text,
        printed_in(event, role),
        &place.context.glossary,
        Some(&place.territory.path),
    );
    raw.extend(cell.raw);
    cell.html
}

fn when<'a>(place: &Place<'a>, event: &'a Event, raw: &mut Vec<&'a str>) -> Option<When> {
    let deadline = &event.deadline.as_ref()?.value;
    let view = DeadlineView::new(
        deadline,
        printed_in(event, ColumnRole::Deadline),
        &place.context.glossary,
        Some(&place.territory.path),
        place.context.words,
    );
    raw.extend(view.words.raw);
    let meaning: String = view
        .meaning
        .iter()
        .map(|piece| piece.text.as_str())
        .collect();
    let meaning = match meaning.is_empty() {
        true => place.say("срок не распознан", &[]),
        false => meaning,
    };
    Some(When {
        words: view.words.html,
        meaning: (!same(&deadline.verbatim, &meaning)).then_some(meaning),
    })
}

/// True when the understood words are those of the document.
fn same(verbatim: &str, meaning: &str) -> bool {
    let letters = |text: &str| -> String {
        let text = lowercase(&text);
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    letters(verbatim) == letters(meaning)
}

fn cells<'a>(
    place: &Place<'a>,
    plan: &Roadmap,
    event: &'a Event,
    raw: &mut Vec<&'a str>,
) -> Vec<Named> {
    let columns = [
        (ColumnRole::Responsible, "Кто отвечает"),
        (ColumnRole::Indicator, "Показатель"),
        (ColumnRole::Result, "Результат"),
    ];
    let shown = columns.into_iter().filter_map(|(role, name)| {
        let text = event.cell(role).map(|(_, text)| text);
        // An empty cell that is not empty on paper still has something to show.
        let words = match text.or_else(|| printed_in(event, role).map(|_| "")) {
            Some(text) => cell(place, event, role, text, raw),
            None if plan.has_column(role) => Html(place.say("в документе пусто", &[])),
            None => return None,
        };
        Some(Named {
            name: place.say(name, &[]),
            words,
        })
    });
    shown.collect()
}

fn pairing(place: &Place<'_>, pairing: &Pairing) -> PairingView {
    PairingView {
        when: place.words(&pairing.deadline.value.verbatim),
        schools: place.school_links(&pairing.schools),
        people: people(place, &pairing.people),
        topic: pairing.topic.as_deref().map(|topic| place.words(topic)),
    }
}

fn status<'a>(place: &Place<'_>, event: &'a Event) -> Option<StatusView<'a>> {
    let status = &event.status;
    if status.word == StatusWord::NoData {
        return None;
    }
    let mut reported = place.say(status.word.word(), &[]);
    if let Some(day) = status.date {
        reported = format!("{reported}, {}", place.context.words.date(day));
    }
    Some(StatusView {
        reported,
        moved_to: status.moved_to.as_deref(),
        fact: status.fact.as_deref(),
        proofs: status.proofs.iter().map(|one| proof(place, one)).collect(),
    })
}

fn proof<'a>(place: &Place<'_>, proof: &'a Proof) -> ProofView<'a> {
    ProofView {
        title: &proof.title,
        link: ProofLink::new(place, proof),
        date: proof.date.map(|day| place.context.words.date(day)),
    }
}

/// What is counted and how much is needed: «доля: не менее 75 %».
fn read(place: &Place<'_>, event: &Event) -> String {
    let mut said: Vec<String> = Vec::new();
    let cells = event.indicator.iter().chain(&event.result);
    let goals = cells.flat_map(|cell| &cell.value.goals);
    for one in goals.filter(|goal| goal.target.is_some()) {
        let goal = goal(one, place.context.words);
        let words = format!("{}: {}", goal.kind, goal.target);
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said.join("; ")
}

fn parties(event: &Event) -> impl Iterator<Item = &Party> {
    event
        .responsible
        .iter()
        .flat_map(|cell| &cell.value.parties)
}

/// People named in the row.
fn named(place: &Place<'_>, event: &Event) -> Vec<Link> {
    let of_parties = parties(event).flat_map(|party| &party.people);
    let mut ids: Vec<Slug> = of_parties.filter_map(|id| Slug::parse(id)).collect();
    ids.extend(event.people.iter().cloned());
    let mut people: Vec<Link> = Vec::new();
    for person in ids.iter().filter_map(|id| place.territory.person(id)) {
        let link = person_link(place, person);
        if !people.contains(&link) {
            people.push(link);
        }
    }
    people
}

/// Practices and news about the measure.
fn more(place: &Place<'_>, plan: &Roadmap, event: &Event) -> Vec<Link> {
    let is_this = |id: &EventRef| id.plan == plan.id && id.event == event.id;
    let practices = place.territory.practices.iter();
    let practices = practices
        .filter(|practice| practice.events.iter().any(|one| is_this(&one.to)))
        .map(|practice| place.practice_link(practice));
    let news = place.territory.news.iter();
    let news = news
        .filter(|item| item.events.iter().any(|one| is_this(&one.to)))
        .map(|item| place.news_link(item));
    practices.chain(news).collect()
}
