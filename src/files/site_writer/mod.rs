//! Writes a site while it is made, from many threads. It is gathered complete in a folder beside the last one: files that
//! are as they should be are given on without being written again (a hard link), the others are written. When all is
//! there the two folders change places in one step; until then, and if the build is given up or killed, the last site
//! stays as it is. What stands already as it would be made is not touched at all.
//!
//! - `guard`: which folders are taken, `standing`: what lies in one,
//! - `workshop`: where the new site is gathered, and the lock,
//! - `swap`: how it takes its place, `in_place`: how it does where folders cannot be swapped,
//! - `system`: the calls of the system.

mod guard;
mod in_place;
mod standing;
mod swap;
mod system;
#[cfg(test)]
mod tests;
mod workshop;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use xxhash_rust::xxh3::xxh3_128;

use crate::files::disk::{DiskError, create_dir, create_new, io_error};
use crate::files::memo::{Memo, Output, Stamp};
use crate::files::refusal::Refusal;
use crate::files::sink::{Artifact, Key, Sink};
use workshop::{WITHIN, Workshop};

pub use standing::Standing;

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

/// How the new site takes the place of the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The two folders change places in one step.
    Swap,
    /// File by file, since the folder is mounted.
    Mounted,
    /// File by file, since nothing may be made beside the folder.
    NoRoomBeside,
    /// File by file, since somebody works in the folder: it must stay the same one.
    Inhabited,
    /// File by file, since that was asked for.
    Asked,
}

/// What a build that was cut short had left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOver {
    /// Parts of a site that was never published: they were removed.
    Removed,
    /// The last site, taken out of its place: it was put back.
    PutBack,
    /// Files that were to be replaced: they were.
    GoneOn,
}

/// Writes a site into a folder.
pub struct SiteWriter {
    way: Way,
    workshop: Workshop,
    /// Where the new site is gathered.
    site: PathBuf,
    standing: Standing,
    left_over: Option<LeftOver>,
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
    /// Folders made for the new site.
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
    /// Looks at the folder and begins. `before` is what the last build left, none when nothing is to be remembered. Files
    /// whose names begin with a dot at the top of the folder (`.gitignore`) are not ours and stay, as `CNAME` does.
    ///
    /// # Errors
    /// When the folder belongs to somebody else, overlaps the sources, is held by another build, or the disk refuses.
    pub fn open(
        out: &Path,
        sources: &[&Path],
        before: Option<Memo>,
    ) -> Result<SiteWriter, DiskError> {
        SiteWriter::begin(Standing::look(out, sources)?, before, false)
    }

    /// Begins a new site in the place of one that was looked at; file by file when the folder must stay the same one.
    /// What a build that was cut short left is cleared away.
    ///
    /// # Errors
    /// When another build holds the folder, or the disk refuses.
    pub fn begin(
        standing: Standing,
        before: Option<Memo>,
        in_place: bool,
    ) -> Result<SiteWriter, DiskError> {
        let place = &standing.place;
        create_dir(&place.parent)?;
        let way = way(&standing, in_place);
        let within = place.real.join(WITHIN);
        let mut left_over = None;
        let workshop = if way == Way::Swap {
            let mut workshop = Workshop::enter(workshop::beside(place), place)?;
            if swap::put_back(&mut workshop, place)? {
                left_over = Some(LeftOver::PutBack);
            }
            if workshop.clear()? {
                left_over = left_over.or(Some(LeftOver::Removed));
            }
            // Left by a build that could not swap folders.
            if within.is_dir() {
                left_over = Some(within_cleared(&within, &standing)?.1);
            }
            workshop
        } else {
            create_dir(&place.real)?;
            let (workshop, found) = within_cleared(&within, &standing)?;
            left_over = (found == LeftOver::GoneOn).then_some(found);
            workshop
        };
        Ok(SiteWriter {
            way,
            site: workshop.site(),
            workshop,
            standing: standing.again()?,
            left_over,
            before,
            broken: AtomicBool::new(false),
            busy: AtomicU64::new(0),
            state: Mutex::default(),
        })
    }

    /// How the new site will take the place of the last one.
    pub fn way(&self) -> Way {
        self.way
    }

    /// What was found of a build that was cut short.
    pub fn left_over(&self) -> Option<LeftOver> {
        self.left_over
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

    /// Puts the new site in the place of the last one. What is to be remembered of the files is the second part: the
    /// memo's outputs and notes are new, the rest is empty.
    ///
    /// # Errors
    /// The first error met since the beginning; the last site is whole then, unless it is a [`DiskError::HalfWay`].
    pub fn finish(mut self) -> Result<(Written, Memo), DiskError> {
        let mut state = std::mem::take(&mut *self.state());
        if let Some(error) = state.error.take() {
            return Err(error);
        }
        let standing = &self.standing;
        let out = &standing.place.real;
        let others = standing.others(&state.files);
        if state.changed > 0 || !others.is_empty() || !guard::is_marked(out) {
            match self.way {
                Way::Swap => swap::publish(&mut self.workshop, &standing.place, &standing.guests)?,
                _ => in_place::publish(&mut self.workshop, out, &others, &standing.folders)?,
            }
        }
        let largest = state.files.iter().max_by(|(a, one), (b, other)| {
            let sizes = one.stamp.size.cmp(&other.stamp.size);
            sizes.then_with(|| b.cmp(a))
        });
        let written = Written {
            changed: state.changed,
            unchanged: state.files.len() - state.changed,
            removed: others.len(),
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

    /// The stamp of a standing file with these very bytes.
    fn stands_with(&self, path: &str, bytes: &[u8], hash: u128) -> Option<Stamp> {
        let stamp = *self.standing.files.get(path)?;
        let remembered = self.before.as_ref().and_then(|memo| memo.outputs.get(path));
        let same = stamp.size == bytes.len() as u64
            && match remembered {
                Some(remembered) if remembered.stamp == stamp => remembered.hash == hash,
                _ => fs::read(self.standing.place.real.join(path)).is_ok_and(|old| old == bytes),
            };
        same.then_some(stamp)
    }

    fn take(&self, file: &Artifact, from: Option<Key>) -> Result<(), DiskError> {
        if !stays_inside(&file.path) {
            return Err(DiskError::Refused(Refusal::Outside(file.path.clone())));
        }
        let hash = xxh3_128(&file.bytes);
        let standing = self.stands_with(&file.path, &file.bytes, hash);
        let (stamp, changed) = match standing {
            Some(stamp) => {
                self.give(&file.path)?;
                (stamp, 0)
            }
            None => (self.write(file)?, 1),
        };
        let mut state = self.state();
        state.changed += changed;
        let awaited = state.awaited.remove(&file.path);
        let from = from.or(awaited).unwrap_or_default();
        let output = Output { stamp, hash, from };
        state.files.insert(file.path.clone(), output);
        Ok(())
    }

    /// Writes a file of the new site.
    fn write(&self, file: &Artifact) -> Result<Stamp, DiskError> {
        let target = self.target(&file.path)?;
        // What was given on under this name is still a file of the last site.
        let written = create_new(&target).and_then(|mut open| {
            open.write_all(&file.bytes)?;
            open.metadata()
        });
        let about = written.map_err(|error| io_error(&target, error))?;
        Ok(Stamp::of(&about))
    }

    /// Gives a file of the last site to the new one as it is.
    fn give(&self, path: &str) -> Result<(), DiskError> {
        if self.way != Way::Swap {
            return Ok(());
        }
        let source = self.standing.place.real.join(path);
        let target = self.target(path)?;
        swap::give(&source, &target).map_err(|error| io_error(&target, error))
    }

    /// Where a file of the new site goes; its folder is made.
    fn target(&self, path: &str) -> Result<PathBuf, DiskError> {
        let target = self.site.join(path);
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if !self.state().folders.contains(folder) {
            create_dir(target.parent().unwrap_or(&self.site))?;
            self.state().folders.insert(folder.to_owned());
        }
        Ok(target)
    }

    /// Gives files on that are kept; the first error is kept for the end.
    fn give_all<'a>(&self, paths: impl Iterator<Item = &'a str>) {
        for path in paths {
            if self.is_broken() {
                return;
            }
            if let Err(error) = self.give(path) {
                self.fail(error);
            }
        }
    }

    fn fail(&self, error: DiskError) {
        self.broken.store(true, Ordering::Relaxed);
        self.state().error.get_or_insert(error);
    }

    fn took(&self, began: Instant) {
        let took = u64::try_from(began.elapsed().as_nanos()).unwrap_or_default();
        self.busy.fetch_add(took, Ordering::Relaxed);
    }

    fn take_timed(&self, file: &Artifact, from: Option<Key>) {
        if self.is_broken() {
            return;
        }
        let began = Instant::now();
        if let Err(error) = self.take(file, from) {
            self.fail(error);
        }
        self.took(began);
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
            .and_then(|output| Some((output, self.standing.stands(path, output)?)));
        match kept {
            Some((output, stamp)) => {
                let began = Instant::now();
                self.give_all(std::iter::once(path));
                self.took(began);
                let output = Output { stamp, ..*output };
                self.state().files.insert(path.to_owned(), output);
                true
            }
            None => {
                self.state().awaited.insert(path.to_owned(), from);
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
            let stamp = self.standing.stands(path, output)?;
            Some((path.clone(), Output { stamp, ..*output }))
        });
        let stand: Vec<_> = stand.collect::<Option<_>>()?;
        let began = Instant::now();
        self.give_all(stand.iter().map(|(path, _)| path.as_str()));
        self.took(began);
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

fn by_key(memo: &Memo) -> HashMap<Key, Vec<String>> {
    let mut made: HashMap<Key, Vec<String>> = HashMap::new();
    for (path, output) in &memo.outputs {
        made.entry(output.from).or_default().push(path.clone());
    }
    made
}

/// Enters the place inside the folder of the last site, and goes on with what a killed build had begun there.
fn within_cleared(within: &Path, standing: &Standing) -> Result<(Workshop, LeftOver), DiskError> {
    let place = &standing.place;
    let mut workshop = Workshop::enter(within.to_owned(), place)?;
    let found = match in_place::go_on(&mut workshop, &place.real)? {
        true => LeftOver::GoneOn,
        false => LeftOver::Removed,
    };
    workshop.clear()?;
    Ok((workshop, found))
}

/// How a site can take its place.
fn way(standing: &Standing, in_place: bool) -> Way {
    let place = &standing.place;
    let there = place.real.is_dir();
    let inhabited = || std::env::current_dir().is_ok_and(|now| now.starts_with(&place.real));
    match () {
        () if in_place => Way::Asked,
        () if there && system::is_mounted(&place.real) => Way::Mounted,
        () if there && !system::may_write(&place.parent) => Way::NoRoomBeside,
        () if there && inhabited() => Way::Inhabited,
        () => Way::Swap,
    }
}

/// True for a path that leads to a file below the folder it is joined to, on every system.
fn stays_inside(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
    path.split('/').all(is_name)
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
