//! Quotation marks: which of them open and which close, and what each becomes at its depth.

use super::marks::{NBSP, after, before};

/// A quotation mark of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

/// Quotes within quotes within quotes are no sentence for people: such a text is left alone.
const DEEPEST: usize = 3;

/// The text with «ёлочки» outside and „лапки“ inside; none when its marks do not pair, since nothing is guessed then.
pub fn russian(text: &str) -> Option<String> {
    set(text, [['«', '»'], ['„', '“']])
}

/// The text with these pairs at even and odd depth; none when its marks do not pair.
pub fn set(text: &str, pairs: [[char; 2]; 2]) -> Option<String> {
    if !text.contains(['"', '«', '»', '„', '“', '”', '‟']) {
        return Some(text.to_owned());
    }
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    let mut depth = 0;
    let mut opened_at = None;
    for (at, c) in letters.iter().enumerate() {
        if !matches!(c, '"' | '«' | '»' | '„' | '“' | '”' | '‟') {
            out.push(*c);
            continue;
        }
        match side(&letters, at, depth, opened_at)? {
            Side::Open if depth < DEEPEST => {
                out.push(pairs[depth % 2][0]);
                depth += 1;
                opened_at = Some(at);
            }
            Side::Close if depth > 0 => {
                depth -= 1;
                out.push(pairs[depth % 2][1]);
            }
            _ => return None,
        }
    }
    (depth == 0).then_some(out)
}

/// Whether a mark opens or closes; none when nobody can tell. `opened_at` is the mark opened last.
fn side(letters: &[char], at: usize, depth: usize, opened_at: Option<usize>) -> Option<Side> {
    let left = before(letters, at);
    let right = after(letters, at).map(|at| letters[at]);
    let opens = left.is_none_or(|left| {
        Some(left) == opened_at || is_space(letters[left]) || "([{—–-/".contains(letters[left])
    });
    let closes = right.is_none_or(|c| is_space(c) || ".,;:!?…)]}»“”\"—–-/%".contains(c));
    match (letters[at], opens, closes) {
        ('«' | '„' | '‟', ..) => Some(Side::Open),
        ('»' | '”', ..) => Some(Side::Close),
        (_, true, false) => Some(Side::Open),
        ('“', ..) | (_, false, true) => Some(Side::Close),
        (_, true, true) if depth > 0 => Some(Side::Close),
        _ => None,
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == NBSP
}
