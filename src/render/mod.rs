//! Pages: a view of the model for each kind of page, and a theme's templates that turn views into HTML.
//! Themes see views, never the model. Nothing here reads the disk or the clock.

pub mod agenda;
pub mod alternates;
pub mod cards;
pub mod context;
pub mod editing;
pub mod edition;
mod fingerprint;
#[cfg(test)]
mod fixture;
mod foreign;
pub mod highlight;
pub mod letters;
pub mod linker;
pub mod manifest;
pub mod markdown;
pub mod painter;
pub mod qr;
pub mod report;
pub mod shell;
pub mod structured;
pub mod theme;
pub mod usage;
pub mod views;
pub mod words;

use crate::model::prose::Prose;
use crate::site::PageKey;

use linker::Linker;

pub use cards::Cards;
pub use context::Context;
pub use edition::{Edition, Origin};
pub use theme::{Theme, ThemeError};

/// A finished page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// File of the output folder.
    pub path: String,
    /// HTML; none when the file stands already as it would be made, see [`context::Standing`].
    pub html: Option<String>,
}

/// The cards that other sites show beside links. A context that holds them makes pages that name them.
///
/// # Errors
/// When the template of the card is at fault.
pub fn cards(context: &Context<'_>) -> Result<Cards, ThemeError> {
    views::card::all(context)
}

/// A text of an editor as HTML for a published file that is not a page, such as a feed.
pub fn text_in_file(context: &Context<'_>, text: &Prose, path: &str) -> String {
    let linker = Linker::for_file(path, context.address(), context.site.seats());
    markdown::html(text, 2, &linker, context).0
}

/// Renders one page.
///
/// # Errors
/// When a template of the theme is at fault: unknown names, wrong types.
pub fn page(context: &Context<'_>, key: &PageKey) -> Result<Page, ThemeError> {
    let html = views::html(context, key)?;
    Ok(Page {
        path: key.address().file(),
        html: Some(html).filter(|html| !html.is_empty()),
    })
}
