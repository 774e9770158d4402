//! «Что изменилось»: from versions of files to changes in words. Two versions are read as the portal reads them and
//! compared as what they mean, so that spaces, comments and the order of keys are no changes.
//!
//! Nothing here reads the disk or runs git: the past of the content comes as a value.

mod compare;
mod moves;
mod names;
mod opening;
mod pairs;
mod step;
mod teller;
mod version;
mod words;

use std::collections::BTreeSet;

use crate::files::past::{FileVersion, NoPast, Past};
use crate::model::history::{History, State};

use teller::Teller;
pub use version::Version;

/// Endings of the files whose words are told. Of others it is only said that they came, were replaced or went.
pub const ENDINGS: &[&str] = &[".toml", ".md"];

/// How many commits are told at a time: between them old versions are forgotten, so that a long history needs no more
/// memory than a short one.
const AT_A_TIME: usize = 64;

/// Reads versions of files, each by itself, in the order they are asked for; where it is done is up to the caller.
pub type Reading<'a> = &'a dyn Fn(&[(FileVersion, &[u8])]) -> Vec<Option<Version>>;

/// Reads one version of a file; none when it is no part of the portal or has mistakes, for such a version was never
/// published.
pub fn version(path: &str, bytes: &[u8]) -> Option<Version> {
    Version::read(path, bytes)
}

/// Tells the past of the content.
pub fn told(past: &Result<Past, NoPast>, reading: Reading<'_>) -> History {
    let past = match past {
        Ok(past) => past,
        Err(reason) => return History::unknown(reason.to_string()),
    };
    let mut teller = Teller::default();
    for commits in past.commits.chunks(AT_A_TIME) {
        let versions = commits.iter().flat_map(|commit| &commit.files);
        let versions = versions.flat_map(|c| c.before.iter().chain(&c.merged).chain(&c.after));
        let unread: BTreeSet<&FileVersion> = versions.filter(|v| !teller.knows(v)).collect();
        let batch: Vec<(FileVersion, &[u8])> = unread
            .into_iter()
            .filter_map(|v| Some((v.clone(), past.blobs.get(&v.blob)?.as_slice())))
            .collect();
        let read = reading(&batch);
        teller.learn(batch.into_iter().map(|(version, _)| version).zip(read));
        for commit in commits {
            teller.tell(commit);
        }
        teller.forget();
    }
    let edge = past.commits.iter().filter(|commit| commit.edge);
    let state = match edge.map(|commit| commit.day).min() {
        Some(day) => State::Shallow(day),
        None => State::Known,
    };
    teller.history(state)
}
