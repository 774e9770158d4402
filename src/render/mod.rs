//! Pages: a view of the model for each kind of page, and a theme's templates that turn views into HTML.
//! Themes see views, never the model. Nothing here reads the disk or the clock.

#[cfg(test)]
mod fixture;
pub mod highlight;
pub mod linker;
pub mod markdown;
pub mod shell;
pub mod targets;
pub mod theme;
pub mod views;
pub mod words;

use jiff::civil::Date;

use crate::model::portal::Portal;
use crate::site::{PageKey, Site};

use views::shared::agenda::Agenda;
use views::shared::usage::Usage;

pub use theme::{Theme, ThemeError};

/// What a build was asked for, as far as pages depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The day the pages speak of: «по данным на …», and what counts as past.
    pub today: Date,
    /// Address at which this very build will be served, with a slash at the end, when it is known. The page for unknown
    /// addresses is shown at any depth, so its links must start from here.
    pub base_url: Option<String>,
    /// Version of the generator, for the page about the build.
    pub generator: String,
}

/// Everything a page is made from.
pub struct Context<'a> {
    /// What content says.
    pub portal: &'a Portal,
    /// Which pages exist.
    pub site: &'a Site,
    /// Templates and files of the theme.
    pub theme: &'a Theme,
    /// Day and address of this build.
    pub edition: &'a Edition,
    /// Abbreviations, ready to be found in texts.
    pub glossary: words::Glossary<'a>,
    /// Events of all plans by time, read once for all pages of the calendar.
    pub agenda: Agenda<'a>,
    /// Words of the glossary by the plans that use them, read once for all words.
    pub usage: Usage<'a>,
}

/// A finished page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// File of the output folder.
    pub path: String,
    /// HTML.
    pub html: String,
}

impl<'a> Context<'a> {
    /// Prepares what all pages share.
    pub fn new(portal: &'a Portal, site: &'a Site, theme: &'a Theme, edition: &'a Edition) -> Self {
        Context {
            portal,
            site,
            theme,
            edition,
            glossary: words::Glossary::new(&portal.terms),
            agenda: Agenda::new(portal),
            usage: Usage::new(portal),
        }
    }
}

/// Renders one page.
///
/// # Errors
/// When a template of the theme is at fault: unknown names, wrong types.
pub fn page(context: &Context<'_>, key: &PageKey) -> Result<Page, ThemeError> {
    let html = views::html(context, key)?;
    Ok(Page {
        path: key.address().file(),
        html,
    })
}
