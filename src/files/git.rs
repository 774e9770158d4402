//! The only place that runs `git`: the past of a folder out of the repository it lies in.
//!
//! A repository is somebody else's: nothing its settings name is started (pagers, hooks, programs for differences and
//! signatures), nothing is fetched, nothing is written.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::files::blobs::Blobs;
use crate::files::past::{Commit, FileChange, FileVersion, NoPast, Past};

/// How long one run of git may take. A thousand commits take less than a second.
const PATIENCE: Duration = Duration::from_secs(120);

/// Settings that must not be what the repository says: they start programs or change what is printed.
const SETTINGS: &[&str] = &[
    "core.quotepath=off",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.follow=false",
    "log.mailmap=false",
    "diff.external=",
    "diff.relative=false",
    "diff.orderFile=/dev/null",
    "diff.ignoreSubmodules=all",
];

/// The tree without files, where git looks for attributes: those of the repository may name programs that files go through.
const NO_ATTRIBUTES: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/// Variables that would lead git to another repository than that of the folder.
const FOREIGN: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];

/// The past of a folder: every commit that touched it, with the contents of its files that have one of these endings.
/// What is not committed is no past. A merge tells only what none of the merged sides had.
///
/// # Errors
/// When the past is not known, and why.
pub fn past(folder: &Path, endings: &[&str]) -> Result<Past, NoPast> {
    past_of(folder, endings, &|_| true)
}

/// The past of some of the files of a folder: of those whose folder, by its path from it, is wanted.
///
/// # Errors
/// As [`past`].
pub fn past_of(
    folder: &Path,
    endings: &[&str],
    is_wanted: &dyn Fn(&str) -> bool,
) -> Result<Past, NoPast> {
    let about = run(
        folder,
        &[
            "rev-parse",
            "--is-inside-work-tree",
            "--is-shallow-repository",
            "--show-prefix",
        ],
        &[],
    )?;
    let about = String::from_utf8_lossy(&about).into_owned();
    let mut lines = about.lines();
    if lines.next() != Some("true") {
        return Err(NoPast::NoRepository);
    }
    let shallow = lines.next() == Some("true");
    let prefix = lines.next().unwrap_or_default();
    if run(
        folder,
        &["rev-parse", "--verify", "--quiet", "HEAD^{commit}"],
        &[],
    )
    .is_err()
    {
        return Err(NoPast::NoCommits);
    }
    let edges = if shallow {
        edges(folder)?
    } else {
        BTreeSet::new()
    };
    let log = run(
        folder,
        &[
            "log",
            "--topo-order",
            "--reverse",
            "-c",
            "--raw",
            "-z",
            "--no-abbrev",
            "-M",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--no-notes",
            "--no-show-signature",
            "--format=format:%H%x1f%ct%x1f%cI",
            "HEAD",
            "--",
            ".",
        ],
        &[],
    )?;
    let mut commits = commits(&log, prefix);
    for commit in &mut commits {
        commit.edge = edges.contains(&commit.hash);
        commit.files.retain(|change| {
            let mut versions = change.before.iter().chain(&change.after);
            versions.any(|version| match version.path.rsplit_once('/') {
                Some((inner, _)) => is_wanted(inner),
                None => true,
            })
        });
        commit.files.sort();
    }
    commits.retain(|commit| !commit.files.is_empty());
    if commits.is_empty() {
        return Err(NoPast::NoCommits);
    }
    let blobs = blobs(folder, &commits, endings)?;
    Ok(Past {
        commits,
        blobs,
        shallow,
    })
}

/// Tells the past of a folder from any other past without reading it; none when it is not known.
pub fn state(folder: &Path) -> Option<String> {
    let head = run(
        folder,
        &["rev-parse", "--verify", "--quiet", "HEAD^{commit}"],
        &[],
    )
    .ok()?;
    let edges = edges(folder).ok()?;
    Some(format!("{} {edges:?}", String::from_utf8_lossy(&head)))
}

/// The commit that a folder is at; none when that is not known, or when something in the folder differs from it.
pub fn commit(folder: &Path) -> Option<String> {
    let head = ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"];
    let head = run(folder, &head, &[]).ok()?;
    let status = [
        "status",
        "--porcelain",
        "-z",
        "--untracked-files=all",
        "--",
        ".",
        // The build itself has just written new addresses there.
        ":(exclude)ids.lock",
    ];
    // Attributes may name programs that files go through.
    let path = run(folder, &["rev-parse", "--git-path", "info/attributes"], &[]).ok()?;
    let path = String::from_utf8_lossy(&path)
        .trim_end_matches('\n')
        .to_owned();
    if std::fs::metadata(folder.join(path)).is_ok_and(|about| about.len() > 0) {
        return None;
    }
    let changed = run(folder, &status, &[]).ok()?;
    let head = String::from_utf8_lossy(&head).trim().to_owned();
    (changed.is_empty() && !head.is_empty()).then_some(head)
}

/// The commits of a shallow clone whose parents were not fetched.
fn edges(folder: &Path) -> Result<BTreeSet<String>, NoPast> {
    let path = run(folder, &["rev-parse", "--git-path", "shallow"], &[])?;
    let path = String::from_utf8_lossy(&path)
        .trim_end_matches('\n')
        .to_owned();
    let text = std::fs::read_to_string(folder.join(path)).unwrap_or_default();
    Ok(text.lines().map(str::to_owned).collect())
}

/// Reads the output of `git log --raw -z`: headers and entries, each ended by a zero byte.
fn commits(log: &[u8], prefix: &str) -> Vec<Commit> {
    let mut commits: Vec<Commit> = Vec::new();
    let mut pieces = log
        .split(|byte| *byte == 0)
        .map(|piece| String::from_utf8_lossy(piece).into_owned());
    while let Some(piece) = pieces.next() {
        let piece = piece.trim_start_matches('\n');
        if piece.starts_with(':') {
            let (Some(change), Some(commit)) =
                (entry(piece, &mut pieces, prefix), commits.last_mut())
            else {
                continue;
            };
            commit.files.push(change);
        } else {
            // A header and the first entry after it are parted by an end of line.
            let (header, rest) = piece.split_once('\n').unwrap_or((piece, ""));
            commits.extend(head(header));
            if rest.starts_with(':')
                && let (Some(change), Some(commit)) =
                    (entry(rest, &mut pieces, prefix), commits.last_mut())
            {
                commit.files.push(change);
            }
        }
    }
    commits
}

/// «Hash, seconds, day with the committer's zone».
fn head(line: &str) -> Option<Commit> {
    let mut parts = line.split('\u{1f}');
    let hash = parts.next()?.to_owned();
    let at = Timestamp::from_second(parts.next()?.parse().ok()?).ok()?;
    let written = parts.next().unwrap_or_default();
    let own = written.get(..10).and_then(|day| day.parse::<Date>().ok());
    Some(Commit {
        hash,
        at,
        day: own.unwrap_or_else(|| at.to_zoned(TimeZone::UTC).date()),
        edge: false,
        files: Vec::new(),
    })
}

/// An entry: «:100644 100644 before after M», then the path, and for a rename the new one. Of a merge there are as many
/// colons, modes and hashes before as it has parents; its first parent stands for what was before.
fn entry(meta: &str, paths: &mut impl Iterator<Item = String>, prefix: &str) -> Option<FileChange> {
    let parents = meta.bytes().take_while(|byte| *byte == b':').count();
    let fields: Vec<&str> = meta[parents..].split(' ').collect();
    let status = fields.last().copied().unwrap_or_default();
    let first = paths.next()?;
    let second = match status.starts_with(['R', 'C']) && parents == 1 {
        true => Some(paths.next()?),
        false => None,
    };
    let (mode_before, mode_after) = (fields.first()?, fields.get(parents)?);
    let blobs = fields.get(parents + 1..2 * parents + 2)?;
    let (blob_after, blobs_before) = blobs.split_last()?;
    let (blob_before, others) = blobs_before.split_first()?;
    let version = |mode: &str, blob: &str, path: &str| {
        let path = path.strip_prefix(prefix)?;
        // Links and other repositories are no files of the content.
        mode.starts_with("100").then(|| FileVersion {
            path: path.to_owned(),
            blob: blob.to_owned(),
        })
    };
    let change = FileChange {
        before: version(mode_before, blob_before, &first),
        merged: others
            .iter()
            .zip(&fields[1..])
            .filter_map(|(blob, mode)| version(mode, blob, &first))
            .collect(),
        after: version(mode_after, blob_after, second.as_deref().unwrap_or(&first)),
    };
    (change.before.is_some() || change.after.is_some()).then_some(change)
}

/// Contents of all versions of text files, by one process.
fn blobs(folder: &Path, commits: &[Commit], endings: &[&str]) -> Result<Blobs, NoPast> {
    let wanted: BTreeSet<&str> = commits
        .iter()
        .flat_map(|commit| &commit.files)
        .flat_map(|change| {
            change
                .before
                .iter()
                .chain(&change.merged)
                .chain(&change.after)
        })
        .filter(|version| endings.iter().any(|ending| version.path.ends_with(ending)))
        .map(|version| version.blob.as_str())
        .collect();
    let asked: String = wanted.iter().flat_map(|blob| [blob, "\n"]).collect();
    let answer = printed(folder, &["cat-file", "--batch"], asked.as_bytes())?;
    Blobs::of(answer, wanted.into_iter()).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => NoPast::NotFetched,
        _ => NoPast::Failed(error.to_string()),
    })
}

/// Runs git in the folder and gives what it printed.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, NoPast> {
    let mut output = printed(folder, arguments, input)?;
    all_of(&mut output).map_err(|error| NoPast::Failed(error.to_string()))
}

/// Runs git in the folder; the file it printed into. Its input and output are files, so that neither waits for the other.
fn printed(folder: &Path, arguments: &[&str], input: &[u8]) -> Result<File, NoPast> {
    let failed = |error: io::Error| NoPast::Failed(error.to_string());
    let output = tempfile::tempfile().map_err(failed)?;
    let mut errors = tempfile::tempfile().map_err(failed)?;
    let mut child = command(folder, arguments)
        .stdin(holding(input).map_err(failed)?)
        .stdout(Stdio::from(output.try_clone().map_err(failed)?))
        .stderr(Stdio::from(errors.try_clone().map_err(failed)?))
        .spawn()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => NoPast::NoGit,
            _ => failed(error),
        })?;
    let started = Instant::now();
    let mut pause = Duration::from_micros(500);
    let status = loop {
        match child.try_wait().map_err(failed)? {
            Some(status) => break status,
            None if started.elapsed() > PATIENCE => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(NoPast::TooLong);
            }
            None => std::thread::sleep(pause),
        }
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    match status.success() {
        true => Ok(output),
        false => {
            let said = all_of(&mut errors).map_err(failed)?;
            Err(reason(&String::from_utf8_lossy(&said)))
        }
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder).arg("--no-pager");
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    for name in FOREIGN {
        command.env_remove(name);
    }
    command
        .args(arguments)
        .env("LC_ALL", "C")
        .env("GIT_ATTR_SOURCE", NO_ATTRIBUTES)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_ALLOW_PROTOCOL", "none");
    command
}

fn holding(input: &[u8]) -> io::Result<Stdio> {
    let mut file = tempfile::tempfile()?;
    file.write_all(input)?;
    file.rewind()?;
    Ok(Stdio::from(file))
}

fn all_of(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What git's own words mean.
fn reason(said: &str) -> NoPast {
    if said.contains("not a git repository") || said.contains("must be run in a work tree") {
        NoPast::NoRepository
    } else if said.contains("dubious ownership") || said.contains("unsafe repository") {
        NoPast::ForeignOwner
    } else if said.contains("promisor") || said.contains("missing") {
        NoPast::NotFetched
    } else {
        NoPast::Failed(said.trim().to_owned())
    }
}
