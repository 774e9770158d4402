//! Compressed files: the index of a country would not fit on a host as plain text, and hosts compress nothing they do
//! not know as text. A page opens them with `DecompressionStream('deflate-raw')`.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

/// How hard it is tried: more costs much time and gains little.
const EFFORT: u32 = 5;

/// The bytes, compressed; equal bytes give equal ones on every machine.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let room = Vec::with_capacity(bytes.len() / 3 + 64);
    let mut encoder = DeflateEncoder::new(room, Compression::new(EFFORT));
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
        let small = packed(text.as_bytes());
        assert!(small.len() * 10 < text.len());
        assert_eq!(unpacked(&small).as_deref(), Some(text.as_bytes()));
        assert_eq!(unpacked(b"\xff\xff"), None);
    }
}
