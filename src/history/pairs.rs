//! Which old file and which new one are the same thing. Git guesses renames by likeness of letters, and two short news
//! items look alike: here a rename is believed when what the files say is the same thing, too.

use crate::content::fields::{FileKind, Location, locate};
use crate::files::past::{FileChange, FileVersion};
use crate::history::version::{Content, Version};
use crate::history::words::sameness::{only_written_otherwise, same};
use crate::model::id::TerritoryPath;

/// A file before and after a change.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Until then.
    pub before: Option<Side>,
    /// In the other lines of work, where lines were joined.
    pub merged: Vec<FileVersion>,
    /// From then on.
    pub after: Option<Side>,
}

/// A file of a pair, and what it is.
#[derive(Debug, Clone)]
pub struct Side {
    /// Path and contents.
    pub file: FileVersion,
    /// What lies at such a path.
    pub location: Location,
}

/// Reads a version that was read before.
pub type Lookup<'v> = dyn Fn(&FileVersion) -> Option<&'v Version> + 'v;

/// Pairs up the files of a change; what is no part of the portal is left out.
pub fn paired(files: &[FileChange], lookup: &Lookup<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for change in files {
        let before = change.before.as_ref().and_then(Side::of);
        let after = change.after.as_ref().and_then(Side::of);
        match (before, after) {
            (Some(before), Some(after)) if before.file.path == after.file.path => {
                pairs.push(Pair {
                    before: Some(before),
                    merged: change.merged.clone(),
                    after: Some(after),
                });
            }
            (before, after) => {
                let hint = after.as_ref().map(|side| side.file.path.clone());
                gone.extend(before.map(|before| (before, hint)));
                come.extend(after);
            }
        }
    }
    let moves = territories(&gone, &come, lookup);
    for (before, hint) in gone {
        let twin = Twin {
            before: &before,
            hint: hint.as_deref(),
            moves: &moves,
            lookup,
        };
        let after = twin.find(&come).map(|at| come.remove(at));
        pairs.push(Pair {
            before: Some(before),
            merged: Vec::new(),
            after,
        });
    }
    pairs.extend(come.into_iter().map(|after| Pair {
        before: None,
        merged: Vec::new(),
        after: Some(after),
    }));
    pairs.sort_by(|a, b| a.path().cmp(b.path()));
    pairs
}

impl Side {
    fn of(file: &FileVersion) -> Option<Side> {
        // Hidden files are no content.
        if file.path.split('/').any(|part| part.starts_with('.')) {
            return None;
        }
        Some(Side {
            file: file.clone(),
            location: locate(&file.path).ok()?,
        })
    }

    fn is_main(&self) -> bool {
        matches!(
            self.location.kind,
            FileKind::Region | FileKind::Municipality
        )
    }
}

impl Pair {
    /// The path the file has now, or had last.
    fn path(&self) -> &str {
        let side = self.after.as_ref().or(self.before.as_ref());
        side.map_or("", |side| side.file.path.as_str())
    }

    /// The old and the new territory, when the pair is the main file of one that moved.
    pub fn moved_territory(&self) -> Option<(&TerritoryPath, &TerritoryPath)> {
        let (before, after) = (self.before.as_ref()?, self.after.as_ref()?);
        let (old, new) = (
            before.location.territory.as_ref()?,
            after.location.territory.as_ref()?,
        );
        (before.is_main() && old != new).then_some((old, new))
    }
}

/// Territories whose main file lies in another folder now.
fn territories(
    gone: &[(Side, Option<String>)],
    come: &[Side],
    lookup: &Lookup<'_>,
) -> Vec<(TerritoryPath, TerritoryPath)> {
    let mut moves: Vec<(TerritoryPath, TerritoryPath)> = Vec::new();
    for (before, _) in gone.iter().filter(|(before, _)| before.is_main()) {
        let name = |side: &Side| lookup(&side.file).map(|version| version.title().to_owned());
        let twin = come
            .iter()
            .filter(|after| after.location.kind == before.location.kind);
        let twin = twin
            .filter(|after| {
                !moves
                    .iter()
                    .any(|(_, taken)| Some(taken) == after.location.territory.as_ref())
            })
            .find(|after| {
                after.file.blob == before.file.blob
                    || (name(after).is_some() && name(after) == name(before))
            });
        if let (Some(old), Some(new)) = (
            &before.location.territory,
            twin.and_then(|after| after.location.territory.as_ref()),
        ) {
            moves.push((old.clone(), new.clone()));
        }
    }
    moves
}

/// The search for what became of a file that is no longer at its path.
struct Twin<'a, 'v> {
    before: &'a Side,
    hint: Option<&'a str>,
    moves: &'a [(TerritoryPath, TerritoryPath)],
    lookup: &'a Lookup<'v>,
}

impl<'v> Twin<'_, 'v> {
    fn find(&self, come: &[Side]) -> Option<usize> {
        let kind = |after: &Side| after.location.kind == self.before.location.kind;
        let by =
            |fits: &dyn Fn(&Side) -> bool| come.iter().position(|after| kind(after) && fits(after));
        let home = self.home();
        let at_home = |after: &Side| after.location.territory == home;
        let same_place =
            |after: &Side| at_home(after) && after.location.id == self.before.location.id;
        let moved = home != self.before.location.territory;
        let text = self.before.location.kind != FileKind::Attachment;
        by(&|after| moved && text && same_place(after))
            .or_else(|| by(&|after| at_home(after) && after.file.blob == self.before.file.blob))
            // Only the number before a question's name is another.
            .or_else(|| by(&|after| text && self.before.location.id.is_some() && same_place(after)))
            .or_else(|| {
                by(&|after| {
                    Some(after.file.path.as_str()) == self.hint
                        && at_home(after)
                        && self.one_thing(after)
                })
            })
            .or_else(|| by(&|after| at_home(after) && self.one_title(after)))
    }

    /// Where the files of the territory are now.
    fn home(&self) -> Option<TerritoryPath> {
        let old = self.before.location.territory.clone();
        let new = self
            .moves
            .iter()
            .find(|(before, _)| Some(before) == old.as_ref());
        new.map(|(_, after)| after.clone()).or(old)
    }

    fn versions(&self, after: &Side) -> Option<(&'v Version, &'v Version)> {
        Some((
            (self.lookup)(&self.before.file)?,
            (self.lookup)(&after.file)?,
        ))
    }

    fn one_title(&self, after: &Side) -> bool {
        self.versions(after).is_some_and(|(old, new)| {
            let (old, new) = (old.title(), new.title());
            !old.is_empty() && same(old, new)
        })
    }

    fn one_thing(&self, after: &Side) -> bool {
        let Some((old, new)) = self.versions(after) else {
            return false;
        };
        let titles = !old.title().is_empty() && only_written_otherwise(old.title(), new.title());
        titles || one_text(&old.content, &new.content)
    }
}

/// Whether two versions with different titles say the same for the most part.
fn one_text(old: &Content, new: &Content) -> bool {
    match (old, new) {
        (Content::Plan(old), Content::Plan(new)) => {
            let kept = old.events().filter(|event| {
                new.events().any(|other| {
                    other.id == event.id && same(&other.title.value, &event.title.value)
                })
            });
            kept.count() * 2 > old.events().count()
        }
        (Content::News(old), Content::News(new)) => same(&old.text.markdown, &new.text.markdown),
        (Content::Practice(old), Content::Practice(new)) => same(&old.summary, &new.summary),
        (Content::Question(old), Content::Question(new)) => {
            same(&old.answer.markdown, &new.answer.markdown)
        }
        (Content::Page(old), Content::Page(new)) => same(&old.text.markdown, &new.text.markdown),
        _ => false,
    }
}
