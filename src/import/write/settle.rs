//! New files beside the content as it is: what is made, what is there already, what would be overwritten.

use crate::desk::change::Change;
use crate::files::sources::{SourceFile, Sources};
use crate::import::renew::Renewed;
use crate::import::understand::draft::Understood;
use crate::import::write::same::says_all;
use crate::import::write::standing::standing;
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
    /// Plans that are there and may not be renewed: paths.
    pub plans: Vec<String>,
    /// Why plans that may be renewed cannot be, a sentence each.
    pub broken: Vec<String>,
    /// What was done in plans that are renewed: path and lines of a report.
    pub renewed: Vec<(String, Vec<String>)>,
}

impl Settled {
    /// True when a file stands in the way of all.
    pub fn hinders(&self) -> bool {
        !self.plans.is_empty() || !self.refused.is_empty() || !self.broken.is_empty()
    }
}

impl Settled {
    fn renew(&mut self, old: &SourceFile, outcome: Result<(Option<Change>, Renewed), String>) {
        match outcome {
            Ok((Some(change), done)) => {
                self.renewed.push((old.path.clone(), done.report()));
                self.changes.push(change);
            }
            Ok((None, _)) => self.present.push(old.path.clone()),
            Err(why) => self.broken.push(why),
        }
    }
}

/// Settles files; `replace` says that those that are there may be overwritten, and plans renewed: their measures keep
/// identifiers, statuses and proofs.
pub fn settle(
    files: &[NewFile],
    understood: &Understood,
    sources: &Sources,
    replace: bool,
) -> Settled {
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
            .is_some_and(|text| says_all(&text, &file.text, is_act));
        match file.of {
            Of::Plan(_) if !replace => settled.plans.push(path),
            Of::Plan(plan) => settled.renew(old, standing(old, &file.text, understood, plan)),
            _ if same => settled.present.push(path),
            _ if !replace => settled.refused.push(path),
            _ => settled.changes.push(Change {
                path,
                before: Some(old.bytes().into_owned()),
                after: file.text.clone().into_bytes(),
            }),
        }
    }
    settled
}

/// The file of this path, also one that differs in large and small letters only.
pub(super) fn existing<'s>(sources: &'s Sources, path: &str) -> Option<&'s SourceFile> {
    let path = path.to_lowercase();
    let mut files = sources.iter().map(|(_, file)| file);
    files.find(|file| file.path.to_lowercase() == path)
}
