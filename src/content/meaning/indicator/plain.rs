//! Clauses without a quantity: a change, a participation, a share or count without a target, documents, a fact.

use std::ops::Range;

use super::clauses::inside_brackets;
use super::grammar::{is_action, is_adjective, is_document, is_done, is_predicate, is_preposition};
use super::text::Text;
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::indicator::{Goal, GoalKind};

/// The goals of a clause that counts nothing; empty when it names no result that we know.
pub(super) fn goals(text: &Text, clause: Range<usize>) -> Vec<Goal> {
    let words = text.words;
    let start = first_letters(words, clause.clone());
    let Some(head) = words.get(start).filter(|_| start < clause.end) else {
        return Vec::new();
    };
    let one = |kind, base: Option<Range<usize>>| {
        let base = base.and_then(|base| text.piece(base));
        let goal = text.goal(kind, clause.clone());
        goal.map(|goal| Goal { base, ..goal }).into_iter().collect()
    };
    if is_share_head(words, start) {
        return one(
            GoalKind::ShareWithoutTarget,
            measured(words, start..clause.end),
        );
    }
    if head.starts(&["количеств", "числ"]) {
        return one(GoalKind::Count, measured(words, start..clause.end));
    }
    if is_change(words, start..clause.end) {
        return one(GoalKind::Change, None);
    }
    if head.starts(&["участи"]) {
        return one(
            GoalKind::Participation,
            participants(words, start + 1..clause.end),
        );
    }
    let told = words[start..clause.end].iter().any(is_predicate);
    if told {
        return one(GoalKind::Fact, None);
    }
    if is_artefact_head(words, start..clause.end) {
        return artefacts(text, clause);
    }
    if is_action(head) {
        return one(GoalKind::Fact, None);
    }
    // «Первичное посещение ШНОР», «Индивидуальные консультации».
    let noun = (start..clause.end).find(|place| !is_adjective(&words[*place]));
    if noun.is_some_and(|place| is_action(&words[place])) {
        return one(GoalKind::Fact, None);
    }
    Vec::new()
}

/// The place of the first word of letters.
fn first_letters(words: &[Word], clause: Range<usize>) -> usize {
    let end = clause.end;
    clause
        .into_iter()
        .find(|place| words[*place].sort == Sort::Letters)
        .unwrap_or(end)
}

/// «Доля …», «Процент …», «Удельный вес …».
pub(super) fn is_share_head(words: &[Word], place: usize) -> bool {
    words.get(place).is_some_and(|word| {
        word.is(&["доля", "доли", "процент", "охват"])
            || (word.starts(&["удельн"])
                && words.get(place + 1).is_some_and(|next| next.is(&["вес"])))
    })
}

/// What «Доля …» or «Количество …» measures: the words after it, up to what is said of them.
/// «Доля ШНОР, принявших участие в НПК» is a share of ШНОР.
pub(super) fn measured(words: &[Word], head: Range<usize>) -> Option<Range<usize>> {
    let first = words.get(head.start).filter(|_| !head.is_empty())?;
    let counts = first.starts(&["количеств", "числ"]);
    if !counts && !is_share_head(words, head.start) {
        return None;
    }
    let start = head.start + 1 + usize::from(first.starts(&["удельн"]));
    let end = (start..head.end).find(|place| match words[*place].sort {
        Sort::Comma => !counts,
        Sort::Open | Sort::Semicolon | Sort::Colon => true,
        Sort::Dash => words[*place].spaced,
        _ => false,
    });
    let end = end.unwrap_or(head.end);
    (start < end).then_some(start..end)
}

/// «ШНОР – 100%»: the group stands before the dash.
pub(super) fn before_dash(words: &[Word], head: Range<usize>) -> Option<Range<usize>> {
    let dash = head.end.checked_sub(1).filter(|last| *last > head.start)?;
    let group = head.start..dash;
    let plain = words[dash].sort == Sort::Dash && !words[group.clone()].iter().any(is_predicate);
    plain.then_some(group)
}

/// «Прирост …», «Положительная динамика», «Повысился уровень …», «Отмечена положительная динамика».
fn is_change(words: &[Word], clause: Range<usize>) -> bool {
    const CHANGES: [&str; 14] = [
        "прирост",
        "динамик",
        "повышен",
        "повысил",
        "увеличен",
        "увеличил",
        "снижен",
        "снизил",
        "уменьшен",
        "улучшен",
        "улучшил",
        "сокращен",
        "сократил",
        "вырос",
    ];
    const SEEN: [&str; 9] = [
        "отмечен",
        "наблюда",
        "достигнут",
        "зафиксирован",
        "положительн",
        "стабильн",
        "выявлен",
        "отсутств",
        "обеспечен",
    ];
    let changes = |place: usize| {
        let training = words
            .get(place + 1)
            .is_some_and(|next| next.starts(&["квалификац"]));
        place < clause.end
            && !training
            && (words[place].starts(&CHANGES) || words[place].is(&["рост", "роста"]))
    };
    if changes(clause.start) {
        return true;
    }
    let head = &words[clause.start];
    let seen = head.starts(&SEEN) && !head.folded.ends_with("ние");
    seen && (changes(clause.start + 1) || changes(clause.start + 2))
}

/// Who takes part: «Участие педагогов в мероприятии». A long row with its own commas is not plain enough.
fn participants(words: &[Word], rest: Range<usize>) -> Option<Range<usize>> {
    let end = rest
        .clone()
        .find(|place| is_preposition(&words[*place]) || words[*place].sort != Sort::Letters)?;
    let plain = words[end].is(&["в", "во", "на"]) && end > rest.start;
    plain.then_some(rest.start..end)
}

/// True when the clause begins with a document or another thing to hold, adjectives before it or not.
pub(super) fn is_artefact_head(words: &[Word], clause: Range<usize>) -> bool {
    let named = |place: usize| is_document(&words[place]);
    let start = first_letters(words, clause.clone());
    (start..clause.end)
        .take_while(|place| {
            *place == start
                || is_adjective(&words[place - 1])
                || words[place - 1].sort == Sort::Dash
        })
        .any(named)
}

/// A row of documents: «Программа семинара, информационное письмо». A part that is no document by itself goes on
/// with the one before it.
fn artefacts(text: &Text, clause: Range<usize>) -> Vec<Goal> {
    let words = text.words;
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = clause.start;
    for place in clause.clone() {
        let joint = words[place].sort == Sort::Comma || words[place].is(&["и"]);
        let next = place + 1;
        if joint
            && next < clause.end
            && !is_done(&words[next])
            && !inside_brackets(words, clause.start, place)
            && nominative(&words[next])
            && is_artefact_head(words, next..clause.end)
        {
            parts.push(start..place);
            start = next;
        }
    }
    parts.push(start..clause.end);
    parts
        .into_iter()
        .filter_map(|part| text.goal(GoalKind::Artefact, part))
        .collect()
}

/// False for a word in an oblique case: it goes on with the document before it, «план совещаний и семинаров».
fn nominative(word: &Word) -> bool {
    const OBLIQUE: [&str; 9] = ["ов", "ев", "ого", "ому", "ой", "ами", "ями", "ах", "ых"];
    !OBLIQUE.iter().any(|ending| word.folded.ends_with(ending))
}
