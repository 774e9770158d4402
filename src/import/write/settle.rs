//! New files beside the content as it is: what is made, what is there already, what would be overwritten.

use crate::desk::change::Change;
use crate::files::sources::{SourceFile, Sources};
use crate::import::write::same::says_all;
use crate::import::write::work::{NewFile, Of};

/// What becomes of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// Files to make or overwrite.
    pub changes: Vec<Change>,
    /// Files that are there and say the same: paths.
    pub present: Vec<String>,
    /// Files that are there and say something else, and may not be overwritten: paths.
    pub refused: Vec<String>,
    /// Plans that are there: they hold statuses and proofs, which no new file may wipe out. Paths.
    pub plans: Vec<String>,
}

impl Settled {
    /// True when a file stands in the way of all.
    pub fn hinders(&self) -> bool {
        !self.plans.is_empty() || !self.refused.is_empty()
    }
}

/// Settles files; `replace` says that those that are there may be overwritten, plans excepted.
pub fn settle(files: &[NewFile], sources: &Sources, replace: bool) -> Settled {
    let mut settled = Settled::default();
    for file in files {
        let Some(old) = existing(sources, &file.path) else {
            settled.changes.push(Change {
                path: file.path.clone(),
                before: None,
                after: file.text.clone().into_bytes(),
            });
            continue;
        };
        let path = old.path.clone();
        let is_act = matches!(file.of, Of::Order(_));
        let same = old
            .text()
            .is_some_and(|text| says_all(text, &file.text, is_act));
        match file.of {
            Of::Plan(_) => settled.plans.push(path),
            _ if same => settled.present.push(path),
            _ if !replace => settled.refused.push(path),
            _ => settled.changes.push(Change {
                path,
                before: Some(old.bytes.clone()),
                after: file.text.clone().into_bytes(),
            }),
        }
    }
    settled
}

/// The file of this path, also one that differs in large and small letters only.
fn existing<'s>(sources: &'s Sources, path: &str) -> Option<&'s SourceFile> {
    let path = path.to_lowercase();
    let mut files = sources.iter().map(|(_, file)| file);
    files.find(|file| file.path.to_lowercase() == path)
}
