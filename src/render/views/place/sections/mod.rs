//! The required sections of a territory, one address each. Every section exists for every territory: one without
//! content says why, and shows the events of the plans that speak of the same.

pub mod documents;
pub mod indicators;
pub mod news;
pub mod parents;
pub mod people;
pub mod plans;
pub mod program;
pub mod related;
pub mod schools;

use serde::Serialize;

use crate::model::place::section::{RequiredSection, SectionNote};
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::coverage::{NO_REASON, empty_reason};
use crate::render::views::place::Place;
use crate::render::views::place::sections::related::Related;
use crate::render::words::Html;
use crate::text::russian;

/// The page of a section.
///
/// # Errors
/// When a template is at fault.
pub fn html(place: &Place<'_>, code: &str) -> Result<String, ThemeError> {
    let section =
        RequiredSection::find(code).expect("the map of the site has required sections only");
    match code {
        "dokumenty" => documents::html(place, section),
        "programma" => program::passport(place, section),
        "tseli" => program::goals(place, section),
        "pokazateli" => indicators::html(place, section),
        "plan" => plans::index(place, section),
        "itogi" => plans::results(place, section),
        "shkoly" => schools::html(place, section),
        "kuratory" => people::curators(place, section),
        "rabochaya-gruppa" => people::working_group(place, section),
        "kontakty" => people::contacts(place, section),
        "praktiki" => news::practices(place, section),
        "novosti" => news::html(place, section),
        "roditelyam" => parents::html(place, section),
        _ => related::html(place, section),
    }
}

/// What every section shows around its own content.
#[derive(Serialize)]
pub struct Frame<'a> {
    /// Heading of the page.
    name: &'static str,
    /// One sentence about what is here.
    lead: String,
    /// Text of an editor.
    note: Option<NoteView<'a>>,
    /// Why there is nothing, when there is nothing.
    empty: Option<String>,
    /// Events of the plans about the same.
    related: Option<Related<'a>>,
}

/// Text of an editor.
#[derive(Serialize)]
struct NoteView<'a> {
    title: Option<&'a str>,
    html: Html,
    source: Option<&'a str>,
    review_by: Option<String>,
}

/// A section with its own content.
#[derive(Serialize)]
struct SectionView<'f, 'a, V: Serialize> {
    section: &'f Frame<'a>,
    own: V,
}

/// What a section says of itself.
pub struct About {
    /// One sentence about what is here; goes into the description, too.
    pub lead: String,
    /// Whether the section has content of its own.
    pub filled: bool,
    /// Whether events of the plans about the same are listed.
    pub related: bool,
}

/// Renders a section.
///
/// # Errors
/// When the template is at fault.
pub fn render<V: Serialize>(
    place: &Place<'_>,
    section: &'static RequiredSection,
    template: &str,
    about: About,
    own: V,
) -> Result<String, ThemeError> {
    let note = place.territory.note(section.code);
    let text = note.filter(|note| !note.text.is_empty());
    let related = if about.related {
        related::find(place, section.code)
    } else {
        None
    };
    let empty = (!about.filled && text.is_none()).then(|| {
        note.and_then(empty_reason)
            .unwrap_or_else(|| NO_REASON.to_owned())
    });
    let head = Head {
        title: section.name.to_owned(),
        description: format!("{}: {}. {}", section.name, place.label(), about.lead),
        parents: Vec::new(),
    };
    let frame = Frame {
        name: section.name,
        lead: about.lead,
        note: text.map(|note| note_view(place, note)),
        empty,
        related,
    };
    place.render(
        template,
        head,
        &SectionView {
            section: &frame,
            own,
        },
    )
}

fn note_view<'a>(place: &Place<'_>, note: &'a SectionNote) -> NoteView<'a> {
    NoteView {
        title: note.title.as_deref(),
        // Without a heading of its own the text's headings stand right under the page's.
        html: place.prose(&note.text, if note.title.is_some() { 3 } else { 2 }),
        source: note.source.as_deref(),
        review_by: note.review_by.map(russian::date),
    }
}
