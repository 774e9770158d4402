//! A snapshot of a folder as a value: relative paths and bytes, in path order.
//! It knows nothing of disks; `files::disk` makes it, tests make it by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Which file of a [`Sources`] a thing was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

impl SourceId {
    /// The folder as a whole: for what concerns no single file, such as a file that is missing.
    pub const FOLDER: SourceId = SourceId(u32::MAX);
}

/// One file of a snapshot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the root of the snapshot, parts joined by `/` on every system.
    pub path: String,
    /// The file's bytes as they are on disk.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// The file's text, when it is valid UTF-8.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The last part of the path after the final dot, in lower case; empty when there is none.
    pub fn extension(&self) -> String {
        self.path
            .rsplit('/')
            .next()
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, extension)| extension.to_lowercase())
            .unwrap_or_default()
    }
}

/// All files of one folder, sorted by path so that everything made from them has one order. To copy a snapshot does not
/// copy its files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// What to put before a path when it is shown to a person, e.g. `content`.
    pub label: String,
    /// By id.
    files: Vec<Arc<SourceFile>>,
    /// Ids in path order. A file that is gone from a later snapshot keeps its id and is not listed here.
    order: Vec<SourceId>,
    /// Stands for the folder itself: no path, no bytes.
    folder: SourceFile,
}

impl Sources {
    /// Makes a snapshot; sorts the files by path.
    pub fn new(label: impl Into<String>, mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Sources {
            label: label.into(),
            order: (0..files.len())
                .map(|index| SourceId(index as u32))
                .collect(),
            files: files.into_iter().map(Arc::new).collect(),
            folder: SourceFile::default(),
        }
    }

    /// The snapshot after some files got other bytes, or none: then they are gone. All files keep their ids, so that what
    /// was read from the others still holds; new files get ids of their own.
    pub fn renewed(&self, changes: &BTreeMap<String, Option<Vec<u8>>>) -> Sources {
        let mut next = self.clone();
        for (path, bytes) in changes {
            let place = next.place(path);
            match (bytes, place) {
                (Some(bytes), place) => {
                    let file = Arc::new(SourceFile {
                        path: path.clone(),
                        bytes: bytes.clone(),
                    });
                    match place {
                        Ok(at) => next.files[next.order[at].0 as usize] = file,
                        Err(at) => {
                            next.order.insert(at, SourceId(next.files.len() as u32));
                            next.files.push(file);
                        }
                    }
                }
                (None, Ok(at)) => {
                    next.order.remove(at);
                }
                (None, Err(_)) => {}
            }
        }
        next
    }

    /// Where a path stands in the order, or where it would stand.
    fn place(&self, path: &str) -> Result<usize, usize> {
        self.order
            .binary_search_by(|id| self.file(*id).path.as_str().cmp(path))
    }

    /// The files with their ids, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        self.order.iter().map(|id| (*id, self.file(*id)))
    }

    /// The files below a folder, with their ids, in path order.
    pub fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (SourceId, &'a SourceFile)> {
        let folder = format!("{folder}/");
        let from = self.place(&folder).unwrap_or_else(|at| at);
        self.order[from..]
            .iter()
            .map(|id| (*id, self.file(*id)))
            .take_while(move |(_, file)| file.path.starts_with(&folder))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// True when the folder holds no file.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The file with this id; for [`SourceId::FOLDER`] one without path and bytes.
    ///
    /// # Panics
    /// When the id comes from another snapshot: that is a bug of the caller.
    pub fn file(&self, id: SourceId) -> &SourceFile {
        match id {
            SourceId::FOLDER => &self.folder,
            SourceId(index) => &self.files[index as usize],
        }
    }

    /// Finds a file by its exact relative path.
    pub fn find(&self, path: &str) -> Option<SourceId> {
        self.place(path).ok().map(|at| self.order[at])
    }

    /// The path as a person knows it: label and relative path.
    pub fn shown_path(&self, id: SourceId) -> String {
        let path = &self.file(id).path;
        match (self.label.as_str(), path.as_str()) {
            ("", _) => path.clone(),
            (label, "") => label.to_owned(),
            (label, path) => format!("{label}/{path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> SourceFile {
        SourceFile {
            path: path.to_owned(),
            bytes: path.as_bytes().to_vec(),
        }
    }

    fn paths<'a>(files: impl Iterator<Item = (SourceId, &'a SourceFile)>) -> Vec<(u32, &'a str)> {
        files.map(|(id, file)| (id.0, file.path.as_str())).collect()
    }

    #[test]
    fn files_keep_their_ids_when_others_come_and_go() {
        let before = Sources::new("", ["b/x", "a", "c"].map(file).to_vec());
        let changes = [
            ("a", None),
            ("b/w", Some(vec![1])),
            ("c", Some(vec![2])),
            ("no", None),
        ];
        let changes = changes.map(|(path, bytes)| (path.to_owned(), bytes));
        let after = before.renewed(&changes.into_iter().collect());
        assert_eq!(paths(after.iter()), [(3, "b/w"), (1, "b/x"), (2, "c")]);
        assert_eq!(paths(after.below("b")), [(3, "b/w"), (1, "b/x")]);
        assert_eq!(after.file(SourceId(2)).bytes, [2]);
        assert_eq!(after.find("a"), None);
        assert_eq!(after.file(SourceId(0)).path, "a");
        assert_eq!((before.len(), after.len()), (3, 3));
    }
}
