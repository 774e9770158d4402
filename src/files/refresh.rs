//! A folder looked at again: only what is said to have changed is read.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::xxh3_128;

use crate::files::disk::{DiskError, io_error, is_content_name, read_tree, readable};
use crate::files::sources::Sources;

/// Bytes of files by their paths; none for those that are gone.
pub type Changes = BTreeMap<String, Option<Vec<u8>>>;

/// What is different on the disk from a snapshot of it, as far as these paths go. A path may be that of a file or folder,
/// there or gone, in its real place; paths outside the folder concern others.
///
/// # Errors
/// As for [`read_tree`].
pub fn changes(root: &Path, before: &Sources, touched: &[PathBuf]) -> Result<Changes, DiskError> {
    let real = fs::canonicalize(root).map_err(|_| DiskError::NoFolder(root.to_owned()))?;
    let mut changes = Changes::new();
    for path in touched {
        match path.strip_prefix(&real) {
            Ok(inside) if inside.as_os_str().is_empty() => return everything(root, before),
            Ok(inside) => look(&real, inside, before, &mut changes)?,
            // The folder around it: it was moved or made anew.
            Err(_) if real.starts_with(path) => return everything(root, before),
            Err(_) => {}
        }
    }
    changes.retain(|path, now| {
        let id = before.find(path);
        id.map(|id| before.file(id).hash()) != now.as_deref().map(xxh3_128)
    });
    Ok(changes)
}

/// True when one of these paths is in the folder, is the folder, or holds it.
pub fn concerns(folder: &Path, touched: &[PathBuf]) -> bool {
    let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let mut touched = touched.iter();
    touched.any(|path| path.starts_with(&real) || real.starts_with(path))
}

/// All files of the folder that are other than before.
fn everything(root: &Path, before: &Sources) -> Result<Changes, DiskError> {
    let now = read_tree(root)?;
    let mut changes = Changes::new();
    for (_, file) in before.iter() {
        if now.find(&file.path).is_none() {
            changes.insert(file.path.clone(), None);
        }
    }
    for (_, file) in now.iter() {
        let known = before.find(&file.path).map(|id| before.file(id));
        if known.is_none_or(|known| known.hash() != file.hash()) {
            changes.insert(file.path.clone(), Some(file.bytes().into_owned()));
        }
    }
    Ok(changes)
}

/// Reads what is at a path now.
fn look(
    real: &Path,
    inside: &Path,
    before: &Sources,
    changes: &mut Changes,
) -> Result<(), DiskError> {
    let mut parts = Vec::new();
    for (above, part) in inside.iter().enumerate() {
        let name = part
            .to_str()
            .ok_or_else(|| DiskError::Name(inside.to_owned()))?;
        if !is_content_name(name, above + 1) {
            return Ok(());
        }
        parts.push(name);
    }
    let name = parts.join("/");
    let path = real.join(inside);
    let about = match fs::symlink_metadata(&path) {
        Ok(about) => about,
        Err(error) if is_absent(&error) => {
            let below = before.below(&name).map(|(_, file)| file.path.clone());
            changes.extend(below.chain([name.clone()]).map(|path| (path, None)));
            return Ok(());
        }
        Err(error) => return Err(io_error(&path, error)),
    };
    if about.is_symlink() {
        return Err(DiskError::Link(path));
    }
    if about.is_dir() {
        return look_below(real, inside, &name, before, changes);
    }
    readable(&about, &path)?;
    match fs::read(&path) {
        Ok(bytes) => changes.insert(name, Some(bytes)),
        // An editor may take it away at this very moment.
        Err(error) if is_absent(&error) => changes.insert(name, None),
        Err(error) => return Err(io_error(&path, error)),
    };
    Ok(())
}

fn look_below(
    real: &Path,
    inside: &Path,
    name: &str,
    before: &Sources,
    changes: &mut Changes,
) -> Result<(), DiskError> {
    let folder = real.join(inside);
    for (_, file) in before.below(name) {
        if !real.join(&file.path).exists() {
            changes.insert(file.path.clone(), None);
        }
    }
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if is_absent(&error) => return Ok(()),
        Err(error) => return Err(io_error(&folder, error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| io_error(&folder, error))?;
        look(real, &inside.join(entry.file_name()), before, changes)?;
    }
    Ok(())
}

fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(root: &Path, before: &Sources, touched: &[&str]) -> Vec<(String, Option<usize>)> {
        let real = fs::canonicalize(root).expect("the folder of the test");
        let touched: Vec<PathBuf> = touched.iter().map(|path| real.join(path)).collect();
        let changes = changes(root, before, &touched).expect("readable");
        changes
            .into_iter()
            .map(|(path, bytes)| (path, bytes.map(|bytes| bytes.len())))
            .collect()
    }

    #[test]
    fn only_what_was_touched_is_read() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("content");
        let put = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        };
        for path in ["a/x.md", "a/b/y.md", "z.toml"] {
            put(path, "1");
        }
        let before = read_tree(&root).expect("readable");
        put("a/x.md", "22");
        put("z.toml", "22");
        put("a/c/new.md", "333");
        put("a/.hidden", "1");
        let some = |path: &str, length| (path.to_owned(), Some(length));
        let none = |path: &str| (path.to_owned(), None);
        assert_eq!(told(&root, &before, &["a/x.md"]), [some("a/x.md", 2)]);
        assert_eq!(told(&root, &before, &["a/b/y.md", "a/.hidden"]), []);
        let folder = ["a"];
        let both = [some("a/c/new.md", 3), some("a/x.md", 2)];
        assert_eq!(told(&root, &before, &folder), both);
        fs::remove_dir_all(root.join("a")).expect("removed");
        let gone = [none("a/b/y.md"), none("a/x.md")];
        assert_eq!(told(&root, &before, &folder), gone);
        let all = [none("a/b/y.md"), none("a/x.md"), some("z.toml", 2)];
        assert_eq!(told(&root, &before, &[""]), all);
    }
}
