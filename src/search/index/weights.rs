//! What a word is worth by where it stands. The figures were chosen on the judged queries in `tests/search`; the page script
//! never sees them: an index holds only the finished level of each word in each document.

use crate::search::document::{Field, Kind};

/// Levels of worth: each is worth [`STEP`] times the one before.
pub const LEVELS: u32 = 10;
/// Ratio of neighbouring levels.
pub const STEP: f64 = 1.3;

/// How a field counts: weight of a word there, and the usual number of words, against which longer texts count less.
pub fn field(field: Field) -> (f64, f64) {
    match field {
        Field::Title => (10.0, 14.0),
        Field::Name => (14.0, 6.0),
        Field::Number => (9.0, 6.0),
        Field::Indicator => (3.0, 14.0),
        Field::Responsible => (3.0, 10.0),
        Field::Deadline => (5.0, 4.0),
        Field::Section => (2.5, 8.0),
        Field::Body => (5.0, 80.0),
        Field::Place => (1.2, 6.0),
        Field::Extra => (2.0, 300.0),
    }
}

/// Worth of a month, day or year the document is about.
pub const DATE: f64 = 4.0;
/// Share of worth of a word that stands in the document only as its abbreviation or full form.
pub const EXPANDED: f64 = 0.5;

/// How kinds are mixed: factor of all worth in a document.
pub fn kind(kind: Kind) -> f64 {
    match kind {
        Kind::Question => 1.15,
        Kind::Municipality | Kind::Plan | Kind::Event => 1.0,
        Kind::School | Kind::Person => 1.05,
        Kind::Act | Kind::Practice | Kind::Collection | Kind::Term => 0.9,
        Kind::News | Kind::Section | Kind::Page => 0.85,
    }
}

/// Worth of `times` occurrences in a field of `words` words: more occurrences count ever less, words of long fields too.
pub fn occurrences(kind: Field, times: u32, words: u32) -> f64 {
    let (weight, usual) = field(kind);
    let times = f64::from(times);
    weight * times / (times + 0.4 + 0.6 * f64::from(words) / usual)
}

/// The level nearest to a worth.
pub fn level(worth: f64) -> u32 {
    let mut level = 0;
    let mut bound = STEP.sqrt();
    while level + 1 < LEVELS && worth > bound {
        level += 1;
        bound *= STEP;
    }
    level
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_grow_with_worth_and_end() {
        assert_eq!(level(0.0), 0);
        assert_eq!(level(1.0), 0);
        assert_eq!(level(1.3), 1);
        assert_eq!(level(1.69), 2);
        assert_eq!(level(1000.0), LEVELS - 1);
    }

    #[test]
    fn a_word_of_a_title_is_worth_more_than_one_of_a_text() {
        assert!(occurrences(Field::Title, 1, 10) > occurrences(Field::Body, 1, 80));
        assert!(occurrences(Field::Title, 1, 5) > occurrences(Field::Title, 1, 50));
    }
}
