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
