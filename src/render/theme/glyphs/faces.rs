//! `@font-face` rules of a stylesheet.

use std::ops::RangeInclusive;

/// A face: its file and the characters it is used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Path of the file in the theme; empty when the rule names none.
    pub path: String,
    /// `unicode-range`; none for all characters.
    pub ranges: Option<Vec<RangeInclusive<u32>>>,
}

impl Face {
    /// Whether the stylesheet uses the face for a character.
    pub fn allows(&self, c: u32) -> bool {
        let ranges = self.ranges.as_ref();
        ranges.is_none_or(|ranges| ranges.iter().any(|range| range.contains(&c)))
    }
}

/// The faces of the stylesheet `path`.
pub fn read(path: &str, css: &str) -> Vec<Face> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let rules = css.split("@font-face").skip(1);
    let bodies = rules.filter_map(|rest| rest.split_once('{')?.1.split_once('}'));
    bodies.map(|(body, _)| face(folder, body)).collect()
}

fn face(folder: &str, body: &str) -> Face {
    let value = |name: &str| {
        let found = body
            .split(';')
            .find_map(|line| line.trim().strip_prefix(name));
        found.and_then(|rest| rest.trim_start().strip_prefix(':'))
    };
    let url = value("src").and_then(|src| src.split_once("url(")?.1.split_once(')'));
    let file = url.map(|(url, _)| url.trim_matches(['"', '\'', ' ']));
    Face {
        path: file.map_or(String::new(), |file| format!("{folder}/{file}")),
        ranges: value("unicode-range").map(|list| list.split(',').filter_map(range).collect()),
    }
}

/// `U+0410-044F`, `U+2116`, `U+4??`.
fn range(text: &str) -> Option<RangeInclusive<u32>> {
    let text = text.trim();
    let digits = text.strip_prefix("U+").or(text.strip_prefix("u+"))?;
    let (first, last) = match digits.split_once('-') {
        Some((first, last)) => (first.to_owned(), last.to_owned()),
        None => (digits.replace('?', "0"), digits.replace('?', "F")),
    };
    let number = |text: &str| u32::from_str_radix(text, 16).ok();
    Some(number(&first)?..=number(&last)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_with_their_files_and_ranges() {
        let css = "a { b: c } @font-face { font-family: X; src: url('f/x.woff2') format(\"woff2\"); unicode-range: U+41, U+0410-0411, U+4?; }\n@font-face{src:url(y.ttf)}";
        let faces = read("static/style.css", css);
        let expected = [
            Face {
                path: "static/f/x.woff2".to_owned(),
                ranges: Some(vec![0x41..=0x41, 0x410..=0x411, 0x40..=0x4f]),
            },
            Face {
                path: "static/y.ttf".to_owned(),
                ranges: None,
            },
        ];
        assert_eq!(faces, expected);
    }
}
