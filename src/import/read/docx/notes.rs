//! Footnotes, endnotes and comments by their keys.

use std::collections::HashMap;

use crate::import::read::docx::spoken::spoken;
use crate::import::read::failure::ReadFailure;
use crate::import::read::xml;

/// Texts that stand beside the document.
#[derive(Debug, Default)]
pub struct Notes {
    /// Footnotes.
    pub footnotes: HashMap<String, String>,
    /// Endnotes.
    pub endnotes: HashMap<String, String>,
    /// Comments of reviewers.
    pub comments: HashMap<String, String>,
}

/// Reads one part of notes.
///
/// # Errors
/// When it is no well-formed XML.
pub fn notes(part: &str, text: Option<&str>) -> Result<HashMap<String, String>, ReadFailure> {
    let Some(text) = text else {
        return Ok(HashMap::new());
    };
    let root = xml::tree(part, text)?;
    let notes = root.nodes().filter_map(|node| {
        let id = node.attribute("w:id")?.to_owned();
        Some((id, spoken(node)))
    });
    Ok(notes.collect())
}
