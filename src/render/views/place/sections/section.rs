//! What every section shows around its own content: a sentence, the text of an editor, why there is nothing, events
//! about the same.

use serde::Serialize;

use crate::model::place::section::{RequiredSection, SectionNote};
use crate::render::editing::new_file;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::coverage::{NO_REASON, empty_reason};
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::parts::related::{self, Related};
use crate::render::words::Html;
use crate::site::NewFile;

/// What every section shows around its own content.
#[derive(Serialize)]
struct Frame<'a> {
    /// Heading of the page.
    name: String,
    /// One sentence about what is here.
    lead: String,
    /// Text of an editor.
    note: Option<NoteView<'a>>,
    /// Why there is nothing, when there is nothing.
    empty: Option<String>,
    /// Where something can be added, when the settings name the place.
    add: Option<Link>,
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
        note.and_then(|note| empty_reason(note, place.context.words))
            .unwrap_or_else(|| place.say(NO_REASON, &[]))
    });
    let name = place.say(section.name, &[]);
    let head = Head {
        title: name.clone(),
        description: format!("{name}: {}. {}", place.label(), about.lead),
        parents: Vec::new(),
    };
    let frame = Frame {
        name,
        lead: about.lead,
        note: text.map(|note| note_view(place, note)),
        add: addition(place, section, empty.is_some()),
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

/// A news item may be added at any time, the text of another section where there is nothing.
fn addition(place: &Place<'_>, section: &RequiredSection, empty: bool) -> Option<Link> {
    let (path, day) = (&place.territory.path, place.context.edition.today);
    let (file, text) = match (section.code, empty) {
        ("novosti", _) => (NewFile::news(path, day), "Добавить новость"),
        // A text that is there already cannot be made anew.
        (code, true) if place.territory.note(code).is_none() => {
            (NewFile::note(path, code, day), "Добавить текст раздела")
        }
        _ => return None,
    };
    let href = new_file(place.context.portal, &file)?;
    let text = place.say(text, &[]);
    Some(Link { text, href })
}

fn note_view<'a>(place: &Place<'_>, note: &'a SectionNote) -> NoteView<'a> {
    NoteView {
        title: note.title.as_deref(),
        // Without a heading of its own the text's headings stand right under the page's.
        html: place.prose(&note.text, if note.title.is_some() { 3 } else { 2 }),
        source: note.source.as_deref(),
        review_by: note.review_by.map(|day| place.day(day).words),
    }
}
