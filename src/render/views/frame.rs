//! A view inside the frame that every page has.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::shell::Shell;
use crate::render::theme::ThemeError;
use crate::render::views::parts::explained::{explained, spelled};
use crate::render::views::parts::former::{FormerPlace, former};
use crate::render::{fingerprint, foreign};
use crate::site::PageKey;

/// A view with its frame, as templates see it: the fields of the view beside `shell`.
#[derive(Serialize)]
struct Framed<'a, S: Serialize, V: Serialize> {
    shell: &'a S,
    /// Places that the page had and that links may still point at.
    former: Vec<FormerPlace>,
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
    let former = former(context, &shell.key);
    let framed = Framed {
        shell,
        former,
        view,
    };
    made(context, template, &shell.key, &framed, |html| {
        explained(context, &shell.key, html)
    })
}

/// Renders a view inside a lean frame of its own: abbreviations are spelled out at its end.
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
    let former = former(context, key);
    let framed = Framed {
        shell,
        former,
        view,
    };
    made(context, template, key, &framed, |html| {
        spelled(context, &html)
    })
}

/// The single gate through which all pages go: a page that stands already as it would be made is not made again.
fn made<F: Serialize>(
    context: &Context<'_>,
    template: &str,
    key: &PageKey,
    framed: &F,
    finish: impl FnOnce(String) -> Result<String, ThemeError>,
) -> Result<String, ThemeError> {
    let stands = context.standing.is_some_and(|standing| {
        let from = fingerprint::of(&(standing.basis, template, framed));
        (standing.stands)(&key.address().file(), from)
    });
    if stands {
        return Ok(String::new());
    }
    let html = finish(context.theme.render(template, framed)?)?;
    Ok(in_language(context, html))
}

fn in_language(context: &Context<'_>, html: String) -> String {
    match context.words.is_source() {
        true => html,
        false => foreign::marked(&html),
    }
}
