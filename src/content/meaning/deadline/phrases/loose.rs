//! Phrases without a date, whole: their first words and the free text after them.

use super::dated::dated;
use super::head::head;
use super::item::{Item, Meaning};
use super::tail::tail;
use crate::content::meaning::deadline::place::{Read, is, starts};
use crate::content::meaning::words::Word;

/// A phrase without a date and its tail.
pub fn phrase(words: &[Word], place: usize) -> Read<Vec<Item>> {
    let (meaning, next) = head(words, place)?;
    let end = match meaning {
        Meaning::Continuous => next,
        Meaning::Conditional if is_measured_by_time(words, place) => {
            // «по итогам I полугодия», «в период осенних каникул»: this time is what the condition speaks of.
            let time = dated(words, next).map(|(_, end)| end);
            tail(
                words,
                time.or(head(words, next).map(|(_, end)| end))
                    .unwrap_or(next),
                dated,
            )
        }
        _ => tail(words, next, dated),
    };
    let item = Item {
        meaning,
        start: place,
        end,
    };
    Some((vec![item], end))
}

/// True for conditions whose next words name the event they wait for.
fn is_measured_by_time(words: &[Word], place: usize) -> bool {
    let events = [
        "итог",
        "результат",
        "окончан",
        "заверш",
        "начал",
        "проведен",
        "период",
        "дни",
        "день",
        "ход",
    ];
    is(words, place, &["после", "перед", "накануне"]) || starts(words, place + 1, &events)
}
