//! Phrases with places: `{1}` for a value, `<1>…</1>` for words inside a tag. Places have numbers, so that a language may
//! put them in its own order.

use crate::text::typography::{OBJECT, SEAM, Typography};

/// A part of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words.
    Words(&'a str),
    /// `{1}`: a value, by its number from 1.
    Value(usize),
    /// `<1>`: a tag opens.
    Open(usize),
    /// `</1>`: a tag closes.
    Close(usize),
}

/// The parts of a phrase.
pub fn parts(phrase: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut words = 0;
    let mut at = 0;
    while let Some(found) = phrase[at..].find(['{', '<']) {
        let start = at + found;
        let Some((part, length)) = place(&phrase[start..]) else {
            at = start + 1;
            continue;
        };
        if words < start {
            parts.push(Part::Words(&phrase[words..start]));
        }
        parts.push(part);
        at = start + length;
        words = at;
    }
    if words < phrase.len() {
        parts.push(Part::Words(&phrase[words..]));
    }
    parts
}

/// The place that a text begins with, and its length.
fn place(text: &str) -> Option<(Part<'static>, usize)> {
    let (end, build): (char, fn(usize) -> Part<'static>) = match text.as_bytes() {
        [b'{', ..] => ('}', Part::Value),
        [b'<', b'/', ..] => ('>', Part::Close),
        _ => ('>', Part::Open),
    };
    let inside = text.trim_start_matches(['{', '<', '/']);
    let skipped = text.len() - inside.len();
    let (name, _) = inside.split_once(end)?;
    let named = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && end == '}';
    let number = match name.parse() {
        Ok(number) => number,
        Err(_) if named && !name.is_empty() => 0,
        Err(_) => return None,
    };
    Some((build(number), skipped + name.len() + 1))
}

/// The phrase with its words set by `typography`; its places stay as they are.
pub fn set(typography: Typography, phrase: &str) -> String {
    if phrase.contains([OBJECT, SEAM]) {
        return phrase.to_owned();
    }
    let mut masked = String::with_capacity(phrase.len());
    for part in parts(phrase) {
        match part {
            Part::Words(words) => masked.push_str(words),
            Part::Value(_) => masked.push(OBJECT),
            Part::Open(_) | Part::Close(_) => masked.push(SEAM),
        }
    }
    let set = typography.set(&masked);
    let mut places = sources(phrase).into_iter();
    let mut out = String::with_capacity(phrase.len());
    for c in set.chars() {
        match c {
            OBJECT | SEAM => out.push_str(places.next().unwrap_or_default()),
            c => out.push(c),
        }
    }
    out
}

/// The places of a phrase as they are written.
fn sources(phrase: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = phrase[at..].find(['{', '<']).map(|found| at + found) {
        match place(&phrase[start..]) {
            Some((_, length)) => {
                found.push(&phrase[start..start + length]);
                at = start + length;
            }
            None => at = start + 1,
        }
    }
    found
}

/// The phrase with its values; a value that is not there leaves nothing.
pub fn filled(phrase: &str, values: &[&str]) -> String {
    let text = parts(phrase).into_iter().map(|part| match part {
        Part::Words(words) => words,
        Part::Value(number) => number
            .checked_sub(1)
            .and_then(|at| values.get(at))
            .copied()
            .unwrap_or_default(),
        Part::Open(_) | Part::Close(_) => "",
    });
    text.collect()
}

/// Whether two phrases have the same places, in any order, with each tag closed after it was opened.
pub fn same_places(one: &str, other: &str) -> bool {
    let sorted = |phrase| {
        let mut places = sources(phrase);
        places.sort_unstable();
        places
    };
    sorted(one) == sorted(other) && nested(other)
}

/// Whether tags close in the order in which they opened, and no sign of markup stands among the words.
fn nested(phrase: &str) -> bool {
    let mut open = Vec::new();
    for part in parts(phrase) {
        let fits = match part {
            Part::Words(words) => !words.contains(['<', '>', '{', '}']),
            Part::Value(_) => true,
            Part::Open(number) => {
                open.push(number);
                true
            }
            Part::Close(number) => open.pop() == Some(number),
        };
        if !fits {
            return false;
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_from_words() {
        let said = parts("в <1>{2}</1> и {x");
        let expected = [
            Part::Words("в "),
            Part::Open(1),
            Part::Value(2),
            Part::Close(1),
            Part::Words(" и {x"),
        ];
        assert_eq!(said, expected);
        assert_eq!(filled("{2} и {1}, {3}", &["а", "б"]), "б и а, ");
    }

    #[test]
    fn words_are_set_around_places() {
        let set = |phrase| set(Typography::Russian, phrase).replace('\u{a0}', "~");
        assert_eq!(
            set("в <1>{1}</1> - \"{2}\" {3} г."),
            "в~<1>{1}</1>~— «{2}» {3}~г."
        );
    }

    #[test]
    fn a_translation_keeps_every_place() {
        assert!(same_places("{1} из {2}", "of {2}, {1}"));
        assert!(same_places("<1>а</1> {1}", "{1} <1>b</1>"));
        assert!(!same_places("{1}", "{1} {1}"));
        assert!(!same_places("<1>а</1>", "</1>b<1>"));
        assert!(!same_places("а", "<b>b</b>"));
        assert!(!same_places("а", "{{ b }}"));
    }
}
