//! A part of a content folder: what has to be read for some regions or municipalities alone.

use crate::content::part;

pub use crate::model::id::TerritoryPath;
pub use crate::model::scope::Scope;

/// Whether a folder of the content is read when only these territories are wanted; `folder` is its path from the root.
pub fn is_wanted(only: &[TerritoryPath], folder: &str) -> bool {
    part::is_wanted(only, folder)
}

/// Whether a folder of the content belongs to what all territories share.
pub fn is_shared(folder: &str) -> bool {
    part::is_shared(folder)
}
