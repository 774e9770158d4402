//! Earlier versions of the files of a folder as a value: what each change of the folder did to which file.
//! It knows nothing of git; `files::git` makes it, tests may make it by hand.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::files::blobs::Blobs;

/// The past of a folder.
#[derive(Debug, Default)]
pub struct Past {
    /// Its changes; a change stands after those it was made upon.
    pub commits: Vec<Commit>,
    /// Contents of text files by their hash; of a file without an entry here only the hash is known.
    pub blobs: Blobs,
    /// True when what was before the commits marked as [`Commit::edge`] was not fetched.
    pub shallow: bool,
}

/// One change of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its full hash.
    pub hash: String,
    /// When it was made.
    pub at: Timestamp,
    /// The day of it on the clock of whoever made it.
    pub day: Date,
    /// True when what was before it is not known, so that all its files look new.
    pub edge: bool,
    /// What it did, in order of paths.
    pub files: Vec<FileChange>,
}

/// What a change did to a file. At least one side is there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileChange {
    /// The file until then.
    pub before: Option<FileVersion>,
    /// Where two lines of work were joined: the file in the other lines; all of them differ from what came of it.
    pub merged: Vec<FileVersion>,
    /// The file from then on; under another path when it was renamed.
    pub after: Option<FileVersion>,
}

/// A file at one time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileVersion {
    /// Path relative to the folder, parts joined by `/`.
    pub path: String,
    /// Hash of its contents.
    pub blob: String,
}

/// Why the past of a folder is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPast {
    /// There is no program `git`.
    NoGit,
    /// The folder does not lie in a repository.
    NoRepository,
    /// The repository belongs to another user, and git refuses to read it.
    ForeignOwner,
    /// Nothing in the folder was ever committed.
    NoCommits,
    /// Earlier versions are kept elsewhere only (a partial clone).
    NotFetched,
    /// It took too long.
    TooLong,
    /// Git failed; its own words.
    Failed(String),
}

impl fmt::Display for NoPast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoPast::NoGit => f.write_str("на компьютере, где собирали сайт, нет программы git"),
            NoPast::NoRepository => f.write_str("папка с содержимым лежит не в хранилище git"),
            NoPast::ForeignOwner => f.write_str(
                "хранилище git принадлежит другому пользователю компьютера, и git не даёт его читать",
            ),
            NoPast::NoCommits => {
                f.write_str("файлы содержимого ещё ни разу не сохраняли в хранилище git")
            }
            NoPast::NotFetched => f.write_str("прежние версии файлов не скачаны из хранилища git"),
            NoPast::TooLong => f.write_str("история читалась слишком долго"),
            NoPast::Failed(_) => f.write_str("git не смог прочитать историю"),
        }
    }
}
