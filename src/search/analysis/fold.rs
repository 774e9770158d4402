//! Letters as they are compared: small, without marks, Cyrillic where Latin ones only look so.

/// What one character of a text is for the search.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// A letter, small; ё is е.
    Letter(char),
    /// A digit 0–9.
    Digit(char),
    /// «½» and its like.
    Fraction(&'static str),
    /// Part of the letter before it, without meaning for the search: stress, soft hyphen, zero-width characters.
    Nothing,
    /// U+0306, which makes «й» of an «и» before it (names of files written on a Mac).
    Breve,
    /// Everything else.
    Separator,
}

/// Folds one character, whatever stands around it.
pub fn fold(c: char) -> Folded {
    match c {
        'а'..='я' | 'a'..='z' => Folded::Letter(c),
        // These three only spare the tables of Unicode: nearly every other character of our texts is one of them.
        ' ' | '!'..='/' => Folded::Separator,
        'A'..='Z' => Folded::Letter(c.to_ascii_lowercase()),
        'А'..='Я' => Folded::Letter(char::from_u32(c as u32 + 32).unwrap_or(c)),
        '0'..='9' => Folded::Digit(c),
        'ё' | 'Ё' => Folded::Letter('е'),
        '¼' => Folded::Fraction("1/4"),
        '½' => Folded::Fraction("1/2"),
        '¾' => Folded::Fraction("3/4"),
        '\u{306}' => Folded::Breve,
        '\u{ad}' | '\u{feff}' | '\u{2060}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}' => {
            Folded::Nothing
        }
        _ if c.is_alphabetic() => Folded::Letter(c.to_lowercase().next().unwrap_or(c)),
        _ => Folded::Separator,
    }
}

/// Whether the folded letter is a Russian one.
pub fn is_russian(letter: char) -> bool {
    matches!(letter, 'а'..='я')
}

/// The Cyrillic letter that the folded Latin one looks like, in either size: both «А» and «а» of a document typed by
/// hand may be Latin. «в», «к», «м», «н», «т» are alike as capitals only, yet folding comes after lower-casing and a
/// Russian word has no true Latin letters.
pub fn look_alike(letter: char) -> Option<char> {
    Some(match letter {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}

/// Latin words that consist of look-alikes and yet are Latin; all others in capitals («BMO», «BCOKO») are Russian
/// abbreviations typed with the wrong keyboard.
const TRULY_LATIN: [&str; 3] = ["http", "max", "pc"];

/// Makes the folded word Cyrillic where it is meant so: it has a Russian letter, or is an abbreviation of two letters
/// and more written with look-alikes only.
pub fn to_cyrillic(word: &mut String, capitals: bool) {
    if word.is_ascii() {
        let abbreviation = capitals
            && word.len() > 1
            && word.chars().all(|letter| look_alike(letter).is_some())
            && !TRULY_LATIN.contains(&word.as_str());
        if !abbreviation {
            return;
        }
    } else if !word.chars().any(is_russian) || !word.chars().any(|letter| letter.is_ascii()) {
        return;
    }
    *word = word
        .chars()
        .map(|letter| look_alike(letter).unwrap_or(letter))
        .collect();
}
