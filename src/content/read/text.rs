//! From bytes to text: tells UTF-8 from everything else an office computer may save, by looking at the bytes alone.
//! It must not know what the text is about.

use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;
use crate::text::encoding::{self, Guess};

/// How a file is saved in UTF-8 by hand.
const ADVICE: &str = "сохраните файл в кодировке UTF-8: в Блокноте это «Файл → Сохранить как», строка «Кодировка» внизу окна";

/// What the program can do itself.
const FIX: &str = "или дайте программе перекодировать его: portal check --fix";

/// The beginnings of files that are not text at all, with what they are.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "это документ Word, книга Excel или архив"),
    (b"\xD0\xCF\x11\xE0", "это старый документ Word или Excel"),
    (b"%PDF", "это документ PDF"),
    (b"{\\rtf", "это документ RTF"),
    (b"\x89PNG", "это картинка"),
    (b"\xFF\xD8\xFF", "это фотография"),
];

/// The file's text, with the byte order mark if there is one; or what is wrong with its bytes. They are not looked
/// through again when they are known to be UTF-8.
pub fn decode<'a>(
    source: SourceId,
    bytes: &'a [u8],
    known: Option<&'a str>,
) -> Result<&'a str, Box<Diagnostic>> {
    let whole = |message: String| problem(Span::start_of(source), message);
    if let Some(what) = foreign(bytes) {
        let problem = whole(format!("это не текстовый файл: {what}"));
        return Err(Box::new(problem.help(
            "скопируйте текст в новый файл и сохраните его в кодировке UTF-8",
        )));
    }
    if let Some(guess) = encoding::two_byte(bytes) {
        return Err(Box::new(wrong_encoding(source, &guess)));
    }
    match known {
        Some(text) => Ok(text),
        None => {
            std::str::from_utf8(bytes).map_err(|error| Box::new(not_utf8(source, bytes, error)))
        }
    }
}

/// What a file is that is no text.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    if !bytes.is_empty() && bytes.iter().all(|byte| *byte == 0) {
        return Some("в нём одни нули, запись на диск оборвалась, содержимое пусто");
    }
    FOREIGN
        .iter()
        .find_map(|(magic, what)| bytes.starts_with(magic).then_some(*what))
}

/// The text of a file that is not UTF-8, with the name of its encoding; none when there is any doubt about it, or when the
/// file is UTF-8.
pub fn recoded(bytes: &[u8]) -> Option<(String, &'static str)> {
    if foreign(bytes).is_some() {
        return None;
    }
    if let Some(guess) = encoding::two_byte(bytes) {
        return guess.text.map(|text| (text, guess.name));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    if is_damaged_utf8(bytes) {
        return encoding::mixed(bytes).map(|text| (text, "Windows-1251 (отдельные слова)"));
    }
    let guess = encoding::one_byte(bytes)?;
    guess.text.map(|text| (text, guess.name))
}

/// How many bytes the UTF-8 byte order mark takes at the beginning of a text.
pub fn mark_length(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    }
}

fn problem(span: Span, message: String) -> Diagnostic {
    Diagnostic::error(codes::NOT_UTF8, span, message)
}

fn wrong_encoding(source: SourceId, guess: &Guess) -> Diagnostic {
    let problem = problem(
        Span::start_of(source),
        format!("файл в кодировке {}, а нужна UTF-8", guess.name),
    )
    .help(ADVICE);
    match guess.text {
        Some(_) => problem.help(FIX),
        None => problem,
    }
}

fn not_utf8(source: SourceId, bytes: &[u8], error: std::str::Utf8Error) -> Diagnostic {
    let at = error.valid_up_to();
    if is_damaged_utf8(bytes) {
        return damaged(source, bytes, at, error.error_len().is_none());
    }
    match encoding::one_byte(bytes) {
        Some(guess) => wrong_encoding(source, &guess),
        None => problem(
            Span::new(source, at..at + 1),
            "файл не в кодировке UTF-8, прочесть его нельзя".to_owned(),
        )
        .help(ADVICE),
    }
}

/// A file that is UTF-8 but for one place.
fn damaged(source: SourceId, bytes: &[u8], at: usize, cut: bool) -> Diagnostic {
    let line = bytes[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let span = Span::new(source, at..at + 1);
    if cut {
        return problem(
            span,
            "файл обрывается на середине буквы: он сохранён не до конца".to_owned(),
        )
        .help("возьмите целый файл или допишите конец заново и сохраните его в кодировке UTF-8");
    }
    let message = format!("в файле испорчен знак: строка {line} не читается как UTF-8");
    let advice = format!("наберите строку {line} заново и сохраните файл в кодировке UTF-8");
    match encoding::mixed(bytes) {
        Some(text) => {
            let word: String = text[at..]
                .chars()
                .take_while(|c| c.is_alphabetic())
                .collect();
            problem(span, message)
                .help(format!(
                    "похоже, это слово «{word}» в кодировке Windows-1251: {advice}"
                ))
                .help(FIX)
        }
        None => problem(span, message).help(advice),
    }
}

/// True when the file is UTF-8 but for a few bytes: cut off, or spoiled in one place.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text
        .chars()
        .filter(|&c| c == char::REPLACEMENT_CHARACTER)
        .count();
    let letters = text.chars().filter(|c| ('А'..='ё').contains(c)).count();
    letters >= broken * 4
}
