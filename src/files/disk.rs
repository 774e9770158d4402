//! Reads and writes the disk: a folder into a [`Sources`] value, single files. A whole site is written by `site_writer`.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};
use xxhash_rust::xxh3::Xxh3;

use crate::files::memo::Stamp;
use crate::files::refusal::Refusal;
use crate::files::sources::{SourceFile, Sources};

/// The disk refused, or a folder is not what it should be.
#[derive(Debug)]
pub enum DiskError {
    /// A folder to read is not there.
    NoFolder(PathBuf),
    /// Reading or writing failed.
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// Why it failed.
        error: io::Error,
    },
    /// A symbolic link lies among the sources.
    Link(PathBuf),
    /// A file name is not valid Unicode.
    Name(PathBuf),
    /// Among the sources lies something that is no file: a pipe, a socket, a device.
    NotAFile(PathBuf),
    /// A file among the sources is longer than any that can be published.
    TooLong(PathBuf),
    /// A folder is not taken for a site.
    Refused(Refusal),
    /// A site that can only be changed file by file was not changed to the end.
    HalfWay {
        /// The folder of the site.
        out: PathBuf,
        /// Why it was not.
        error: Box<DiskError>,
    },
    /// A file that a person named is not there.
    NoFile(PathBuf),
    /// A file to be made is there already.
    Exists(PathBuf),
    /// A file to be changed is no longer what was read.
    ChangedMeanwhile(PathBuf),
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DiskError::NoFolder(path) => {
                write!(
                    f,
                    "нет папки {}: проверьте имя или укажите другую",
                    path.display()
                )
            }
            DiskError::Io { path, error } => write!(f, "{}: {}", path.display(), reason(error)),
            DiskError::Link(path) => {
                write!(
                    f,
                    "{} — символическая ссылка: положите вместо неё сам файл",
                    path.display()
                )
            }
            DiskError::Name(path) => {
                write!(
                    f,
                    "имя файла {} записано не в Юникоде: переименуйте файл",
                    path.display()
                )
            }
            DiskError::NotAFile(path) => write!(
                f,
                "{} — не файл и не папка, а канал или устройство: уберите его",
                path.display()
            ),
            DiskError::TooLong(path) => write!(
                f,
                "{}: файл больше 100 МБ, таких не принимает и GitHub. Сожмите его или уберите из папки",
                path.display()
            ),
            DiskError::Refused(why) => why.fmt(f),
            DiskError::HalfWay { out, error } => write!(
                f,
                "{error}. Сайт в папке {} обновлён не до конца: устраните причину и повторите команду — она начнёт с \
                 того, на чём остановилась",
                out.display()
            ),
            DiskError::NoFile(path) => {
                write!(f, "нет файла {}: проверьте имя", path.display())
            }
            DiskError::Exists(path) => {
                write!(f, "файл {} уже есть: портал его не тронет", path.display())
            }
            DiskError::ChangedMeanwhile(path) => write!(
                f,
                "файл {} изменился, пока портал работал: ничего не записано, повторите команду",
                path.display()
            ),
        }
    }
}

impl std::error::Error for DiskError {}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "нет прав на чтение или запись".to_owned(),
        io::ErrorKind::StorageFull => "на диске кончилось место".to_owned(),
        io::ErrorKind::NotFound => "файл или папка исчезли".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "диск открыт только для чтения".to_owned(),
        io::ErrorKind::QuotaExceeded => "кончилось место, отведённое на диске".to_owned(),
        io::ErrorKind::InvalidFilename => "такое длинное имя диск не принимает".to_owned(),
        io::ErrorKind::ResourceBusy => {
            "папка занята: она подключена (mount) или открыта другой программой".to_owned()
        }
        _ => error.to_string(),
    }
}

/// Reads all files below a folder. Hidden files and what editors leave behind (`~`, `.swp`, `.tmp`) are passed over, and so is
/// `README.md` at the top, which is for people.
///
/// # Errors
/// When the folder is missing, a file cannot be read, or a symbolic link is met.
pub fn read_tree(root: &Path) -> Result<Sources, DiskError> {
    read_part(root, &|_| true)
}

/// Reads the files of a folder as [`read_tree`] does, but does not enter the folders in it that are not wanted: they are
/// told by their paths from the root, parts joined by `/`.
///
/// # Errors
/// As [`read_tree`].
pub fn read_part(root: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Result<Sources, DiskError> {
    let read = |path: String| {
        let place = root.join(&path);
        let bytes = fs::read(&place).map_err(|error| io_error(&place, error))?;
        Ok(SourceFile::new(path, bytes))
    };
    let files: Result<_, DiskError> = paths(root, is_wanted)?.into_iter().map(read).collect();
    Ok(Sources::new(label(root), files?))
}

/// The same files as [`read_tree`] finds; each is read when it is looked at and not kept, so that a folder may be larger
/// than the memory. A file that cannot be read then is told by [`Sources::unread`].
///
/// # Errors
/// When the folder is missing, or a symbolic link is met.
pub fn open_tree(root: &Path) -> Result<Sources, DiskError> {
    open_part(root, &|_| true)
}

/// The same of the files that [`read_part`] would read.
///
/// # Errors
/// As [`open_tree`].
pub fn open_part(root: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Result<Sources, DiskError> {
    let paths = paths(root, is_wanted)?;
    let folder = root.to_owned();
    let fetch = move |path: &str| fs::read(folder.join(path));
    Ok(Sources::shelved(label(root), paths, Box::new(fetch)))
}

/// Why a file of an opened folder could not be read; none when all files looked at could be.
pub fn unread(root: &Path, sources: &Sources) -> Option<DiskError> {
    let unread = sources.unread()?;
    let error = io::Error::new(unread.error.kind(), unread.error.to_string());
    Some(io_error(&root.join(&unread.path), error))
}

fn label(root: &Path) -> String {
    root.display().to_string().replace('\\', "/")
}

/// The paths of the content files below a folder, in no order; folders that are not wanted are not entered.
fn paths(root: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Result<Vec<String>, DiskError> {
    if !root.is_dir() {
        return Err(DiskError::NoFolder(root.to_owned()));
    }
    let mut paths = Vec::new();
    let walk = WalkDir::new(root).follow_links(false).into_iter();
    let enters = |entry: &DirEntry| {
        let wanted = || match relative(root, entry.path()) {
            Ok(path) if entry.file_type().is_dir() => is_wanted(&path),
            _ => true,
        };
        entry.depth() == 0 || (is_content(entry) && wanted())
    };
    for entry in walk.filter_entry(enters) {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        if entry.path_is_symlink() && entry.depth() > 0 {
            return Err(DiskError::Link(entry.path().to_owned()));
        }
        if entry.file_type().is_file() {
            readable(
                &entry.metadata().map_err(|error| walk_error(root, error))?,
                entry.path(),
            )?;
            paths.push(relative(root, entry.path())?);
        } else if !entry.file_type().is_dir() {
            return Err(DiskError::NotAFile(entry.path().to_owned()));
        }
    }
    Ok(paths)
}

/// Bytes of a file that nobody publishes: GitHub refuses it, and it would have to be held in memory.
const LONGEST: u64 = 100 * 1024 * 1024;

/// Whether what lies at a path can be read into memory as a file.
pub(super) fn readable(about: &fs::Metadata, path: &Path) -> Result<(), DiskError> {
    match (about.is_file(), about.len() > LONGEST) {
        (false, _) => Err(DiskError::NotAFile(path.to_owned())),
        (true, true) => Err(DiskError::TooLong(path.to_owned())),
        (true, false) => Ok(()),
    }
}

/// How all files below a folder lie that [`read_tree`] would read, by their paths; none of them is read.
///
/// # Errors
/// As for [`read_tree`].
pub fn stamps(root: &Path) -> Result<BTreeMap<String, Stamp>, DiskError> {
    let mut stamps = BTreeMap::new();
    let walk = WalkDir::new(root).follow_links(false).into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_content(entry)) {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        if entry.path_is_symlink() && entry.depth() > 0 {
            return Err(DiskError::Link(entry.path().to_owned()));
        }
        if entry.file_type().is_file() {
            let about = entry.metadata().map_err(|error| walk_error(root, error))?;
            readable(&about, entry.path())?;
            stamps.insert(relative(root, entry.path())?, Stamp::of(&about));
        }
    }
    Ok(stamps)
}

fn is_content(entry: &DirEntry) -> bool {
    is_content_name(&entry.file_name().to_string_lossy(), entry.depth())
}

/// Whether a file or folder of this name, so many folders below the root, is read.
pub(super) fn is_content_name(name: &str, depth: usize) -> bool {
    let leftover = name.starts_with('.')
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".tmp");
    let readme = depth == 1 && name.eq_ignore_ascii_case("readme.md");
    !leftover && !readme && !name.starts_with('#')
}

pub(super) fn relative(root: &Path, path: &Path) -> Result<String, DiskError> {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Option<Vec<&str>> = inside
        .components()
        .map(|part| part.as_os_str().to_str())
        .collect();
    parts
        .map(|parts| parts.join("/"))
        .ok_or_else(|| DiskError::Name(path.to_owned()))
}

/// Tells the files of a finished site one after another: path from its folder, parts joined by `/`, and bytes. Files whose
/// names begin with a dot at the top of the folder (`.gitignore`) are no part of the site.
///
/// # Errors
/// When the folder is missing or a file cannot be read.
pub fn visit_site(root: &Path, visit: &mut dyn FnMut(String, Vec<u8>)) -> Result<(), DiskError> {
    if !root.is_dir() {
        return Err(DiskError::NoFolder(root.to_owned()));
    }
    let own = |entry: &DirEntry| {
        entry.depth() != 1 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(own) {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).map_err(|error| io_error(entry.path(), error))?;
            visit(relative(root, entry.path())?, bytes);
        }
    }
    Ok(())
}

/// A file of an earlier build; none when it is not there or cannot be read.
pub fn read_written(out: &Path, path: &str) -> Option<Vec<u8>> {
    fs::read(out.join(path)).ok()
}

/// Adds text at the end of a file, which is made when it is not there: at most as far as `most` bytes of the whole file.
/// The text is asked for with the room that is left.
///
/// # Errors
/// When the disk refuses.
pub fn append(path: &Path, most: usize, text: impl Fn(usize) -> String) -> Result<(), DiskError> {
    let length = fs::metadata(path).map_or(0, |about| about.len());
    let room = most.saturating_sub(usize::try_from(length).unwrap_or(usize::MAX));
    let file = fs::OpenOptions::new().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(text(room).as_bytes()))
        .map_err(|error| io_error(path, error))
}

/// The way from one folder down to another, parts joined by `/`; none when the one does not lie in the other.
pub fn way_down(from: &Path, to: &Path) -> Option<String> {
    let (from, to) = (fs::canonicalize(from).ok()?, fs::canonicalize(to).ok()?);
    let parts = to.strip_prefix(from).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// A file that a person named.
///
/// # Errors
/// When it is not there or cannot be read.
pub fn read_named(path: &Path) -> Result<Vec<u8>, DiskError> {
    fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => DiskError::NoFile(path.to_owned()),
        _ => io_error(path, error),
    })
}

/// How a file lies.
///
/// # Errors
/// When it is not there.
pub fn stamp(path: &Path) -> Result<Stamp, DiskError> {
    let about = fs::metadata(path).map_err(|error| io_error(path, error))?;
    Ok(Stamp::of(&about))
}

/// The hash (XXH3, 128 bits) of a file's bytes; it is never in memory as a whole.
///
/// # Errors
/// When it cannot be read.
pub fn hash(path: &Path) -> Result<u128, DiskError> {
    let failed = |error| io_error(path, error);
    let mut file = fs::File::open(path).map_err(failed)?;
    let mut hasher = Xxh3::new();
    let mut part = vec![0; 1 << 18];
    loop {
        match file.read(&mut part).map_err(failed)? {
            0 => return Ok(hasher.digest128()),
            read => hasher.update(&part[..read]),
        }
    }
}

/// The beginning of a file that a person named: at most so many bytes of it, so that no file fills the memory.
///
/// # Errors
/// When it is not there or cannot be read.
pub fn read_beginning(path: &Path, most: u64) -> Result<Vec<u8>, DiskError> {
    let file = fs::File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => DiskError::NoFile(path.to_owned()),
        _ => io_error(path, error),
    })?;
    let mut bytes = Vec::new();
    let read = file.take(most).read_to_end(&mut bytes);
    read.map_err(|error| io_error(path, error))?;
    Ok(bytes)
}

/// Writes a file that a person named; a reader sees the old one or the new one.
///
/// # Errors
/// When the disk refuses.
pub fn write_named(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    replace_file(path, bytes)
}

/// A file of a folder that is made or changed.
#[derive(Debug, Clone, Copy)]
pub struct Rewrite<'a> {
    /// Path in the folder, parts joined by `/`.
    pub path: &'a str,
    /// Its bytes until now; none when it must not be there.
    pub before: Option<&'a [u8]>,
    /// Its bytes from now on.
    pub after: &'a [u8],
}

/// Makes and changes files of a folder. Before the first one is written all are looked at: should one have been changed
/// by somebody else meanwhile, none is written. Files keep their permissions.
///
/// # Errors
/// When a file is not as expected, or the disk refuses.
pub fn write_changes(root: &Path, rewrites: &[Rewrite<'_>]) -> Result<(), DiskError> {
    for rewrite in rewrites {
        let path = root.join(rewrite.path);
        match (fs::read(&path), rewrite.before) {
            (Ok(now), Some(before)) if now == before => {}
            (Err(_), None) if !path.exists() => {}
            (_, None) => return Err(DiskError::Exists(path)),
            (Ok(_), Some(_)) => return Err(DiskError::ChangedMeanwhile(path)),
            (Err(error), Some(_)) => return Err(io_error(&path, error)),
        }
    }
    for rewrite in rewrites {
        let path = root.join(rewrite.path);
        if let Some(folder) = path.parent() {
            create_dir(folder)?;
        }
        let permissions = fs::metadata(&path).map(|data| data.permissions());
        replace_file(&path, rewrite.after)?;
        if let Ok(permissions) = permissions {
            fs::set_permissions(&path, permissions).map_err(|error| io_error(&path, error))?;
        }
    }
    Ok(())
}

/// Writes files into a folder without touching the others in it; tells how many were other than before.
///
/// # Errors
/// When the disk refuses.
pub fn write_files<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
) -> Result<usize, DiskError> {
    let mut changed = 0;
    for (path, bytes) in files {
        let target = folder.join(path);
        if fs::read(&target).is_ok_and(|old| old == bytes) {
            continue;
        }
        if let Some(parent) = target.parent() {
            create_dir(parent)?;
        }
        replace_file(&target, bytes)?;
        changed += 1;
    }
    Ok(changed)
}

/// Replaces a file of the content in one step.
///
/// # Errors
/// When the disk refuses.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    replace_file(path, bytes)
}

/// Writes a file that serves this program alone and may be thrown away; its folder tells git to leave it out.
///
/// # Errors
/// When the disk refuses.
pub fn write_cache(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_dir(folder)?;
    let ignored = folder.join(".gitignore");
    if !ignored.exists() {
        replace_file(&ignored, b"*\n")?;
    }
    replace_file(path, bytes)
}

/// Puts a file in place of another in one step, so that a reader sees either the old one or the new one. What lies where
/// the new one is written first, a link to somewhere else perhaps, is not written through.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = path.with_file_name(name);
    let written = create_new(&beside).and_then(|mut file| file.write_all(bytes));
    let done = written
        .map_err(|error| io_error(&beside, error))
        .and_then(|()| fs::rename(&beside, path).map_err(|error| io_error(path, error)));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Makes a file; one that is there is removed and not written into, since it may be known by other names, too.
pub(super) fn create_new(path: &Path) -> io::Result<fs::File> {
    match fs::File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            fs::File::create_new(path)
        }
        other => other,
    }
}

pub(super) fn create_dir(path: &Path) -> Result<(), DiskError> {
    fs::create_dir_all(path).map_err(|error| io_error(path, error))
}

pub(super) fn io_error(path: &Path, error: io::Error) -> DiskError {
    DiskError::Io {
        path: path.to_owned(),
        error,
    }
}

pub(super) fn walk_error(root: &Path, error: walkdir::Error) -> DiskError {
    let path = error.path().unwrap_or(root).to_owned();
    let error = error
        .into_io_error()
        .unwrap_or_else(|| io::Error::other("круговая ссылка"));
    DiskError::Io { path, error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_changed_all_or_none() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path();
        fs::write(root.join("a"), "1").expect("written");
        let rewrite = |path, before: Option<&'static str>, after: &'static str| Rewrite {
            path,
            before: before.map(str::as_bytes),
            after: after.as_bytes(),
        };
        let stale = [rewrite("b/new", None, "x"), rewrite("a", Some("0"), "2")];
        assert!(matches!(
            write_changes(root, &stale),
            Err(DiskError::ChangedMeanwhile(_))
        ));
        assert!(!root.join("b").exists());
        let fresh = [rewrite("b/new", None, "x"), rewrite("a", Some("1"), "2")];
        write_changes(root, &fresh).expect("written");
        assert_eq!(fs::read_to_string(root.join("a")).expect("there"), "2");
        assert!(matches!(
            write_changes(root, &fresh[..1]),
            Err(DiskError::Exists(_))
        ));
    }
}
