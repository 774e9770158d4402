//! Spaces at which a line must not break, and spaces that are missing before a number or a unit.

use super::marks::{NBSP, OBJECT, SEAM};
use crate::text::russian::{MONTHS_OF, lowercase, small};

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
        let is_percent = matches!(right, '%' | '‰') && left.is_ascii_digit();
        let goes_on = |next: &char| next.is_alphanumeric() || *next == '-';
        if numbered || (is_percent && !letters.get(at + 1).is_some_and(goes_on)) {
            letters.insert(at, NBSP);
        }
        at += 1;
    }
}

/// Makes the spaces that must not break.
pub fn glue(letters: &mut [char]) {
    let line = Line::of(letters);
    for (nth, at) in line.blanks.iter().enumerate() {
        if letters[*at] == ' ' && belongs(&line.around(nth)) {
            letters[*at] = NBSP;
        }
    }
}

/// A text cut at each blank: between two blanks that touch stands an empty word.
struct Line {
    /// The words one after the other, without seams.
    text: String,
    /// Where each word ends in the text.
    ends: Vec<usize>,
    /// Where the blanks stand among the letters; the nth one stands after the nth word.
    blanks: Vec<usize>,
    /// Whether the nth blank is one that stands between words of a line.
    spaces: Vec<bool>,
}

/// Words around a blank.
struct Around<'a> {
    before_left: &'a str,
    left: &'a str,
    right: &'a str,
    after_right: &'a str,
}

impl Line {
    fn of(letters: &[char]) -> Line {
        let mut line = Line {
            text: String::with_capacity(letters.len() * 2),
            ends: Vec::new(),
            blanks: Vec::new(),
            spaces: Vec::new(),
        };
        for (at, c) in letters.iter().enumerate() {
            if is_blank(*c) {
                line.ends.push(line.text.len());
                line.blanks.push(at);
                line.spaces.push(matches!(*c, ' ' | NBSP));
            } else if *c != SEAM {
                line.text.push(*c);
            }
        }
        line.ends.push(line.text.len());
        line
    }

    /// The nth word; beyond the last one nothing.
    fn word(&self, nth: usize) -> &str {
        let start = nth.checked_sub(1).map_or(0, |before| self.ends[before]);
        match self.ends.get(nth) {
            Some(end) => &self.text[start..*end],
            None => "",
        }
    }

    fn around(&self, blank: usize) -> Around<'_> {
        let before = blank.checked_sub(1).filter(|before| self.spaces[*before]);
        let after = blank + 2;
        Around {
            before_left: before.map_or("", |before| self.word(before)),
            left: self.word(blank).trim_start_matches(OPENING),
            right: self.word(blank + 1),
            after_right: match after < self.ends.len() {
                true => self.word(after),
                false => "",
            },
        }
    }
}

/// Whether the words on both sides stay together.
fn belongs(around: &Around<'_>) -> bool {
    let Around { left, right, .. } = around;
    if left.is_empty() || right.is_empty() {
        return false;
    }
    short_word(left)
        || PARTICLES.contains(&right.trim_end_matches(CLOSING).trim_end_matches('.'))
        || matches!(*left, "№" | "§" | "№№" | "§§")
        || titled(around)
        || measured(around)
        || thousands(left, right)
        || initials(around)
        || (*left == "т." && right.chars().nth(1).is_some_and(|c| matches!(c, '.' | '…')))
}

fn short_word(left: &str) -> bool {
    SHORT.iter().any(|short| is(left, short))
}

/// Whether a word is this one, which is written in small letters.
fn is(word: &str, small_word: &str) -> bool {
    word.len() == small_word.len() && word.chars().map(small).eq(small_word.chars())
}

/// «ст. 28», «г. Зима»; after a number «г.» is a year, and the next word may begin a sentence.
fn titled(around: &Around<'_>) -> bool {
    let Around {
        before_left,
        left,
        right,
        ..
    } = around;
    if !left.ends_with('.') {
        return false;
    }
    let first = right.trim_start_matches(OPENING).chars().next();
    let named = first.is_some_and(|c| c.is_ascii_digit() || c.is_uppercase() || c == OBJECT);
    let is_year = before_left.ends_with(|c: char| c.is_ascii_digit() || c == OBJECT);
    named && !(is_year && *left == "г.") && TITLES.iter().any(|title| is(left, title))
}

/// «2024 г.», «40 мин», «30 апреля»; in «п. 3 ч. 1» the second word goes with its own number.
fn measured(around: &Around<'_>) -> bool {
    let Around {
        left,
        right,
        after_right,
        ..
    } = around;
    let number = left.ends_with(|c: char| c.is_ascii_digit() || c == OBJECT);
    if !number {
        return false;
    }
    let word = lowercase(right.trim_end_matches(CLOSING));
    let is_part = word == "ч." && after_right.starts_with(|c: char| c.is_ascii_digit());
    let is_unit = DOTTED_UNITS.contains(&word.as_str()) || is_unit(word.trim_end_matches('.'));
    is_unit && !is_part
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
fn initials(around: &Around<'_>) -> bool {
    let Around {
        left,
        right,
        after_right,
        ..
    } = around;
    // Initials are capital letters and what they belong to begins with one, so most pairs of words end here.
    let named = right.starts_with(char::is_uppercase);
    if !named {
        return false;
    }
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
    let mut letters = word.chars();
    let mut count = 0;
    while let Some(letter) = letters.next() {
        if !letter.is_uppercase() || letters.next() != Some('.') {
            return 0;
        }
        count += 1;
    }
    count
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == NBSP
}
