//! The words of a script. A script also holds Russian letters that are data (endings, names of months), so a text for
//! people is told by its looks: it begins with a capital letter, as sentences and labels do, or stands in backquotes.

use super::speaker::{Speaker, is_russian};
use crate::text::language::pattern::{Part, parts};

/// The module in the language of the speaker. Lines of comments are left alone, as are regular expressions.
pub fn translated(source: &str, speaker: &mut Speaker<'_>) -> String {
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let is_comment = line.trim_start().starts_with(['*', '/']);
        match is_russian(line) && !is_comment {
            true => out.push_str(&translated_line(line, at, speaker)),
            false => out.push_str(line),
        }
        at += line.len();
    }
    out
}

fn translated_line(line: &str, at: usize, speaker: &mut Speaker<'_>) -> String {
    let mut out = String::with_capacity(line.len());
    let mut done = 0;
    while let Some(found) = line[done..].find(['\'', '"', '`', '/']) {
        let start = done + found;
        let Some(end) = end_of(line, start) else {
            out.push_str(&line[done..=start]);
            done = start + 1;
            continue;
        };
        out.push_str(&line[done..start]);
        let (quote, text) = (&line[start..=start], &line[start + 1..end]);
        match is_spoken(text, quote) {
            true => out.push_str(&[quote, &said(text, quote, at + start, speaker), quote].concat()),
            false => out.push_str(&line[start..=end]),
        }
        done = end + 1;
    }
    out.push_str(&line[done..]);
    out
}

/// Where the text or regular expression that begins at `start` ends. A slash after a value is a division.
fn end_of(line: &str, start: usize) -> Option<usize> {
    let mark = line.as_bytes()[start];
    let before = line[..start].trim_end();
    if mark == b'/'
        && before
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '}' | '_' | '$'))
    {
        return None;
    }
    let (mut at, mut in_class) = (start + 1, false);
    while let Some(byte) = line.as_bytes().get(at) {
        match byte {
            b'\\' => at += 1,
            b'[' if mark == b'/' => in_class = true,
            b']' if mark == b'/' => in_class = false,
            b'$' if mark == b'`' && line[at..].starts_with("${") => {
                at += value_length(&line[at..]) - 1
            }
            byte if *byte == mark && !in_class => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Length of `${…}`.
fn value_length(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn is_spoken(text: &str, quote: &str) -> bool {
    if matches!(quote, "/" | "`") {
        return quote == "`" && is_russian(&without_values(text));
    }
    let mut letters = text.chars().skip_while(|c| !c.is_alphabetic());
    matches!(letters.next(), Some('А'..='Я' | 'Ё'))
        && matches!(letters.next(), Some('а'..='я' | 'ё'))
}

/// The words of a text in backquotes.
fn without_values(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("${") {
        words.push_str(&rest[..start]);
        rest = &rest[start + value_length(&rest[start..])..];
    }
    words + rest
}

/// A text with its `${…}` as places.
fn said(text: &str, quote: &str, at: usize, speaker: &mut Speaker<'_>) -> String {
    let mut key = String::new();
    let mut values = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("${").filter(|_| quote == "`") {
        let end = start + value_length(&rest[start..]);
        values.push(&rest[start..end]);
        key.push_str(&rest[..start]);
        key.push_str(&format!("{{{}}}", values.len()));
        rest = &rest[end..];
    }
    key.push_str(rest);
    let phrase = key.trim_matches(' ');
    let (lead, tail) = key.split_once(phrase).unwrap_or_default();
    let said = speaker.say(phrase, at);
    let filled = parts(&said).into_iter().map(|part| match part {
        Part::Words(words) => escaped(words, quote),
        Part::Value(number) => values
            .get(number.wrapping_sub(1))
            .copied()
            .unwrap_or_default()
            .to_owned(),
        Part::Open(_) | Part::Close(_) => String::new(),
    });
    [lead, &filled.collect::<String>(), tail].concat()
}

fn escaped(words: &str, quote: &str) -> String {
    words.replace(quote, &format!("\\{quote}"))
}
