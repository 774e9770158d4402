//! Where one statement of an indicator cell ends and the next begins. Punctuation says most of it; a lost full stop
//! shows by a capitalised «Создана», and a comma separates statements only when each has its own predicate.

use std::ops::Range;

use super::grammar::{is_done, is_predicate};
use crate::content::meaning::words::{Sort, Word};

/// The clauses of a cell as ranges of its words, signs between them left out.
pub(super) fn clauses(words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for place in 0..words.len() {
        let cut = match words[place].sort {
            Sort::Dot => ends_sentence(words, place),
            Sort::Semicolon => !is_list(words, start..place),
            Sort::Other => matches!(words[place].raw, "!" | "?"),
            Sort::Comma => separates_statements(words, start, place),
            _ => begins_statement(words, start, place),
        };
        if cut {
            found.push(start..place);
            let sign = words[place].sort != Sort::Letters;
            start = place + usize::from(sign);
        }
    }
    found.push(start..words.len());
    found.retain(|range| {
        words[range.clone()]
            .iter()
            .any(|word| matches!(word.sort, Sort::Letters | Sort::Digits | Sort::Fraction))
    });
    found
}

/// A dot with a capital letter behind it ends a sentence, unless it shortens a word: «г.», «т.д.», «Иванов И. И.».
fn ends_sentence(words: &[Word], place: usize) -> bool {
    let shortened = place.checked_sub(1).is_some_and(|before| {
        let word = &words[before];
        word.sort == Sort::Digits
            || (word.sort == Sort::Letters
                && (word.raw.chars().count() == 1
                    || word.is(&["гг", "др", "пр", "ул", "им", "ст"])))
    });
    let next = words.get(place + 1);
    match next {
        None => true,
        Some(next) if shortened => next.spaced && is_done(next) && next.is_capitalised(),
        Some(next) => next.spaced && (next.is_capitalised() || next.sort != Sort::Letters),
    }
}

/// After «приказы:» a semicolon goes on with the list of one statement.
fn is_list(words: &[Word], clause: Range<usize>) -> bool {
    words[clause].iter().any(|word| word.sort == Sort::Colon)
}

/// A capitalised participle inside a clause begins a new statement: the full stop before it was lost.
fn begins_statement(words: &[Word], start: usize, place: usize) -> bool {
    let word = &words[place];
    let free = place > start
        && !matches!(
            words[place - 1].sort,
            Sort::Open | Sort::Quote | Sort::Slash | Sort::Dash
        );
    free && word.is_capitalised() && is_done(word)
}

/// «… приняли участие, подготовлен анализ»: the comma separates when both sides have a predicate. Not after a bare
/// «Разработаны,» (a row of participles) and not after a group that still waits for its predicate.
fn separates_statements(words: &[Word], start: usize, place: usize) -> bool {
    let Some(next) = words.get(place + 1) else {
        return false;
    };
    let before = &words[start..place];
    if next.is(&["доля"]) && before.iter().any(|word| word.sort == Sort::Percent) {
        return true;
    }
    if !is_done(next) || inside_brackets(words, start, place) {
        return false;
    }
    let row = before
        .iter()
        .all(|word| is_done(word) || word.is(&["и"]) || word.sort == Sort::Comma);
    let quantity = before
        .iter()
        .any(|word| word.sort == Sort::Percent || word.is(&["все", "всех"]));
    !row && (before.iter().any(is_predicate) || !quantity)
}

/// True when the words from `start` to `place` leave a bracket open.
pub(super) fn inside_brackets(words: &[Word], start: usize, place: usize) -> bool {
    let count = |sort| {
        words[start..place]
            .iter()
            .filter(|word| word.sort == sort)
            .count()
    };
    count(Sort::Open) > count(Sort::Close)
}
