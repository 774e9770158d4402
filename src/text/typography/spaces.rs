//! Spaces at which a line must not break, and spaces that are missing before a number or a unit.

use super::marks::{NBSP, OBJECT, SEAM};
use crate::text::russian::MONTHS_OF;

/// Prepositions, conjunctions and particles that belong to the next word.
const SHORT: &[&str] = &[
    "а", "в", "во", "до", "за", "и", "из", "к", "ко", "на", "не", "ни", "но", "о", "об", "обо",
    "от", "по", "с", "со", "у",
];

/// Particles that belong to the word before.
const PARTICLES: &[&str] = &["же", "ж", "бы", "б", "ли", "ль"];

/// Before a number or a name.
const TITLES: &[&str] = &[
    "г.",
    "гл.",
    "д.",
    "дер.",
    "им.",
    "каб.",
    "кв.",
    "корп.",
    "п.",
    "пер.",
    "пл.",
    "пос.",
    "пп.",
    "пр.",
    "рис.",
    "с.",
    "ст.",
    "стр.",
    "табл.",
    "тел.",
    "ул.",
    "ч.",
];

/// After a number, with or without a full stop.
const UNITS: &[&str] = &[
    "га",
    "год",
    "года",
    "году",
    "годом",
    "годы",
    "годов",
    "ед",
    "км",
    "кг",
    "кл",
    "коп",
    "лет",
    "мин",
    "млн",
    "млрд",
    "м",
    "руб",
    "см",
    "тыс",
    "чел",
    "ч",
    "шт",
    "%",
    "‰",
    "₽",
];

/// Units and months stand after a number.
fn is_unit(word: &str) -> bool {
    UNITS.contains(&word) || MONTHS_OF.contains(&word)
}

/// After a number, only with a full stop: without it they are prepositions, or grams.
const DOTTED_UNITS: &[&str] = &["в.", "вв.", "г.", "гг."];

/// Marks that may stand before and after a word.
const OPENING: &[char] = &['«', '„', '“', '"', '(', '[', '—', '–'];
const CLOSING: &[char] = &[',', ';', ':', '!', '?', '»', '“', '"', ')', ']', '…'];

/// Puts a space between «№» and its number, a number and «%».
pub fn spread(letters: &mut Vec<char>) {
    let mut at = 1;
    while at < letters.len() {
        let (left, right) = (letters[at - 1], letters[at]);
        let numbered = matches!(left, '№' | '§') && right.is_ascii_digit();
        let next = letters.get(at + 1);
        let is_percent = matches!(right, '%' | '‰') && left.is_ascii_digit();
        let alone = !next.is_some_and(|c| c.is_alphanumeric() || *c == '-');
        if numbered || (is_percent && alone) {
            letters.insert(at, NBSP);
        }
        at += 1;
    }
}

/// Makes the spaces that must not break.
pub fn glue(letters: &mut [char]) {
    for at in 0..letters.len() {
        if letters[at] == ' ' && belongs(&words(&letters[..at], &letters[at + 1..])) {
            letters[at] = NBSP;
        }
    }
}

/// Words around a space.
struct Around {
    before_left: String,
    left: String,
    right: String,
    after_right: String,
}

fn words(head: &[char], tail: &[char]) -> Around {
    let (left, rest) = last_word(head);
    let (before_left, _) = last_word(
        rest.strip_suffix(&[' '])
            .or(rest.strip_suffix(&[NBSP]))
            .unwrap_or(&[]),
    );
    let (right, rest) = first_word(tail);
    let (after_right, _) = first_word(rest.get(1..).unwrap_or(&[]));
    Around {
        before_left,
        left: left.trim_start_matches(OPENING).to_owned(),
        right,
        after_right,
    }
}

/// The last word of a text, and what stands before it.
fn last_word(text: &[char]) -> (String, &[char]) {
    let start = text
        .iter()
        .rposition(|c| is_blank(*c))
        .map_or(0, |at| at + 1);
    (
        text[start..].iter().filter(|c| **c != SEAM).collect(),
        &text[..start],
    )
}

/// The first word of a text, and what stands after it.
fn first_word(text: &[char]) -> (String, &[char]) {
    let end = text.iter().position(|c| is_blank(*c)).unwrap_or(text.len());
    (
        text[..end].iter().filter(|c| **c != SEAM).collect(),
        &text[end..],
    )
}

/// Whether the words on both sides stay together.
fn belongs(around: &Around) -> bool {
    let Around { left, right, .. } = around;
    if left.is_empty() || right.is_empty() {
        return false;
    }
    short_word(left)
        || PARTICLES.contains(&right.trim_end_matches(CLOSING).trim_end_matches('.'))
        || matches!(left.as_str(), "№" | "§" | "№№" | "§§")
        || titled(around)
        || measured(around)
        || thousands(left, right)
        || initials(around)
        || (left == "т." && right.chars().nth(1).is_some_and(|c| matches!(c, '.' | '…')))
}

fn short_word(left: &str) -> bool {
    left.chars().count() <= 3 && SHORT.contains(&left.to_lowercase().as_str())
}

/// «ст. 28», «г. Зима»; after a number «г.» is a year, and the next word may begin a sentence.
fn titled(around: &Around) -> bool {
    let Around {
        before_left,
        left,
        right,
        ..
    } = around;
    let first = right.trim_start_matches(OPENING).chars().next();
    let named = first.is_some_and(|c| c.is_ascii_digit() || c.is_uppercase() || c == OBJECT);
    let is_year = before_left.ends_with(|c: char| c.is_ascii_digit() || c == OBJECT);
    named && !(is_year && left == "г.") && TITLES.contains(&left.to_lowercase().as_str())
}

/// «2024 г.», «40 мин», «30 апреля»; in «п. 3 ч. 1» the second word goes with its own number.
fn measured(around: &Around) -> bool {
    let Around {
        left,
        right,
        after_right,
        ..
    } = around;
    let number = left.ends_with(|c: char| c.is_ascii_digit() || c == OBJECT);
    let word = right.trim_end_matches(CLOSING).to_lowercase();
    let is_part = word == "ч." && after_right.starts_with(|c: char| c.is_ascii_digit());
    let is_unit = DOTTED_UNITS.contains(&word.as_str()) || is_unit(word.trim_end_matches('.'));
    number && is_unit && !is_part
}

/// «2 300».
fn thousands(left: &str, right: &str) -> bool {
    let few = left.len() <= 3 && left.bytes().all(|b| b.is_ascii_digit());
    let digits = right.bytes().take_while(u8::is_ascii_digit).count();
    let ends = right[digits..]
        .chars()
        .all(|c| CLOSING.contains(&c) || c == '.');
    few && digits == 3 && ends
}

/// «Л. В. Нетесова», «Л.В. Нетесова», «Нетесова Л. В.», «Нетесова Л.В.»
fn initials(around: &Around) -> bool {
    let Around {
        left,
        right,
        after_right,
        ..
    } = around;
    let named = right.starts_with(char::is_uppercase);
    let (of_left, of_right) = (
        initials_of(left),
        initials_of(right.trim_end_matches(CLOSING)),
    );
    let surname = left.starts_with(char::is_uppercase)
        && left.chars().count() > 1
        && left
            .chars()
            .skip(1)
            .all(|c| c.is_lowercase() || c == '-' || c.is_uppercase());
    let two =
        of_right > 1 || (of_right == 1 && initials_of(after_right.trim_end_matches(CLOSING)) == 1);
    (of_left > 0 && named) || (surname && of_left == 0 && two)
}

/// How many initials a word is made of; zero for other words.
fn initials_of(word: &str) -> usize {
    let letters: Vec<char> = word.chars().collect();
    let fits = letters.len().is_multiple_of(2)
        && letters
            .chunks(2)
            .all(|pair| pair[0].is_uppercase() && pair[1] == '.');
    if fits { letters.len() / 2 } else { 0 }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == NBSP
}
