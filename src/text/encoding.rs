//! Which encoding bytes that are not UTF-8 are in, and what they say in it. It knows nothing of files and messages.

use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC};

/// How many bytes are enough to guess an encoding.
const SAMPLE: usize = 64 * 1024;

/// An encoding that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The encoding itself.
    pub encoding: &'static Encoding,
    /// What it is called in messages.
    pub name: &'static str,
    /// The text, when there is no doubt about it.
    pub text: Option<String>,
}

/// The encoding of bytes that may be two-byte text; none when they are not.
pub fn two_byte(bytes: &[u8]) -> Option<Guess> {
    let (encoding, body) = match bytes {
        [0xFF, 0xFE, body @ ..] => (UTF_16LE, body),
        [0xFE, 0xFF, body @ ..] => (UTF_16BE, body),
        _ => (unmarked(bytes)?, bytes),
    };
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(body)
        .map(|text| text.into_owned())
        .filter(|text| !text.contains('\0'));
    Some(Guess {
        encoding,
        name: "UTF-16 (в Блокноте она названа «Юникод»)",
        text,
    })
}

/// Two-byte text without a mark: zero and four (Cyrillic) stand in every second byte.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
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

/// The old encoding in which the bytes look most like Russian; none when they look like nothing.
pub fn one_byte(bytes: &[u8]) -> Option<Guess> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let candidates: [(&'static Encoding, &'static str); 4] = [
        (WINDOWS_1251, "Windows-1251"),
        (IBM866, "cp866 (DOS)"),
        (KOI8_R, "KOI8-R"),
        (X_MAC_CYRILLIC, "MacCyrillic"),
    ];
    let foreign = sample.iter().filter(|byte| !byte.is_ascii()).count() as i64;
    let mut scored = candidates.map(|(encoding, name)| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        (score(&text), encoding, name)
    });
    // Of equal scores the first wins: it is the likelier encoding.
    scored.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let [(best, encoding, name), (second, other, _), ..] = scored;
    if best <= foreign * 2 {
        return None;
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let (rival, _) = other.decode_without_bom_handling(bytes);
    let sure = best >= foreign * 4 && (best >= second + 8 || text == rival) && foreign >= 8;
    Some(Guess {
        encoding,
        name,
        text: sure.then(|| text.into_owned()),
    })
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

/// A text in which single words are Windows-1251 and the rest is UTF-8; none when what is no UTF-8 is no Russian word
/// either.
pub fn mixed(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut word: Vec<u8> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        if !chunk.valid().is_empty() {
            take_word(&mut word, &mut text)?;
            text.push_str(chunk.valid());
        }
        word.extend(chunk.invalid());
    }
    take_word(&mut word, &mut text)?;
    Some(text)
}

/// Adds a gathered word to the text; none when it is no word.
fn take_word(word: &mut Vec<u8>, text: &mut String) -> Option<()> {
    if word.is_empty() {
        return Some(());
    }
    let (decoded, _) = WINDOWS_1251.decode_without_bom_handling(word);
    let mut letters = decoded.chars();
    let russian = |c: char| ('а'..='я').contains(&c) || c == 'ё';
    let first = letters
        .next()
        .is_some_and(|c| c.to_lowercase().all(russian));
    if !first || !letters.all(russian) || word.len() < 3 {
        return None;
    }
    text.push_str(&decoded);
    word.clear();
    Some(())
}

/// What a text was before UTF-8 was read as another encoding and saved again: «РџР»Р°РЅ» was «План». None when it is not
/// such a text.
pub fn unspoilt(text: &str) -> Option<String> {
    [WINDOWS_1251, encoding_rs::WINDOWS_1252]
        .into_iter()
        .find_map(|encoding| {
            let (bytes, _, lost) = encoding.encode(text);
            let was = String::from_utf8(bytes.into_owned())
                .ok()
                .filter(|_| !lost)?;
            let letters = was.chars().filter(|c| ('А'..='ё').contains(c)).count();
            let shorter = was.chars().count() < text.chars().count();
            (shorter && letters >= 2).then_some(was)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoilt_words_become_themselves_and_right_ones_stay() {
        assert_eq!(unspoilt("РџР»Р°РЅ"), Some("План".to_owned()));
        for right in [
            "План",
            "РУО",
            "ГСС СССР",
            "naïve",
            "Рособрнадзор",
            "Ростов-на-Дону",
        ] {
            assert_eq!(unspoilt(right), None, "{right}");
        }
    }

    #[test]
    fn words_of_another_encoding_among_right_ones_are_read() {
        let bytes = [b"\xD0\xB0 = ".as_slice(), b"\xF0\xE0\xE9\xEE\xED", b" x"].concat();
        assert_eq!(mixed(&bytes), Some("а = район x".to_owned()));
        assert_eq!(mixed(b"\xFF\xFFab"), None);
    }
}
