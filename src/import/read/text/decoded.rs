//! Bytes of a text file as text, whichever encoding an office computer saved them in.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};

use crate::text::encoding::{one_byte, two_byte};

/// The text of these bytes, and the encoding when it is not UTF-8. What cannot be read becomes «\u{FFFD}».
pub fn decoded(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> (String, Option<&'static str>) {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return (String::from_utf8_lossy(rest).into_owned(), None);
    }
    if let Some(guess) = two_byte(bytes) {
        return (
            guess.encoding.decode_with_bom_removal(bytes).0.into_owned(),
            Some("UTF-16"),
        );
    }
    // A page may call itself Windows-1251 after somebody has saved it as UTF-8: valid UTF-8 is no accident.
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    let (encoding, name) = match declared {
        Some(encoding) if encoding != UTF_8 => (encoding, encoding.name()),
        _ => one_byte(bytes).map_or((WINDOWS_1251, "Windows-1251"), |guess| {
            (guess.encoding, guess.name)
        }),
    };
    // A few spoiled bytes in UTF-8 do not make it another encoding.
    let lossy = String::from_utf8_lossy(bytes);
    let spoiled = lossy.matches('\u{FFFD}').count();
    let letters = lossy
        .chars()
        .filter(|letter| ('А'..='ё').contains(letter))
        .count();
    if letters > spoiled * 4 {
        return (lossy.into_owned(), None);
    }
    (
        encoding.decode_without_bom_handling(bytes).0.into_owned(),
        Some(name),
    )
}
