//! A published site against a fresh build of its content: which files are other, missing or too many.

use std::collections::BTreeMap;
use std::sync::Mutex;

use xxhash_rust::xxh3::xxh3_128;

use crate::files::sink::{Artifact, Sink};
use crate::text::fingerprint::Fingerprint;

/// Fingerprints of files by their paths. SHA-256, so that nobody can make another file with the same one.
pub type Seals = BTreeMap<String, Fingerprint>;

/// A sink that keeps fingerprints of files and not the files.
#[derive(Debug, Default)]
pub struct Sealed(Mutex<BTreeMap<String, (Fingerprint, u128)>>);

impl Sink for Sealed {
    fn put(&self, file: Artifact) {
        let seal = Fingerprint::of(&file.bytes);
        let hash = xxh3_128(&file.bytes);
        if let Ok(mut files) = self.0.lock() {
            files.insert(file.path, (seal, hash));
        }
    }
}

impl Sealed {
    /// The files so far: path, bytes and xxh3-128, as the list of a site has them.
    pub fn files(&self) -> Vec<(String, u64, u128)> {
        let files = self.0.lock().map(|files| files.clone()).unwrap_or_default();
        let told = files.into_iter();
        told.map(|(path, (seal, hash))| (path, seal.bytes as u64, hash))
            .collect()
    }

    /// The fingerprints.
    pub fn into_seals(self) -> Seals {
        let files = self.0.into_inner().unwrap_or_default();
        files
            .into_iter()
            .map(|(path, (seal, _))| (path, seal))
            .collect()
    }
}

/// How a site differs from what it should be; paths in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Files with other bytes.
    pub other: Vec<String>,
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files that should not be there.
    pub extra: Vec<String>,
}

impl Difference {
    /// Compares what should be with what was found.
    pub fn between<T: PartialEq>(
        expected: &BTreeMap<String, T>,
        found: &BTreeMap<String, T>,
    ) -> Difference {
        let mut difference = Difference::default();
        for (path, seal) in expected {
            match found.get(path) {
                None => difference.missing.push(path.clone()),
                Some(other) if other != seal => difference.other.push(path.clone()),
                Some(_) => {}
            }
        }
        let extra = found.keys().filter(|path| !expected.contains_key(*path));
        difference.extra = extra.cloned().collect();
        difference
    }

    /// How many files differ.
    pub fn count(&self) -> usize {
        self.other.len() + self.missing.len() + self.extra.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_difference_is_told() {
        let files = |files: &[(&str, &str)]| {
            let sink = Sealed::default();
            for (path, text) in files {
                sink.put(Artifact {
                    path: (*path).to_owned(),
                    bytes: text.as_bytes().to_vec(),
                });
            }
            assert_eq!(sink.files().len(), files.len());
            sink.into_seals()
        };
        let expected = files(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let found = files(&[("a", "1"), ("b", "2"), ("d", "1")]);
        let difference = Difference::between(&expected, &found);
        assert_eq!(difference.other, ["b"]);
        assert_eq!(difference.missing, ["c"]);
        assert_eq!(difference.extra, ["d"]);
        assert_eq!(Difference::between(&expected, &expected).count(), 0);
    }
}
