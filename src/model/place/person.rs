//! People as the published documents name them: surname, initials, posts. Nothing else is kept about a person.

use crate::diag::span::Span;
use crate::model::id::{Reference, Slug};

/// A person. One person with three posts is one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Identifier.
    pub id: Slug,
    /// Place of the identifier.
    pub span: Span,
    /// Surname and initials in the nominative, «Нетесова Л.В.».
    pub name: String,
    /// Other spellings and cases that occur.
    pub aliases: Vec<String>,
    /// The person's school, when the documents tie them to one.
    pub school: Option<Reference<Slug>>,
    /// Posts, each with the place in the documents that names it.
    pub posts: Vec<Post>,
}

/// A post of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its words.
    pub title: String,
    /// Which document says so.
    pub source: String,
}

impl Person {
    /// Every literal form of the name.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// Who looks after which schools.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curator {
    /// The person.
    pub person: Reference<Slug>,
    /// The schools.
    pub schools: Vec<Reference<Slug>>,
    /// When.
    pub period: Option<String>,
    /// Which document says so.
    pub source: Option<String>,
}
