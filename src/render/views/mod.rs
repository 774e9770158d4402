//! One view for each kind of page: what its template may print.

pub mod card;
pub mod compact;
pub mod frame;
pub mod parts;
pub mod pictures;
pub mod place;
pub mod shared;

use crate::render::context::Context;
use crate::render::theme::ThemeError;
use crate::site::PageKey;

/// The HTML of a page.
///
/// # Errors
/// When a template is at fault.
pub fn html(context: &Context<'_>, key: &PageKey) -> Result<String, ThemeError> {
    let compact = context.site.extent().is_compact();
    match key {
        PageKey::Place(path, page) if compact => compact::html(context, key, path, page),
        PageKey::Month { year, month } if compact => shared::sums::month(context, (*year, *month)),
        PageKey::Practices if compact => shared::sums::practices(context),
        PageKey::Completeness if compact => shared::sums::completeness(context),
        PageKey::Place(path, page) => place::html(context, key, path, page),
        PageKey::Home => shared::home::html(context),
        PageKey::Search => shared::search::html(context),
        PageKey::Index => shared::index::html(context),
        PageKey::Districts => shared::districts::html(context),
        PageKey::Calendar => shared::calendar::html(context),
        PageKey::Month { year, month } => shared::month::html(context, (*year, *month)),
        PageKey::Subscription => shared::subscription::html(context),
        PageKey::Practices => shared::practices::html(context),
        PageKey::Practice(id) => shared::practice::html(context, id),
        PageKey::Collection(id) => shared::practices::collection(context, id),
        PageKey::News => shared::news::html(context),
        PageKey::Parents => shared::parents::html(context),
        PageKey::Glossary => shared::glossary::html(context),
        PageKey::Term(id) => shared::glossary::term(context, id),
        PageKey::Data => shared::data::html(context),
        PageKey::DataColumns => shared::data::columns(context),
        PageKey::Completeness => shared::completeness::html(context),
        PageKey::Promises => shared::promises::html(context),
        PageKey::Comparison => shared::comparison::html(context),
        PageKey::Changes(year) => shared::changes::html(context, *year),
        PageKey::About => shared::about::html(context),
        PageKey::Info(id) => shared::about::info(context, id),
        PageKey::Editor => shared::about::editor(context),
        PageKey::Mistakes => shared::handbook::mistakes::html(context),
        PageKey::Fields => shared::handbook::fields::html(context),
        PageKey::View => shared::reader::view(context),
        PageKey::MySchool => shared::reader::my_school(context),
        PageKey::SiteMap => shared::site_map::html(context),
        PageKey::Former(address) => shared::former::html(context, address),
        PageKey::Receipt => shared::receipt::html(context),
        PageKey::NotFound => shared::site_map::not_found(context),
    }
}
