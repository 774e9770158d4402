//! From the words of an indicator cell to goals. The cell is cut into clauses; a clause with a quantity sets a goal
//! for each quantity, a clause without one names a change, a participation, a document or a fact.
//! Numbers that are not goals (years, classes, hours, numbers of acts) are left alone.

mod clauses;
mod grammar;
mod plain;
mod quantity;
#[cfg(test)]
mod tests;
mod text;

use std::ops::Range;

use self::clauses::clauses;
use self::quantity::{Quantity, quantities};
use self::text::Text;
use super::words::{Sort, known_length, words};
use crate::model::plan::indicator::{Goal, GoalKind, Indicator, IndicatorCell};

/// Reads an indicator cell. A number is a goal only where it plainly counts or measures; «более 80 %» is read as
/// «не менее», of «80–100 %» and «5–7 встреч» the lower number is the goal to reach.
pub fn indicator(cell: &str) -> Indicator {
    let words = words(known_length(cell).unwrap_or_default());
    let text = Text {
        cell,
        words: &words,
    };
    let mut goals: Vec<Goal> = clauses(&words)
        .into_iter()
        .flat_map(|clause| clause_goals(&text, clause))
        .collect();
    goals.shrink_to_fit();
    Indicator::from(IndicatorCell {
        verbatim: cell.to_owned(),
        goals,
    })
}

/// The goals of one clause.
fn clause_goals(text: &Text, clause: Range<usize>) -> Vec<Goal> {
    let found = quantities(text.words, clause.clone());
    let Some(first) = found.first() else {
        return plain::goals(text, clause);
    };
    let mut goals = Vec::new();
    let mut start = clause.start;
    let is_share_head = plain::is_share_head(text.words, clause.start);
    if is_share_head && !first.is_share {
        // «Доля … (не менее 5 мероприятий)»: the share has no target, the count has.
        goals.extend(plain::goals(text, clause.start..first.start));
        start = first.start;
    } else if let Some(comma) = documents_before(text, clause.start..first.start) {
        goals.extend(plain::goals(text, clause.start..comma));
        start = comma;
    }
    for (index, quantity) in found.iter().enumerate() {
        let end = found.get(index + 1).map_or(clause.end, |next| next.start);
        let head = if index == 0 {
            start..quantity.start
        } else {
            0..0
        };
        goals.extend(counted(text, quantity, start..end, head));
        start = end;
    }
    goals
}

/// «Аналитическая справка, не менее 2 публикаций»: where the documents end before the first quantity.
fn documents_before(text: &Text, head: Range<usize>) -> Option<usize> {
    let comma = head
        .clone()
        .rev()
        .find(|place| text.words[*place].sort == Sort::Comma)?;
    let documents = plain::is_artefact_head(text.words, head.start..comma);
    documents.then_some(comma)
}

/// The goal of a quantity. `head` are the words before it, which may name what is counted: «Доля обучающихся – 100%».
fn counted(
    text: &Text,
    quantity: &Quantity,
    range: Range<usize>,
    head: Range<usize>,
) -> Option<Goal> {
    let kind = match (quantity.is_share, quantity.per) {
        (true, _) => GoalKind::Share,
        (false, Some(_)) => GoalKind::Rate,
        (false, None) => GoalKind::Count,
    };
    let named = quantity.base.clone().and_then(|base| text.piece(base));
    let headed = || {
        plain::measured(text.words, head.clone())
            .or_else(|| plain::before_dash(text.words, head.clone()))
            .and_then(|base| text.piece(base))
    };
    let per = quantity.per.and_then(|place| text.words.get(place));
    let base = if plain::is_share_head(text.words, head.start) && !head.is_empty() {
        headed().or(named)
    } else {
        named.or_else(headed)
    };
    Some(Goal {
        words: text.piece(range)?,
        kind,
        comparator: quantity.comparator,
        target: Some(quantity.value),
        base,
        per: per.map(|word| word.raw.to_owned()),
    })
}
