//! From bytes to text: tells UTF-8 from everything else an office computer may save, by looking at the bytes alone.
//! It must not know what the text is about.

use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;
use crate::text::encoding::{SAMPLE, guess, two_bytes};

/// What every message about an encoding advises.
const ADVICE: &str = "сохраните файл в кодировке UTF-8: в Блокноте это «Файл → Сохранить как», строка «Кодировка» внизу окна";

/// The beginnings of files that are not text at all, with what they are.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "это документ Word, книга Excel или архив"),
    (b"\xD0\xCF\x11\xE0", "это старый документ Word или Excel"),
    (b"%PDF", "это документ PDF"),
    (b"{\\rtf", "это документ RTF"),
    (b"\x89PNG", "это картинка"),
    (b"\xFF\xD8\xFF", "это фотография"),
];

/// The file's text, with the byte order mark if there is one; or what is wrong with its bytes.
pub fn decode(source: SourceId, bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        let problem = problem(source, format!("это не текстовый файл: {what}"));
        return Err(Box::new(problem.help(
            "скопируйте текст в новый файл и сохраните его в кодировке UTF-8",
        )));
    }
    if two_bytes(bytes).is_some() {
        return Err(Box::new(wrong_encoding(
            source,
            "UTF-16 (в Блокноте она названа «Юникод»)",
        )));
    }
    std::str::from_utf8(bytes)
        .map_err(|error| Box::new(not_utf8(source, bytes, error.valid_up_to())))
}

/// How many bytes the UTF-8 byte order mark takes at the beginning of a text.
pub fn mark_length(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    }
}

fn problem(source: SourceId, message: String) -> Diagnostic {
    Diagnostic::error(codes::NOT_UTF8, Span::start_of(source), message)
}

fn wrong_encoding(source: SourceId, name: &str) -> Diagnostic {
    problem(source, format!("файл в кодировке {name}, а нужна UTF-8")).help(ADVICE)
}

fn not_utf8(source: SourceId, bytes: &[u8], valid_up_to: usize) -> Diagnostic {
    if is_damaged_utf8(bytes) {
        let line = bytes[..valid_up_to]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count()
            + 1;
        return problem(
            source,
            format!("в файле испорчен знак: строка {line} не читается как UTF-8"),
        )
        .help(format!(
            "наберите строку {line} заново и сохраните файл в кодировке UTF-8"
        ));
    }
    match guess(&bytes[..bytes.len().min(SAMPLE)]) {
        Some((_, name)) => wrong_encoding(source, name),
        None => problem(
            source,
            "файл не в кодировке UTF-8, прочесть его нельзя".to_owned(),
        )
        .help(ADVICE),
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
