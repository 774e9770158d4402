//! Writes a site while it is made, from many threads. Files that changed are gathered in a folder beside the others and
//! moved to their places when all are there: until then, and if the build is given up, the last site stays as it is.
//! Files that are as they should be are not touched.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use walkdir::WalkDir;
use xxhash_rust::xxh3::xxh3_128;

use crate::files::disk::{self, DiskError, create_dir, io_error, walk_error};
use crate::files::memo::{Memo, Output, Stamp};
use crate::files::sink::{Artifact, Key, Sink};

/// Where changed files wait. Its name begins with a dot, so that it is never taken for a part of the site.
const STAGING: &str = ".portal-new";

/// What writing a site did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Files whose bytes are new or other than before.
    pub changed: usize,
    /// Files that were already as they should be and were not touched.
    pub unchanged: usize,
    /// Files of an earlier build that no longer belong to the site.
    pub removed: usize,
    /// Bytes of all files of the site.
    pub bytes: u64,
    /// Path and bytes of the largest file.
    pub largest: Option<(String, u64)>,
}

impl Written {
    /// How many files the site has.
    pub fn files(&self) -> usize {
        self.changed + self.unchanged
    }
}

/// Writes a site into a folder.
pub struct SiteWriter {
    out: PathBuf,
    staging: PathBuf,
    /// Files of the folder as they lay at the beginning.
    standing: HashMap<String, Stamp>,
    /// Folders of the folder, deepest last.
    standing_folders: Vec<String>,
    /// What the last build remembers of its files; none when nothing is to be remembered.
    before: Option<Memo>,
    broken: AtomicBool,
    /// Nanoseconds spent on the disk, all threads together.
    busy: AtomicU64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Files of the new site.
    files: HashMap<String, Output>,
    /// Folders made in the staging folder.
    folders: HashSet<String>,
    /// Keys of files that are still to come.
    awaited: HashMap<String, Key>,
    notes: HashMap<Key, Vec<u8>>,
    /// Files by the key of the work that made them, in the last build; made when first asked for.
    made: Option<HashMap<Key, Vec<String>>>,
    changed: usize,
    error: Option<DiskError>,
}

impl SiteWriter {
    /// Looks at the folder; nothing is written yet. `before` is what the last build left, none when nothing is to be
    /// remembered. Files whose names begin with a dot at the top of the folder (`.gitignore`) are not ours.
    ///
    /// # Errors
    /// When the folder belongs to somebody else, overlaps the sources, or cannot be read.
    pub fn open(
        out: &Path,
        sources: &[&Path],
        before: Option<Memo>,
    ) -> Result<SiteWriter, DiskError> {
        disk::guard_output(out, sources)?;
        let staging = out.join(STAGING);
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(|error| io_error(&staging, error))?;
        }
        let (standing, standing_folders) = standing(out)?;
        Ok(SiteWriter {
            out: out.to_owned(),
            staging,
            standing,
            standing_folders,
            before,
            broken: AtomicBool::new(false),
            busy: AtomicU64::new(0),
            state: Mutex::default(),
        })
    }

    /// The files put so far: path, bytes and xxh3-128.
    pub fn files(&self) -> Vec<(String, u64, u128)> {
        let state = self.state();
        let file =
            |(path, output): (&String, &Output)| (path.clone(), output.stamp.size, output.hash);
        state.files.iter().map(file).collect()
    }

    /// How long threads were busy with the disk, taken together.
    pub fn busy(&self) -> Duration {
        Duration::from_nanos(self.busy.load(Ordering::Relaxed))
    }

    /// True when the folder holds exactly the files of the last build, as it left them.
    pub fn is_as_left(&self) -> bool {
        let Some(before) = &self.before else {
            return false;
        };
        before.outputs.len() == self.standing.len()
            && before
                .outputs
                .iter()
                .all(|(path, output)| self.stands(path, output).is_some())
    }

    /// Moves what changed to its place and removes what an earlier build left. What is to be remembered of the files
    /// is the second part: the memo's outputs and notes are new, the rest is empty.
    ///
    /// # Errors
    /// The first error met since the beginning; the last site is whole then, unless it came while files were moved.
    pub fn finish(self) -> Result<(Written, Memo), DiskError> {
        let mut state = std::mem::take(&mut *self.state());
        if let Some(error) = state.error.take() {
            return Err(error);
        }
        create_dir(&self.out)?;
        disk::mark_output(&self.out)?;
        if self.staging.is_dir() {
            moved(&self.staging, &self.out)?;
        }
        let removed = self.remove_others(&state.files)?;
        let largest = state.files.iter().max_by(|(a, one), (b, other)| {
            let sizes = one.stamp.size.cmp(&other.stamp.size);
            sizes.then_with(|| b.cmp(a))
        });
        let written = Written {
            changed: state.changed,
            unchanged: state.files.len() - state.changed,
            removed,
            bytes: state.files.values().map(|file| file.stamp.size).sum(),
            largest: largest.map(|(path, file)| (path.clone(), file.stamp.size)),
        };
        let memo = Memo {
            outputs: state.files,
            notes: state.notes,
            ..Memo::default()
        };
        Ok((written, memo))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The stamp of a file that has the bytes it is remembered with. A file that was only touched or copied is read.
    fn stands(&self, path: &str, remembered: &Output) -> Option<Stamp> {
        let stamp = *self.standing.get(path)?;
        let same = stamp == remembered.stamp
            || stamp.size == remembered.stamp.size
                && fs::read(self.out.join(path))
                    .is_ok_and(|bytes| xxh3_128(&bytes) == remembered.hash);
        same.then_some(stamp)
    }

    /// The stamp of a standing file with these very bytes.
    fn stands_with(&self, path: &str, bytes: &[u8], hash: u128) -> Option<Stamp> {
        let stamp = *self.standing.get(path)?;
        let remembered = self.before.as_ref().and_then(|memo| memo.outputs.get(path));
        let same = stamp.size == bytes.len() as u64
            && match remembered {
                Some(remembered) if remembered.stamp == stamp => remembered.hash == hash,
                _ => fs::read(self.out.join(path)).is_ok_and(|old| old == bytes),
            };
        same.then_some(stamp)
    }

    fn take(&self, file: &Artifact, from: Option<Key>) -> Result<(), DiskError> {
        let hash = xxh3_128(&file.bytes);
        let standing = self.stands_with(&file.path, &file.bytes, hash);
        let (stamp, changed) = match standing {
            Some(stamp) => (stamp, 0),
            None => (self.stage(file)?, 1),
        };
        let mut state = self.state();
        state.changed += changed;
        let awaited = state.awaited.remove(&file.path);
        let from = from.or(awaited).unwrap_or_default();
        let output = Output { stamp, hash, from };
        state.files.insert(file.path.clone(), output);
        Ok(())
    }

    /// Writes a file into the staging folder.
    fn stage(&self, file: &Artifact) -> Result<Stamp, DiskError> {
        let target = self.staging.join(&file.path);
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if !self.state().folders.contains(folder) {
            create_dir(target.parent().unwrap_or(&self.staging))?;
            self.state().folders.insert(folder.to_owned());
        }
        let written = fs::File::create(&target).and_then(|mut open| {
            open.write_all(&file.bytes)?;
            open.metadata()
        });
        let about = written.map_err(|error| io_error(&target, error))?;
        Ok(Stamp::of(&about))
    }

    /// Removes the files that are not in the new site, then the folders that nothing is left in.
    fn remove_others(&self, kept: &HashMap<String, Output>) -> Result<usize, DiskError> {
        let mut removed = 0;
        for path in self
            .standing
            .keys()
            .filter(|path| !kept.contains_key(*path))
        {
            let target = self.out.join(path);
            match fs::remove_file(&target) {
                Err(error) if target.is_file() => return Err(io_error(&target, error)),
                // A folder of the new site may have taken its place.
                _ => removed += 1,
            }
        }
        if removed > 0 {
            for folder in self.standing_folders.iter().rev() {
                // Only empty folders go; one that still holds files of the site stays.
                let _ = fs::remove_dir(self.out.join(folder));
            }
        }
        Ok(removed)
    }
}

impl Drop for SiteWriter {
    /// A build that was given up leaves nothing behind.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.staging);
    }
}

impl Sink for SiteWriter {
    fn put(&self, file: Artifact) {
        self.take_timed(&file, None);
    }

    fn put_made(&self, file: Artifact, from: Key) {
        self.take_timed(&file, Some(from));
    }

    fn remembers(&self) -> bool {
        self.before.is_some()
    }

    fn keep(&self, path: &str, from: Key) -> bool {
        let Some(before) = &self.before else {
            return false;
        };
        let remembered = before.outputs.get(path);
        let kept = remembered
            .filter(|output| output.from == from && from != 0)
            .and_then(|output| Some((output, self.stands(path, output)?)));
        let mut state = self.state();
        match kept {
            Some((output, stamp)) => {
                let output = Output { stamp, ..*output };
                state.files.insert(path.to_owned(), output);
                true
            }
            None => {
                state.awaited.insert(path.to_owned(), from);
                false
            }
        }
    }

    fn keep_all(&self, from: Key) -> Option<Vec<u8>> {
        let before = self.before.as_ref()?;
        let note = before.notes.get(&from)?;
        let paths = {
            let mut state = self.state();
            let made = state.made.get_or_insert_with(|| by_key(before));
            made.get(&from).cloned().unwrap_or_default()
        };
        let stand = paths.iter().map(|path| {
            let output = before.outputs.get(path)?;
            let stamp = self.stands(path, output)?;
            Some((path.clone(), Output { stamp, ..*output }))
        });
        let stand: Vec<_> = stand.collect::<Option<_>>()?;
        let mut state = self.state();
        state.files.extend(stand);
        state.notes.insert(from, note.clone());
        Some(note.clone())
    }

    fn note(&self, from: Key, note: Vec<u8>) {
        if self.remembers() {
            self.state().notes.insert(from, note);
        }
    }

    fn is_broken(&self) -> bool {
        self.broken.load(Ordering::Relaxed)
    }
}

impl SiteWriter {
    fn take_timed(&self, file: &Artifact, from: Option<Key>) {
        if self.is_broken() {
            return;
        }
        let began = Instant::now();
        if let Err(error) = self.take(file, from) {
            self.broken.store(true, Ordering::Relaxed);
            self.state().error.get_or_insert(error);
        }
        let took = u64::try_from(began.elapsed().as_nanos()).unwrap_or_default();
        self.busy.fetch_add(took, Ordering::Relaxed);
    }
}

fn by_key(memo: &Memo) -> HashMap<Key, Vec<String>> {
    let mut made: HashMap<Key, Vec<String>> = HashMap::new();
    for (path, output) in &memo.outputs {
        made.entry(output.from).or_default().push(path.clone());
    }
    made
}

/// Files with their stamps, and folders, of a site that stands.
fn standing(out: &Path) -> Result<(HashMap<String, Stamp>, Vec<String>), DiskError> {
    let (mut files, mut folders) = (HashMap::new(), Vec::new());
    if !out.is_dir() {
        return Ok((files, folders));
    }
    let ours = |entry: &walkdir::DirEntry| {
        entry.depth() != 1 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let walk = WalkDir::new(out).min_depth(1).into_iter();
    for entry in walk.filter_entry(ours) {
        let entry = entry.map_err(|error| walk_error(out, error))?;
        let path = disk::relative(out, entry.path())?;
        if entry.file_type().is_dir() {
            folders.push(path);
        } else {
            let about = entry.metadata().map_err(|error| walk_error(out, error))?;
            // What is no plain file (a link) is never as we left it.
            let stamp = match about.is_file() {
                true => Stamp::of(&about),
                false => Stamp {
                    size: u64::MAX,
                    time: 0,
                },
            };
            files.insert(path, stamp);
        }
    }
    Ok((files, folders))
}

/// Moves what lies in a folder into another. Where the other has no folder of that name the whole folder is moved in
/// one step.
fn moved(from: &Path, to: &Path) -> Result<(), DiskError> {
    let entries = fs::read_dir(from).map_err(|error| io_error(from, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| io_error(from, error))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let there = fs::symlink_metadata(&target).ok();
        match there.map(|about| about.is_dir()) {
            Some(true) if is_folder => {
                moved(&source, &target)?;
                continue;
            }
            Some(true) => {
                fs::remove_dir_all(&target).map_err(|error| io_error(&target, error))?;
            }
            Some(false) if is_folder => {
                fs::remove_file(&target).map_err(|error| io_error(&target, error))?;
            }
            _ => {}
        }
        fs::rename(&source, &target).map_err(|error| io_error(&target, error))?;
    }
    Ok(())
}

/// Writes a site that is in memory already.
///
/// # Errors
/// When the folder belongs to somebody else, overlaps the sources, or the disk refuses.
pub fn write_site(
    out: &Path,
    sources: &[&Path],
    artifacts: impl Iterator<Item = Artifact>,
) -> Result<Written, DiskError> {
    let writer = SiteWriter::open(out, sources, None)?;
    for artifact in artifacts {
        writer.put(artifact);
    }
    Ok(writer.finish()?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> Artifact {
        Artifact {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    fn write(out: &Path, files: &[(&str, &str)]) -> Result<Written, DiskError> {
        let files = files.iter().map(|(path, text)| file(path, text));
        write_site(out, &[], files)
    }

    fn counts(written: &Written) -> (usize, usize, usize) {
        (written.changed, written.unchanged, written.removed)
    }

    #[test]
    fn only_what_differs_is_written_and_what_vanished_is_removed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path().join("public");
        fs::create_dir(&out).expect("made");
        fs::write(out.join(".gitignore"), "*").expect("written");
        let first = write(&out, &[("a/index.html", "a"), ("b/index.html", "b")]).expect("written");
        assert_eq!(counts(&first), (2, 0, 0));
        let second = write(&out, &[("a/index.html", "a"), ("c.txt", "cc")]).expect("written");
        assert_eq!(counts(&second), (1, 1, 1));
        assert_eq!(
            (second.bytes, second.largest),
            (3, Some(("c.txt".to_owned(), 2)))
        );
        assert!(!out.join("b").exists() && out.join(".gitignore").exists());
        assert!(!out.join(STAGING).exists());
    }

    #[test]
    fn a_file_and_a_folder_may_change_places() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path();
        write(out, &[("a/index.html", "a"), ("b", "b")]).expect("written");
        write(out, &[("a", "1"), ("b/index.html", "2")]).expect("written");
        assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
        let inside = fs::read_to_string(out.join("b/index.html"));
        assert_eq!(inside.expect("there"), "2");
    }

    #[test]
    fn a_build_that_is_given_up_leaves_the_last_site() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path().join("public");
        write(&out, &[("a", "1")]).expect("written");
        let writer = SiteWriter::open(&out, &[], None).expect("opens");
        writer.put(file("a", "2"));
        writer.put(file("b", "2"));
        drop(writer);
        assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
        assert!(!out.join("b").exists() && !out.join(STAGING).exists());
    }

    #[test]
    fn a_build_that_was_killed_leaves_the_last_site_and_the_next_one_goes_on() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path().join("public");
        write(&out, &[("a", "1")]).expect("written");
        let writer = SiteWriter::open(&out, &[], None).expect("opens");
        writer.put(file("rest", "2"));
        std::mem::forget(writer);
        assert!(out.join(STAGING).join("rest").exists() && !out.join("rest").exists());
        write(&out, &[("a", "2")]).expect("written");
        assert!(!out.join(STAGING).exists() && !out.join("rest").exists());
    }

    #[test]
    fn the_first_error_is_told_and_the_last_site_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path().join("public");
        write(&out, &[("a", "1")]).expect("written");
        let writer = SiteWriter::open(&out, &[], None).expect("opens");
        writer.put(file("a", "2"));
        // A file cannot be a folder at the same time.
        writer.put(file("a/b", "2"));
        assert!(writer.is_broken());
        assert!(matches!(writer.finish(), Err(DiskError::Io { .. })));
        assert_eq!(fs::read_to_string(out.join("a")).expect("there"), "1");
    }

    #[test]
    fn a_file_stays_when_it_is_made_from_the_same_and_nobody_changed_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = folder.path();
        let open = |memo| SiteWriter::open(out, &[], Some(memo)).expect("opens");
        let first = open(Memo::default());
        for path in ["same", "other", "spoilt"] {
            assert!(!first.keep(path, 1));
            first.put(file(path, "1"));
        }
        first.put_made(file("made/one", "1"), 7);
        first.note(7, b"note".to_vec());
        let (_, memo) = first.finish().expect("written");
        assert!(open(memo.clone()).is_as_left());
        fs::write(out.join("spoilt"), "2").expect("written");
        let second = open(memo.clone());
        assert!(!second.is_as_left());
        assert!(second.keep("same", 1) && !second.keep("other", 2) && !second.keep("spoilt", 1));
        assert_eq!(second.keep_all(7), Some(b"note".to_vec()));
        assert_eq!(second.keep_all(8), None);
        second.put(file("other", "2"));
        second.put(file("spoilt", "1"));
        let (written, memo) = second.finish().expect("written");
        assert_eq!(counts(&written), (2, 2, 0));
        assert!(open(memo).is_as_left());
    }

    #[test]
    fn a_folder_of_somebody_else_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("diploma.doc"), "x").expect("written");
        assert!(matches!(
            write(folder.path(), &[("a", "a")]),
            Err(DiskError::ForeignOutput(_))
        ));
        assert!(folder.path().join("diploma.doc").exists());
    }

    #[test]
    fn the_output_may_not_lie_among_the_sources() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let content = folder.path().join("content");
        fs::create_dir(&content).expect("made");
        let inside = write_site(&content.join("out"), &[&content], std::iter::empty());
        let around = write_site(folder.path(), &[&content], std::iter::empty());
        assert!(matches!(inside, Err(DiskError::Overlap { .. })));
        assert!(matches!(around, Err(DiskError::Overlap { .. })));
    }
}
