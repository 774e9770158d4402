//! Numbers that a program sets before a paragraph by itself: 1, I, а), iv.

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Writing {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// 01, 02.
    Padded,
    /// I, II.
    RomanLarge,
    /// i, ii.
    RomanSmall,
    /// A, B … Z, AA.
    LatinLarge,
    /// a, b.
    LatinSmall,
    /// А, Б.
    RussianLarge,
    /// а, б.
    RussianSmall,
    /// No number is written.
    Nothing,
}

/// Letters that number items in Russian: ё, й, ъ and ь never do (ECMA-376, ST_NumberFormat, `russianLower`).
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

const ROMAN: &[(u32, &str)] = &[
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// A number as it is written.
pub fn written(number: u32, writing: Writing) -> String {
    match writing {
        Writing::Decimal => number.to_string(),
        Writing::Padded => format!("{number:02}"),
        Writing::RomanSmall => roman(number),
        Writing::RomanLarge => roman(number).to_uppercase(),
        Writing::LatinSmall => lettered(number, LATIN),
        Writing::LatinLarge => lettered(number, LATIN).to_uppercase(),
        Writing::RussianSmall => lettered(number, RUSSIAN),
        Writing::RussianLarge => lettered(number, RUSSIAN).to_uppercase(),
        Writing::Nothing => String::new(),
    }
}

fn roman(mut number: u32) -> String {
    if number > 5000 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, letters) in ROMAN {
        while number >= *value {
            text.push_str(letters);
            number -= value;
        }
    }
    text
}

/// After the last letter they are doubled, then trebled: я, аа, бб.
fn lettered(number: u32, letters: &str) -> String {
    let count = letters.chars().count() as u32;
    let Some(index) = number.checked_sub(1) else {
        return String::new();
    };
    let times = (index / count + 1).min(9) as usize;
    let letter = letters.chars().nth((index % count) as usize);
    letter.map_or_else(String::new, |letter| letter.to_string().repeat(times))
}

#[cfg(test)]
mod tests {
    use super::{Writing, written};

    #[test]
    fn numbers_are_written_in_each_way() {
        assert_eq!(written(14, Writing::RomanLarge), "XIV");
        assert_eq!(written(10, Writing::RussianSmall), "к");
        assert_eq!(written(30, Writing::RussianSmall), "аа");
        assert_eq!(written(28, Writing::LatinLarge), "BB");
        assert_eq!(written(7, Writing::Padded), "07");
    }
}
