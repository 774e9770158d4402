//! Quantities: «100% школ», «не менее ¾ педагогов», «во всех ШНРО», «не менее 2 в месяц», «4 школьных программ».
//! What is counted is taken from the words after the quantity, as long as they are plainly one group.

use std::ops::Range;

use super::clauses::inside_brackets;
use super::grammar::{is_action, is_adjective, is_participle, is_predicate, is_preposition};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::indicator::{Comparator, Number};

/// A quantity and the words it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    /// The word it begins at, «не менее» included.
    pub start: usize,
    pub comparator: Comparator,
    pub value: Number,
    /// A share of a group, not a count.
    pub is_share: bool,
    /// The words of the group.
    pub base: Option<Range<usize>>,
    /// The word of the period of a rate.
    pub per: Option<usize>,
}

/// All quantities of a clause in order.
pub(super) fn quantities(words: &[Word], clause: Range<usize>) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut place = clause.start;
    let mut quoted = false;
    while place < clause.end {
        if words[place].sort == Sort::Quote {
            quoted = words[place].raw != "»" && !quoted;
        }
        match quantity(words, place, clause.end).filter(|_| !quoted) {
            Some((quantity, next)) => {
                found.push(quantity);
                place = next;
            }
            None => place += 1,
        }
    }
    found
}

/// The quantity that begins at `place`, and the place after its number.
fn quantity(words: &[Word], place: usize, end: usize) -> Option<(Quantity, usize)> {
    let (comparator, number) = comparator(words, place);
    if comparator.is_none()
        && let Some(found) = universal(words, place, end)
    {
        return Some(found);
    }
    let (value, next) = value(words, number)?;
    let is_percent = words
        .get(next)
        .is_some_and(|word| word.sort == Sort::Percent || word.starts(&["процент"]));
    let is_fraction = words.get(number)?.sort == Sort::Fraction || value.is_fraction;
    if is_percent || is_fraction {
        let next = next + usize::from(is_percent);
        let thousandths = if is_percent {
            value.thousandths / 100
        } else {
            value.thousandths
        };
        let quantity = Quantity {
            start: place,
            comparator: comparator.unwrap_or(value.comparator),
            value: Number { thousandths },
            is_share: true,
            base: share_base(words, next, end),
            per: None,
        };
        return Some((quantity, next));
    }
    if !is_count(words, number, next, comparator.is_some()) {
        return None;
    }
    let (base, after) = count_base(words, next, end);
    let (per, after) = period(words, after, end);
    if base.is_none() && per.is_none() && comparator.is_none() {
        return None;
    }
    let quantity = Quantity {
        start: place,
        comparator: comparator.unwrap_or(value.comparator),
        value: Number {
            thousandths: value.thousandths,
        },
        is_share: false,
        base,
        per,
    };
    Some((quantity, after.max(next)))
}

/// «не менее», «не менее, чем в», «не более», «минимум», and the place of the number after it.
fn comparator(words: &[Word], place: usize) -> (Option<Comparator>, usize) {
    let is = |place: usize, forms: &[&str]| words.get(place).is_some_and(|word| word.is(forms));
    let mut next = place;
    let found = if is(next, &["не"]) && is(next + 1, &["менее", "меньше", "ниже", "реже"])
    {
        next += 2;
        Comparator::AtLeast
    } else if is(next, &["не"]) && is(next + 1, &["более", "больше", "выше"]) {
        next += 2;
        Comparator::AtMost
    } else if is(next, &["минимум", "более", "свыше"]) {
        next += 1;
        Comparator::AtLeast
    } else {
        return (None, place);
    };
    let comma = words.get(next).is_some_and(|word| word.sort == Sort::Comma);
    if comma && is(next + 1, &["чем"]) {
        next += 2;
    } else if is(next, &["чем"]) {
        next += 1;
    }
    if words.get(next).is_some_and(is_preposition) {
        next += 1;
    }
    (Some(found), next)
}

/// A number as written, in thousandths.
struct Value {
    thousandths: i64,
    is_fraction: bool,
    comparator: Comparator,
}

/// «5», «75,5», «3/4», «¾», «двух», «80–100»; of a range the lower end, to be reached at least.
fn value(words: &[Word], place: usize) -> Option<(Value, usize)> {
    let word = words.get(place)?;
    let whole = |thousandths, comparator| Value {
        thousandths,
        is_fraction: false,
        comparator,
    };
    if word.sort == Sort::Fraction {
        let (above, below) = word.folded.split_once('/')?;
        let thousandths = ratio(above.parse().ok()?, below.parse().ok()?)?;
        let is_fraction = true;
        let comparator = Comparator::Exactly;
        return Some((
            Value {
                thousandths,
                is_fraction,
                comparator,
            },
            place + 1,
        ));
    }
    let Some(number) = word.number() else {
        let counted = word.counted()?;
        return Some((whole(counted * 1000, Comparator::Exactly), place + 1));
    };
    let glued = |step: usize| words.get(place + step).filter(|word| !word.spaced);
    let second = glued(2)
        .filter(|_| glued(1).is_some())
        .and_then(Word::number);
    match (words.get(place + 1).map(|word| word.sort), second) {
        (Some(Sort::Slash), Some(below)) if number < below && below <= 20 => {
            let thousandths = ratio(number, below)?;
            let is_fraction = true;
            let comparator = Comparator::Exactly;
            Some((
                Value {
                    thousandths,
                    is_fraction,
                    comparator,
                },
                place + 3,
            ))
        }
        (Some(Sort::Comma | Sort::Dot), Some(tail)) => {
            let digits = glued(2).map_or(0, |word| word.raw.len());
            let scale = [0, 100, 10, 1]
                .get(digits)
                .copied()
                .filter(|_| digits > 0)?;
            Some((
                whole(number * 1000 + tail * scale, Comparator::Exactly),
                place + 3,
            ))
        }
        _ => match dashed(words, place) {
            Some(next) => Some((whole(number * 1000, Comparator::AtLeast), next)),
            None => Some((whole(number * 1000, Comparator::Exactly), place + 1)),
        },
    }
}

fn ratio(above: i64, below: i64) -> Option<i64> {
    (above * 1000).checked_div(below)
}

/// The place after «80–100» that begins here.
fn dashed(words: &[Word], place: usize) -> Option<usize> {
    let dash = words.get(place + 1)?.sort == Sort::Dash;
    let number = words.get(place + 2)?.number().is_some();
    (dash && number).then_some(place + 3)
}

/// True when a number counts something: not a year, a class, hours, an act's number or a part of a name.
fn is_count(words: &[Word], place: usize, next: usize, compared: bool) -> bool {
    const NOT_COUNTED: [&str; 17] = [
        "класс",
        "кл",
        "год",
        "лет",
        "г",
        "гг",
        "час",
        "ч",
        "мин",
        "дн",
        "день",
        "недел",
        "месяц",
        "этап",
        "полугод",
        "квартал",
        "четверт",
    ];
    let word = &words[place];
    let before = place.checked_sub(1).and_then(|before| words.get(before));
    let numbered = before.is_some_and(|before| before.sort == Sort::NumberSign);
    let joined = !word.spaced
        && before.is_some_and(|before| {
            matches!(
                before.sort,
                Sort::Letters | Sort::Dash | Sort::Slash | Sort::Dot | Sort::Other
            )
        });
    let is_unit = words.get(next).is_some_and(|word| {
        let short = word.is(&["кл", "г", "гг", "ч", "мин"]);
        short
            || NOT_COUNTED
                .iter()
                .any(|stem| stem.chars().count() > 2 && word.starts(&[stem]))
    });
    if numbered || is_unit || word.year().is_some() {
        return false;
    }
    if compared {
        return true;
    }
    let single = word.counted() == Some(1);
    !joined
        && !single
        && words
            .get(next)
            .is_some_and(|word| word.sort == Sort::Letters)
}

/// The thing counted: adjectives and the noun after them, «школьных программ».
fn count_base(words: &[Word], place: usize, end: usize) -> (Option<Range<usize>>, usize) {
    let mut next = place;
    while next < end && is_adjective(&words[next]) {
        next += 1;
    }
    let noun = (next < end).then(|| &words[next]).filter(|word| {
        word.sort == Sort::Letters && !is_preposition(word) && !word.is(&["и", "или", "чем"])
    });
    match noun {
        Some(word) if word.is(&["раз", "раза"]) => (None, next + 1),
        Some(_) => (Some(place..next + 1), next + 1),
        None if next > place => (Some(place..next), next),
        None => (None, place),
    }
}

/// «в месяц», «за год», «в каждую четверть»: the word of the period.
fn period(words: &[Word], place: usize, end: usize) -> (Option<usize>, usize) {
    let mut next = place;
    if next >= end || !words[next].is(&["в", "за"]) {
        return (None, place);
    }
    next += 1;
    if next < end && words[next].starts(&["кажд", "учебн", "календарн"]) {
        next += 1;
    }
    const PERIODS: [&str; 10] = [
        "месяц",
        "год",
        "квартал",
        "четверть",
        "неделю",
        "полугодие",
        "триместр",
        "день",
        "семестр",
        "полгода",
    ];
    if next < end && words[next].is(&PERIODS) {
        (Some(next), next + 1)
    } else {
        (None, place)
    }
}

/// «все школы …», «Педагоги всех ШНРО», «Во всех ШНРО»: the whole of a named group.
fn universal(words: &[Word], place: usize, end: usize) -> Option<(Quantity, usize)> {
    const NOT_GROUPS: [&str; 10] = [
        "уровн",
        "вид",
        "форм",
        "этап",
        "направлен",
        "необходим",
        "возможн",
        "сфер",
        "аспект",
        "боле",
    ];
    let word = &words[place];
    let all = word.is(&["все", "всех", "всем", "всеми"]) && !word.raw.contains('ё');
    let next = words.get(place + 1).filter(|_| place + 1 < end)?;
    if !all || next.sort != Sort::Letters || next.starts(&NOT_GROUPS) || is_preposition(next) {
        return None;
    }
    let quantity = Quantity {
        start: place,
        comparator: Comparator::Exactly,
        value: Number { thousandths: 1000 },
        is_share: true,
        base: share_base(words, place + 1, end),
        per: None,
    };
    Some((quantity, place + 1))
}

/// The group a share is taken of: up to the predicate, through «участвующих …» and «ШНОР, ШНСУ и …».
fn share_base(words: &[Word], place: usize, end: usize) -> Option<Range<usize>> {
    let mut start = place;
    let covered = start < end && words[start].starts(&["охват", "участи", "выполнен", "вовлечен"]);
    start += usize::from(covered && !is_predicate(&words[start]));
    let mut next = start;
    while next < end {
        let word = &words[next];
        let stop = match word.sort {
            Sort::Open | Sort::Close | Sort::Colon | Sort::Semicolon => true,
            Sort::Dash => word.spaced && words.get(next + 1).is_some_and(|word| word.spaced),
            Sort::Comma => !continues_group(words, start, next, end),
            Sort::Digits => words
                .get(next + 1)
                .is_some_and(|word| word.sort == Sort::Percent),
            Sort::Letters if next == start && is_preposition(word) => true,
            Sort::Letters if covered && is_preposition(word) => true,
            Sort::Letters if word.is(&["и"]) => quantity_follows(words, next + 1),
            Sort::Letters => is_predicate(word) || word.is(&["не"]),
            _ => false,
        };
        if stop && !(word.sort == Sort::Letters && inside_brackets(words, start, next)) {
            break;
        }
        next += 1;
    }
    (next > start).then_some(start..next)
}

/// A second quantity after «и» begins a goal of its own.
fn quantity_follows(words: &[Word], place: usize) -> bool {
    let (comparator, number) = comparator(words, place);
    comparator.is_some()
        || words
            .get(number)
            .is_some_and(|word| word.sort == Sort::Digits)
}

/// True when the words after this comma still speak of the same group.
fn continues_group(words: &[Word], start: usize, comma: usize, end: usize) -> bool {
    let Some(next) = words.get(comma + 1).filter(|_| comma + 1 < end) else {
        return false;
    };
    // The second comma closes «…, находящихся в зоне риска,»; what follows it is the predicate.
    let opened = words[start..comma]
        .iter()
        .any(|word| word.sort == Sort::Comma);
    if is_participle(next) || next.is_abbreviation() {
        return true;
    }
    !opened
        && next.sort == Sort::Letters
        && !is_predicate(next)
        && !is_action(next)
        && !is_preposition(next)
        && words[comma + 1..end]
            .iter()
            .take_while(|word| word.sort == Sort::Letters && !is_predicate(word))
            .any(|word| word.is(&["и"]))
}
