//! The folder in which a new site is gathered: held by one build at a time, and what a build that was cut short left in it.
//!
//! Beside the folder `public` it is called `.public.new`; where nothing may be made beside it, `.portal-new` in it. In it lie
//! `lock`, `site` (the new site), `old` (the last site, for a moment) and `journal` (what is to be done in place).

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::files::disk::{DiskError, io_error};
use crate::files::refusal::Refusal;
use crate::files::site_writer::guard::Place;
use crate::files::site_writer::system;

/// Where a new site is gathered inside the folder of the last one.
pub const WITHIN: &str = ".portal-new";

const LOCK: &str = "lock";
/// Git is told to leave the folder out.
const IGNORED: &str = ".gitignore";
/// How often to begin again when another build leaves at the very moment this one enters.
const TRIES: usize = 100;

/// A folder for a new site, held by this build. What is in it goes when it is left.
pub struct Workshop {
    folder: PathBuf,
    lock: Option<File>,
    /// True when what lies in it is still needed.
    is_kept: bool,
}

/// Where a new site is gathered beside the folder of the last one.
pub fn beside(place: &Place) -> PathBuf {
    place.parent.join(format!(".{}.new", place.name))
}

/// True when a build that was cut short left something, or another build goes on.
pub fn is_left(place: &Place) -> bool {
    let there = |path: &Path| fs::symlink_metadata(path).is_ok();
    there(&beside(place)) || there(&place.real.join(WITHIN))
}

impl Workshop {
    /// Makes the folder, or takes over what a build that was cut short left. `place` is whose site is gathered there.
    ///
    /// # Errors
    /// When another build holds it, something else lies there, or the disk refuses.
    pub fn enter(folder: PathBuf, place: &Place) -> Result<Workshop, DiskError> {
        for _ in 0..TRIES {
            if let Some(lock) = entered(&folder, place)? {
                let ignored = folder.join(IGNORED);
                if !ignored.exists() {
                    fs::write(&ignored, "*\n").map_err(|error| io_error(&ignored, error))?;
                }
                return Ok(Workshop {
                    folder,
                    lock: Some(lock),
                    is_kept: false,
                });
            }
        }
        Err(DiskError::Refused(Refusal::Locked(place.shown.clone())))
    }

    /// Where the new site is gathered.
    pub fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// Where the last site lies while two folders change places.
    pub fn old(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Where it is written what is to be done in place.
    pub fn journal(&self) -> PathBuf {
        self.folder.join("journal")
    }

    /// Says that what lies here must not go: the next build goes on with it.
    pub fn keep(&mut self) {
        self.is_kept = true;
    }

    /// Removes what a build that was cut short left; true when there was something.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn clear(&self) -> Result<bool, DiskError> {
        let mut found = false;
        // The journal goes first: without it nothing is done with the rest.
        for path in [self.journal(), self.site(), self.old()] {
            if fs::symlink_metadata(&path).is_ok() {
                found = true;
                remove(&path).map_err(|error| io_error(&path, error))?;
            }
        }
        Ok(found)
    }
}

impl Drop for Workshop {
    /// A build that was given up leaves nothing behind; what cannot be removed is left for the next one.
    fn drop(&mut self) {
        if !self.is_kept && self.clear().is_ok() {
            let _ = fs::remove_file(self.folder.join(IGNORED));
            let _ = fs::remove_file(self.folder.join(LOCK));
            let _ = fs::remove_dir(&self.folder);
        }
        // Whoever waits for the lock sees by now that its file is gone.
        drop(self.lock.take());
    }
}

/// Makes the folder and locks it; none when another build was just leaving.
fn entered(folder: &Path, place: &Place) -> Result<Option<File>, DiskError> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            return Err(io_error(folder, error));
        }
        _ => {}
    }
    let path = folder.join(LOCK);
    let is_plain = |about: io::Result<fs::Metadata>, plain: fn(&fs::Metadata) -> bool| match about {
        Ok(about) => plain(&about),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    let ours = is_plain(fs::symlink_metadata(folder), fs::Metadata::is_dir)
        && is_plain(fs::symlink_metadata(&path), fs::Metadata::is_file)
        && (path.exists() || holds_only_ours(folder));
    if !ours {
        return Err(DiskError::Refused(Refusal::Occupied(folder.to_owned())));
    }
    let opened = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path);
    let lock = match opened {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other.map_err(|error| io_error(&path, error))?,
    };
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(DiskError::Refused(Refusal::Locked(place.shown.clone())));
        }
        // A disk that knows no locks is no reason not to build.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(io_error(&path, error)),
    }
    let (held, named) = (lock.metadata(), fs::metadata(&path));
    let same = matches!((held, named), (Ok(held), Ok(named))
        if system::identity(&held) == system::identity(&named));
    Ok(same.then_some(lock))
}

/// A folder of ours without a lock: a build was cut short before it made one, or while it removed the last things.
/// Programs before this one kept the folders of the site in it without any.
fn holds_only_ours(folder: &Path) -> bool {
    let within = folder.file_name().is_some_and(|name| name == WITHIN);
    within
        || fs::read_dir(folder).is_ok_and(|mut entries| {
            entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == IGNORED))
        })
}

/// Removes a file or folder. Folders that may not be written are made so.
///
/// # Errors
/// When the disk refuses.
pub fn remove(path: &Path) -> io::Result<()> {
    let gone = |done: io::Result<()>| match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    };
    if !fs::symlink_metadata(path).is_ok_and(|about| about.is_dir()) {
        return gone(fs::remove_file(path));
    }
    match gone(fs::remove_dir_all(path)) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            open_up(path);
            gone(fs::remove_dir_all(path))
        }
        other => other,
    }
}

/// Lets whoever owns folders write into them.
fn open_up(path: &Path) {
    for entry in WalkDir::new(path).into_iter().flatten() {
        #[cfg(unix)]
        if entry.file_type().is_dir() {
            use std::os::unix::fs::PermissionsExt;
            let _ = fs::set_permissions(entry.path(), fs::Permissions::from_mode(0o755));
        }
        #[cfg(not(unix))]
        let _ = entry;
    }
}
