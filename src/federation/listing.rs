//! The files of a site with size and fingerprint, a line each in the order of paths, so that a file changed, lost or added
//! after the build is seen: `<xxh3-128 as 32 hexadecimal digits> <bytes> <path>`.
//!
//! xxh3 tells a slip from the finished build: a file edited by hand, cut off, of another build. It is no seal against
//! somebody who wants to deceive: that is what the commit of a site's content and a second build are for.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_128;

use crate::federation::manifest::{self, Files};

/// Where it lies, from the root of the site.
pub const PATH: &str = "manifest-files.txt";

/// What is known of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// xxh3-128 of its bytes.
    pub xxh3: u128,
    /// How many bytes it has.
    pub bytes: u64,
}

impl Print {
    /// Reads a file.
    pub fn of(bytes: &[u8]) -> Print {
        Print {
            xxh3: xxh3_128(bytes),
            bytes: bytes.len() as u64,
        }
    }
}

/// The files of a site by their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// By path from the root, parts joined by `/`.
    pub files: BTreeMap<String, Print>,
}

impl Listing {
    /// Adds a file; the manifest and the list itself are none.
    pub fn add(&mut self, path: &str, print: Print) {
        if path != PATH && path != manifest::PATH {
            self.files.insert(path.to_owned(), print);
        }
    }

    /// As a file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::with_capacity(self.files.len() * 96);
        for (path, Print { xxh3, bytes }) in &self.files {
            text.push_str(&format!("{xxh3:032x} {bytes} {path}\n"));
        }
        text.into_bytes()
    }

    /// What the manifest says of the list.
    pub fn files(&self) -> Files {
        Files {
            list: PATH.to_owned(),
            count: self.files.len(),
            bytes: self.files.values().map(|print| print.bytes).sum(),
            xxh3: format!("{:032x}", xxh3_128(&self.bytes())),
        }
    }

    /// Reads a list.
    ///
    /// # Errors
    /// In Russian: which line cannot be read.
    pub fn parse(bytes: &[u8]) -> Result<Listing, String> {
        let text =
            std::str::from_utf8(bytes).map_err(|_| "список файлов не читается".to_owned())?;
        let mut listing = Listing::default();
        for (number, line) in text.lines().enumerate() {
            let (path, print) = entry(line)
                .ok_or_else(|| format!("в списке файлов не читается строка {}", number + 1))?;
            listing.files.insert(path.to_owned(), print);
        }
        Ok(listing)
    }
}

fn entry(line: &str) -> Option<(&str, Print)> {
    let (xxh3, rest) = line.split_once(' ')?;
    let (bytes, path) = rest.split_once(' ')?;
    let inside = !path.is_empty()
        && !path.starts_with('/')
        && !path.contains('\\')
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    inside.then_some(())?;
    let print = Print {
        xxh3: u128::from_str_radix(xxh3, 16).ok()?,
        bytes: bytes.parse().ok()?,
    };
    Some((path, print))
}

#[cfg(test)]
mod tests {
    use super::{Listing, Print};

    #[test]
    fn a_list_is_read_as_it_was_written_and_leads_nowhere_else() {
        let mut listing = Listing::default();
        listing.add("b/index.html", Print::of(b"b"));
        listing.add("a b.txt", Print::of(b""));
        listing.add("manifest.json", Print::of(b"{}"));
        let read = Listing::parse(&listing.bytes()).expect("a list");
        assert_eq!(read, listing);
        assert_eq!((listing.files().count, listing.files().bytes), (2, 1));
        for path in ["../x", "/etc/x", "a/../../x", "", "a\\..\\x"] {
            let line = format!("{:032x} 1 {path}\n", 1);
            assert!(Listing::parse(line.as_bytes()).is_err(), "{path}");
        }
    }
}
