//! What `portal build` remembers between runs: where it is kept, and whether anything changed since.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use crate::build::part::is_wanted;
use crate::build::{Key, LOCK};
use crate::cli::args::BuildOptions;
use crate::files::disk::{self, DiskError};
use crate::files::git;
use crate::files::memo::{Input, Memo, Stamp};
use crate::files::sources::Sources;
use crate::render::Edition;

/// Folder of memos beside the folder of the site: it must not be published with it.
const FOLDER: &str = ".portal-memo";

/// Under which the memo knows the program: no path in one of the folders read.
const PROGRAM: &str = "program";

/// The memo of one output folder.
pub struct Remembered {
    file: PathBuf,
    program: Input,
    /// What is asked for this time, but for the files read.
    asked: Key,
    /// The folders read, by the names under which the memo knows them.
    folders: Vec<(&'static str, PathBuf)>,
    /// How their files lay before they were read.
    stamps: BTreeMap<String, Stamp>,
    /// The lock of addresses as this build left it, when it wrote one.
    lock: Option<Input>,
}

/// Under which the memo knows the lock of addresses.
fn lock_name() -> String {
    format!("content/{LOCK}")
}

impl Remembered {
    /// Looks at the folders that will be read, and at what the last build left: nothing when that is damaged or was never
    /// there. None when nothing is to be remembered, or nothing can be.
    pub fn new(
        options: &BuildOptions,
        theme: Option<&Path>,
        edition: &Edition,
    ) -> Option<(Remembered, Memo)> {
        // The editor's package is not among the folders looked at.
        if options.no_memo || options.with_admin.admin.is_some() {
            return None;
        }
        let file = file(options)?;
        let bytes = disk::read_named(&file).unwrap_or_default();
        let memo = Memo::parse(&bytes).unwrap_or_default();
        let program = program(&memo)?;
        let past = match options.no_history {
            true => None,
            false => git::state(&options.input.content),
        };
        let told = BuildOptions {
            timings: false,
            in_place: false,
            memo: None,
            ..options.clone()
        };
        let asked = format!("{:x} {told:?} {edition:?} {past:?}", program.hash);
        let content = ("content", options.input.content.clone());
        let theme = theme.map(|folder| ("theme", folder.to_owned()));
        let folders: Vec<_> = std::iter::once(content).chain(theme).collect();
        let mut stamps = BTreeMap::new();
        for (name, folder) in &folders {
            let found = disk::stamps(folder).ok()?;
            // What a part leaves out may change as it likes.
            let wanted = |path: &str| match path.rsplit_once('/') {
                Some((inner, _)) if *name == "content" => is_wanted(&options.only, inner),
                _ => true,
            };
            stamps.extend(
                found
                    .into_iter()
                    .filter(|(path, _)| wanted(path))
                    .map(|(path, stamp)| (format!("{name}/{path}"), stamp)),
            );
        }
        let remembered = Remembered {
            file,
            program,
            asked: xxh3_128(asked.as_bytes()),
            folders,
            stamps,
            lock: None,
        };
        Some((remembered, memo))
    }

    /// This program, told from others by its bytes.
    pub fn program(&self) -> Key {
        self.program.hash
    }

    /// True when the same was asked of the same files.
    pub fn is_same(&self, memo: &Memo) -> bool {
        memo.asked == self.asked
            // The program is among what the memo knows.
            && memo.inputs.len() == self.stamps.len() + 1
            && self.stamps.iter().all(|(path, stamp)| {
                let before = memo.inputs.get(path);
                before.is_some_and(|before| self.has_not_changed(path, *stamp, before))
            })
    }

    /// A file that was only touched or fetched anew is read.
    fn has_not_changed(&self, path: &str, stamp: Stamp, before: &Input) -> bool {
        stamp == before.stamp
            || stamp.size == before.stamp.size && self.hash(path) == Some(before.hash)
    }

    /// Takes note of the lock that this build wrote: the next one finds nothing new in it.
    pub fn locked(&mut self, file: &Path, bytes: &[u8]) {
        let Ok(stamp) = disk::stamp(file) else { return };
        let hash = xxh3_128(bytes);
        self.stamps.insert(lock_name(), stamp);
        self.lock = Some(Input { stamp, hash });
    }

    /// Keeps what a finished build made, beside what it was made from.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep(
        &self,
        mut memo: Memo,
        said: Vec<String>,
        content: &Sources,
    ) -> Result<(), DiskError> {
        let mut inputs = HashMap::with_capacity(self.stamps.len() + 1);
        inputs.insert(PROGRAM.to_owned(), self.program);
        for (path, stamp) in &self.stamps {
            let of_content = path
                .strip_prefix("content/")
                .and_then(|path| content.find(path));
            let own = self.lock.filter(|_| *path == lock_name());
            let hash = match of_content {
                _ if own.is_some() => own.map(|own| own.hash),
                Some(id) => Some(content.file(id).hash()),
                None => self.hash(path),
            };
            // A file that came or went meanwhile makes the next build look for itself.
            let Some(hash) = hash else { return Ok(()) };
            let stamp = *stamp;
            inputs.insert(path.clone(), Input { stamp, hash });
        }
        memo.asked = self.asked;
        memo.inputs = inputs;
        memo.said = said;
        let mut paths = memo.inputs.keys().chain(memo.outputs.keys());
        // A line of the memo is a file.
        if paths.any(|path| path.contains(['\n', '\r'])) {
            return Ok(());
        }
        disk::write_cache(&self.file, &memo.to_bytes())
    }

    fn hash(&self, path: &str) -> Option<u128> {
        let (name, inside) = path.split_once('/')?;
        let (_, folder) = self.folders.iter().find(|(own, _)| *own == name)?;
        disk::hash(&folder.join(inside)).ok()
    }
}

/// This program; its bytes are read only when the memo does not know them from the last time.
fn program(memo: &Memo) -> Option<Input> {
    let own = std::env::current_exe().ok()?;
    let stamp = disk::stamp(&own).ok()?;
    let known = memo.inputs.get(PROGRAM);
    let hash = match known.filter(|known| known.stamp == stamp) {
        Some(known) => known.hash,
        None => disk::hash(&own).ok()?,
    };
    Some(Input { stamp, hash })
}

/// The file of the memo: named after the folder of the site, so that several sites may lie side by side.
fn file(options: &BuildOptions) -> Option<PathBuf> {
    let out = options.out.file_name()?;
    let folder = match &options.memo {
        Some(folder) => folder.clone(),
        None => options.out.parent()?.join(FOLDER),
    };
    let mut name = out.to_owned();
    name.push(".memo");
    Some(folder.join(name))
}
