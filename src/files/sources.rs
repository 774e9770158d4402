//! A snapshot of a folder as a value: relative paths and bytes, in path order.
//! It knows nothing of disks; `files::disk` makes it, tests make it by hand. The bytes of a large folder need not stay in
//! memory: a file that is not kept is fetched again by whoever needs its words once more.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::sync::{Arc, OnceLock};

use xxhash_rust::xxh3::xxh3_128;

/// Which file of a [`Sources`] a thing was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

impl SourceId {
    /// The folder as a whole: for what concerns no single file, such as a file that is missing.
    pub const FOLDER: SourceId = SourceId(u32::MAX);
}

/// In [`Sources::only`]: what belongs to all parts of the folder, and none of the parts.
pub const SHARED: &str = "*";

/// One file of a snapshot.
#[derive(Debug, Clone, Default)]
pub struct SourceFile {
    /// Path relative to the root of the snapshot, parts joined by `/` on every system.
    pub path: String,
    bytes: Bytes,
    /// Hash of the bytes, known since they were first looked at.
    hash: OnceLock<u128>,
}

#[derive(Debug, Clone)]
enum Bytes {
    Kept(Vec<u8>),
    /// Kept, too, and known to be UTF-8: words are looked at many times, and to make sure of them takes long.
    Text(String),
    Away(Arc<Shelf>),
}

impl Default for Bytes {
    fn default() -> Self {
        Bytes::Kept(Vec::new())
    }
}

impl SourceFile {
    /// A file with its bytes.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> SourceFile {
        SourceFile {
            path: path.into(),
            bytes: Bytes::Kept(bytes.into()),
            hash: OnceLock::new(),
        }
    }

    /// The file's bytes, fetched when they are not kept.
    ///
    /// # Errors
    /// When they cannot be fetched, or are no longer what they were when they were first looked at.
    pub fn read(&self) -> io::Result<Cow<'_, [u8]>> {
        let shelf = match &self.bytes {
            Bytes::Kept(bytes) => return Ok(Cow::Borrowed(bytes)),
            Bytes::Text(text) => return Ok(Cow::Borrowed(text.as_bytes())),
            Bytes::Away(shelf) => shelf,
        };
        let bytes = (shelf.fetch)(&self.path).inspect_err(|error| shelf.miss(&self.path, error))?;
        let hash = xxh3_128(&bytes);
        if *self.hash.get_or_init(|| hash) != hash {
            return Err(io::Error::other("файл изменился, пока портал работал"));
        }
        Ok(Cow::Owned(bytes))
    }

    /// The file's bytes; none of them when they cannot be had any more, see [`SourceFile::read`].
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        self.read().unwrap_or_default()
    }

    /// The file with its bytes in memory, for those who look at them more than once.
    pub fn loaded(&self) -> Cow<'_, SourceFile> {
        match self.bytes() {
            Cow::Borrowed(_) => Cow::Borrowed(self),
            Cow::Owned(bytes) => Cow::Owned(SourceFile {
                path: self.path.clone(),
                bytes: match String::from_utf8(bytes) {
                    Ok(text) => Bytes::Text(text),
                    Err(other) => Bytes::Kept(other.into_bytes()),
                },
                hash: self.hash.clone(),
            }),
        }
    }

    /// The file's text, when it is known already to be one, see [`SourceFile::loaded`].
    pub fn known_text(&self) -> Option<&str> {
        match &self.bytes {
            Bytes::Text(text) => Some(text),
            Bytes::Kept(_) | Bytes::Away(_) => None,
        }
    }

    /// The file's text, when it is valid UTF-8.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        if let Some(text) = self.known_text() {
            return Some(Cow::Borrowed(text));
        }
        match self.bytes() {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
        }
    }

    /// Hash (XXH3, 128 bits) of the bytes. Costs nothing once they were read.
    pub fn hash(&self) -> u128 {
        match self.hash.get() {
            Some(hash) => *hash,
            None => {
                let bytes = self.bytes();
                *self.hash.get_or_init(|| xxh3_128(&bytes))
            }
        }
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

/// Files are equal when path and bytes are.
impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.bytes() == other.bytes()
    }
}

impl Eq for SourceFile {}

/// Gives the bytes of the file at a relative path.
pub type Fetch = Box<dyn Fn(&str) -> io::Result<Vec<u8>> + Send + Sync>;

/// Where the bytes lie that are not kept.
struct Shelf {
    fetch: Fetch,
    missed: OnceLock<Unread>,
}

impl Shelf {
    fn miss(&self, path: &str, error: &io::Error) {
        let error = io::Error::new(error.kind(), error.to_string());
        let path = path.to_owned();
        let _ = self.missed.set(Unread { path, error });
    }
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shelf")
            .field("missed", &self.missed)
            .finish_non_exhaustive()
    }
}

/// A file whose bytes could not be had.
#[derive(Debug)]
pub struct Unread {
    /// Its path relative to the root of the snapshot.
    pub path: String,
    /// Why.
    pub error: io::Error,
}

/// All files of one folder, sorted by path so that everything made from them has one order. To copy a snapshot does not
/// copy its files.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// What to put before a path when it is shown to a person, e.g. `content`.
    pub label: String,
    /// The parts of the folder that were read, beside what belongs to all of them, in the words of whoever asked for them;
    /// none when the whole folder was read.
    pub only: Vec<String>,
    /// By id.
    files: Vec<Arc<SourceFile>>,
    /// Ids in path order. A file that is gone from a later snapshot keeps its id and is not listed here.
    order: Vec<SourceId>,
    /// Stands for the folder itself: no path, no bytes.
    folder: SourceFile,
    /// Where bytes lie that are not kept.
    shelf: Option<Arc<Shelf>>,
}

/// Snapshots are equal when their labels and files are.
impl PartialEq for Sources {
    fn eq(&self, other: &Self) -> bool {
        (&self.label, &self.order, &self.files) == (&other.label, &other.order, &other.files)
    }
}

impl Eq for Sources {}

impl Sources {
    /// Makes a snapshot; sorts the files by path.
    pub fn new(label: impl Into<String>, mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Sources {
            label: label.into(),
            only: Vec::new(),
            order: (0..files.len())
                .map(|index| SourceId(index as u32))
                .collect(),
            files: files.into_iter().map(Arc::new).collect(),
            ..Sources::default()
        }
    }

    /// The same snapshot, known to hold only these parts of its folder.
    pub fn limited_to(self, only: Vec<String>) -> Self {
        Sources { only, ..self }
    }

    /// Makes a snapshot of files whose bytes are fetched each time they are needed.
    pub fn shelved(label: impl Into<String>, paths: Vec<String>, fetch: Fetch) -> Self {
        let shelf = Arc::new(Shelf {
            fetch,
            missed: OnceLock::new(),
        });
        let file = |path| SourceFile {
            path,
            bytes: Bytes::Away(Arc::clone(&shelf)),
            hash: OnceLock::new(),
        };
        let files = paths.into_iter().map(file).collect();
        Sources {
            shelf: Some(Arc::clone(&shelf)),
            ..Sources::new(label, files)
        }
    }

    /// The first file whose bytes could not be fetched: what was read without them must not be published.
    pub fn unread(&self) -> Option<&Unread> {
        self.shelf.as_ref()?.missed.get()
    }

    /// The snapshot after some files got other bytes, or none: then they are gone. All files keep their ids, so that what
    /// was read from the others still holds; new files get ids of their own.
    pub fn renewed(&self, changes: &BTreeMap<String, Option<Vec<u8>>>) -> Sources {
        let mut next = self.clone();
        for (path, bytes) in changes {
            let place = next.place(path);
            match (bytes, place) {
                (Some(bytes), place) => {
                    let file = Arc::new(SourceFile::new(path.clone(), bytes.clone()));
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
    use std::sync::Mutex;

    use super::*;

    /// A snapshot whose only file is fetched from here.
    fn shelved(bytes: &Arc<Mutex<io::Result<Vec<u8>>>>) -> Sources {
        let bytes = Arc::clone(bytes);
        let fetch = move |_: &str| match &*bytes.lock().expect("no thread fails") {
            Ok(bytes) => Ok(bytes.clone()),
            Err(error) => Err(io::Error::from(error.kind())),
        };
        Sources::shelved("content", vec!["a.md".to_owned()], Box::new(fetch))
    }

    #[test]
    fn a_file_that_is_not_kept_reads_like_one_that_is() {
        let away = shelved(&Arc::new(Mutex::new(Ok(b"words".to_vec()))));
        let kept = Sources::new("content", vec![SourceFile::new("a.md", "words")]);
        assert_eq!(away, kept);
        let (away, kept) = (away.file(SourceId(0)), kept.file(SourceId(0)));
        assert_eq!(away.text().as_deref(), Some("words"));
        assert_eq!(away.hash(), kept.hash());
        assert_eq!(*away.loaded(), *kept);
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_gives_nothing() {
        let bytes = Arc::new(Mutex::new(Ok(b"words".to_vec())));
        let sources = shelved(&bytes);
        let file = sources.file(SourceId(0));
        assert_eq!(&*file.bytes(), b"words");
        *bytes.lock().expect("no thread fails") = Ok(b"other".to_vec());
        assert!(file.read().is_err() && file.bytes().is_empty());
        assert!(sources.unread().is_none());
    }

    #[test]
    fn the_file_that_could_not_be_read_is_told() {
        let refused = io::Error::from(io::ErrorKind::PermissionDenied);
        let sources = shelved(&Arc::new(Mutex::new(Err(refused))));
        assert!(sources.file(SourceId(0)).bytes().is_empty());
        assert_eq!(
            sources.unread().map(|file| file.path.as_str()),
            Some("a.md")
        );
    }

    fn file(path: &str) -> SourceFile {
        SourceFile::new(path, path)
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
        assert_eq!(*after.file(SourceId(2)).bytes(), [2]);
        assert_eq!(after.find("a"), None);
        assert_eq!(after.file(SourceId(0)).path, "a");
        assert_eq!((before.len(), after.len()), (3, 3));
    }
}
