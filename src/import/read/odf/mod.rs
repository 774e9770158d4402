//! Documents of LibreOffice and of the Russian offices that follow it: text (`.odt`) and workbooks (`.ods`). A workbook of
//! this kind keeps each cell as it is shown, so it is read as a document that consists of tables.

mod blocks;
mod lists;
mod state;
mod styles;
mod tables;
mod words;

use crate::import::paper::{At, Paper, Remark};
use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;
use crate::import::read::xml::{self, XmlReader};

use state::{Flow, Reading};
use styles::Styles;

/// Reads a text document or a workbook.
///
/// # Errors
/// When it is damaged, asks for a password or holds more than may be read.
pub fn odf(archive: &mut Archive<'_>) -> Result<Paper, ReadFailure> {
    let manifest = archive.text("META-INF/manifest.xml").ok().flatten();
    if manifest.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadFailure::locked());
    }
    let missing = || ReadFailure::damaged("внутри нет самого документа");
    let content = archive.text("content.xml")?.ok_or_else(missing)?;
    let mut styles = Styles::default();
    if let Some(text) = archive.text("styles.xml")? {
        styles.add(&xml::tree("styles.xml", &text)?);
    }
    let mut xml = XmlReader::new("content.xml", &content);
    let bodies = ["office:text", "office:spreadsheet"];
    let mut wanted = vec!["office:automatic-styles"];
    wanted.extend(bodies);
    let mut found = xml.enter(&wanted)?;
    if found
        .as_ref()
        .is_some_and(|node| node.name() == "office:automatic-styles")
    {
        while let Some(node) = xml.next()? {
            styles.one(&node);
        }
        found = xml.enter(&bodies)?;
    }
    let Some(body) = found else {
        return Err(missing());
    };
    let mut reading = Reading::new(styles, archive, body.name() == "office:spreadsheet");
    let mut flow = Flow::default();
    while let Some(node) = xml.next()? {
        reading.block(&node, &mut flow)?;
    }
    xml.enter(&[])?;
    let mut paper = Paper {
        blocks: flow.blocks,
        remarks: reading.remarks,
    };
    if archive.has("Basic/script-lc.xml") {
        paper.remarks.push(Remark {
            at: At::default(),
            words: "в файле есть макросы: они не читались и не запускались".to_owned(),
        });
    }
    Ok(paper)
}
