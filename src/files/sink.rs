//! Where finished files of a site go. Stages hand a file over as soon as it is made, from many threads at once, so that
//! nobody holds all of them. A sink may remember from what a file was made, so that it need not be made again.

use std::sync::Mutex;

/// A file of the finished site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Path in the output folder, parts joined by `/`.
    pub path: String,
    /// Bytes.
    pub bytes: Vec<u8>,
}

/// Tells everything a file is made from; two files with one key and one path have the same bytes.
pub type Key = u128;

/// Takes finished files. One that cannot is [`broken`](Sink::is_broken) from then on and says why at its end, so that
/// stages need not carry its errors.
pub trait Sink: Sync {
    /// Takes a file.
    fn put(&self, file: Artifact);

    /// Takes a file that a piece of work with this key made, see [`Sink::keep_all`].
    fn put_made(&self, file: Artifact, _from: Key) {
        self.put(file);
    }

    /// True when the sink asks for keys; without it none need be computed.
    fn remembers(&self) -> bool {
        false
    }

    /// True when the file stands as it was made from the same key: it stays and is not put again. Otherwise the key is
    /// kept for the file when it comes.
    fn keep(&self, _path: &str, _from: Key) -> bool {
        false
    }

    /// Keeps all files that a piece of work with this key made; gives the note it left, none when it must be done again.
    fn keep_all(&self, _from: Key) -> Option<Vec<u8>> {
        None
    }

    /// Leaves a note about a piece of work whose files were all [put](Sink::put_made).
    fn note(&self, _from: Key, _note: Vec<u8>) {}

    /// True when nothing more can be taken: going on would be in vain.
    fn is_broken(&self) -> bool {
        false
    }
}

/// A sink that holds the files, for a site in memory.
#[derive(Debug, Default)]
pub struct Collected(Mutex<Vec<Artifact>>);

impl Sink for Collected {
    fn put(&self, file: Artifact) {
        if let Ok(mut files) = self.0.lock() {
            files.push(file);
        }
    }
}

impl Collected {
    /// The files in the order of their paths.
    pub fn into_files(self) -> Vec<Artifact> {
        let mut files = self.0.into_inner().unwrap_or_default();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }
}
