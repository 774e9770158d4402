//! Texts that are UTF-8 and yet unreadable: they went through a wrong encoding on their way.

use std::ops::Range;

use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;
use crate::text::encoding::unspoilt;

/// The first spoilt words of a text; one message, however many there are.
pub fn find(source: SourceId, text: &str) -> Option<Diagnostic> {
    if !may_be_spoilt(text) {
        return None;
    }
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Some(lost(source, text, char::REPLACEMENT_CHARACTER, 1));
    }
    if text.contains("????") {
        return Some(lost(source, text, '?', 4));
    }
    let spoilt: Vec<(Range<usize>, String)> = words(text)
        .filter_map(|(at, word)| Some((at, unspoilt(word)?)))
        .collect();
    let (at, was) = spoilt.first()?.clone();
    let message = format!("текст испорчен неверной кодировкой: вместо «{was}» стоят другие знаки");
    let problem = Diagnostic::error(codes::MOJIBAKE, Span::new(source, at.clone()), message)
        .label(format!("здесь было «{was}»"))
        .help("файл в UTF-8 открыли как Windows-1251 и сохранили: возьмите целый файл из прежней версии или наберите слова заново");
    Some(match spoilt.len() {
        1 => problem.patch(Span::new(source, at), was),
        count => problem.help(format!("всего испорченных слов: {count}")),
    })
}

/// Whether a text has what the search below looks for at all; few have, and each is read whole for it.
fn may_be_spoilt(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut leads, mut questions) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'?' => questions += 1,
            b' ' | b'\n' | b'\r' | b'\t' | b'"' | b'=' => (leads, questions) = (0, 0),
            byte if byte.is_ascii() => questions = 0,
            // «Р», «С», «Ð», «Ñ» by their second byte.
            0xA0 | 0xA1 if bytes[at - 1] == 0xD0 => leads += 1,
            0x90 | 0x91 if bytes[at - 1] == 0xC3 => leads += 1,
            0xEF => leads += usize::from(text[at..].starts_with(char::REPLACEMENT_CHARACTER)) * 2,
            _ => questions = 0,
        }
        if leads >= 2 || questions >= 4 {
            return true;
        }
    }
    false
}

/// Signs that stand where letters were; nothing tells which.
fn lost(source: SourceId, text: &str, sign: char, least: usize) -> Diagnostic {
    let start = text.find(&sign.to_string().repeat(least)).unwrap_or(0);
    let run: usize = text[start..]
        .chars()
        .take_while(|c| *c == sign)
        .map(char::len_utf8)
        .sum();
    let line = text[..start].matches('\n').count() + 1;
    Diagnostic::error(
        codes::MOJIBAKE,
        Span::new(source, start..start + run),
        format!("вместо букв стоят знаки {sign}: их потеряла программа, которая сохраняла файл"),
    )
    .label("буквы потеряны")
    .help(format!(
        "наберите слова в строке {line} заново и сохраните файл в кодировке UTF-8"
    ))
}

/// Words in which a spoilt text can hide, with their places.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut from = 0;
    text.split([' ', '\n', '\r', '\t', '"', '='])
        .map(move |word| {
            let at = from..from + word.len();
            from = at.end + 1;
            (at, word)
        })
        // Two letters of the spoilt kind stand for one: fewer than two of those are chance.
        .filter(|(_, word)| {
            let lead = |c: char| matches!(c, 'Р' | 'С' | 'Ð' | 'Ñ');
            word.chars().filter(|c| lead(*c)).count() >= 2
        })
}
