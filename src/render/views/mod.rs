//! One view for each kind of page: what its template may print.

pub mod parts;
pub mod place;
pub mod shared;

use serde::Serialize;

use crate::render::shell::Shell;
use crate::render::{Context, ThemeError};
use crate::site::PageKey;

/// A view with its frame, as templates see it: the fields of the view beside `shell`.
#[derive(Serialize)]
struct Framed<'a, V: Serialize> {
    shell: &'a Shell,
    #[serde(flatten)]
    view: &'a V,
}

/// Renders a view inside its frame.
pub fn framed<V: Serialize>(
    context: &Context<'_>,
    template: &str,
    shell: &Shell,
    view: &V,
) -> Result<String, ThemeError> {
    context.theme.render(template, &Framed { shell, view })
}

/// The HTML of a page.
///
/// # Errors
/// When a template is at fault.
pub fn html(context: &Context<'_>, key: &PageKey) -> Result<String, ThemeError> {
    match key {
        PageKey::Place(path, page) => place::html(context, key, path, page),
        _ => shared::html(context, key),
    }
}
