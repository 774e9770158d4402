//! The bank of practices and its collections.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::record::practice::{Collection, Practice};
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::parts::subscribe::Subscribe;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::views::shared::practice::{self, PracticeCard, Source};
use crate::render::words::Html;
use crate::site::PageKey;
use crate::site::calendars::Calendar;
use crate::text::russian;

#[derive(Serialize)]
struct PracticesView {
    summary: String,
    collections: Vec<CollectionRow>,
    kinds: Vec<KindGroup>,
    places: Vec<PlaceGroup>,
}

#[derive(Serialize)]
struct CollectionRow {
    link: Link,
    count: String,
}

#[derive(Serialize)]
struct KindGroup {
    title: String,
    anchor: String,
    count: String,
    practices: Vec<PracticeLine>,
}

#[derive(Serialize)]
struct PlaceGroup {
    place: Link,
    anchor: String,
    practices: Vec<Link>,
}

/// A practice in a list.
#[derive(Debug, Clone, Serialize)]
pub struct PracticeLine {
    title: Link,
    summary: Html,
    kind: String,
    place: Link,
    year: String,
}

#[derive(Serialize)]
struct CollectionView<'a> {
    title: Html,
    summary: String,
    intro: Html,
    cards: Vec<PracticeCard<'a>>,
    sources: Vec<Source>,
    bank: Link,
    subscribe: Option<Subscribe>,
}

/// The HTML of the bank.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Practices;
    let cite = Cite::new(context, &key);
    let portal = context.portal;
    let summary = cite.counted(portal.practices().count(), count::PRACTICES);
    let view = PracticesView {
        collections: portal
            .collections
            .iter()
            .map(|c| collection_row(&cite, c))
            .collect(),
        kinds: kinds(&cite),
        places: places(&cite),
        summary: summary.clone(),
    };
    let head = Head {
        title: cite.say("Практики поддержки школ", &[]),
        description: cite.say(
            "Что придумали районы, чтобы помочь школам: {1} из планов, по видам и по районам.",
            &[&summary],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "practices.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// The HTML of a collection, which prints as one document.
///
/// # Errors
/// When the template is at fault.
pub fn collection(context: &Context<'_>, id: &Slug) -> Result<String, ThemeError> {
    let key = PageKey::Collection(id.clone());
    let cite = Cite::new(context, &key);
    let collections = &context.portal.collections;
    let collection = collections
        .iter()
        .find(|collection| &collection.id == id)
        .expect("the map of the site names only collections that exist");
    let practices = members(context.portal, collection);
    let summary = cite.counted(practices.len(), count::PRACTICES);
    let view = CollectionView {
        title: context.glossary.html(&collection.title, None),
        summary: summary.clone(),
        intro: cite.prose(&collection.intro, 2),
        cards: practices
            .iter()
            .map(|(t, p)| practice::card(&cite, t, p, 4))
            .collect(),
        sources: practice::sources(&cite, &practices),
        bank: cite.way("Все практики", &PageKey::Practices),
        subscribe: Subscribe::new(
            context,
            &context.linker(&key),
            &Calendar::Collection(id.clone()),
        ),
    };
    let head = Head {
        title: format!("{}: {summary}", collection.title),
        description: cite.say(
            "«{1}»: {2} поддержки школ подряд, с содержанием и списком источников. Удобно напечатать.",
            &[&collection.title, &summary],
        ),
        parents: vec![(cite.say("Практики", &[]), PageKey::Practices)],
    };
    framed(
        context,
        "collection.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// A practice in a list.
pub fn line(cite: &Cite<'_, '_>, territory: &Territory, practice: &Practice) -> PracticeLine {
    PracticeLine {
        title: link(cite, territory, practice),
        summary: cite.verbatim(&practice.summary, territory),
        kind: practice.kind.clone(),
        place: cite.territory(territory),
        year: practice.year.clone(),
    }
}

fn link(cite: &Cite<'_, '_>, territory: &Territory, practice: &Practice) -> Link {
    Link {
        text: cite.verbatim(&practice.title, territory),
        href: cite.href(&PageKey::Practice(practice.id.clone())),
    }
}

/// The practices of a collection in its order.
fn members<'a>(portal: &'a Portal, collection: &Collection) -> Vec<(&'a Territory, &'a Practice)> {
    let find = |id: &Slug| portal.practices().find(|(_, practice)| &practice.id == id);
    collection
        .practices
        .iter()
        .filter_map(|reference| find(&reference.to))
        .collect()
}

fn collection_row(cite: &Cite<'_, '_>, collection: &Collection) -> CollectionRow {
    CollectionRow {
        link: cite.link(
            &collection.title,
            &PageKey::Collection(collection.id.clone()),
        ),
        count: cite.counted(
            members(cite.context.portal, collection).len(),
            count::PRACTICES,
        ),
    }
}

/// Groups by kind, in the order in which the kinds are met.
fn kinds(cite: &Cite<'_, '_>) -> Vec<KindGroup> {
    let mut groups: Vec<(String, Vec<PracticeLine>)> = Vec::new();
    for (territory, practice) in cite.context.portal.practices() {
        let line = line(cite, territory, practice);
        match groups.iter_mut().find(|(kind, _)| *kind == practice.kind) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((practice.kind.clone(), vec![line])),
        }
    }
    groups
        .into_iter()
        .enumerate()
        .map(|(index, (kind, practices))| KindGroup {
            title: russian::capitalized(&kind),
            anchor: format!("vid-{}", index + 1),
            count: cite.counted(practices.len(), count::PRACTICES),
            practices,
        })
        .collect()
}

fn places(cite: &Cite<'_, '_>) -> Vec<PlaceGroup> {
    let territories = cite.context.portal.territories.iter();
    territories
        .filter(|territory| !territory.practices.is_empty())
        .map(|territory| PlaceGroup {
            place: cite.territory(territory),
            anchor: territory.path.to_string().replace('/', "-"),
            practices: territory
                .practices
                .iter()
                .map(|p| link(cite, territory, p))
                .collect(),
        })
        .collect()
}
