//! Content read and understood territory by territory: what was read of a territory's files is let go as soon as the
//! territory is put together, so that the words of the whole country are never in memory at once.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::build::glyphs::Letters;
use crate::content::fields::locate;
use crate::content::{self, Known, ReadFile};
use crate::diag::Diagnostic;
use crate::files::sources::{SourceId, Sources};
use crate::model::id::TerritoryPath;
use crate::model::place::territory::Territory;

/// What the files say, before they are put together to a portal.
pub struct Reading {
    /// All files in order; those of territories without their words, see [`ReadFile::forget`].
    pub files: Vec<ReadFile>,
    /// The territories that could be put together, in order of their paths.
    pub territories: Vec<Territory>,
    /// Problems of single files, then those of territories.
    pub diagnostics: Vec<Diagnostic>,
    /// The characters of the content.
    pub letters: Letters,
}

/// What the files of one territory say, or those that belong to none.
struct Group {
    files: Vec<ReadFile>,
    territory: Option<Territory>,
    of_files: Vec<Diagnostic>,
    of_territory: Vec<Diagnostic>,
    letters: Letters,
}

/// Reads all files, those of different territories side by side.
pub fn read(sources: &Sources) -> Reading {
    let known = Known::default();
    let groups: Vec<Group> = grouped(sources)
        .into_par_iter()
        .map(|(path, ids)| group(sources, path.as_ref(), &ids, &known))
        .collect();
    let mut reading = Reading {
        files: Vec::with_capacity(sources.len()),
        territories: Vec::new(),
        diagnostics: Vec::new(),
        letters: Letters::default(),
    };
    let mut of_territories = Vec::new();
    for group in groups {
        reading.files.extend(group.files);
        reading.territories.extend(group.territory);
        reading.diagnostics.extend(group.of_files);
        of_territories.extend(group.of_territory);
        reading.letters.add(group.letters);
    }
    reading.files.sort_by(|a, b| a.path.cmp(&b.path));
    reading.diagnostics.extend(of_territories);
    reading
}

/// The files of each territory in order of its path, first those that belong to none. Paths tell.
fn grouped(sources: &Sources) -> Vec<(Option<TerritoryPath>, Vec<SourceId>)> {
    let mut groups: BTreeMap<Option<TerritoryPath>, Vec<SourceId>> = BTreeMap::new();
    for (id, file) in sources.iter() {
        let location = locate(&file.path).ok();
        let territory = location.and_then(|location| location.territory);
        groups.entry(territory).or_default().push(id);
    }
    groups.into_iter().collect()
}

fn group(
    sources: &Sources,
    path: Option<&TerritoryPath>,
    ids: &[SourceId],
    known: &Known,
) -> Group {
    let mut group = Group {
        files: Vec::with_capacity(ids.len()),
        territory: None,
        of_files: Vec::new(),
        of_territory: Vec::new(),
        letters: Letters::default(),
    };
    for id in ids {
        let file = sources.file(*id).loaded();
        let (read, found) = content::file_of_many(*id, &file, known);
        group.letters.read(*id, &file);
        group.files.push(read);
        group.of_files.extend(found);
    }
    if let Some(path) = path {
        let files: Vec<&ReadFile> = group.files.iter().collect();
        (group.territory, group.of_territory) = content::territory_of_many(path, &files, known);
        group.files.iter_mut().for_each(ReadFile::forget);
    }
    group
}
