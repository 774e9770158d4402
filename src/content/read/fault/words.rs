//! Words and small pieces of text the mistakes share. Nothing here decides what is a mistake.

use crate::content::read::statement;

/// What an invisible character is called.
pub fn invisible(c: char) -> &'static str {
    match c {
        '\u{A0}' => "неразрывный пробел",
        '\u{202F}' => "узкий неразрывный пробел",
        '\u{AD}' => "знак мягкого переноса",
        '\u{200B}' => "пробел нулевой ширины",
        '\u{200C}' | '\u{200D}' | '\u{2060}' => "невидимый соединитель",
        '\u{FEFF}' => "метка начала файла",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "знак направления письма"
        }
        '\u{0B}' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\r' => "особый перенос строки",
        c if is_blank(c) => "типографский пробел",
        _ => "служебный знак",
    }
}

/// True for characters that stand for a blank, so that something must remain in their place.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{0B}'
}

/// A text as a TOML string: inner straight quotes become «ёлочки», line breaks become blanks.
pub fn quoted(text: &str) -> String {
    let joined = joined(text);
    if joined.contains('\\') && !joined.contains('\'') {
        return format!("'{joined}'");
    }
    format!("\"{}\"", fir_quotes(&joined).replace('\\', "\\\\"))
}

/// True when quotes around a text are all that it needs.
pub fn is_plain(text: &str) -> bool {
    !text.contains(['"', '\\', '\n', '\r', '\t']) && text.trim() == text && !text.is_empty()
}

/// The lines of a text in one.
pub fn joined(text: &str) -> String {
    if !text.contains('\n') {
        return text.trim().to_owned();
    }
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Turns straight quotes into « and »: an opening one stands at the beginning, after a blank or after a bracket.
pub fn fir_quotes(text: &str) -> String {
    let mut previous = ' ';
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        result.push(match c {
            '"' if previous.is_whitespace() || "([«".contains(previous) => '«',
            '"' => '»',
            c => c,
        });
        previous = c;
    }
    result
}

/// The text without a comment at its end, and without blanks.
pub fn without_comment(text: &str) -> &str {
    let end = text.find(" #").unwrap_or(text.len());
    text[..end].trim_end_matches(|c: char| c.is_whitespace() || statement::is_invisible(c))
}

/// Where a second field begins in a text: blanks or a comma, a Latin name, `=`.
pub fn second_field(text: &str) -> Option<usize> {
    text.match_indices('=').find_map(|(sign, _)| {
        let before = text[..sign].trim_end_matches([' ', '\t']);
        let start = before
            .rfind(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))
            .map_or(0, |at| {
                at + before[at..].chars().next().map_or(0, char::len_utf8)
            });
        let named = before[start..].starts_with(|c: char| c.is_ascii_alphabetic());
        let apart = start == 0 || before[..start].ends_with([' ', '\t', ',', ';']);
        let value = text[sign + 1..].trim_start();
        let valued = value.starts_with(|c: char| {
            statement::is_quote(c) || c.is_ascii_digit() || c == '[' || c == '{'
        }) || value.starts_with("true")
            || value.starts_with("false");
        (named && apart && valued).then_some(start)
    })
}
