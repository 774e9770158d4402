//! The editor in the browser: a page, a configuration and the script of Sveltia CMS, which is taken from its npm package
//! and not kept here. It needs no server: an editor opens the folder of the portal on the own computer, or signs in with
//! a token of the site that keeps the repository.

mod collections;
mod config;
mod package;
mod page;
mod paths;
mod widgets;

use crate::desk::admin::collections::chosen;
use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;

pub use package::{Package, PackageError, TESTED_VERSION};

/// Where the editor lives on the site.
pub const FOLDER: &str = "admin";

/// A file of the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminFile {
    /// Path inside the editor's folder, parts joined by `/`.
    pub path: String,
    /// Bytes.
    pub bytes: Vec<u8>,
}

/// The files of the editor for the territories under `only`, or for all.
///
/// # Errors
/// When the package lacks what the editor needs, no territory is under `only`, or a region has the editor's address.
pub fn files(
    portal: &Portal,
    package: &Package,
    only: &[TerritoryPath],
) -> Result<Vec<AdminFile>, PackageError> {
    let territories = chosen(portal, only).map_err(PackageError::NoTerritory)?;
    if portal
        .regions()
        .any(|region| region.path.region.as_str() == FOLDER)
    {
        return Err(PackageError::Taken);
    }
    let config = config::config(portal, &territories);
    let mut files = package.files()?;
    let mut put = |path: &str, text: String| {
        files.push(AdminFile {
            path: path.to_owned(),
            bytes: text.into_bytes(),
        });
    };
    put("index.html", page::html(&portal.settings));
    put("admin.css", page::STYLE.to_owned());
    put("start.js", page::START.to_owned());
    // Every JSON text is a YAML text, and a writer of JSON leaves nothing for content to break out of.
    put("config.yml", format!("{config}\n"));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
