//! Which characters the typefaces of a theme can show: what its stylesheets say in `@font-face`, held against what the
//! files of the fonts have. Any other character is shown by whatever the reader's device finds, or as an empty box.

mod faces;
mod font;
mod woff2;

use std::collections::BTreeMap;

use faces::Face;

/// The characters that the typefaces of a theme have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glyphs {
    /// None when nothing can be said: the theme uses fonts of the device, or a kind of file that is not read.
    /// Otherwise whether there is a glyph, by code point: all texts of a portal are asked for.
    known: Option<Vec<bool>>,
}

impl Glyphs {
    /// Reads the stylesheets and fonts among the files of a theme, given by path.
    pub fn of(files: &BTreeMap<String, Vec<u8>>) -> Glyphs {
        let sheets = files
            .iter()
            .filter(|(path, _)| path.starts_with("static/") && path.ends_with(".css"));
        let faces: Vec<Face> = sheets
            .filter_map(|(path, bytes)| Some(faces::read(path, std::str::from_utf8(bytes).ok()?)))
            .flatten()
            .collect();
        let mut known = Vec::new();
        for face in &faces {
            let has = files
                .get(&face.path)
                .and_then(|bytes| font::characters(bytes));
            match (has, &face.ranges) {
                (Some(has), _) => mark(&mut known, has.into_iter().filter(|c| face.allows(*c))),
                (None, Some(ranges)) => mark(&mut known, ranges.iter().cloned().flatten()),
                (None, None) => return Glyphs::default(),
            }
        }
        Glyphs {
            known: (!faces.is_empty()).then_some(known),
        }
    }

    /// Whether readers see this character in the theme's own typeface. Spaces and signs without a shape need none.
    pub fn shows(&self, c: char) -> bool {
        let has = |known: &Vec<bool>| known.get(c as usize).is_some_and(|has| *has);
        self.known.as_ref().is_none_or(has) || c.is_whitespace() || c.is_control() || is_format(c)
    }
}

fn mark(known: &mut Vec<bool>, characters: impl Iterator<Item = u32>) {
    for c in characters.filter(|c| *c <= u32::from(char::MAX)) {
        let at = c as usize;
        if known.len() <= at {
            known.resize(at + 1, false);
        }
        known[at] = true;
    }
}

/// Joiners, marks of direction, the soft hyphen, selectors of a variant.
fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(names: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let read = |name: &&str| {
            let path = format!("static/fonts/{name}.woff2");
            let bytes =
                std::fs::read(format!("themes/default/{path}")).expect("a font of the theme");
            (path, bytes)
        };
        names.iter().map(read).collect()
    }

    #[test]
    fn a_face_shows_what_both_its_file_and_its_range_have() {
        let mut files = shipped(&["golos-text-russian"]);
        let css = "@font-face { src: url(\"fonts/golos-text-russian.woff2\") format(\"woff2\"); unicode-range: U+0410-042F, U+4E00 }";
        files.insert("static/style.css".to_owned(), css.as_bytes().to_vec());
        let glyphs = Glyphs::of(&files);
        let said: String = "Яя一 \u{ad}".chars().filter(|c| glyphs.shows(*c)).collect();
        assert_eq!(said, "Я \u{ad}");
    }

    #[test]
    fn nothing_is_said_of_fonts_that_cannot_be_read() {
        let sheet = |css: &str| {
            let files = [("static/style.css".to_owned(), css.as_bytes().to_vec())];
            Glyphs::of(&files.into())
        };
        assert!(sheet("body { font: system-ui }").shows('一'));
        assert!(sheet("@font-face { src: url(a.woff) }").shows('一'));
        assert!(!sheet("@font-face { src: url(a.woff); unicode-range: U+41 }").shows('一'));
    }
}
