//! Compressed files: the index of a country would not fit on a host as plain text, and hosts compress nothing they do
//! not know as text. A page opens them with `DecompressionStream('deflate-raw')`.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

/// What is compressed: that says how hard it is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Texts of cards. By processor time and size: 2 – 0.5 and 1.3, 3 – 0.7 and 1.16, 4 – 0.9 and 1.05, 5 – 1 and 1,
    /// 6 – 1.3 and 0.99.
    Texts,
    /// Numbers of words and tables: 1 – 0.5 and 1.22, 2 – 0.8 and 1.01, 3 – 0.8 and 1.004, 5 – 1 and 1.
    Numbers,
}

impl Content {
    fn effort(self) -> Compression {
        Compression::new(match self {
            Content::Texts => 5,
            Content::Numbers => 3,
        })
    }
}

/// The bytes, compressed; equal bytes give equal ones on every machine.
pub fn packed(bytes: &[u8], content: Content) -> Vec<u8> {
    let room = Vec::with_capacity(bytes.len() / 3 + 64);
    let mut encoder = DeflateEncoder::new(room, content.effort());
    // A vector takes every byte.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// The bytes that [`packed`] was given; none for others.
pub fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::with_capacity(bytes.len() * 4);
    DeflateDecoder::new(bytes).read_to_end(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let text = "родительское собрание ".repeat(100);
        for content in [Content::Texts, Content::Numbers] {
            let small = packed(text.as_bytes(), content);
            assert!(small.len() * 10 < text.len());
            assert_eq!(unpacked(&small).as_deref(), Some(text.as_bytes()));
        }
        assert_eq!(unpacked(b"\xff\xff"), None);
    }
}
