//! Texts in English: curly quotes and apostrophes, an en dash with spaces, as British public services print them.

use super::marks::{NBSP, ellipsis};
use super::{dashes, guard, quotes};

/// Sets a paragraph.
pub fn set(text: &str) -> String {
    guard::outside_addresses(text, |text| {
        let text = apostrophes(&ellipsis(text));
        let quoted = quotes::set(&text, [['“', '”'], ['«', '»']]);
        let mut letters: Vec<char> = quoted.unwrap_or(text).chars().collect();
        dashes::set(&mut letters, '–');
        let text: String = letters.into_iter().collect();
        numbered(&text)
    })
}

/// A straight apostrophe after a letter.
fn apostrophes(text: &str) -> String {
    let mut last = ' ';
    let set = text.chars().map(|c| {
        let curly = c == '\'' && last.is_alphanumeric();
        last = c;
        if curly { '’' } else { c }
    });
    set.collect()
}

/// «No. 5» stays on one line.
fn numbered(text: &str) -> String {
    text.replace("No. ", &format!("No.{NBSP}"))
}
