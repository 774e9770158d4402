//! An act as printed: letterhead, title, preamble, points, signature; and what it approves.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::record::document::{Document, Point};
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::day::Day;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::title::{document_name, short};
use crate::render::views::place::parts::abbreviation::AbbrView;
use crate::render::views::place::parts::person::PersonView;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::PlacePage;

/// An act with everything the documents say of it.
#[derive(Serialize)]
pub struct DocumentView<'a> {
    name: String,
    title: Html,
    kind: &'a str,
    level: &'a str,
    number: Option<&'a str>,
    date: Option<Day>,
    date_verbatim: Option<&'a str>,
    issuer: &'a str,
    place: Option<&'a str>,
    source: Option<&'a str>,
    other_dates: Vec<OtherDateView<'a>>,
    text_known: bool,
    letterhead: Option<Html>,
    heading: Option<Html>,
    stamp: Option<Html>,
    preamble: Vec<Html>,
    order_word: Option<&'a str>,
    points: Vec<PointView<'a>>,
    signature: Option<Signature<'a>>,
    basis: Vec<Link>,
    approves: Vec<Link>,
    news: Vec<Link>,
    file: Option<Link>,
    abbreviations: Vec<AbbrView<'a>>,
}

#[derive(Serialize)]
struct OtherDateView<'a> {
    date: Day,
    citing: &'a str,
}

#[derive(Serialize)]
struct PointView<'a> {
    number: &'a str,
    text: Html,
    deadline: Option<DeadlineView<'a>>,
    control: bool,
    people: Vec<PersonView<'a>>,
    schools: Vec<Link>,
}

#[derive(Serialize)]
struct Signature<'a> {
    name: Option<&'a str>,
    post: Option<&'a str>,
    person: Option<PersonView<'a>>,
}

/// The page of an act.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let document = place
        .territory
        .document(id)
        .expect("a page of the site has its document");
    let name = unique_name(place, document);
    let view = view(place, document);
    let head = Head {
        title: format!("{name}: {}", short(&document.title, 60)),
        description: format!(
            "{name} ({}, {}). {}",
            document.level,
            place.label(),
            short(&document.title, 140)
        ),
        parents: vec![place.parent("Документы", PlacePage::Section("dokumenty"))],
    };
    place.render("place/document.html", head, &view)
}

/// Prepares an act of the page's territory.
pub fn view<'a>(place: &Place<'a>, document: &'a Document) -> DocumentView<'a> {
    DocumentView {
        name: document_name(document),
        title: place.words(&crate::text::cell::one_line(&document.title)),
        kind: &document.kind,
        level: &document.level,
        number: document.number.as_ref().map(|number| number.value.as_str()),
        date: document.date.as_ref().map(|date| place.day(date.value)),
        date_verbatim: document.date_verbatim.as_deref(),
        issuer: &document.issuer,
        place: document.place.as_deref(),
        source: document.source.as_deref(),
        other_dates: document
            .other_dates
            .iter()
            .map(|other| OtherDateView {
                date: place.day(other.date),
                citing: &other.citing,
            })
            .collect(),
        text_known: document.text_known,
        letterhead: document
            .letterhead
            .as_deref()
            .map(|text| place.printed(text)),
        heading: document.heading.as_deref().map(|text| place.printed(text)),
        stamp: document
            .approval_stamp
            .as_deref()
            .map(|text| place.printed(text)),
        preamble: document
            .preamble
            .as_deref()
            .map(|text| place.paragraphs(text))
            .unwrap_or_default(),
        order_word: document.order_word.as_deref(),
        points: document
            .points
            .iter()
            .map(|one| point(place, one))
            .collect(),
        signature: signature(place, document),
        basis: document
            .basis
            .iter()
            .filter_map(|act| place.document_link(&act.to))
            .collect(),
        approves: approves(place, document),
        news: news(place, document),
        file: file(place, document),
        abbreviations: place.abbreviations(&mut texts(document)),
    }
}

fn signature<'a>(place: &Place<'a>, document: &'a Document) -> Option<Signature<'a>> {
    let signatory = &document.signatory;
    let signed = signatory.name.is_some() || signatory.post.is_some();
    signed.then(|| Signature {
        name: signatory.name.as_deref(),
        post: signatory.post.as_deref(),
        person: place.person_named(signatory.person.as_ref()),
    })
}

fn file(place: &Place<'_>, document: &Document) -> Option<Link> {
    let path = &document.file.as_ref()?.value;
    let extension = path.rsplit('.').next().unwrap_or_default();
    place.context.site.has_file(path).then(|| Link {
        text: place.say("Файл документа ({1})", &[extension]),
        href: place.linker.path(path),
    })
}

fn point<'a>(place: &Place<'a>, point: &'a Point) -> PointView<'a> {
    PointView {
        number: &point.number,
        text: place.words(&point.text),
        deadline: point
            .deadline
            .as_ref()
            .map(|when| place.deadline(&when.value)),
        control: point.control,
        people: place.people(&point.people),
        schools: place.school_links(&point.schools),
    }
}

/// Plans, the programme and the working group that this act approves.
fn approves(place: &Place<'_>, document: &Document) -> Vec<Link> {
    let territory = place.territory;
    let by_this = |reference: &Option<crate::model::id::Reference<Slug>>| {
        reference.as_ref().is_some_and(|act| act.to == document.id)
    };
    let plans = territory
        .plans
        .iter()
        .filter(|plan| by_this(&plan.approved_by))
        .map(|plan| place.plan_link(plan));
    let program = territory
        .program
        .iter()
        .filter(|program| by_this(&program.approved_by))
        .map(|_| Link {
            text: place.say("Программа", &[]),
            href: place.href(PlacePage::Section("programma")),
        });
    let group = territory
        .working_group
        .iter()
        .filter(|group| by_this(&group.approved_by))
        .map(|_| Link {
            text: place.say("Состав рабочей группы", &[]),
            href: place.href(PlacePage::Section("rabochaya-gruppa")),
        });
    plans.chain(program).chain(group).collect()
}

fn news(place: &Place<'_>, document: &Document) -> Vec<Link> {
    place
        .territory
        .news
        .iter()
        .filter(|item| item.documents.iter().any(|act| act.to == document.id))
        .map(|item| place.news_link(item))
        .collect()
}

fn texts(document: &Document) -> impl Iterator<Item = &str> {
    let blocks = [
        &document.letterhead,
        &document.heading,
        &document.approval_stamp,
        &document.preamble,
    ];
    std::iter::once(document.title.as_str())
        .chain(blocks.into_iter().filter_map(|block| block.as_deref()))
        .chain(document.points.iter().map(|point| point.text.as_str()))
}

/// The short name, with the id where two acts have one name.
pub fn unique_name(place: &Place<'_>, document: &Document) -> String {
    let name = document_name(document);
    let twins = place
        .territory
        .documents
        .iter()
        .filter(|other| document_name(other) == name)
        .count();
    if twins > 1 {
        format!("{name} ({})", document.id)
    } else {
        name
    }
}
