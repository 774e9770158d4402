//! What the library for workbooks does not tell of a sheet: hidden rows and columns, merged areas, pictures.

use std::collections::BTreeMap;

use calamine::Dimensions;

use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;
use crate::import::read::parts::{main_part, relations};
use crate::import::read::room::MOST_COLUMNS;
use crate::import::read::xml::{Node, XmlReader};

/// How a sheet is laid out. Rows and columns are counted from nought.
#[derive(Debug, Default)]
pub struct Layout {
    /// Rows that nobody sees, and whether they are only folded or filtered away for the moment.
    pub hidden_rows: BTreeMap<u32, bool>,
    /// Columns that nobody sees, from and to.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Merged areas.
    pub merged: Vec<Dimensions>,
    /// True when pictures or charts hang on the sheet.
    pub drawing: bool,
    /// True when there are comments.
    pub comments: bool,
}

/// Parts of the sheets by name.
///
/// # Errors
/// When the workbook's own part is damaged.
pub fn parts(archive: &mut Archive<'_>) -> Result<BTreeMap<String, String>, ReadFailure> {
    let name = main_part(archive)?;
    let text = archive.text(&name)?.unwrap_or_default();
    let relations = relations(archive, &name)?;
    let mut xml = XmlReader::new(&name, &text);
    let mut parts = BTreeMap::new();
    if xml.enter(&["s:sheets"])?.is_none() {
        return Ok(parts);
    }
    while let Some(sheet) = xml.next()? {
        let target = sheet.attribute("r:id").and_then(|id| {
            let relation = relations.iter().find(|relation| relation.id == id)?;
            relation.target.clone()
        });
        if let (Some(name), Some(target)) = (sheet.attribute("name"), target) {
            parts.insert(name.to_owned(), target);
        }
    }
    Ok(parts)
}

/// The layout of a sheet.
///
/// # Errors
/// When its part is damaged.
pub fn layout(archive: &mut Archive<'_>, part: &str) -> Result<Layout, ReadFailure> {
    let mut layout = Layout {
        comments: relations(archive, part)?
            .iter()
            .any(|relation| matches!(relation.kind.as_str(), "comments" | "threadedComment")),
        ..Layout::default()
    };
    let text = archive.text(part)?.unwrap_or_default();
    let mut xml = XmlReader::new(part, &text);
    let mut filtered = false;
    let mut number = 0_u32;
    // Elements of a sheet are children of different parents: they are met one after another.
    let wanted = [
        "s:row",
        "s:col",
        "s:mergeCell",
        "s:autoFilter",
        "s:drawing",
        "s:picture",
    ];
    while let Some(node) = xml.pass(&wanted)? {
        match node.name() {
            "s:row" => {
                number = numbered(&node, "r").unwrap_or(number + 1);
                if says(&node, "hidden") {
                    let folded = numbered(&node, "outlineLevel").unwrap_or(0) > 0;
                    layout.hidden_rows.insert(number.saturating_sub(1), folded);
                }
            }
            "s:col" if says(&node, "hidden") && layout.hidden_columns.len() < MOST_COLUMNS => {
                if let (Some(from), Some(to)) = (numbered(&node, "min"), numbered(&node, "max")) {
                    layout
                        .hidden_columns
                        .push((from.saturating_sub(1), to.saturating_sub(1)));
                }
            }
            "s:mergeCell" => layout.merged.extend(node.attribute("ref").and_then(area)),
            "s:autoFilter" => filtered = true,
            "s:drawing" | "s:picture" => layout.drawing = true,
            _ => {}
        }
    }
    if filtered {
        layout
            .hidden_rows
            .values_mut()
            .for_each(|folded| *folded = true);
    }
    Ok(layout)
}

fn numbered(node: &Node, name: &str) -> Option<u32> {
    node.attribute(name)?.parse().ok()
}

fn says(node: &Node, name: &str) -> bool {
    matches!(node.attribute(name), Some("1" | "true"))
}

/// «A1:E3» as numbers.
fn area(text: &str) -> Option<Dimensions> {
    let (from, to) = text.split_once(':')?;
    let (start, end) = (place(from)?, place(to)?);
    let ordered = start.0 <= end.0 && start.1 <= end.1;
    ordered.then(|| Dimensions::new(start, end))
}

fn place(text: &str) -> Option<(u32, u32)> {
    let letters = text.find(|letter: char| letter.is_ascii_digit())?;
    let mut column = 0_u32;
    for letter in text[..letters].bytes() {
        let digit = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    let row: u32 = text[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::area;

    #[test]
    fn areas_are_read() {
        let found = area("A2:AB10").expect("an area");
        assert_eq!((found.start, found.end), ((1, 0), (9, 27)));
        assert!(area("E3:A1").is_none());
    }
}
