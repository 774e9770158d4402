//! The site that stands in a folder, as it lies before anything is written.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::xxh3_128;

use crate::files::disk::{DiskError, relative, walk_error};
use crate::files::memo::{Memo, Output, Stamp};
use crate::files::site_writer::guard::{self, MARKER, Place};
use crate::files::site_writer::system::{self, Identity};
use crate::files::site_writer::workshop::{self, WITHIN};

/// A file that hosts of sites want beside the pages and people put there by hand: it stays when the site has none.
const GUEST: &str = "CNAME";

/// A folder a site may be written into, and what lies in it.
pub struct Standing {
    pub(super) place: Place,
    pub(super) files: HashMap<String, Stamp>,
    /// Folders in it, deepest last.
    pub(super) folders: Vec<String>,
    /// What lies at the top and is not ours: `.gitignore` and the like.
    pub(super) guests: Vec<OsString>,
    identity: Option<Identity>,
}

impl Standing {
    /// Looks at a folder for a site; nothing is written. `sources` are folders that are read.
    ///
    /// # Errors
    /// When it belongs to somebody else, overlaps the sources, or cannot be read.
    pub fn look(out: &Path, sources: &[&Path]) -> Result<Standing, DiskError> {
        Standing::at(guard::place(out, sources)?)
    }

    fn at(place: Place) -> Result<Standing, DiskError> {
        let mut standing = Standing {
            identity: identity(&place.real),
            place,
            files: HashMap::new(),
            folders: Vec::new(),
            guests: Vec::new(),
        };
        if standing.identity.is_some() {
            standing.walk()?;
        }
        Ok(standing)
    }

    /// The same, looked at once more when the folder was changed since.
    pub(super) fn again(self) -> Result<Standing, DiskError> {
        match identity(&self.place.real) == self.identity {
            true => Ok(self),
            false => Standing::at(self.place),
        }
    }

    /// True when the folder holds exactly the files of the last build, as it left them, and nothing is left of a build
    /// that was cut short.
    pub fn is_as_left(&self, before: &Memo) -> bool {
        let guest = self.files.contains_key(GUEST) && !before.outputs.contains_key(GUEST);
        before.outputs.len() + usize::from(guest) == self.files.len()
            && guard::is_marked(&self.place.real)
            && !workshop::is_left(&self.place)
            && before
                .outputs
                .iter()
                .all(|(path, output)| self.stands(path, output).is_some())
    }

    /// The stamp of a file that has the bytes it is remembered with. A file that was only touched or copied is read.
    pub(super) fn stands(&self, path: &str, remembered: &Output) -> Option<Stamp> {
        let stamp = *self.files.get(path)?;
        let same = stamp == remembered.stamp
            || stamp.size == remembered.stamp.size
                && fs::read(self.place.real.join(path))
                    .is_ok_and(|bytes| xxh3_128(&bytes) == remembered.hash);
        same.then_some(stamp)
    }

    /// Files that are not in the new site and go with the old one, in the order of paths.
    pub(super) fn others(&self, kept: &HashMap<String, Output>) -> Vec<&String> {
        let goes = |path: &&String| !kept.contains_key(*path) && path.as_str() != GUEST;
        let mut others: Vec<&String> = self.files.keys().filter(goes).collect();
        others.sort_unstable();
        others
    }

    fn walk(&mut self) -> Result<(), DiskError> {
        let out = self.place.real.clone();
        let mut guests = Vec::new();
        let walk = WalkDir::new(&out).min_depth(1).into_iter();
        let ours = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            let hidden = entry.depth() == 1 && name.starts_with('.');
            if hidden && name != MARKER && name != WITHIN {
                guests.push(entry.file_name().to_owned());
            }
            !hidden
        };
        for entry in walk.filter_entry(ours) {
            let entry = entry.map_err(|error| walk_error(&out, error))?;
            let path = relative(&out, entry.path())?;
            if entry.file_type().is_dir() {
                self.folders.push(path);
                continue;
            }
            let about = entry.metadata().map_err(|error| walk_error(&out, error))?;
            // What is no plain file (a link) is never as we left it.
            let stamp = match about.is_file() {
                true => Stamp::of(&about),
                false => Stamp {
                    size: u64::MAX,
                    time: 0,
                },
            };
            self.files.insert(path, stamp);
        }
        if self
            .files
            .get(GUEST)
            .is_some_and(|stamp| stamp.size < u64::MAX)
        {
            guests.push(GUEST.into());
        }
        self.guests = guests;
        Ok(())
    }
}

fn identity(out: &Path) -> Option<Identity> {
    let about = fs::metadata(out).ok()?;
    Some(system::identity(&about))
}
