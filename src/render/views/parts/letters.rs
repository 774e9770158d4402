//! Lists by the alphabet: a group for each letter, with an anchor that letter navigation leads to.

use serde::Serialize;

use crate::text::collate::Alphabet;

/// The entries under one letter.
#[derive(Debug, Clone, Serialize)]
pub struct Letter<T> {
    /// The letter, or «0–9».
    pub letter: String,
    /// Anchor, unique on a page that gives each list a prefix of its own.
    pub anchor: String,
    /// Entries in alphabetical order.
    pub entries: Vec<T>,
}

/// Sorts entries by their keys and groups them by the first letter of the key.
pub fn by_letter<T>(mut entries: Vec<(String, T)>, prefix: &str) -> Vec<Letter<T>> {
    let alphabet = Alphabet::new();
    entries.sort_by(|(a, _), (b, _)| alphabet.compare(a, b));
    let mut letters: Vec<Letter<T>> = Vec::new();
    for (key, entry) in entries {
        let letter = Alphabet::heading(&key);
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.entries.push(entry),
            _ => letters.push(Letter {
                anchor: format!("{prefix}-{}", latin(&letter)),
                letter,
                entries: vec![entry],
            }),
        }
    }
    letters
}

/// A letter as part of an anchor. Letters of other alphabets go by their number, so that no two anchors meet.
fn latin(letter: &str) -> String {
    const CYRILLIC: &str = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯ";
    const LATIN: [&str; 30] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s",
        "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "y", "eh", "yu", "ya",
    ];
    let Some(first) = letter.chars().next() else {
        return String::new();
    };
    match CYRILLIC.chars().position(|c| c == first) {
        Some(at) => LATIN[at].to_owned(),
        None if first.is_ascii_digit() => "0-9".to_owned(),
        None => format!("u{:04x}", u32::from(first)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_under_their_letters() {
        let names = ["Школа", "Ёлка", "Елань", "2 класс", "MOODLE", "Щит"];
        let letters = by_letter(names.map(|name| (name.to_owned(), name)).into(), "x");
        let said: Vec<_> = letters
            .iter()
            .map(|l| format!("{} {} {:?}", l.letter, l.anchor, l.entries))
            .collect();
        assert_eq!(
            said,
            [
                r#"0–9 x-0-9 ["2 класс"]"#,
                r#"Е x-e ["Елань", "Ёлка"]"#,
                r#"Ш x-sh ["Школа"]"#,
                r#"Щ x-shch ["Щит"]"#,
                r#"M x-u004d ["MOODLE"]"#,
            ]
        );
    }
}
