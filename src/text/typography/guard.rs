//! Addresses and code inside a text: their signs mean something else, so they are taken out while a text is set.

use super::marks::{OBJECT, SEAM};

/// Stands for one address while the text around it is set. A noncharacter of Unicode.
const GUARD: char = '\u{FDD2}';

/// Sets a text with `set`, addresses and pieces of code left as they are.
pub fn outside_addresses(text: &str, set: impl Fn(&str) -> String) -> String {
    if text.contains(GUARD) {
        return text.to_owned();
    }
    if !text.bytes().any(marks_address) {
        return set(text);
    }
    let (bare, kept) = without_addresses(text);
    if kept.is_empty() {
        return set(text);
    }
    let mut kept = kept.into_iter();
    let mut out = String::with_capacity(text.len() + 16);
    for c in set(&bare).chars() {
        match c {
            GUARD => out.push_str(kept.next().unwrap_or_default()),
            c => out.push(c),
        }
    }
    out
}

/// Whether an address, or a piece of code, may have this byte where other texts have none.
fn marks_address(byte: u8) -> bool {
    matches!(byte, b'`' | b'@' | b'/' | b'\\' | b'_' | b'=' | b'w')
}

/// The text with [`GUARD`] for each address, and the addresses.
fn without_addresses(text: &str) -> (String, Vec<&str>) {
    let mut bare = String::with_capacity(text.len());
    let mut kept = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let length = match rest.strip_prefix('`').and_then(|code| code.find('`')) {
            Some(end) => end + 2,
            None => address(rest),
        };
        if length > 0 {
            bare.push(GUARD);
            kept.push(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        let next = next_start(rest);
        bare.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    (bare, kept)
}

/// Where the next word, or piece of code, may begin.
fn next_start(text: &str) -> usize {
    let mut letters = text.char_indices();
    let mut last = letters.next().map_or(' ', |(_, c)| c);
    for (at, c) in letters {
        if c == '`' || is_edge(last) {
            return at;
        }
        last = c;
    }
    text.len()
}

/// Whether an address may begin after this character.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '«' | '„' | '“' | '"' | '(' | '[' | '<' | SEAM)
}

/// Length of the address that the text begins with; zero when it begins with none.
fn address(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || c == SEAM || c == OBJECT)
        .unwrap_or(text.len());
    let word = &text[..end];
    let has_sign = word.contains("://") || word.contains('@') || word.starts_with("www.");
    let is_path = word.is_ascii() && word.contains(['/', '\\', '_', '=']);
    if !has_sign && !is_path {
        return 0;
    }
    word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '»', '“', '”', '…'])
        .len()
}
