//! The places on a page that a link can point at. They are named here so that `check` can judge a link without
//! knowing how pages are rendered; `render` must give its elements these very ids.

use std::collections::BTreeSet;

use crate::model::id::Slug;
use crate::model::portal::Portal;
use crate::model::prose::Prose;
use crate::site::data::{Scope, TableName};
use crate::site::page::{PageKey, PlacePage};

/// The anchor every page has: where its own text begins, after the menus.
pub const CONTENT: &str = "content";

/// The anchors of the lists of files on the page of open data: tables, places, addresses for programs, descriptions.
pub const DATA: [&str; 4] = ["tablitsy", "rayony-i-regiony", "adresa", "opisaniya"];

/// The anchor of a table on a page of open data.
pub fn table(table: TableName) -> String {
    format!("tablitsa-{}", table.file)
}

/// The anchor of a person on the page of contacts.
pub fn person(id: &Slug) -> String {
    format!("{PERSON}{id}")
}

/// How the anchors of people begin.
const PERSON: &str = "chelovek-";

/// True for the anchor of a person.
pub fn is_person(anchor: &str) -> bool {
    anchor.starts_with(PERSON)
}

/// Every anchor of a page.
pub fn anchors(portal: &Portal, page: &PageKey) -> BTreeSet<String> {
    let mut anchors = BTreeSet::from([CONTENT.to_owned()]);
    match page {
        PageKey::Parents => {
            anchors.extend(
                portal
                    .questions
                    .iter()
                    .map(|question| question.id.to_string()),
            );
            anchors.extend(
                portal
                    .questions
                    .iter()
                    .flat_map(|question| headings(&question.answer)),
            );
        }
        PageKey::Glossary => anchors.extend(portal.terms.iter().map(|term| term.id.to_string())),
        PageKey::Place(territory, PlacePage::Plan(id)) => {
            let plan = portal
                .territory(territory)
                .and_then(|territory| territory.plan(id));
            anchors.extend(
                plan.iter()
                    .flat_map(|plan| plan.events())
                    .map(|event| event.id.to_string()),
            );
        }
        PageKey::Place(territory, PlacePage::Section("kontakty")) => {
            let territory = portal.territory(territory);
            let people = territory.iter().flat_map(|territory| &territory.people);
            anchors.extend(people.map(|one| person(&one.id)));
            anchors.extend(prose(portal, page).into_iter().flat_map(headings));
        }
        PageKey::Mistakes => {
            anchors.extend(portal.handbook.mistake_anchors().map(str::to_owned));
        }
        PageKey::Data => {
            anchors.extend(DATA.map(str::to_owned));
            anchors.extend(Scope::Portal.tables(portal).into_iter().map(table));
            anchors.extend(prose(portal, page).into_iter().flat_map(headings));
        }
        PageKey::DataColumns => {
            let tables = Scope::Portal.tables(portal);
            anchors.extend(tables.iter().map(|table| table.file.to_owned()));
        }
        PageKey::Fields => anchors.extend(portal.handbook.field_anchors().map(str::to_owned)),
        _ => anchors.extend(prose(portal, page).into_iter().flat_map(headings)),
    }
    anchors
}

/// The text that an editor wrote for a page.
fn prose<'a>(portal: &'a Portal, page: &PageKey) -> Option<&'a Prose> {
    let info = |name: &str| {
        portal
            .pages
            .iter()
            .find(|page| page.id.as_str() == name)
            .map(|page| &page.text)
    };
    match page {
        PageKey::About => info("o-portale"),
        PageKey::Data => info("dannye"),
        PageKey::Editor => info("redaktor"),
        PageKey::Info(id) => info(id.as_str()),
        PageKey::Practice(id) => portal
            .practices()
            .find(|(_, practice)| &practice.id == id)
            .map(|(_, p)| &p.text),
        PageKey::Collection(id) => portal
            .collections
            .iter()
            .find(|c| &c.id == id)
            .map(|collection| &collection.intro),
        PageKey::Place(path, PlacePage::NewsItem(id)) => portal
            .territory(path)?
            .news
            .iter()
            .find(|item| &item.id == id)
            .map(|item| &item.text),
        PageKey::Place(path, PlacePage::Section(code)) => {
            portal.territory(path)?.note(code).map(|note| &note.text)
        }
        PageKey::Place(path, PlacePage::Home) => {
            portal.territory(path)?.note("").map(|note| &note.text)
        }
        _ => None,
    }
}

fn headings(prose: &Prose) -> impl Iterator<Item = String> {
    prose.headings.iter().map(|heading| heading.anchor.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;
    use crate::diag::span::SourceId;
    use crate::model::prose::Heading;
    use crate::model::reference::{InfoPage, Question};

    fn prose(anchor: &str) -> Prose {
        let heading = Heading {
            text: "Заголовок".to_owned(),
            anchor: anchor.to_owned(),
        };
        Prose {
            headings: vec![heading],
            ..Prose::default()
        }
    }

    #[test]
    fn a_page_has_the_anchors_of_what_stands_on_it() {
        let span = Span::start_of(SourceId(0));
        let id = |text: &str| Slug::parse(text).expect("a literal of the test is a slug");
        let question = Question {
            id: id("chto-takoe-shnor"),
            span,
            title: "Что такое ШНОР?".to_owned(),
            group: "О школе".to_owned(),
            answer: prose("podrobnee"),
            review_by: None,
        };
        let page = InfoPage {
            id: id("metodika"),
            span,
            title: "Методика".to_owned(),
            description: String::new(),
            text: prose("istochniki"),
            review_by: None,
        };
        let portal = Portal {
            questions: vec![question],
            pages: vec![page],
            ..Portal::default()
        };
        let of = |page: PageKey| anchors(&portal, &page).into_iter().collect::<Vec<_>>();
        assert_eq!(
            of(PageKey::Parents),
            ["chto-takoe-shnor", "content", "podrobnee"]
        );
        assert_eq!(of(PageKey::Info(id("metodika"))), ["content", "istochniki"]);
        assert_eq!(of(PageKey::Home), ["content"]);
    }
}
