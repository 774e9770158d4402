//! From the bytes of a saved table to its text. Russian spreadsheets save in five encodings; which one it is shows in the
//! headings, which are known.

use encoding_rs::{Encoding, IBM866, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC};

/// The text of a table.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// The text without the byte order mark, line breaks as they were.
    pub text: String,
    /// True when the encoding has fewer letters than our files, so that some may have been lost.
    pub narrow: Option<&'static Encoding>,
}

/// Decodes a table; `known` says how many headings of a first line are known. None when the bytes are no text.
pub fn decode(bytes: &[u8], known: impl Fn(&str) -> usize) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (!damaged).then(|| Decoded {
            text: text.into_owned(),
            narrow: None,
        });
    }
    let wide: &[&'static Encoding] = &[UTF_8, UTF_16LE, UTF_16BE];
    let narrow: &[&'static Encoding] = &[WINDOWS_1251, IBM866, X_MAC_CYRILLIC];
    let candidates = if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        &wide[..1]
    } else if bytes.contains(&0) {
        &wide[1..]
    } else {
        narrow
    };
    let best = candidates
        .iter()
        .filter_map(|encoding| {
            let (text, damaged) = encoding.decode_without_bom_handling(bytes);
            (!damaged).then_some((*encoding, text))
        })
        // Of equals the first wins, and max_by_key takes the last.
        .rev()
        .max_by_key(|(_, text)| known(text.lines().next().unwrap_or_default()));
    best.map(|(encoding, text)| Decoded {
        text: text.into_owned(),
        narrow: narrow.contains(&encoding).then_some(encoding),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> Option<(String, bool)> {
        let known = |line: &str| usize::from(line.contains("Статус"));
        decode(bytes, known).map(|d| (d.text, d.narrow.is_some()))
    }

    #[test]
    fn every_encoding_of_a_spreadsheet_is_read() {
        let table = "Код;Статус\r\nm01;выполнено\r\n";
        let whole = |narrow| Some((table.to_owned(), narrow));
        assert_eq!(text_of(table.as_bytes()), whole(false));
        assert_eq!(text_of(format!("\u{FEFF}{table}").as_bytes()), whole(false));
        for encoding in [WINDOWS_1251, IBM866, X_MAC_CYRILLIC] {
            let (bytes, _, lost) = encoding.encode(table);
            assert!(!lost);
            assert_eq!(text_of(&bytes), whole(true), "{}", encoding.name());
        }
        let two_bytes: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text_of(&two_bytes), whole(false));
        assert_eq!(
            text_of(&[b"\xFF\xFE", two_bytes.as_slice()].concat()),
            whole(false)
        );
    }
}
