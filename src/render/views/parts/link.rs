//! Links with their words.

use serde::Serialize;

use crate::model::place::authority::{Authority, dialable};

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Words.
    pub text: String,
    /// Address relative to the page.
    pub href: String,
}

/// A link with a line under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkNote {
    /// Words.
    pub text: String,
    /// Address relative to the page.
    pub href: String,
    /// What stands behind it: «30 мероприятий», «пока пусто».
    pub note: String,
}

/// A telephone: the words of the document, and digits to dial when they make a full number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phone<'a> {
    /// As written.
    pub text: &'a str,
    /// `+73824522883`; empty when the number cannot be dialled from elsewhere.
    pub dial: String,
}

impl<'a> Phone<'a> {
    /// The telephones of an education authority.
    pub fn of(authority: Option<&'a Authority>) -> Vec<Phone<'a>> {
        authority
            .iter()
            .flat_map(|authority| &authority.contact.phones)
            .map(|phone| Phone::new(phone))
            .collect()
    }

    /// Prepares a telephone.
    pub fn new(text: &'a str) -> Phone<'a> {
        Phone {
            text,
            dial: dialable(text).unwrap_or_default(),
        }
    }
}
