//! A person of a territory with posts, each with the document that names it.

use serde::Serialize;

use crate::model::id::{Reference, Slug};
use crate::model::place::person::Person;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::{PlacePage, anchors};

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
            href: self.anchor(PlacePage::Section("kontakty"), &anchors::person(&person.id)),
        }
    }

    /// People that a document names; those that are not known are left out.
    pub fn people(&self, named: &[Reference<Slug>]) -> Vec<PersonView<'a>> {
        named
            .iter()
            .filter_map(|person| self.person_by_id(&person.to))
            .collect()
    }

    /// The person that a document names; none when it names nobody, or nobody who is known.
    pub fn person_named(&self, named: Option<&Reference<Slug>>) -> Option<PersonView<'a>> {
        self.person_by_id(&named?.to)
    }

    /// A person by id; none when no such person is known.
    pub fn person_by_id(&self, id: &Slug) -> Option<PersonView<'a>> {
        self.territory.person(id).map(|person| self.person(person))
    }
}
