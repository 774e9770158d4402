//! Commit by commit: what is known so far, and what each commit did to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::fields::FileKind;
use crate::files::past::{Commit, FileVersion};
use crate::history::compare::{self, Draft, Side, Told};
use crate::history::moves::{attachment, moved};
use crate::history::names::{Files, Names};
use crate::history::opening::Opening;
use crate::history::pairs::{self, Pair};
use crate::history::step::Step;
use crate::history::version::{Content, Version};
use crate::model::history::{Change, Detail, History, State, Subject, What};
use crate::model::id::TerritoryPath;

/// Tells commits one after another.
#[derive(Default)]
pub struct Teller {
    /// Versions that were read and may be needed again; none for those with mistakes.
    read: BTreeMap<FileVersion, Option<Arc<Version>>>,
    /// The contents each path has had last.
    current: BTreeMap<String, String>,
    /// The last good version of each file.
    files: Files,
    /// Names of territories, those that are gone included.
    places: BTreeMap<TerritoryPath, String>,
    changes: Vec<Change>,
    /// Whether there were files that are kept no longer.
    forgot: bool,
}

impl Teller {
    /// Whether a version has been read.
    pub fn knows(&self, version: &FileVersion) -> bool {
        self.read.contains_key(version)
    }

    /// Takes versions that were read.
    pub fn learn(&mut self, versions: impl Iterator<Item = (FileVersion, Option<Version>)>) {
        self.read
            .extend(versions.map(|(file, version)| (file, version.map(Arc::new))));
    }

    /// Whether a version that was read has no mistakes.
    pub fn is_good(&self, version: &FileVersion) -> bool {
        self.read.get(version).is_some_and(Option::is_some)
    }

    /// Lets go of versions that no file has any more, and of those that nobody will ask for again.
    pub fn forget(&mut self, over: &dyn Fn(&str) -> bool) {
        let before = self.files.len();
        self.files
            .retain(|path, version| version.has_names() || !over(path));
        self.forgot |= self.files.len() < before;
        let (current, files) = (&self.current, &self.files);
        self.read.retain(|file, _| {
            current.get(&file.path) == Some(&file.blob)
                && (files.contains_key(&file.path) || !over(&file.path))
        });
    }

    /// The history told.
    pub fn history(mut self, state: State) -> History {
        for version in self.files.values() {
            if let Content::Territory(territory) = &version.content {
                self.places
                    .insert(territory.path.clone(), territory.names.name.clone());
            }
        }
        History::new(state, self.changes, self.places)
    }

    /// Tells a commit.
    pub fn tell(&mut self, commit: &Commit) {
        let first = self.files.is_empty() && !self.forgot;
        let read = &self.read;
        let lookup = |file: &FileVersion| read.get(file).and_then(Option::as_deref);
        let pairs = pairs::paired(&commit.files, &lookup);
        let steps: Vec<Step> = pairs.into_iter().map(|pair| self.step(pair)).collect();
        let old = self.advance(&steps);
        if commit.edge {
            return;
        }
        let opening = Opening::of(&steps, first);
        let mut told: Vec<(Option<TerritoryPath>, Told)> = opening.told(&self.files);
        for step in &steps {
            if let Some((old, new)) = step.pair.moved_territory() {
                self.rename_territory(old, new);
            }
            if !opening.covers(step) {
                told.push((self.territory_of(step), self.compared(step, &old)));
            }
        }
        for (territory, told) in told {
            for (old, new) in &told.renamed {
                self.rename(territory.as_ref(), old, new);
            }
            for draft in told.drafts {
                self.push(commit, territory.clone(), draft);
            }
        }
    }

    /// A pair with its versions: a broken old one is replaced by the last good one.
    fn step(&self, pair: Pair) -> Step {
        let get = |file: &FileVersion| self.read.get(file).cloned().flatten();
        let before = pair
            .before
            .as_ref()
            .and_then(|side| get(&side.file).or_else(|| self.files.get(&side.file.path).cloned()));
        let after = pair.after.as_ref().and_then(|side| get(&side.file));
        let merged = pair.merged.iter().filter_map(get).collect();
        Step {
            pair,
            before,
            merged,
            after,
        }
    }

    /// Takes the new versions in; gives back what they replaced, for names of the time before.
    fn advance(&mut self, steps: &[Step]) -> BTreeMap<String, Option<Arc<Version>>> {
        let mut old = BTreeMap::new();
        for step in steps {
            let after = step.pair.after.as_ref();
            if let Some(before) = &step.pair.before {
                let path = &before.file.path;
                if after.is_none_or(|after| &after.file.path != path) {
                    self.current.remove(path);
                    old.insert(path.clone(), self.files.remove(path));
                }
            }
        }
        for step in steps {
            let Some(after) = &step.pair.after else {
                continue;
            };
            let path = &after.file.path;
            self.current.insert(path.clone(), after.file.blob.clone());
            if let Some(version) = &step.after {
                let replaced = self.files.insert(path.clone(), Arc::clone(version));
                old.entry(path.clone()).or_insert(replaced);
            }
        }
        for version in old.values().flatten() {
            if let Content::Territory(territory) = &version.content {
                self.places
                    .insert(territory.path.clone(), territory.names.name.clone());
            }
        }
        old
    }

    fn territory_of(&self, step: &Step) -> Option<TerritoryPath> {
        let side = step.pair.after.as_ref().or(step.pair.before.as_ref())?;
        if side.location.kind != FileKind::Attachment {
            return side.location.territory.clone();
        }
        // A picture belongs to the territory in whose folder it lies.
        let mut folders = side.file.path.rsplit_once('/').map(|(folders, _)| folders);
        while let Some(folder) = folders {
            let main = [
                format!("{folder}/region.toml"),
                format!("{folder}/municipality.toml"),
            ];
            if main.iter().any(|path| self.files.contains_key(path)) {
                return TerritoryPath::parse(folder);
            }
            folders = folder.rsplit_once('/').map(|(folders, _)| folders);
        }
        None
    }

    fn compared(&self, step: &Step, old: &BTreeMap<String, Option<Arc<Version>>>) -> Told {
        if step.kind() == Some(FileKind::Attachment) {
            return attachment(&step.pair);
        }
        // A version with mistakes was never published: the next good one is compared with the last good one.
        if step.pair.after.is_some() && step.after.is_none() {
            return Told::default();
        }
        let territory = |side: &Option<pairs::Side>| {
            side.as_ref()
                .and_then(|side| side.location.territory.clone())
        };
        let (before_at, after_at) = (territory(&step.pair.before), territory(&step.pair.after));
        let before_names = Names {
            files: &self.files,
            earlier: Some(old),
            territory: before_at.as_ref(),
        };
        let after_names = Names {
            files: &self.files,
            earlier: None,
            territory: after_at.as_ref(),
        };
        let after = Side {
            version: step.after.as_deref(),
            names: &after_names,
        };
        let against = |version: Option<&Version>| {
            let before = Side {
                version,
                names: &before_names,
            };
            compare::compared(before, after)
        };
        let mut told = against(step.before.as_deref());
        for other in &step.merged {
            told.keep_common(&against(Some(other)));
        }
        told.merge(moved(step));
        told
    }

    fn push(&mut self, commit: &Commit, territory: Option<TerritoryPath>, draft: Draft) {
        if draft.details.is_empty() {
            return;
        }
        let earlier: Vec<&Detail> = self
            .changes
            .iter()
            .rev()
            .take(LOOKED_BACK)
            .filter(|change| change.territory == territory && change.subject == draft.subject)
            .flat_map(|change| change.details.iter().rev())
            .collect();
        let details: Vec<Detail> = draft
            .details
            .into_iter()
            .filter(|detail| !told_already(&earlier, detail))
            .collect();
        if details.is_empty() {
            return;
        }
        let same = self
            .changes
            .iter_mut()
            .rev()
            .take_while(|change| change.commit == commit.hash);
        let mut same =
            same.filter(|change| change.territory == territory && change.subject == draft.subject);
        match same.next() {
            Some(change) => change.details.extend(details),
            None => self.changes.push(Change {
                commit: commit.hash.clone(),
                at: commit.at,
                day: commit.day,
                territory,
                subject: draft.subject,
                title: draft.title,
                details,
            }),
        }
    }

    fn rename_territory(&mut self, old: &TerritoryPath, new: &TerritoryPath) {
        for change in &mut self.changes {
            if change.territory.as_ref() == Some(old) {
                change.territory = Some(new.clone());
            }
        }
        self.places.remove(old);
    }

    fn rename(&mut self, territory: Option<&TerritoryPath>, old: &Subject, new: &Subject) {
        for change in &mut self.changes {
            if change.territory.as_ref() != territory {
                continue;
            }
            if &change.subject == old {
                change.subject = new.clone();
            } else if let (Subject::Plan(old), Subject::Plan(new), Subject::Event(event)) =
                (old, new, &mut change.subject)
                && &event.plan == old
            {
                event.plan = new.clone();
            }
        }
    }
}

/// How many of the last changes are looked through for one that was told already.
const LOOKED_BACK: usize = 2000;

/// Two lines of work may carry the same change until they are joined: it is told once. Told again it would have to be
/// taken back in between. `earlier` begins with the latest.
fn told_already(earlier: &[&Detail], detail: &Detail) -> bool {
    if detail.before.is_none() && detail.after.is_none() {
        return false;
    }
    for other in earlier {
        if matches!(other.what, What::Vanished | What::Appeared) {
            return *other == detail;
        }
        if other.what != detail.what {
            continue;
        }
        if *other == detail {
            return true;
        }
        let taken_back = other.before.is_some() && other.before == detail.after;
        let led_here = other.after.is_some() && other.after == detail.before;
        if taken_back || led_here {
            return false;
        }
    }
    false
}
