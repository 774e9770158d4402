//! From bytes to text: tells UTF-8 from everything else an office computer may save, by looking at the bytes alone.
//! It must not know what the text is about.

use encoding_rs::{Encoding, IBM866, KOI8_R, WINDOWS_1251, X_MAC_CYRILLIC};

use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;

/// How many bytes are enough to guess an encoding.
const SAMPLE: usize = 64 * 1024;

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
    if looks_like_utf16(bytes) {
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
        Some(name) => wrong_encoding(source, name),
        None => problem(
            source,
            "файл не в кодировке UTF-8, прочесть его нельзя".to_owned(),
        )
        .help(ADVICE),
    }
}

/// True for two-byte text: a byte order mark, or zero and four (Cyrillic) standing in every second byte.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return true;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 4 || !sample.contains(&0) {
        return false;
    }
    let high = |parity: usize| {
        sample
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|&&byte| byte == 0 || byte == 4)
            .count()
    };
    let pairs = sample.len() / 2;
    let (even, odd) = (high(0), high(1));
    odd * 10 >= pairs * 8 && even * 10 <= pairs * 3
        || even * 10 >= pairs * 8 && odd * 10 <= pairs * 3
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

/// The encoding in which the bytes look most like Russian; none when they look like nothing.
fn guess(bytes: &[u8]) -> Option<&'static str> {
    let candidates: [(&'static Encoding, &'static str); 4] = [
        (WINDOWS_1251, "Windows-1251"),
        (IBM866, "cp866 (DOS)"),
        (KOI8_R, "KOI8-R"),
        (X_MAC_CYRILLIC, "MacCyrillic"),
    ];
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count() as i64;
    let scored = candidates.map(|(encoding, name)| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        (score(&text), name)
    });
    // Of equal scores the first wins: it is the likelier encoding.
    let (best, name) = scored.into_iter().rev().max_by_key(|(score, _)| *score)?;
    (best > foreign * 2).then_some(name)
}

/// How Russian a text looks: frequent letters count more, impossible neighbours count against.
fn score(text: &str) -> i64 {
    let mut total = 0;
    let mut previous = ' ';
    for c in text.chars() {
        total += match c {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' => 8,
            'с' | 'р' | 'в' | 'л' => 6,
            'к' | 'м' | 'д' | 'п' | 'у' => 4,
            'а'..='я' => 3,
            'ё' => 1,
            'А'..='Я' if previous.is_lowercase() => -6,
            'А'..='Я' => 2,
            '«' | '»' | '№' | '—' | '–' | '\u{A0}' | '…' => 2,
            c if c.is_ascii() => 0,
            _ => -8,
        };
        previous = c;
    }
    total
}
