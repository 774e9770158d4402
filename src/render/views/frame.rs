//! A view inside the frame that every page has.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::shell::Shell;
use crate::render::theme::ThemeError;
use crate::render::views::parts::explained::explained;
use crate::render::{fingerprint, foreign};

/// A view with its frame, as templates see it: the fields of the view beside `shell`.
#[derive(Serialize)]
struct Framed<'a, V: Serialize> {
    shell: &'a Shell,
    #[serde(flatten)]
    view: &'a V,
}

/// Renders a view inside its frame, with the abbreviations it marks explained and, on pages of another language, the
/// Russian words marked as Russian. Empty when the page stands already as it would be made.
///
/// # Errors
/// When a template is at fault.
pub fn framed<V: Serialize>(
    context: &Context<'_>,
    template: &str,
    shell: &Shell,
    view: &V,
) -> Result<String, ThemeError> {
    let framed = Framed { shell, view };
    let stands = context.standing.is_some_and(|standing| {
        let from = fingerprint::of(&(standing.basis, template, &framed));
        (standing.stands)(&shell.key.address().file(), from)
    });
    if stands {
        return Ok(String::new());
    }
    let html = context.theme.render(template, &framed)?;
    let html = explained(context, &shell.key, html)?;
    Ok(match context.words.is_source() {
        true => html,
        false => foreign::marked(&html),
    })
}
