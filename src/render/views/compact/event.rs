//! A measure of a plan with everything that is known of it: the words of the document first, then what became of it and
//! what the program read in the words.

use serde::Serialize;

use crate::model::id::EventRef;
use crate::model::id::Slug;
use crate::model::plan::responsible::Party;
use crate::model::plan::roadmap::{ColumnRole, Event, Pairing, Roadmap};
use crate::model::plan::standing::{Standing, standing};
use crate::model::plan::status::{Proof, StatusWord};
use crate::render::views::compact::linked::{Name, linked, links};
use crate::render::views::compact::parts::{people, person_link};
use crate::render::views::compact::time;
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::goal::goal;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::event_card::printed_in;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::parts::proof::ProofLink;
use crate::render::words::{Html, escape};
use crate::text::russian;

/// A measure.
#[derive(Serialize)]
pub struct EventView<'a> {
    id: &'a str,
    number: Option<&'a str>,
    title: Html,
    plain: Option<&'a str>,
    code: &'static str,
    /// How it stands, and since when: «Выполнено, 1 мая 2026 г.»
    standing: String,
    proofs: Vec<ProofView<'a>>,
    rows: Vec<Row>,
    remark: Option<Html>,
    /// Cells as printed where they are shown otherwise; an empty text is an empty cell.
    raw: Vec<&'a str>,
}

/// What is known of a measure, each under a name: first the cells of the document, then the rest.
#[derive(Serialize)]
struct Row {
    name: Html,
    words: Html,
    /// What the program understood, where that is more than the words say.
    read: Option<String>,
}

#[derive(Serialize)]
struct ProofView<'a> {
    title: &'a str,
    href: Option<String>,
    date: Option<String>,
}

/// Prepares a measure of a plan of the page's territory.
pub fn event<'a>(place: &Place<'a>, plan: &'a Roadmap, event: &'a Event) -> EventView<'a> {
    let how = standing(event, place.context.edition.today);
    let mut raw = Vec::new();
    let words = event.title.value.as_str();
    let mut title = cell(place, event, ColumnRole::Title, words, &mut raw);
    let mut rows = vec![when(place, plan, event, &mut raw)];
    rows.extend(cells(place, plan, event, &mut raw));
    let own = rows.iter_mut().map(|row| &mut row.words);
    let mut own: Vec<&mut Html> = own.chain([&mut title]).collect();
    let schools = linked(schools(place, event), &mut own);
    let people = linked(named(place, event), &mut own);
    let more = more(place, plan, event);
    rows.extend(event.pairings.iter().map(|one| pairing(place, one)));
    let rest = [
        ("Школы", links(&schools)),
        ("Сообщено", Html(escape(&planned(place, event, how)))),
        ("Новый срок", told(event.status.moved_to.as_deref())),
        ("Факт", told(event.status.fact.as_deref())),
        ("Прочитано как", Html(escape(&read(place, event)))),
        ("Люди", links(&people)),
        ("Подробнее об этом", links(&more)),
    ];
    let rest = rest.into_iter().filter(|(_, words)| !words.0.is_empty());
    rows.extend(rest.map(|(name, words)| row(place, name, words)));
    let proofs = event.status.proofs.iter();
    EventView {
        id: event.id.as_str(),
        number: event.number.as_ref().map(|number| number.value.as_str()),
        title,
        plain: event.plain.as_ref().map(|plain| plain.value.as_str()),
        code: how.code(),
        standing: since(place, event, how),
        proofs: proofs.map(|one| proof(place, one)).collect(),
        rows,
        remark: event.remark.as_deref().map(|remark| place.words(remark)),
        raw,
    }
}

fn row(place: &Place<'_>, name: &'static str, words: Html) -> Row {
    Row {
        name: Html(escape(place.context.words.said(name))),
        words,
        read: None,
    }
}

fn told(words: Option<&str>) -> Html {
    Html(words.map(escape).unwrap_or_default())
}

/// How a measure stands, with the day of the report.
fn since(place: &Place<'_>, event: &Event, how: Standing) -> String {
    let words = place.say(how.words(), &[]);
    match event.status.date {
        Some(day) if !is_planned(event) => {
            format!("{words}, {}", place.context.words.date(day))
        }
        _ => words,
    }
}

/// True when the report says no more than the plan.
fn is_planned(event: &Event) -> bool {
    matches!(event.status.word, StatusWord::Planned | StatusWord::NoData)
}

/// The report that a measure is planned, where the calendar says something else of it or the report has a day.
fn planned(place: &Place<'_>, event: &Event, how: Standing) -> String {
    let status = &event.status;
    let word = || place.say(status.word.word(), &[]);
    match (status.word, status.date) {
        (StatusWord::Planned, Some(day)) => {
            format!("{}, {}", word(), place.context.words.date(day))
        }
        (StatusWord::Planned, None) if how != Standing::Ahead => word(),
        _ => String::new(),
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

fn when<'a>(place: &Place<'a>, plan: &Roadmap, event: &'a Event, raw: &mut Vec<&'a str>) -> Row {
    let Some(deadline) = event.deadline.as_ref().map(|cell| &cell.value) else {
        return row(place, "Срок", Html(escape(place.context.words.said(EMPTY))));
    };
    let view = DeadlineView::new(
        deadline,
        printed_in(event, ColumnRole::Deadline),
        &place.context.glossary,
        Some(&place.territory.path),
        place.context.words,
    );
    raw.extend(view.words.raw);
    let read = match deadline.whens.is_empty() {
        true => Some(place.say("срок не распознан", &[])),
        false => time::meaning(deadline, &plan.period, &view.meaning),
    };
    Row {
        read,
        ..row(place, "Срок", view.words.html)
    }
}

/// Said of an empty cell.
const EMPTY: &str = "в документе пусто";

fn cells<'a>(
    place: &Place<'a>,
    plan: &Roadmap,
    event: &'a Event,
    raw: &mut Vec<&'a str>,
) -> Vec<Row> {
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
            None if plan.has_column(role) => Html(escape(place.context.words.said(EMPTY))),
            None => return None,
        };
        Some(row(place, name, words))
    });
    shown.collect()
}

fn pairing(place: &Place<'_>, pairing: &Pairing) -> Row {
    let topic = pairing.topic.as_deref().map(|topic| place.words(topic));
    let said = [
        links(&place.school_links(&pairing.schools)),
        links(&people(place, &pairing.people)),
        topic.unwrap_or_default(),
    ];
    let said = said.into_iter().map(|html| html.0);
    let said: Vec<String> = said.filter(|html| !html.is_empty()).collect();
    Row {
        name: place.words(&pairing.deadline.value.verbatim),
        words: Html(said.join("; ")),
        read: None,
    }
}

/// Schools of the row, by their names in the words of documents.
fn schools(place: &Place<'_>, event: &Event) -> Vec<Name> {
    let named = event.schools.iter().filter_map(|id| place.school_link(id));
    named
        .map(|link| Name {
            html: place.words(&link.text),
            link,
        })
        .collect()
}

fn proof<'a>(place: &Place<'_>, proof: &'a Proof) -> ProofView<'a> {
    ProofView {
        title: &proof.title,
        href: ProofLink::new(place, proof).href,
        date: proof.date.map(|day| place.context.words.date(day)),
    }
}

/// What is counted and how much is needed, «доля: не менее 75 %», where the words do not name the number themselves.
fn read(place: &Place<'_>, event: &Event) -> String {
    let mut said: Vec<String> = Vec::new();
    let cells = event.indicator.iter().chain(&event.result);
    for cell in cells {
        let words = &cell.value.verbatim;
        let goals = cell.value.goals.iter();
        for one in goals.filter(|goal| goal.target.is_some()) {
            let goal = goal(one, place.context.words);
            let read = format!("{}: {}", goal.kind, goal.target);
            if !has_numbers(words, &goal.target) && !said.contains(&read) {
                said.push(read);
            }
        }
    }
    said.join("; ")
}

/// True when every number of one text stands in the other.
fn has_numbers(words: &str, target: &str) -> bool {
    let numbers =
        |text| str::split(text, |c: char| !c.is_ascii_digit()).filter(|one| !one.is_empty());
    let mut wanted = numbers(target);
    wanted.all(|number| numbers(words).any(|one| one == number))
}

fn parties(event: &Event) -> impl Iterator<Item = &Party> {
    event
        .responsible
        .iter()
        .flat_map(|cell| &cell.value.parties)
}

/// People named in the row.
fn named(place: &Place<'_>, event: &Event) -> Vec<Name> {
    let of_parties = parties(event).flat_map(|party| &party.people);
    let mut ids: Vec<Slug> = of_parties.filter_map(|id| Slug::parse(id)).collect();
    ids.extend(event.people.iter().cloned());
    let mut people: Vec<Name> = Vec::new();
    for person in ids.iter().filter_map(|id| place.territory.person(id)) {
        let link = person_link(place, person);
        if !people.iter().any(|one| one.link == link) {
            let html = Html(escape(&link.text));
            people.push(Name { html, link });
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
        .map(|item| Link {
            text: place.say("новость {1}", &[&russian::date_short(item.date)]),
            href: place.news_link(item).href,
        });
    practices.chain(news).collect()
}
