//! Markdown of editors as HTML. Raw HTML of the source is shown as text, never passed through.

use crate::model::prose::Prose;
use crate::render::Context;
use crate::render::linker::Linker;
use crate::render::words::{Html, escape};

/// Renders a text for a page. `level` is the heading level that the text's own first level becomes (2 inside a page).
pub fn html(prose: &Prose, _level: u8, _linker: &Linker, _context: &Context<'_>) -> Html {
    Html(format!("<p>{}</p>", escape(&prose.markdown)))
}
