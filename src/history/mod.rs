//! «Что изменилось»: from versions of files to changes in words. Two versions are read as the portal reads them and
//! compared as what they mean, so that spaces, comments and the order of keys are no changes.
//!
//! Nothing here reads the disk or runs git: the past of the content comes as a value.

mod compare;
mod lives;
mod moves;
mod names;
mod opening;
mod pairs;
mod step;
mod teller;
mod version;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::files::past::{Commit, FileChange, FileVersion, NoPast, Past};
use crate::model::history::{History, State};

use lives::Lives;
use teller::Teller;
pub use version::{Depth, Version};

/// Endings of the files whose words are told. Of others it is only said that they came, were replaced or went.
pub const ENDINGS: &[&str] = &[".toml", ".md"];

/// How many commits are told at a time: between them old versions are forgotten, so that a long history needs no more
/// memory than a short one.
const AT_A_TIME: usize = 64;

/// Reads versions of files, each by itself and as deep as is said, in the order they are asked for; where it is done is up
/// to the caller. None for a version that is no part of the portal or has mistakes, and when its contents are not known.
pub type Reading<'a> = &'a dyn Fn(&[(FileVersion, Depth)]) -> Vec<Option<Version>>;

/// Reads one version of a file; none when it is no part of the portal or has mistakes, for such a version was never
/// published.
pub fn version(path: &str, bytes: Vec<u8>, depth: Depth) -> Option<Version> {
    Version::read(path, &bytes, depth)
}

/// Tells the past of the content.
pub fn told(past: &Result<Past, NoPast>, reading: Reading<'_>) -> History {
    let past = match past {
        Ok(past) => past,
        Err(reason) => return History::unknown(reason.to_string()),
    };
    let lives = Lives::of(&past.commits);
    let mut teller = Teller::default();
    for (number, commits) in past.commits.chunks(AT_A_TIME).enumerate() {
        let first = number * AT_A_TIME;
        learn(&mut teller, &lives, (first, commits), reading);
        for commit in commits {
            teller.tell(commit);
        }
        let next = first + commits.len();
        teller.forget(&|path| lives.is_over(path, next));
    }
    let edge = past.commits.iter().filter(|commit| commit.edge);
    let state = match edge.map(|commit| commit.day).min() {
        Some(day) => State::Shallow(day),
        None => State::Known,
    };
    teller.history(state)
}

/// Reads what commits need and the teller does not know: whole files first, for with them it is known which territories
/// open; of the others it is only counted what came.
fn learn(
    teller: &mut Teller,
    lives: &Lives<'_>,
    (first, commits): (usize, &[Commit]),
    reading: Reading<'_>,
) {
    let mut whole: BTreeSet<&FileVersion> = BTreeSet::new();
    let mut counted: Vec<(&FileVersion, &FileVersion)> = Vec::new();
    for (at, commit) in (first..).zip(commits) {
        let come = come(commit);
        for change in &commit.files {
            let opener = change.after.as_ref().and_then(|file| {
                let opener = come.as_ref()?.get(lives.opener(file, at)?.as_str())?;
                Some((file, *opener))
            });
            match opener {
                Some(pair) => counted.push(pair),
                None => whole.extend(
                    change
                        .before
                        .iter()
                        .chain(&change.merged)
                        .chain(&change.after)
                        .filter(|file| !teller.knows(file)),
                ),
            }
        }
    }
    take(
        teller,
        whole.into_iter().map(|file| (file.clone(), Depth::Whole)),
        reading,
    );
    let depth = |opener: &FileVersion| match teller.is_good(opener) {
        true => Depth::Counted,
        false => Depth::Whole,
    };
    let counted: Vec<(FileVersion, Depth)> = counted
        .into_iter()
        .map(|(file, opener)| (file.clone(), depth(opener)))
        .collect();
    take(teller, counted.into_iter(), reading);
}

/// The files of a commit that only brings files, by path; none of one that does more.
fn come(commit: &Commit) -> Option<BTreeMap<&str, &FileVersion>> {
    let new = |change: &FileChange| change.before.is_none() && change.merged.is_empty();
    let files = commit
        .files
        .iter()
        .filter_map(|change| change.after.as_ref());
    let by_path = || files.map(|file| (file.path.as_str(), file)).collect();
    commit.files.iter().all(new).then(by_path)
}

fn take(
    teller: &mut Teller,
    versions: impl Iterator<Item = (FileVersion, Depth)>,
    reading: Reading<'_>,
) {
    let told = |path: &str| ENDINGS.iter().any(|ending| path.ends_with(ending));
    let batch: Vec<_> = versions.filter(|(file, _)| told(&file.path)).collect();
    let read = reading(&batch);
    teller.learn(batch.into_iter().map(|(file, _)| file).zip(read));
}
