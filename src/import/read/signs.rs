//! Letters of the fonts Symbol and Wingdings, which programs keep in a private part of Unicode: U+F0B7 is a bullet.

/// Signs that are the same in Symbol or that only one of the fonts has.
const SIGNS: &[(u32, char)] = &[
    (0xB7, '•'),
    (0xA7, '▪'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0xA8, '◻'),
    (0xD8, '➢'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
    (0x2D, '–'),
    (0x4A, '☺'),
];

/// Signs of the font Symbol.
const SYMBOL: &[(u32, char)] = &[
    (0x2D, '−'),
    (0x2A, '∗'),
    (0x40, '≅'),
    (0x5E, '⊥'),
    (0xA2, '′'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xA7, '♣'),
    (0xA8, '♦'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB2, '″'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB5, '∝'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBA, '≡'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xC5, '⊕'),
    (0xCE, '∈'),
    (0xD0, '∠'),
    (0xD6, '√'),
    (0xD7, '⋅'),
    (0xDB, '⇔'),
    (0xDC, '⇐'),
    (0xDE, '⇒'),
    (0xE5, '∑'),
    (0xF2, '∫'),
];

/// Greek letters of the font Symbol, in the order of the Latin alphabet.
const GREEK_SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const GREEK_LARGE: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

/// The letter that a sign of a font stands for; none when nobody here knows it.
pub fn sign(font: &str, code: u32) -> Option<char> {
    let code = if (0xF000..=0xF0FF).contains(&code) {
        code - 0xF000
    } else {
        code
    };
    let font = font.to_ascii_lowercase();
    if font.starts_with("symbol") {
        return of_symbol(code);
    }
    if font.starts_with("wingdings 2") {
        return match code {
            0x50 | 0x97 => Some('•'),
            0x51 | 0x52 => Some('☑'),
            0x53 | 0x54 => Some('☒'),
            0xA3 => Some('☐'),
            _ => listed(SIGNS, code),
        };
    }
    if font.starts_with("wingdings") || font.starts_with("webdings") {
        return listed(SIGNS, code);
    }
    // Any other font: a usual letter, or a sign of the private part whose font was not said.
    match code {
        0x20..=0x7E => char::from_u32(code),
        _ => listed(SIGNS, code)
            .or_else(|| listed(SYMBOL, code))
            .or_else(|| char::from_u32(code).filter(|_| code > 0xFF)),
    }
}

/// A text with the private signs in it put into plain letters; what nobody knows becomes «□». Signs that only say where a
/// line may break are no letters: a hyphen that holds its word together is a hyphen.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{AD}' | '\u{FEFF}'))
        .map(|c| match u32::from(c) {
            code @ 0xF000..=0xF0FF => sign("", code).unwrap_or('□'),
            0x2011 => '-',
            _ => c,
        })
        .collect()
}

fn of_symbol(code: u32) -> Option<char> {
    let nth = |letters: &str, first: u32| letters.chars().nth((code - first) as usize);
    match code {
        0x41..=0x5A => nth(GREEK_LARGE, 0x41),
        0x61..=0x7A => nth(GREEK_SMALL, 0x61),
        _ => listed(SYMBOL, code).or_else(|| char::from_u32(code).filter(|_| code < 0x7F)),
    }
}

fn listed(signs: &[(u32, char)], code: u32) -> Option<char> {
    signs
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::{plain, sign};

    #[test]
    fn bullets_and_greek_letters_are_plain() {
        assert_eq!(sign("Symbol", 0xF0B7), Some('•'));
        assert_eq!(sign("Wingdings", 0xF0FC), Some('✓'));
        assert_eq!(sign("Symbol", 0x61), Some('α'));
        assert_eq!(plain("\u{F0B7} урок\u{AD}ов"), "• уроков");
    }
}
