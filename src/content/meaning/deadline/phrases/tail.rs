//! The tail of a phrase is free text: it takes words up to the next thing that is a time by itself. A time may have a
//! tail and a tail ends at a time, so the reader of times is passed in.

use super::head::{LENGTHS, head};
use super::item::{Item, Meaning};
use crate::content::meaning::deadline::place::{Read, at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};

/// Reads a phrase with a time of its own.
pub type Dated = fn(&[Word], usize) -> Read<Vec<Item>>;

/// How far free text goes on: to the end, or to a time that is not a part of it. «План на 2023 год», «приказ от
/// 01.02.2023» keep theirs. `dated` reads the phrases with a time.
pub fn tail(words: &[Word], place: usize, dated: Dated) -> usize {
    let mut next = place;
    while next < words.len() {
        let separated = matches!(
            at(words, next).map(|word| word.sort),
            Some(Sort::Comma | Sort::Semicolon | Sort::Open | Sort::Close)
        );
        let before = next.checked_sub(1);
        let taken = before.is_some_and(|before| {
            is(words, before, &["на", "за", "от", "в", "во", "из"])
                || sort(words, before, Sort::NumberSign)
                || is_counted_from(words, before)
        });
        if taken {
            next = dated(words, next).map_or(next + 1, |(_, end)| end);
        } else if starts_time(words, next + usize::from(separated), separated, dated) {
            break;
        } else {
            next += 1;
        }
    }
    // Closing punctuation is not a part of the phrase, nor is a bracket that was opened before it.
    let opened = |end: usize| (place..end).any(|step| sort(words, step, Sort::Open));
    while next > place
        && (sort(words, next - 1, Sort::Dot)
            || (sort(words, next - 1, Sort::Close) && !opened(next)))
    {
        next -= 1;
    }
    next
}

/// True for «после» in «10 дней после 15 апреля»: the day is what the condition counts from.
fn is_counted_from(words: &[Word], place: usize) -> bool {
    let length = place
        .checked_sub(1)
        .is_some_and(|before| is(words, before, &LENGTHS) || starts(words, before, &["срок"]));
    length && is(words, place, &["после", "с", "со", "до"])
}

/// True when a phrase of its own begins here. A bare number is not enough: «приказ 15»; another condition begins
/// only after a separator: «в течение 10 дней после …» is one.
fn starts_time(words: &[Word], place: usize, separated: bool, dated: Dated) -> bool {
    let bare = at(words, place).is_some_and(|word| word.sort == Sort::Digits)
        && dated(words, place).is_some_and(|(_, next)| next == place + 1);
    let preposition = is(words, place, &["по", "к", "до", "с", "от", "после"]);
    let other =
        head(words, place).is_some_and(|(meaning, _)| separated || meaning != Meaning::Conditional);
    (!bare && !preposition && dated(words, place).is_some()) || other
}
