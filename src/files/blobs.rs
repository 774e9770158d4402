//! Contents of old versions of files. They wait in a temporary file until somebody asks: the versions of a whole country
//! are larger than everything else that a build holds.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::sync::{Mutex, PoisonError};

/// Contents by their hash.
#[derive(Debug, Default)]
pub struct Blobs {
    file: Option<Mutex<File>>,
    places: BTreeMap<String, Place>,
}

/// Where in the file contents stand.
#[derive(Debug, Clone, Copy)]
struct Place {
    offset: u64,
    size: usize,
}

impl Blobs {
    /// Takes the answer of `git cat-file --batch`: to each hash asked, in the order asked, a line «hash blob size», the
    /// bytes and an end of line.
    ///
    /// # Errors
    /// When the file cannot be read, and with [`io::ErrorKind::InvalidData`] when contents are missing from it.
    pub fn of<'a>(answer: File, asked: impl Iterator<Item = &'a str>) -> io::Result<Blobs> {
        let mut reader = BufReader::new(answer);
        reader.rewind()?;
        let mut places = BTreeMap::new();
        let mut offset = 0;
        let mut line = Vec::new();
        for hash in asked {
            line.clear();
            offset += reader.read_until(b'\n', &mut line)? as u64;
            let size = size(&line).ok_or(io::ErrorKind::InvalidData)?;
            places.insert(hash.to_owned(), Place { offset, size });
            let whole = size as u64 + 1;
            reader.seek_relative(i64::try_from(whole).map_err(io::Error::other)?)?;
            offset += whole;
        }
        let file = reader.into_inner();
        match file.metadata()?.len() < offset {
            true => Err(io::ErrorKind::InvalidData.into()),
            false => Ok(Blobs {
                file: Some(Mutex::new(file)),
                places,
            }),
        }
    }

    /// The contents with this hash; none when they were not asked for.
    pub fn get(&self, hash: &str) -> Option<Vec<u8>> {
        let Place { offset, size } = *self.places.get(hash)?;
        let mut bytes = vec![0; size];
        let mut file = self
            .file
            .as_ref()?
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(offset)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }
}

/// The size out of «hash blob size»; none when what was asked for is missing or is no file.
fn size(line: &[u8]) -> Option<usize> {
    let line = str::from_utf8(line).ok()?.trim_end();
    let (head, size) = line.rsplit_once(' ')?;
    head.ends_with(" blob").then(|| size.parse().ok())?
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::Blobs;

    fn answer(text: &str) -> std::fs::File {
        let mut file = tempfile::tempfile().expect("a temporary file");
        file.write_all(text.as_bytes()).expect("written");
        file
    }

    #[test]
    fn contents_are_found_by_their_hash_in_any_order() {
        let file = answer("aa blob 8\nодин\nbb blob 0\n\ncc blob 3\n\nx\n\n");
        let blobs = Blobs::of(file, ["aa", "bb", "cc"].into_iter()).expect("all are there");
        assert_eq!(blobs.get("cc").as_deref(), Some(b"\nx\n".as_slice()));
        assert_eq!(blobs.get("aa").as_deref(), Some("один".as_bytes()));
        assert_eq!(blobs.get("bb").as_deref(), Some(b"".as_slice()));
        assert_eq!(blobs.get("dd"), None);
    }

    #[test]
    fn missing_contents_are_an_error() {
        assert!(Blobs::of(answer("aa missing\n"), ["aa"].into_iter()).is_err());
        assert!(Blobs::of(answer("aa blob 8\nод"), ["aa"].into_iter()).is_err());
        assert!(Blobs::of(answer(""), ["aa"].into_iter()).is_err());
    }
}
