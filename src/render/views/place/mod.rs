//! Pages of a region or municipality: one file for each kind of page, the required sections in [`sections`], and what
//! several pages show in [`parts`].

pub mod calendar;
mod changes;
pub mod comparison;
pub mod confirmation;
mod data;
pub mod document;
pub mod event;
pub mod home;
pub mod index;
pub mod overview;
pub mod parts;
pub mod plan;
pub mod promises;
pub mod school;
pub mod sections;
#[cfg(test)]
mod tests;
pub mod wall;
mod years;

use crate::model::id::TerritoryPath;
use crate::render::context::Context;
use crate::render::theme::ThemeError;
use crate::site::{PageKey, PlacePage};

use parts::place::Place;

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
    let place = Place::new(context, key, path);
    match page {
        PlacePage::Home => home::html(&place),
        PlacePage::Section(code) => sections::html(&place, code),
        PlacePage::Document(id) => document::html(&place, id),
        PlacePage::Plan(id) => plan::html(&place, id),
        PlacePage::Wall(id) => wall::html(&place, id),
        PlacePage::Event(event) => event::html(&place, event),
        PlacePage::School(id) => school::html(&place, id),
        PlacePage::Results(id) => years::results(&place, id),
        PlacePage::NewsItem(id) => sections::news::item(&place, id),
        PlacePage::Calendar => calendar::html(&place),
        PlacePage::Completeness => years::completeness(&place),
        PlacePage::Data => data::html(&place),
        PlacePage::Promises => promises::html(&place),
        PlacePage::Comparison => comparison::html(&place),
        PlacePage::Confirmation(id) => confirmation::html(&place, id),
        PlacePage::Archive => years::archive(&place),
        PlacePage::Changes(year) => changes::html(&place, *year),
        PlacePage::Index => index::html(&place),
    }
}
