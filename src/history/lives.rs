//! When each file came and was changed last. Most files of a portal come once, together with their territory, and are never
//! touched again: of these it is enough to count them.

use std::collections::BTreeMap;

use crate::content::fields::{FileKind, locate};
use crate::files::past::{Commit, FileVersion};
use crate::model::id::TerritoryPath;

/// The commits, by number, in which a path was touched first and last.
pub struct Lives<'a>(BTreeMap<&'a str, (usize, usize)>);

impl<'a> Lives<'a> {
    /// Looks through all commits.
    pub fn of(commits: &'a [Commit]) -> Lives<'a> {
        let mut lives = BTreeMap::new();
        for (at, commit) in commits.iter().enumerate() {
            for change in &commit.files {
                for file in change
                    .before
                    .iter()
                    .chain(&change.merged)
                    .chain(&change.after)
                {
                    lives.entry(file.path.as_str()).or_insert((at, at)).1 = at;
                }
            }
        }
        Lives(lives)
    }

    /// Whether no commit from the one with this number on touches the path.
    pub fn is_over(&self, path: &str, next: usize) -> bool {
        self.0.get(path).is_none_or(|(_, last)| *last < next)
    }

    /// The path of the main file that opens the territory of a file in this very commit, when nothing else will ever be
    /// asked of the file: it came with its territory and stayed as it was, and no name is looked up in it.
    pub fn opener(&self, file: &FileVersion, at: usize) -> Option<String> {
        let once = |path: &str| self.0.get(path).is_some_and(|(first, _)| *first == at);
        let location = locate(&file.path).ok()?;
        let named = matches!(
            location.kind,
            FileKind::Region
                | FileKind::Municipality
                | FileKind::People
                | FileKind::Schools
                | FileKind::Document
        );
        if named || !once(&file.path) || !self.is_over(&file.path, at + 1) {
            return None;
        }
        let opener = main_file(&location.territory?);
        once(&opener).then_some(opener)
    }
}

fn main_file(path: &TerritoryPath) -> String {
    match path.municipality {
        Some(_) => format!("{path}/municipality.toml"),
        None => format!("{path}/region.toml"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::Lives;
    use crate::files::past::{Commit, FileChange, FileVersion};

    fn file(path: &str) -> FileVersion {
        FileVersion {
            path: path.to_owned(),
            blob: "a".to_owned(),
        }
    }

    fn commit(paths: &[&str]) -> Commit {
        let change = |path: &&str| FileChange {
            before: None,
            merged: Vec::new(),
            after: Some(file(path)),
        };
        Commit {
            hash: String::new(),
            at: Timestamp::UNIX_EPOCH,
            day: date(2026, 1, 1),
            edge: false,
            files: paths.iter().map(change).collect(),
        }
    }

    #[test]
    fn a_file_is_only_counted_when_it_comes_with_its_territory_and_stays() {
        let main = "04-altay/kemskiy/municipality.toml";
        let (stays, changes, late) = (
            "04-altay/kemskiy/plans/2023.toml",
            "04-altay/kemskiy/plans/2024.toml",
            "04-altay/kemskiy/plans/2025.toml",
        );
        let people = "04-altay/kemskiy/people.toml";
        let commits = [
            commit(&[main, stays, changes, people]),
            commit(&[changes, late]),
        ];
        let lives = Lives::of(&commits);
        assert_eq!(lives.opener(&file(stays), 0).as_deref(), Some(main));
        assert_eq!(lives.opener(&file(changes), 0), None);
        assert_eq!(lives.opener(&file(late), 1), None);
        assert_eq!(lives.opener(&file(people), 0), None);
        assert!(lives.is_over(stays, 1) && !lives.is_over(changes, 1));
    }
}
