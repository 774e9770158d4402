//! WOFF2 as far as one table of it is wanted: W3C Recommendation «WOFF File Format 2.0», sections 4 and 5. All tables
//! are one Brotli stream, in the order of the directory.

use std::io::Read;

/// Longer fonts are not unpacked: no typeface of a page comes near.
const LONGEST: u64 = 64 << 20;

const HEADER: usize = 48;

/// Numbers of the tables `glyf` and `loca` in the directory: the only ones packed by default in a way of their own.
const PACKED: [u8; 2] = [10, 11];

/// Whether the file is WOFF2.
pub fn is_woff2(bytes: &[u8]) -> bool {
    bytes.starts_with(b"wOF2")
}

/// The table with this number of the specification's list (`cmap` is 0); none when the file is damaged, lacks the table
/// or is a collection.
pub fn table(bytes: &[u8], wanted: u8) -> Option<Vec<u8>> {
    let tables = u16::from_be_bytes(bytes.get(12..14)?.try_into().ok()?);
    if bytes.get(4..8)? == b"ttcf" {
        return None;
    }
    let mut directory = Directory { bytes, at: HEADER };
    let (mut start, mut place) = (0_usize, None);
    for _ in 0..tables {
        let (number, length) = directory.entry()?;
        if number == wanted {
            place = Some(start..start.checked_add(length)?);
        }
        start = start.checked_add(length)?;
    }
    let stream = bytes.get(directory.at..)?;
    let mut unpacked = Vec::new();
    let mut reader = brotli_decompressor::Decompressor::new(stream, 4096);
    reader
        .by_ref()
        .take(LONGEST)
        .read_to_end(&mut unpacked)
        .ok()?;
    unpacked.get(place?).map(<[u8]>::to_vec)
}

/// Reads the directory of tables.
struct Directory<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Directory<'_> {
    /// Number of a table (63 for those outside the list) and its length in the stream.
    fn entry(&mut self) -> Option<(u8, usize)> {
        let flags = self.byte()?;
        let (number, version) = (flags & 0x3f, flags >> 6);
        if number == 63 {
            self.at += 4;
        }
        let length = self.number()?;
        let packed = match PACKED.contains(&number) {
            true => version != 3,
            false => version != 0,
        };
        let length = if packed { self.number()? } else { length };
        Some((number, length))
    }

    /// A number in seven-bit groups, the highest first (`UIntBase128`).
    fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for _ in 0..5 {
            let byte = self.byte()?;
            number = (number << 7) | usize::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_has_no_tables() {
        let font = std::fs::read("themes/default/static/fonts/golos-text-signs.woff2")
            .expect("a font of the theme");
        assert!(is_woff2(&font) && table(&font, 0).is_some());
        assert_eq!(table(&font[..60], 0), None);
        assert_eq!(table(&font[..font.len() / 2], 0), None);
        assert_eq!(table(b"wOF2", 0), None);
    }
}
