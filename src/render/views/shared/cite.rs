//! How a page of the whole portal names things of territories: their words and where to read more.

use serde::Serialize;

use crate::model::id::{EventRef, Slug};
use crate::model::place::territory::Territory;
use crate::model::plan::deadline::Deadline;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::plan::standing::standing;
use crate::model::prose::Prose;
use crate::render::agenda::Promise;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::markdown;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::period::period;
use crate::render::views::parts::standing::StandingView;
use crate::render::words::{Html, escape};
use crate::site::{PageKey, PlacePage};
use crate::text::cell;
use crate::text::language::Noun;

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Words.
    pub text: Html,
    /// Address relative to the page.
    pub href: String,
}

/// An event in a list of the whole portal.
#[derive(Debug, Clone, Serialize)]
pub struct EventLine<'a> {
    /// Its words, leading to its card.
    pub title: Link,
    /// The same in plain words, retold by the portal.
    pub plain: Option<&'a str>,
    /// Its plan, leading to its row there.
    pub plan: Link,
    /// Its territory.
    pub place: Link,
    /// When.
    pub deadline: Option<DeadlineView<'a>>,
    /// How it stands today.
    pub status: StandingView,
}

/// A person with posts.
#[derive(Debug, Clone, Serialize)]
pub struct PersonLine {
    /// Name.
    pub name: String,
    /// Posts in the words of the documents.
    pub posts: Vec<Html>,
    /// Territory, leading to its contacts where it has such a page.
    pub place: Link,
}

/// Writes links for one page.
pub struct Cite<'c, 'a> {
    /// What the page is made from.
    pub context: &'c Context<'a>,
    linker: Linker,
}

impl<'c, 'a> Cite<'c, 'a> {
    /// For the page `key`.
    pub fn new(context: &'c Context<'a>, key: &PageKey) -> Self {
        Cite {
            context,
            linker: context.linker(key),
        }
    }

    /// What the language of the page says for a Russian phrase.
    pub fn say(&self, russian: &str, values: &[&str]) -> String {
        self.context.words.phrase(russian, values)
    }

    /// A number with its noun, in the language of the page.
    pub fn counted(&self, number: usize, noun: Noun) -> String {
        self.context.words.counted(number, noun)
    }

    /// A link whose words are ours: a Russian phrase in the language of the page.
    pub fn way(&self, russian: &str, key: &PageKey) -> Link {
        self.link(&self.say(russian, &[]), key)
    }

    /// Address of a page.
    pub fn href(&self, key: &PageKey) -> String {
        self.linker.page(key)
    }

    /// Address of a file.
    pub fn file(&self, path: &str) -> String {
        self.linker.path(path)
    }

    /// Address of a place on a page.
    pub fn anchor(&self, key: &PageKey, anchor: &str) -> String {
        self.linker.anchor(key, anchor)
    }

    /// Our own words leading to a page.
    pub fn link(&self, words: &str, key: &PageKey) -> Link {
        Link {
            text: Html(escape(words)),
            href: self.href(key),
        }
    }

    /// The same, when the page exists.
    pub fn link_if_there(&self, words: &str, key: &PageKey) -> Option<Link> {
        self.context.site.has(key).then(|| self.link(words, key))
    }

    /// Words of a document of a territory.
    pub fn verbatim(&self, text: &str, territory: &Territory) -> Html {
        let shown = cell::one_line(&cell::shown(text));
        self.context.glossary.html(&shown, Some(&territory.path))
    }

    /// A text of the editors; its first level of headings becomes `level`.
    pub fn prose(&self, prose: &Prose, level: u8) -> Html {
        markdown::html(prose, level, &self.linker, self.context)
    }

    /// A territory by its name.
    pub fn territory(&self, territory: &Territory) -> Link {
        self.link(
            &territory.names.name,
            &PageKey::place(&territory.path, PlacePage::Home),
        )
    }

    /// A section of a territory in our own words, when the territory has it.
    pub fn section(&self, words: &str, territory: &Territory, code: &'static str) -> Option<Link> {
        self.link_if_there(
            words,
            &PageKey::place(&territory.path, PlacePage::Section(code)),
        )
    }

    /// The region a municipality belongs to.
    pub fn region_of(&self, territory: &Territory) -> Option<Link> {
        let mut path = territory.path.clone();
        path.municipality.take()?;
        self.context
            .portal
            .territory(&path)
            .map(|region| self.territory(region))
    }

    /// A plan, called by its period.
    pub fn plan(&self, territory: &Territory, plan: &Roadmap) -> Link {
        let words = self.say("План на {1}", &[&period(&plan.period, self.context.words)]);
        self.link(
            &words,
            &PageKey::place(&territory.path, PlacePage::Plan(plan.id.clone())),
        )
    }

    /// An event: its words lead to its card, or to its row where cards are not made.
    pub fn event(&self, promise: Promise<'_>) -> Link {
        let event = EventRef {
            plan: promise.plan.id.clone(),
            event: promise.event.id.clone(),
        };
        let card = PageKey::place(&promise.territory.path, PlacePage::Event(event));
        let href = match self.context.site.has(&card) {
            true => self.href(&card),
            false => self.row(promise.territory, promise.plan, promise.event),
        };
        Link {
            text: self.verbatim(&promise.event.title.value, promise.territory),
            href,
        }
    }

    /// Address of an event's row in its plan.
    fn row(&self, territory: &Territory, plan: &Roadmap, event: &Event) -> String {
        let page = PageKey::place(&territory.path, PlacePage::Plan(plan.id.clone()));
        self.linker.anchor(&page, event.id.as_str())
    }

    /// An event with all that a list says about it.
    pub fn event_line(&self, promise: Promise<'a>) -> EventLine<'a> {
        let Promise {
            territory,
            plan,
            event,
        } = promise;
        EventLine {
            title: self.event(promise),
            plain: event.plain.as_ref().map(|plain| plain.value.as_str()),
            plan: Link {
                text: self.plan(territory, plan).text,
                href: self.row(territory, plan, event),
            },
            place: self.territory(territory),
            deadline: event
                .deadline
                .as_ref()
                .map(|cell| self.deadline(&cell.value, territory)),
            status: StandingView::new(
                standing(event, self.context.edition.today),
                self.context.words,
            ),
        }
    }

    /// A deadline of a territory's plan.
    pub fn deadline(&self, deadline: &'a Deadline, territory: &Territory) -> DeadlineView<'a> {
        DeadlineView::new(
            deadline,
            None,
            &self.context.glossary,
            Some(&territory.path),
            self.context.words,
        )
    }

    /// A school of a territory.
    pub fn school(&self, territory: &Territory, id: &Slug) -> Option<Link> {
        let school = territory.school(id)?;
        let page = PageKey::place(&territory.path, PlacePage::School(id.clone()));
        Some(self.link(&school.name, &page))
    }

    /// A person of a territory.
    pub fn person(&self, territory: &Territory, id: &Slug) -> Option<PersonLine> {
        let person = territory.person(id)?;
        let name = &territory.names.name;
        Some(PersonLine {
            name: person.name.clone(),
            posts: person
                .posts
                .iter()
                .map(|post| self.verbatim(&post.title, territory))
                .collect(),
            place: self
                .section(name, territory, "kontakty")
                .unwrap_or_else(|| self.territory(territory)),
        })
    }
}
