//! In which encoding an office computer saved a Russian text, told from its bytes alone.

use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC};

/// How many bytes are enough to guess an encoding.
pub const SAMPLE: usize = 64 * 1024;

/// The order of bytes of a two-byte text: it has a byte order mark, or zero and four (Cyrillic) stand in every second byte.
pub fn two_bytes(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"\xFF\xFE") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Some(UTF_16BE);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 4 || !sample.contains(&0) {
        return None;
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
    if odd * 10 >= pairs * 8 && even * 10 <= pairs * 3 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 8 && odd * 10 <= pairs * 3 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding in which the bytes look most like Russian, and its name for people; none when they look like nothing.
pub fn guess(bytes: &[u8]) -> Option<(&'static Encoding, &'static str)> {
    let candidates: [(&'static Encoding, &'static str); 4] = [
        (WINDOWS_1251, "Windows-1251"),
        (IBM866, "cp866 (DOS)"),
        (KOI8_R, "KOI8-R"),
        (X_MAC_CYRILLIC, "MacCyrillic"),
    ];
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count() as i64;
    let scored = candidates.map(|(encoding, name)| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        (score(&text), encoding, name)
    });
    // Of equal scores the first wins: it is the likelier encoding.
    let (best, encoding, name) = scored
        .into_iter()
        .rev()
        .max_by_key(|(score, _, _)| *score)?;
    (best > foreign * 2).then_some((encoding, name))
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
