//! Word documents (`.docx`, `.docm`, templates), transitional and strict, as Word, LibreOffice and other programs write them.
//! The readers of others that were tried lose formulas, which changes what a document says, or refuse whole files.

mod body;
mod fields;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod picture;
mod reading;
mod spoken;
mod styles;
mod thin;
mod words;

use crate::import::paper::{At, Paper};
use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;
use crate::import::read::xml::XmlReader;

use body::{Flow, block};
use reading::Reading;

/// Reads a text document.
///
/// # Errors
/// When a part is missing or damaged, or the document holds more than may be read.
pub fn docx(archive: &mut Archive<'_>) -> Result<Paper, ReadFailure> {
    let package = package::package(archive)?;
    let mut reading = Reading::new(&package)?;
    if package.macros {
        reading.remark(
            &At::default(),
            "в файле есть макросы: они не читались и не запускались",
        );
    }
    let mut xml = XmlReader::new(&package.name, &package.document);
    let mut flow = Flow::body();
    if xml.enter(&["w:body"])?.is_none() {
        return Err(ReadFailure::damaged("в документе нет ни текста, ни таблиц"));
    }
    while let Some(node) = xml.next()? {
        block(&mut reading, &node, &mut flow)?;
    }
    flow.end();
    // The part must end well: a file cut off after its last table is still cut off.
    xml.enter(&[])?;
    Ok(Paper {
        blocks: flow.blocks,
        remarks: reading.remarks,
    })
}
