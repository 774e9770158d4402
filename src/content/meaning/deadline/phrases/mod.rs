//! The phrases of a deadline cell: «до …», «с … по …», «в течение …», «ежегодно», «по графику», «после …».
//! Each reader says what phrase begins at a place and where it ends. Pieces are not joined and no date is
//! computed here.

mod clock;
mod dated;
mod head;
pub(super) mod item;
mod loose;
mod recurring;
mod remarks;
mod tail;

use self::clock::{beside_day, may_be_clock};
use self::dated::{dated, until};
use self::item::{Item, Meaning};
use self::remarks::is_plain;
use crate::content::meaning::deadline::calendar::year::is_year_noun;
use crate::content::meaning::deadline::place::{at, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};

/// All phrases of the cell, in order; none when some of its words belong to no phrase.
pub(super) fn items(words: &[Word]) -> Option<Vec<Item>> {
    items_from(words, 0)
}

/// The phrases from a place on.
fn items_from(words: &[Word], begin: usize) -> Option<Vec<Item>> {
    let mut found: Vec<Item> = Vec::new();
    let mut place = begin;
    while place < words.len() {
        if let Some(last) = found.last_mut()
            && let Some(next) = remark(words, place, last)
        {
            last.end = next;
            place = next;
        } else if let Some((items, next)) =
            dated(words, place).or_else(|| loose::phrase(words, place))
        {
            let before = found.last();
            if is_broken_range(words, place, before) || may_be_clock(words, place, before) {
                return None;
            }
            found.extend(items);
            place = next;
        } else if is_filler(words, place) {
            place += 1;
        } else {
            return None;
        }
    }
    Some(found)
}

/// The place after what stands beside the time `before`; none when a phrase or an unknown word begins here.
fn remark(words: &[Word], place: usize, before: &Item) -> Option<usize> {
    if sort(words, place, Sort::Open) {
        return bracket(words, place, before);
    }
    beside_day(words, place, before)
}

/// How many words a remark may have.
const LONGEST: usize = 30;

/// «(конференция)», «(ВПР 4-8 кл.)», «(по согласованию)». Brackets with a time in them are read as further phrases.
fn bracket(words: &[Word], open: usize, before: &Item) -> Option<usize> {
    let begin = open + 1;
    let close = (begin..words.len().min(begin + LONGEST + 1))
        .find(|step| sort(words, *step, Sort::Open) || sort(words, *step, Sort::Close))?;
    if close == begin || sort(words, close, Sort::Open) {
        return None;
    }
    // «с апреля (ВПР) по июнь», «апрель (ВПР) – июнь» are one range, which nothing here can join.
    let mut next = close + 1;
    next += usize::from(sort(words, next, Sort::Comma));
    let goes_on = sort(words, next, Sort::Dash)
        || (matches!(before.meaning, Meaning::From(_)) && is(words, next, &["по", "до"]));
    if goes_on {
        return None;
    }
    let inside = words.get(..close)?;
    let agreed = is(words, begin, &["по"]) && starts(words, begin + 1, &["согласован"]);
    let phrases = items_from(inside, begin).is_some_and(|items| !items.is_empty());
    if phrases && !agreed {
        return None;
    }
    (begin..close)
        .all(|step| is_plain(inside, step, begin))
        .then_some(close + 1)
}

/// «апрель 2023 по май 2024», «май 2023 до 2025 года»: a range without its «с» would fall into two pieces.
fn is_broken_range(words: &[Word], place: usize, before: Option<&Item>) -> bool {
    before.is_some_and(|before| {
        let dated = matches!(
            before.meaning,
            Meaning::Stretch(_) | Meaning::From(_) | Meaning::BareYear(_)
        );
        let ends = is(words, place, &["по", "до"]) && dated_end(words, place);
        dated && before.end == place && ends
    })
}

/// True when «по», «до» at `place` leads to a time: «по плану» does not.
fn dated_end(words: &[Word], place: usize) -> bool {
    until(words, place).is_some_and(|(meaning, _)| {
        matches!(meaning, Meaning::Until { .. } | Meaning::UntilEndOf(_))
    })
}

/// Words and signs that carry no time of their own.
fn is_filler(words: &[Word], place: usize) -> bool {
    const FORMS: [&str; 18] = [
        "в",
        "во",
        "на",
        "и",
        "а",
        "или",
        "также",
        "г",
        "гг",
        "включительно",
        "ориентировочно",
        "примерно",
        "предположительно",
        "предварительно",
        "срок",
        "сроки",
        "по",
        "плана",
    ];
    let Some(word) = at(words, place) else {
        return false;
    };
    match word.sort {
        Sort::Letters => {
            let plain = word.is(&FORMS[..16]) || is_year_noun(words, place);
            plain || word.starts(&["месяц", "период"])
        }
        // A dash is a bullet at the beginning of a line; between phrases it would join them in a way we do not know.
        Sort::Dash => {
            place == 0
                || sort(words, place - 1, Sort::Semicolon)
                || sort(words, place - 1, Sort::Colon)
        }
        Sort::Comma | Sort::Semicolon | Sort::Colon | Sort::Dot | Sort::Slash => true,
        Sort::Open | Sort::Close | Sort::Quote => true,
        _ => false,
    }
}
