//! A file of a commit with its versions.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::fields::FileKind;
use crate::history::pairs::Pair;
use crate::history::version::Version;
use crate::model::id::TerritoryPath;

/// A file of a commit with what it said before and says now.
pub struct Step {
    /// Where it was and is.
    pub pair: Pair,
    /// What it said; the last good version.
    pub before: Option<Arc<Version>>,
    /// What it said in other lines of work.
    pub merged: Vec<Arc<Version>>,
    /// What it says; none when it is gone or has mistakes.
    pub after: Option<Arc<Version>>,
}

impl Step {
    /// What kind of file it is.
    pub fn kind(&self) -> Option<FileKind> {
        let side = self.pair.after.as_ref().or(self.pair.before.as_ref());
        side.map(|side| side.location.kind)
    }

    /// The territory it belongs to now, or belonged to last.
    pub fn territory(&self) -> Option<&TerritoryPath> {
        let side = self.pair.after.as_ref().or(self.pair.before.as_ref());
        side.and_then(|side| side.location.territory.as_ref())
    }

    /// True when it was not on the portal before.
    pub fn is_new(&self) -> bool {
        self.before.is_none() && self.pair.after.is_some()
    }

    /// True when it is gone.
    pub fn is_gone(&self) -> bool {
        self.pair.after.is_none()
    }
}

/// Territories of steps, for those that open or close as a whole.
pub fn territories(steps: &[Step], fits: impl Fn(&Step) -> bool) -> BTreeSet<&TerritoryPath> {
    let main =
        |step: &&Step| matches!(step.kind(), Some(FileKind::Region | FileKind::Municipality));
    let found = steps.iter().filter(main).filter(|step| fits(step));
    found.filter_map(Step::territory).collect()
}
