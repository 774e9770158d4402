//! The editor in the browser as files of the site.

use crate::build::{Artifact, read};
use crate::desk::admin::{self, FOLDER, Package, PackageError};
use crate::files::sources::Sources;
use crate::model::id::Slug;
use crate::model::portal::Portal;

pub use crate::model::id::TerritoryPath;

/// The editor as it was asked for.
#[derive(Debug)]
pub struct Desk {
    /// The package: its script is large and does not change while content is edited.
    pub package: Package,
    /// The territories it is for; all when empty.
    pub only: Vec<TerritoryPath>,
}

impl Desk {
    /// The files of the editor, inside its folder of the site.
    ///
    /// # Errors
    /// When the package lacks something, or a territory is not there.
    pub fn files(&self, portal: &Portal) -> Result<Vec<Artifact>, PackageError> {
        published(portal, &self.package, &self.only)
    }
}

/// The files of the editor for this content, inside its folder of the site.
///
/// # Errors
/// When the package lacks something, or a territory is not there.
pub fn files(
    sources: &Sources,
    package: &Package,
    only: &[TerritoryPath],
) -> Result<Vec<Artifact>, PackageError> {
    published(&read(sources, None).portal, package, only)
}

fn published(
    portal: &Portal,
    package: &Package,
    only: &[TerritoryPath],
) -> Result<Vec<Artifact>, PackageError> {
    let files = admin::files(portal, package, only)?;
    let inside = files.into_iter().map(|file| Artifact {
        path: format!("{FOLDER}/{}", file.path),
        bytes: file.bytes,
    });
    Ok(inside.collect())
}

/// Reads `38-irkutskaya` or `38-irkutskaya/zhigalovskiy`.
pub fn territory(text: &str) -> Option<TerritoryPath> {
    let text = text.trim_matches('/');
    let (region, municipality) = match text.split_once('/') {
        Some((region, municipality)) => (region, Some(Slug::parse(municipality)?)),
        None => (text, None),
    };
    Some(TerritoryPath {
        region: Slug::parse(region)?,
        municipality,
    })
}
