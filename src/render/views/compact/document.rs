//! An act as printed, and what it approves.

use crate::model::id::Slug;
use crate::render::theme::ThemeError;
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::parts::title::short;
use crate::render::views::place::document::{unique_name, view};
use crate::render::views::place::parts::place::Place;

/// The page of an act.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let document = place
        .territory
        .document(id)
        .expect("a page of the site has its document");
    let name = unique_name(place, document);
    let head = Head {
        title: format!("{name}: {}", short(&document.title, 60)),
        description: format!("{}. {}", place.label(), document.title),
    };
    render(place, "compact/document.html", head, &view(place, document))
}
