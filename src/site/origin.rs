//! From a page to the place in the content it is made from: the other way round than building.
//!
//! The model knows of everything where it was written, so nothing is said here about names of files: what `content`
//! reads from where cannot drift apart from it.

use crate::diag::span::Span;
use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::site::page::{PageKey, PlacePage};

/// Where a page comes from: the file an editor opens to change it, and the place in it. None for lists put together from
/// many files, and for pages without content of their own.
pub fn origin(portal: &Portal, page: &PageKey) -> Option<Span> {
    let info = |id: &str| {
        let mut pages = portal.pages.iter();
        pages.find(|page| page.id.as_str() == id).map(|p| p.span)
    };
    match page {
        PageKey::Home => portal.settings.span,
        PageKey::Practice(id) => practice(portal, id),
        PageKey::Collection(id) => {
            let mut all = portal.collections.iter();
            all.find(|one| &one.id == id).map(|one| one.span)
        }
        PageKey::Glossary => portal.terms.first().map(|term| term.span),
        PageKey::Term(id) => {
            let mut terms = portal.terms.iter();
            terms.find(|term| &term.id == id).map(|term| term.span)
        }
        PageKey::About => info("o-portale"),
        PageKey::Data => info("dannye"),
        PageKey::Editor => info("redaktor"),
        PageKey::Info(id) => info(id.as_str()),
        PageKey::Place(path, page) => in_place(portal.territory(path)?, page),
        PageKey::Search
        | PageKey::Index
        | PageKey::Districts
        | PageKey::Calendar
        | PageKey::Month { .. }
        | PageKey::Subscription
        | PageKey::Practices
        | PageKey::News
        | PageKey::Parents
        | PageKey::DataColumns
        | PageKey::Completeness
        | PageKey::Promises
        | PageKey::Comparison
        | PageKey::Changes(_)
        | PageKey::View
        | PageKey::MySchool
        | PageKey::SiteMap
        | PageKey::Receipt
        | PageKey::Mistakes
        | PageKey::Fields
        | PageKey::NotFound
        | PageKey::Former(_) => None,
    }
}

/// True for a page about one of many things that stand in one file, so that a line helps to find it.
pub fn is_one_of_many(page: &PageKey) -> bool {
    matches!(
        page,
        PageKey::Term(_) | PageKey::Place(_, PlacePage::Event(_) | PlacePage::School(_))
    )
}

fn practice(portal: &Portal, id: &Slug) -> Option<Span> {
    let mut practices = portal.practices();
    practices
        .find(|(_, practice)| &practice.id == id)
        .map(|(_, practice)| practice.span)
}

fn in_place(territory: &Territory, page: &PlacePage) -> Option<Span> {
    let plan = |id: &Slug| territory.plan(id).map(|plan| plan.span);
    match page {
        PlacePage::Home => Some(territory.span),
        PlacePage::Section(code) => section(territory, code),
        PlacePage::Document(id) => territory.document(id).map(|document| document.span),
        PlacePage::Plan(id)
        | PlacePage::Wall(id)
        | PlacePage::Results(id)
        | PlacePage::Confirmation(id) => plan(id),
        PlacePage::Event(event) => {
            let (_, found) = territory.plan(&event.plan)?.event(&event.event)?;
            Some(found.span)
        }
        PlacePage::School(id) => territory.school(id).map(|school| school.span),
        PlacePage::NewsItem(id) => {
            let mut news = territory.news.iter();
            news.find(|item| &item.id == id).map(|item| item.span)
        }
        PlacePage::Promises => plan(&territory.current_plan()?.id),
        PlacePage::Calendar
        | PlacePage::Completeness
        | PlacePage::Data
        | PlacePage::Comparison
        | PlacePage::Archive
        | PlacePage::Changes(_)
        | PlacePage::Index => None,
    }
}

/// A section: its own file, else the text an editor wrote for it, else the plan it is drawn from.
fn section(territory: &Territory, code: &str) -> Option<Span> {
    let program = territory.program.as_ref().map(|program| program.span);
    let plan = territory.current_plan().map(|plan| plan.span);
    let own = match code {
        "shkoly" => territory.schools.first().map(|school| school.span),
        "kuratory" => territory.curators.first().map(|one| one.person.span),
        "rabochaya-gruppa" => territory.working_group.as_ref().map(|group| group.span),
        "kontakty" => Some(territory.span),
        "programma" => program,
        "plan" => plan,
        _ => None,
    };
    let drawn = match code {
        "tseli" => program.or(plan),
        "pokazateli" | "itogi" => plan,
        _ => None,
    };
    let note = territory.note(code).map(|note| note.span);
    own.or(note).or(drawn)
}
