//! Markdown of editors as HTML. Raw HTML of the source is shown as text, never passed through.

mod setting;
pub mod targets;
#[cfg(test)]
mod tests;
mod writer;

use crate::model::prose::Prose;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::words::Html;

use targets::Links;
use writer::Writer;

/// Renders a text for a page. `level` is the heading level that the text's own first level becomes (2 inside a page).
pub fn html(prose: &Prose, level: u8, linker: &Linker, context: &Context<'_>) -> Html {
    html_from(prose, level, "", &Links { linker, context })
}

/// Renders a text whose relative links start from `folder`, the folder of its file in content without a final slash.
pub fn html_from(prose: &Prose, level: u8, folder: &str, links: &Links<'_>) -> Html {
    Writer::new(prose, folder, links).html(level)
}
