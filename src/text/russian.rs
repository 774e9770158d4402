//! Russian words around numbers and dates.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// Months in the genitive, as they stand in dates: «22 ноября».
pub const MONTHS_OF: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const MONTHS_IN: [&str; 12] = [
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
];

/// The month's name, `month` being 1–12.
pub fn month(month: i8) -> &'static str {
    MONTHS[index(month)]
}

/// True when a word, in small letters, is the name of the month in one of the cases that tell a time.
pub fn is_month(word: &str, month: i8) -> bool {
    let at = index(month);
    [MONTHS[at], MONTHS_OF[at], MONTHS_IN[at]].contains(&word)
}

/// «апреля».
pub fn month_of(month: i8) -> &'static str {
    MONTHS_OF[index(month)]
}

/// «апреле», for «в апреле».
pub fn month_in(month: i8) -> &'static str {
    MONTHS_IN[index(month)]
}

fn index(month: i8) -> usize {
    (month.clamp(1, 12) - 1) as usize
}

/// «30 апреля 2023 г.»
pub fn date(day: Date) -> String {
    format!("{} {} {} г.", day.day(), month_of(day.month()), day.year())
}

/// «30.04.2023»
pub fn date_short(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// The form of a noun that goes with a number: `plural(2, ["школа", "школы", "школ"])` is «школы».
pub fn plural(number: usize, forms: [&str; 3]) -> &str {
    match (number % 100, number % 10) {
        (11..=14, _) => forms[2],
        (_, 1) => forms[0],
        (_, 2..=4) => forms[1],
        _ => forms[2],
    }
}

/// «2 школы»: the number with its noun.
pub fn counted(number: usize, forms: [&str; 3]) -> String {
    format!("{number} {}", plural(number, forms))
}

/// Whether a character belongs to a word: a letter or a digit. Russian and Latin letters are told apart from the rest
/// first, since looking each up in the tables of Unicode took a fifth of a build.
pub fn is_word_char(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        ascii if ascii.is_ascii() => false,
        other => other.is_alphanumeric(),
    }
}

/// Whether a character is a letter, told as [`is_word_char`] tells it.
pub fn is_letter(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'a'..='z' | 'A'..='Z' => true,
        ascii if ascii.is_ascii() => false,
        other => other.is_alphabetic(),
    }
}

/// The small letter of a letter, of one that has several the first; other characters stay. Russian and Latin letters are
/// told apart from the rest first, see [`is_word_char`].
pub fn small(c: char) -> char {
    match c {
        'а'..='я' | 'ё' => c,
        // Capital and small letters stand in the same order, 32 places apart.
        'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'Ё' => 'ё',
        ascii if ascii.is_ascii() => ascii.to_ascii_lowercase(),
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// The letter by which words are compared: small, and «е» for «ё».
pub fn folded(c: char) -> char {
    match small(c) {
        'ё' => 'е',
        other => other,
    }
}

/// True when a word begins with these letters, which are small and without «ё»; capital letters and «ё» of the word do
/// not matter.
pub fn begins(word: &str, letters: &str) -> bool {
    let mut own = word.chars().map(folded);
    letters.chars().all(|letter| own.next() == Some(letter))
}

/// Beginnings of Russian words, in small letters and without «ё».
#[derive(Debug)]
pub struct Beginnings {
    words: &'static [&'static str],
    /// One bit for each letter that one of them begins with: most words of a text are told apart by their first letter.
    firsts: u32,
}

impl Beginnings {
    /// These beginnings.
    ///
    /// # Panics
    /// When one does not begin with a small Russian letter, while the program is compiled.
    pub const fn of(words: &'static [&'static str]) -> Beginnings {
        let mut firsts = 0;
        let mut nth = 0;
        while nth < words.len() {
            let letter = match words[nth].as_bytes() {
                [0xD0, low @ 0xB0..=0xBF, ..] => *low - 0xB0,
                [0xD1, low @ 0x80..=0x8F, ..] => *low - 0x80 + 16,
                _ => panic!("a beginning is written in small Russian letters"),
            };
            firsts |= 1 << letter;
            nth += 1;
        }
        Beginnings { words, firsts }
    }

    /// True when a word [`begins`] with one of them.
    pub fn any(&self, word: &str) -> bool {
        let first = match word.chars().next().map(folded) {
            Some(first @ 'а'..='я') => u32::from(first) - u32::from('а'),
            _ => return false,
        };
        self.firsts & (1 << first) != 0 && self.words.iter().any(|one| begins(word, one))
    }
}

/// The text in small letters and with «е» for «ё»: how words are compared.
pub fn folded_word(text: &str) -> String {
    let lower = lowercase(text);
    match lower.contains('ё') {
        true => lower.replace('ё', "е"),
        false => lower,
    }
}

/// The text in small letters. Texts in Russian and Latin letters, which are nearly all, are spared the tables of Unicode.
pub fn lowercase(text: &str) -> String {
    let plain = |c: char| {
        c.is_ascii()
            || matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '«' | '»' | '—' | '–' | '№' | '\u{A0}' | '…')
    };
    if !text.chars().all(plain) {
        return text.to_lowercase();
    }
    let mut lower = String::with_capacity(text.len());
    lower.extend(text.chars().map(small));
    lower
}

/// The text with its first letter in upper case.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_agree_with_numbers() {
        let forms = ["школа", "школы", "школ"];
        let said: Vec<_> = [0, 1, 2, 5, 11, 12, 21, 22, 25, 101, 111]
            .map(|n| counted(n, forms))
            .into();
        assert_eq!(
            said,
            [
                "0 школ",
                "1 школа",
                "2 школы",
                "5 школ",
                "11 школ",
                "12 школ",
                "21 школа",
                "22 школы",
                "25 школ",
                "101 школа",
                "111 школ"
            ]
        );
    }
}
