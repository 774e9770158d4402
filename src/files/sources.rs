//! A snapshot of a folder as a value: relative paths and bytes, in path order.
//! It knows nothing of disks; `files::disk` makes it, tests make it by hand.

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

/// All files of one folder, sorted by path so that everything made from them has one order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// What to put before a path when it is shown to a person, e.g. `content`.
    pub label: String,
    files: Vec<SourceFile>,
    /// Stands for the folder itself: no path, no bytes.
    folder: SourceFile,
}

impl Sources {
    /// Makes a snapshot; sorts the files by path.
    pub fn new(label: impl Into<String>, mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Sources {
            label: label.into(),
            files,
            folder: SourceFile::default(),
        }
    }

    /// The files with their ids, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (SourceId(index as u32), file))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// True when the folder holds no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
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
        self.files
            .binary_search_by(|file| file.path.as_str().cmp(path))
            .ok()
            .map(|i| SourceId(i as u32))
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
