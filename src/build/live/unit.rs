//! The files of one territory, or those that territories share, read and understood: what is done again when one of them
//! changes. What was read is dropped when it has been understood; the territory and a few facts of each file are kept.

use crate::content::{self, Known, ReadFile};
use crate::diag::Diagnostic;
use crate::files::sources::{SourceFile, SourceId};
use crate::model::id::TerritoryPath;
use crate::model::place::territory::Territory;
use crate::model::shared::Shared;

/// Whose files: none for those that territories share.
pub type Owner = Option<TerritoryPath>;

/// Whose file this is, by its path.
pub fn owner(path: &str) -> Owner {
    content::fields::locate(path).ok()?.territory
}

/// What was read of an owner's files.
#[derive(Default)]
pub struct Unit {
    /// The files in path order. Only those that territories share still hold what was read.
    pub files: Vec<ReadFile>,
    /// The territory; none when it could not be put together, or for shared files.
    pub territory: Option<Shared<Territory>>,
    /// Errors in the files.
    pub errors: Vec<Diagnostic>,
}

/// Which file, whether it is broken, and of a published one its size in pixels and its SHA-256.
type FileFacts = (SourceId, bool, Option<(u32, u32)>, Option<String>);

/// What the portal knows of the files themselves. While it stays the same, a changed file changes its territory alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Frame {
    files: Vec<FileFacts>,
    has_territory: bool,
}

impl Unit {
    /// Reads the files of an owner, given in path order.
    pub fn read<'a>(
        owner: &Owner,
        files: impl Iterator<Item = (SourceId, &'a SourceFile)>,
        known: &Known,
    ) -> Unit {
        let mut unit = Unit::default();
        for (id, file) in files {
            let (read, found) = content::file_of_many(id, &file.loaded(), known);
            unit.files.push(read);
            unit.errors.extend(found);
        }
        if let Some(path) = owner {
            let files: Vec<_> = unit.files.iter().collect();
            let (territory, found) = content::territory_of_many(path, &files, known);
            unit.territory = territory.map(Shared::from);
            unit.errors.extend(found);
            unit.files.iter_mut().for_each(ReadFile::forget);
        }
        unit.errors.retain(Diagnostic::is_error);
        unit
    }

    /// What the portal knows of the files themselves.
    pub fn frame(&self) -> Frame {
        let facts = |file: &ReadFile| {
            let print = file.fingerprint.as_ref().map(|print| print.sha256.clone());
            (file.id, file.broken, file.picture, print)
        };
        Frame {
            files: self.files.iter().map(facts).collect(),
            has_territory: self.territory.is_some(),
        }
    }
}
