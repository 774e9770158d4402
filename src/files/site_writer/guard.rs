//! Which folders a site may be written into. Whatever this lets through may be replaced as a whole.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::disk::{DiskError, io_error};
use crate::files::refusal::Refusal;
use crate::files::site_writer::system;

/// The file that says «this folder was made by this program»: only such a folder is ever cleaned.
pub const MARKER: &str = ".portal";
/// How the marker begins.
pub const MARK: &[u8] = b"shnor-portal\n";

/// A folder that a site may be written into.
#[derive(Debug, Clone)]
pub struct Place {
    /// As it was given, for people.
    pub shown: PathBuf,
    /// Without links, from the root.
    pub real: PathBuf,
    /// The folder it lies in.
    pub parent: PathBuf,
    /// Its name.
    pub name: String,
}

/// Looks whether a site may be written into a folder, there or not yet, beside folders that are read.
///
/// # Errors
/// When it belongs to somebody else, overlaps what is read, is a link, the home folder or the root, or cannot be written.
pub fn place(out: &Path, sources: &[&Path]) -> Result<Place, DiskError> {
    let refused = |why: Refusal| Err(DiskError::Refused(why));
    // A slash at the end would make the system look through a link.
    let out: PathBuf = out.components().collect();
    let about = fs::symlink_metadata(&out).ok();
    let real = real(&out);
    if about.as_ref().is_some_and(fs::Metadata::is_symlink) {
        let target = fs::read_link(&out).unwrap_or_default();
        let target = out.canonicalize().unwrap_or(target);
        return refused(Refusal::Link { out, target });
    }
    let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
        return refused(Refusal::Root(out));
    };
    let name = match name.to_str() {
        Some(name) => name.to_owned(),
        None => return Err(DiskError::Name(out)),
    };
    if about.as_ref().is_some_and(|about| !about.is_dir()) {
        return refused(Refusal::NoFolder(out));
    }
    if std::env::home_dir().is_some_and(|home| self::real(&home).starts_with(&real)) {
        return refused(Refusal::Home(out));
    }
    if real.components().any(|part| part.as_os_str() == ".git") {
        return refused(Refusal::Repository(out));
    }
    for folder in sources {
        let read = self::real(folder);
        if real.starts_with(&read) || read.starts_with(&real) {
            let sources = (*folder).to_owned();
            return refused(Refusal::Overlap { out, sources });
        }
    }
    let parent = parent.to_owned();
    if about.is_some() {
        is_ours(&out)?;
        if !system::may_write(&real) {
            return refused(Refusal::ReadOnly(out));
        }
    } else if !system::may_write(nearest(&parent)) {
        return refused(Refusal::ReadOnly(nearest(&parent).to_owned()));
    }
    Ok(Place {
        shown: out,
        real,
        parent,
        name,
    })
}

/// True when the folder has the marker of this program.
pub fn is_marked(out: &Path) -> bool {
    let marker = out.join(MARKER);
    let is_file = fs::symlink_metadata(&marker).is_ok_and(|about| about.is_file());
    is_file && fs::read(&marker).is_ok_and(|bytes| bytes.starts_with(MARK.trim_ascii_end()))
}

/// Refuses a folder that is not marked and holds more than hidden files.
fn is_ours(out: &Path) -> Result<(), DiskError> {
    if is_marked(out) {
        return Ok(());
    }
    for entry in fs::read_dir(out).map_err(|error| io_error(out, error))? {
        let name = entry.map_err(|error| io_error(out, error))?.file_name();
        if !name.to_string_lossy().starts_with('.') {
            return Err(DiskError::Refused(Refusal::Foreign(out.to_owned())));
        }
    }
    Ok(())
}

/// The folder itself or the nearest around it that is there.
fn nearest(folder: &Path) -> &Path {
    let mut around = folder.ancestors();
    around.find(|path| path.exists()).unwrap_or(folder)
}

/// The folder's real path; of a folder that is not there yet, its nearest existing ancestor's with the rest added.
fn real(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if !parent.as_os_str().is_empty() => real(parent).join(name),
        (_, Some(name)) => real(Path::new(".")).join(name),
        _ => path.to_owned(),
    }
}
