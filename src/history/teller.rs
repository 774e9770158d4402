//! Commit by commit: what is known so far, and what each commit did to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::fields::FileKind;
use crate::files::past::{Commit, FileVersion};
use crate::history::compare::{self, Draft, Side, Told};
use crate::history::names::{Files, Names};
use crate::history::opening::Opening;
use crate::history::pairs::{self, Pair};
use crate::history::version::{Content, Version};
use crate::history::words::quoted;
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

    /// Lets go of versions that no file has any more.
    pub fn forget(&mut self) {
        let current = &self.current;
        self.read
            .retain(|file, _| current.get(&file.path) == Some(&file.blob));
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
        let first = self.files.is_empty();
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

/// A thing that has another address on the portal.
fn moved(step: &Step) -> Told {
    let (Some(before), Some(after), Some(old), Some(new)) = (
        &step.pair.before,
        &step.pair.after,
        &step.before,
        &step.after,
    ) else {
        return Told::default();
    };
    let (was, is) = match step.pair.moved_territory() {
        Some((was, is)) => (was.to_string(), is.to_string()),
        None => match (&before.location.id, &after.location.id) {
            (Some(was), Some(is)) if was != is => (was.to_string(), is.to_string()),
            _ => return Told::default(),
        },
    };
    let detail = Detail {
        what: What::Moved,
        words: format!(
            "адрес страницы изменён: был {}, стал {}",
            quoted(&was),
            quoted(&is)
        ),
        before: Some(was),
        after: Some(is),
        minor: true,
    };
    let (old, subject) = (compare::subject(old), compare::subject(new));
    let mut told = Told::one(Draft::new(
        subject.clone(),
        compare::title(new),
        vec![detail],
    ));
    if old != subject {
        told.renamed.push((old, subject));
    }
    told
}

/// A file that is published as it is.
fn attachment(pair: &Pair) -> Told {
    let side = |side: &Option<pairs::Side>| side.as_ref().map(|side| side.file.clone());
    let (what, words) = match (side(&pair.before), side(&pair.after)) {
        (Some(before), Some(after)) if before.blob == after.blob => return Told::default(),
        (Some(_), Some(_)) => (What::Text, "файл заменён"),
        (None, _) => (What::Appeared, "файл добавлен"),
        (Some(_), None) => (What::Vanished, "файл убран"),
    };
    let path = side(&pair.after)
        .or(side(&pair.before))
        .map(|file| file.path)
        .unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    let detail = Detail {
        what,
        before: (what == What::Vanished).then(|| path.clone()),
        after: (what != What::Vanished).then(|| path.clone()),
        words: words.to_owned(),
        minor: false,
    };
    Told::one(Draft::new(Subject::File(path), name, vec![detail]))
}

/// Territories of steps, for those that open or close as a whole.
pub fn territories<'a>(
    steps: &'a [Step],
    fits: impl Fn(&Step) -> bool,
) -> BTreeSet<&'a TerritoryPath> {
    let main =
        |step: &&Step| matches!(step.kind(), Some(FileKind::Region | FileKind::Municipality));
    let found = steps.iter().filter(main).filter(|step| fits(step));
    found.filter_map(Step::territory).collect()
}
