//! Pages of a region or municipality.

pub mod calendar;
pub mod document;
pub mod event;
pub mod home;
pub mod overview;
pub mod plan;
pub mod school;
pub mod sections;
#[cfg(test)]
mod tests;
pub mod years;

use serde::Serialize;

use crate::model::id::{Reference, Slug, TerritoryPath};
use crate::model::place::person::Person;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::model::prose::Prose;
use crate::model::record::document::Document;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::markdown;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::cell::{self, Cell};
use crate::render::views::parts::link::Link;
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};
use crate::text::russian;

/// The HTML of a territory's page.
///
/// # Errors
/// When a template is at fault.
pub fn html(
    context: &Context<'_>,
    key: &PageKey,
    path: &TerritoryPath,
    page: &PlacePage,
) -> Result<String, ThemeError> {
    // Keys come from the map of the site, which is drawn from the same portal.
    let territory = context
        .portal
        .territory(path)
        .expect("a page of the site has its territory");
    let place = Place {
        context,
        key,
        territory,
        linker: Linker::new(key, context.edition),
    };
    match page {
        PlacePage::Home => home::html(&place),
        PlacePage::Section(code) => sections::html(&place, code),
        PlacePage::Document(id) => document::html(&place, id),
        PlacePage::Plan(id) => plan::html(&place, id),
        PlacePage::Event(event) => event::html(&place, event),
        PlacePage::School(id) => school::html(&place, id),
        PlacePage::Results(id) => years::results(&place, id),
        PlacePage::NewsItem(id) => sections::news::item(&place, id),
        PlacePage::Calendar => calendar::html(&place),
        PlacePage::Completeness => years::completeness(&place),
        PlacePage::Archive => years::archive(&place),
    }
}

/// A page of a territory being written: what it is about and how to link from it.
pub struct Place<'a> {
    /// What all pages share.
    pub context: &'a Context<'a>,
    /// The page.
    pub key: &'a PageKey,
    /// The territory.
    pub territory: &'a Territory,
    /// Links of the page.
    pub linker: Linker,
}

/// An abbreviation with a link to its page.
#[derive(Debug, Clone, Serialize)]
pub struct AbbrView<'a> {
    abbr: &'a str,
    meaning: &'a str,
    confirmed: bool,
    href: String,
}

/// A person with posts.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView<'a> {
    /// Identifier, an anchor on the page of contacts.
    pub id: &'a str,
    /// Surname and initials.
    pub name: &'a str,
    /// Posts, each with the document that names it.
    pub posts: Vec<PostView<'a>>,
    /// The person's school.
    pub school: Option<Link>,
    /// Link to the person on the page of contacts.
    pub href: String,
}

/// A post.
#[derive(Debug, Clone, Serialize)]
pub struct PostView<'a> {
    title: Html,
    source: &'a str,
}

impl<'a> Place<'a> {
    /// A text of this territory with its abbreviations marked.
    pub fn words(&self, text: &str) -> Html {
        self.context.glossary.html(text, Some(&self.territory.path))
    }

    /// A cell of a document of this territory.
    pub fn cell(&self, text: &'a str) -> Cell<'a> {
        Cell::new(
            text,
            None,
            &self.context.glossary,
            Some(&self.territory.path),
        )
    }

    /// Paragraphs of a text of this territory.
    pub fn paragraphs(&self, text: &str) -> Vec<Html> {
        cell::paragraphs(text, &self.context.glossary, Some(&self.territory.path))
    }

    /// A block of lines as printed.
    pub fn printed(&self, text: &str) -> Html {
        cell::printed(text, &self.context.glossary, Some(&self.territory.path))
    }

    /// A text of an editor; its own first heading gets `level`.
    pub fn prose(&self, prose: &Prose, level: u8) -> Html {
        markdown::html(prose, level, &self.linker, self.context)
    }

    /// Link to a page of this territory.
    pub fn href(&self, page: PlacePage) -> String {
        self.linker.page(&self.page(page))
    }

    /// Link to a place on a page of this territory.
    pub fn anchor(&self, page: PlacePage, anchor: &str) -> String {
        self.linker.anchor(&self.page(page), anchor)
    }

    /// The name of a page of this territory.
    pub fn page(&self, page: PlacePage) -> PageKey {
        PageKey::place(&self.territory.path, page)
    }

    /// Link to a school; none when no such school is known.
    pub fn school_link(&self, id: &Slug) -> Option<Link> {
        let school = self.territory.school(id)?;
        Some(Link {
            text: school.name.clone(),
            href: self.href(PlacePage::School(id.clone())),
        })
    }

    /// Links to schools.
    pub fn school_links(&self, schools: &[Reference<Slug>]) -> Vec<Link> {
        schools
            .iter()
            .filter_map(|school| self.school_link(&school.to))
            .collect()
    }

    /// Link to a document by its short name.
    pub fn document_link(&self, id: &Slug) -> Option<Link> {
        let document = self.territory.document(id)?;
        Some(Link {
            text: document_name(document),
            href: self.href(PlacePage::Document(id.clone())),
        })
    }

    /// A person with posts.
    pub fn person(&self, person: &'a Person) -> PersonView<'a> {
        PersonView {
            id: person.id.as_str(),
            name: &person.name,
            posts: person
                .posts
                .iter()
                .map(|post| PostView {
                    title: self.words(&post.title),
                    source: &post.source,
                })
                .collect(),
            school: person
                .school
                .as_ref()
                .and_then(|school| self.school_link(&school.to)),
            href: self.anchor(
                PlacePage::Section("kontakty"),
                &format!("chelovek-{}", person.id),
            ),
        }
    }

    /// A person by id; none when no such person is known.
    pub fn person_by_id(&self, id: &Slug) -> Option<PersonView<'a>> {
        self.territory.person(id).map(|person| self.person(person))
    }

    /// The abbreviations of these texts that are explained here.
    pub fn abbreviations(&self, texts: &mut dyn Iterator<Item = &str>) -> Vec<AbbrView<'a>> {
        self.context
            .glossary
            .used_in(texts, Some(&self.territory.path))
            .into_iter()
            .map(|row| AbbrView {
                abbr: row.abbr,
                meaning: row.meaning,
                confirmed: row.confirmed,
                href: self.linker.page(&PageKey::Term(row.term.clone())),
            })
            .collect()
    }

    /// «Жигаловский район, Иркутская область»: names of districts repeat across regions, so titles need both.
    pub fn label(&self) -> String {
        let name = &self.territory.names.name;
        if self.territory.is_region() {
            return name.clone();
        }
        let region = TerritoryPath {
            region: self.territory.path.region.clone(),
            municipality: None,
        };
        match self.context.portal.territory(&region) {
            Some(region) => format!("{name}, {}", region.names.name),
            None => format!("{name}, {}", self.territory.path.region),
        }
    }

    /// «план на 2023 год», with the plan's id where two plans have one period.
    pub fn plan_name(&self, plan: &Roadmap) -> String {
        let words = plan.period.words();
        let twins = self
            .territory
            .plans
            .iter()
            .filter(|other| other.period.words() == words)
            .count();
        if twins > 1 {
            format!("план на {words} ({})", plan.id)
        } else {
            format!("план на {words}")
        }
    }

    /// Renders a view of this page. The title gets the name of the territory.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn render<V: Serialize>(
        &self,
        template: &str,
        head: Head,
        view: &V,
    ) -> Result<String, ThemeError> {
        let head = Head {
            title: format!("{} — {}", head.title, self.label()),
            ..head
        };
        let shell = Shell::new(self.context, self.key, head);
        framed(self.context, template, &shell, view)
    }

    /// Words for a parent page in the way back.
    pub fn parent(&self, text: &str, page: PlacePage) -> (String, PageKey) {
        (text.to_owned(), self.page(page))
    }
}

/// The short name of a document, ready to begin a line.
pub fn document_name(document: &Document) -> String {
    russian::capitalized(&document.short_name())
}
