//! A paragraph of Word with its automatic number, heading level and place on the line.

use crate::import::paper::{At, Paragraph};
use crate::import::read::docx::reading::Reading;
use crate::import::read::docx::styles::{ListPlace, Style, centred, heading, list_place, look};
use crate::import::read::docx::words::words;
use crate::import::read::failure::ReadFailure;
use crate::import::read::tally::Tally;
use crate::import::read::xml::Node;
use crate::model::plan::mark::Mark;

/// A paragraph that was read.
#[derive(Debug)]
pub struct Read<'n> {
    /// The paragraph; its emphasis is in the tally.
    pub paragraph: Paragraph,
    /// How its letters are set.
    pub tally: Tally,
    /// Text boxes that hang on it.
    pub boxes: Vec<&'n Node>,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a paragraph when the changes of its editors are accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands.
    Stands,
    /// Its end is deleted: its words go before those of the next one.
    Joins,
    /// It is hidden altogether.
    Vanishes,
}

/// Reads a paragraph, or a formula that stands in the place of one.
///
/// # Errors
/// When the file holds more than may be read.
pub fn paragraph<'n>(
    reading: &mut Reading,
    node: &'n Node,
    at: At,
) -> Result<Read<'n>, ReadFailure> {
    let properties = node.child("w:pPr");
    let id = properties.and_then(|node| node.value("w:pStyle"));
    let style = reading.styles.paragraph(id);
    let found = words(node, style.look, &reading.styles, &reading.notes);
    reading.room.take(found.text.len())?;
    for remark in &found.remarks {
        reading.room.take(remark.len())?;
        reading.remark(&at, remark.clone());
    }
    let fate = fate(properties, found.is_hidden());
    let number = match fate {
        Fate::Stands => reading.numbering.next(&place(properties, &style), id),
        Fate::Joins | Fate::Vanishes => None,
    };
    let paragraph = Paragraph {
        text: found.text,
        number,
        centred: centred(properties).or(style.centred).unwrap_or(false),
        heading: heading(properties).or(style.heading),
        mark: mark(node),
        at,
        ..Paragraph::default()
    };
    Ok(Read {
        paragraph,
        tally: found.tally,
        boxes: found.boxes,
        fate,
    })
}

/// What this portal marked the paragraph as when it wrote the document.
fn mark(node: &Node) -> Option<Mark> {
    node.nodes()
        .filter(|child| child.name() == "w:bookmarkStart")
        .find_map(|child| Mark::parse(child.attribute("w:name")?))
}

fn fate(properties: Option<&Node>, hidden: bool) -> Fate {
    let mark = properties.and_then(|node| node.child("w:rPr"));
    let deleted = mark
        .is_some_and(|mark| mark.child("w:del").is_some() || mark.child("w:moveFrom").is_some());
    if deleted {
        Fate::Joins
    } else if hidden && look(mark).hidden == Some(true) {
        Fate::Vanishes
    } else {
        Fate::Stands
    }
}

fn place(properties: Option<&Node>, style: &Style) -> ListPlace {
    let own = list_place(properties);
    match own.list {
        Some(_) => own,
        None => ListPlace {
            list: style.list.list.clone(),
            level: own.level.or(style.list.level),
        },
    }
}
