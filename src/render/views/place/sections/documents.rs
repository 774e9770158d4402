//! Acts of a territory, by level and year.

use serde::Serialize;

use crate::model::place::section::RequiredSection;
use crate::model::record::document::Document;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::title::document_name;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::cell;

/// Levels in the order they are listed, with their headings.
const LEVELS: &[(&str, &str)] = &[
    ("муниципальный", "Муниципальные"),
    ("школьный", "Школьные"),
    ("региональный", "Региональные"),
    ("федеральный", "Федеральные"),
];

#[derive(Serialize)]
struct DocumentsView<'a> {
    levels: Vec<Level<'a>>,
}

#[derive(Serialize)]
struct Level<'a> {
    heading: String,
    documents: Vec<DocumentRow<'a>>,
}

/// An act in a list.
#[derive(Serialize)]
pub struct DocumentRow<'a> {
    name: String,
    href: String,
    title: Html,
    issuer: &'a str,
    text_known: bool,
}

/// Prepares an act for a list.
pub fn row<'a>(place: &Place<'_>, document: &'a Document) -> DocumentRow<'a> {
    DocumentRow {
        name: document_name(document),
        href: place.href(PlacePage::Document(document.id.clone())),
        title: place.words(&cell::one_line(&document.title)),
        issuer: &document.issuer,
        text_known: document.text_known,
    }
}

/// The list of acts.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let documents = &place.territory.documents;
    let mut levels = Vec::new();
    for (level, heading) in LEVELS {
        let mut found: Vec<&Document> =
            documents.iter().filter(|act| act.level == *level).collect();
        found.sort_by_key(|act| std::cmp::Reverse(act.date.as_ref().map(|date| date.value)));
        if !found.is_empty() {
            levels.push(Level {
                heading: place.say(heading, &[]),
                documents: found.into_iter().map(|act| row(place, act)).collect(),
            });
        }
    }
    let known = documents.iter().filter(|act| act.text_known).count();
    let lead = place.say(
        "Здесь {1}; с полным текстом — {2}.",
        &[
            &place.counted(documents.len(), count::DOCUMENTS),
            &known.to_string(),
        ],
    );
    let about = About {
        lead,
        filled: !documents.is_empty(),
        related: false,
    };
    render(
        place,
        section,
        "place/dokumenty.html",
        about,
        DocumentsView { levels },
    )
}
