//! Which part of a `.docx` is which. Names are not fixed: the parts refer to each other by relationships, and what lies
//! outside the file is never fetched.

use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;
use crate::import::read::parts::{main_part, missing, relations};

/// The parts of a text document, as text.
#[derive(Debug, Default)]
pub struct Package {
    /// Name of the main part.
    pub name: String,
    /// The document itself.
    pub document: String,
    /// Styles.
    pub styles: Option<String>,
    /// Automatic numbers.
    pub numbering: Option<String>,
    /// Footnotes.
    pub footnotes: Option<String>,
    /// Endnotes.
    pub endnotes: Option<String>,
    /// Comments of reviewers.
    pub comments: Option<String>,
    /// True when the file holds macros.
    pub macros: bool,
}

/// Finds and unpacks the parts of a text document.
///
/// # Errors
/// When there is no main part or one cannot be read.
pub fn package(archive: &mut Archive<'_>) -> Result<Package, ReadFailure> {
    let name = main_part(archive)?;
    let mut package = Package {
        document: archive.text(&name)?.ok_or_else(missing)?,
        macros: archive.has("word/vbaProject.bin"),
        ..Package::default()
    };
    for relation in relations(archive, &name)? {
        let Some(target) = &relation.target else {
            continue;
        };
        let place = match relation.kind.as_str() {
            "styles" => &mut package.styles,
            "numbering" => &mut package.numbering,
            "footnotes" => &mut package.footnotes,
            "endnotes" => &mut package.endnotes,
            "comments" => &mut package.comments,
            "vbaProject" => {
                package.macros = true;
                continue;
            }
            _ => continue,
        };
        if place.is_none() {
            *place = archive.text(target)?;
        }
    }
    package.name = name;
    Ok(package)
}
