//! Pages of the whole portal: one file for each kind of page, beside what several of them share
//! ([`agenda`], [`usage`], [`cite`], [`letters`], [`totals`], [`count`]).

pub mod about;
pub mod agenda;
pub mod calendar;
pub mod cite;
pub mod completeness;
pub mod count;
pub mod districts;
pub mod glossary;
pub mod home;
pub mod letters;
pub mod month;
pub mod news;
pub mod parents;
pub mod practice;
pub mod practices;
pub mod search;
pub mod site_map;
pub mod totals;
pub mod usage;

#[cfg(test)]
mod tests;

use crate::render::views::place;
use crate::render::{Context, ThemeError};
use crate::site::PageKey;

/// The HTML of a shared page.
///
/// # Errors
/// When a template is at fault.
pub fn html(context: &Context<'_>, key: &PageKey) -> Result<String, ThemeError> {
    match key {
        PageKey::Home => home::html(context),
        PageKey::Search => search::html(context),
        PageKey::Districts => districts::html(context),
        PageKey::Calendar => calendar::html(context),
        PageKey::Month { year, month } => month::html(context, (*year, *month)),
        PageKey::Practices => practices::html(context),
        PageKey::Practice(id) => practice::html(context, id),
        PageKey::Collection(id) => practices::collection(context, id),
        PageKey::News => news::html(context),
        PageKey::Parents => parents::html(context),
        PageKey::Glossary => glossary::html(context),
        PageKey::Term(id) => glossary::term(context, id),
        PageKey::Data => about::data(context),
        PageKey::Completeness => completeness::html(context),
        PageKey::About => about::html(context),
        PageKey::Info(id) => about::info(context, id),
        PageKey::SiteMap => site_map::html(context),
        PageKey::NotFound => site_map::not_found(context),
        PageKey::Place(path, page) => place::html(context, key, path, page),
    }
}
