//! Pages of a territory in a whole country: few and lean. What has a page of its own in a smaller portal stands here at
//! an anchor, see [`Extent`](crate::site::Extent); nothing that documents say is left out.

mod document;
mod event;
mod frame;
mod home;
mod linked;
mod news;
mod parts;
mod plan;
mod practices;
mod programme;
mod school;
#[cfg(test)]
mod tests;
mod time;

use crate::model::id::TerritoryPath;
use crate::render::context::Context;
use crate::render::theme::ThemeError;
use crate::render::views::place;
use crate::render::views::place::parts::place::Place;
use crate::site::{PageKey, PlacePage};

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
    let here = Place::new(context, key, path);
    match page {
        PlacePage::Home => home::html(&here),
        PlacePage::Plan(id) => plan::html(&here, id),
        PlacePage::School(id) => school::html(&here, id),
        PlacePage::NewsItem(id) => news::html(&here, id),
        PlacePage::Document(id) => document::html(&here, id),
        PlacePage::Section("praktiki") => practices::html(&here),
        PlacePage::Section("programma") => programme::html(&here),
        _ => place::html(context, key, path, page),
    }
}
