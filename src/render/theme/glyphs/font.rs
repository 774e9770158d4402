//! The characters that the file of a font has: its table `cmap`.

use ttf_parser::cmap::Table;

use super::woff2;

/// Characters of a font in WOFF2, TrueType or OpenType; none for other files.
pub fn characters(bytes: &[u8]) -> Option<Vec<u32>> {
    if woff2::is_woff2(bytes) {
        return of_table(&woff2::table(bytes, 0)?);
    }
    let face = ttf_parser::RawFace::parse(bytes, 0).ok()?;
    of_table(face.table(ttf_parser::Tag::from_bytes(b"cmap"))?)
}

fn of_table(cmap: &[u8]) -> Option<Vec<u32>> {
    let mut characters = Vec::new();
    for subtable in Table::parse(cmap)?.subtables {
        if subtable.is_unicode() {
            subtable.codepoints(|character| {
                let shown = subtable
                    .glyph_index(character)
                    .is_some_and(|glyph| glyph.0 != 0);
                if shown {
                    characters.push(character);
                }
            });
        }
    }
    Some(characters)
}
