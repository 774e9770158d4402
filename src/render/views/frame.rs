//! A view inside the frame that every page has.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::foreign;
use crate::render::shell::Shell;
use crate::render::theme::ThemeError;
use crate::render::views::parts::explained::{explained, marked_once};
use crate::site::PageKey;

/// A view with its frame, as templates see it: the fields of the view beside `shell`.
#[derive(Serialize)]
struct Framed<'a, S: Serialize, V: Serialize> {
    shell: &'a S,
    #[serde(flatten)]
    view: &'a V,
}

/// Renders a view inside its frame, with the abbreviations it marks explained and, on pages of another language, the
/// Russian words marked as Russian.
///
/// # Errors
/// When a template is at fault.
pub fn framed<V: Serialize>(
    context: &Context<'_>,
    template: &str,
    shell: &Shell,
    view: &V,
) -> Result<String, ThemeError> {
    let html = context.theme.render(template, &Framed { shell, view })?;
    let html = explained(context, &shell.key, html)?;
    Ok(in_language(context, html))
}

/// Renders a view inside a lean frame of its own: every abbreviation is marked once and leads to the glossary.
///
/// # Errors
/// When a template is at fault.
pub fn lean<S: Serialize, V: Serialize>(
    context: &Context<'_>,
    template: &str,
    key: &PageKey,
    shell: &S,
    view: &V,
) -> Result<String, ThemeError> {
    let html = context.theme.render(template, &Framed { shell, view })?;
    let html = marked_once(context, key, &html)?;
    Ok(in_language(context, html))
}

fn in_language(context: &Context<'_>, html: String) -> String {
    match context.words.is_source() {
        true => html,
        false => foreign::marked(&html),
    }
}
