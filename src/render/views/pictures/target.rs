//! A goal with its target beside the fact: an outlined bar up to the target, filled as far as the fact was reported.
//! A bar is empty until somebody reports a number, and dashed where the document sets none to reach.

use serde::Serialize;

use crate::model::plan::indicator::{Goal, GoalKind, Indicator};
use crate::model::plan::roadmap::Event;
use crate::render::views::parts::goal::{GoalView, goal, without_target};
use crate::render::views::pictures::percent::Percent;
use crate::text::language::Words;

/// A goal with its bar.
#[derive(Debug, Clone, Serialize)]
pub struct Measured {
    /// The goal in words.
    #[serde(flatten)]
    pub goal: GoalView,
    /// Its bar; none for what is done or not done, with nothing to count.
    pub bar: Option<TargetBar>,
}

/// The bar of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TargetBar {
    /// True where the document sets no number to reach.
    pub open: bool,
    /// Where the target lies.
    pub target: Percent,
    /// How far the fact reaches; none where none was reported as one number.
    pub fact: Option<Percent>,
    /// «факт не сообщён», «факт: 5 школ».
    pub words: String,
}

/// All goals of an event with what was reported of it.
pub fn of_event(event: &Event, words: &Words) -> Vec<Measured> {
    cells(event)
        .flat_map(|cell| of_cell(cell, event, words))
        .collect()
}

/// The goals of one cell of an event.
pub fn of_cell(cell: &Indicator, event: &Event, words: &Words) -> Vec<Measured> {
    // A fact is one text for the whole measure: with two numbers to reach nobody knows which one it tells of.
    let numbers = cells(event)
        .flat_map(|cell| &cell.goals)
        .filter(|goal| goal.target.is_some())
        .count();
    let fact = event.status.fact.as_deref();
    cell.goals
        .iter()
        .map(|one| Measured {
            goal: goal(one, words),
            bar: bar(one, fact, numbers == 1, words),
        })
        .collect()
}

fn cells(event: &Event) -> impl Iterator<Item = &Indicator> {
    event
        .indicator
        .iter()
        .chain(&event.result)
        .map(|cell| &cell.value)
}

fn bar(goal: &Goal, fact: Option<&str>, only: bool, words: &Words) -> Option<TargetBar> {
    let words = match fact {
        Some(fact) => words.phrase("факт: {1}", &[fact]),
        None => words.phrase("факт не сообщён", &[]),
    };
    if without_target(goal.kind) {
        return Some(TargetBar {
            open: true,
            target: Percent(Percent::WHOLE),
            fact: None,
            words,
        });
    }
    let target = goal
        .target
        .filter(|number| number.thousandths > 0)?
        .thousandths;
    let share = match goal.kind {
        GoalKind::Share => true,
        GoalKind::Count | GoalKind::Rate => false,
        _ => return None,
    };
    let fact = fact.filter(|_| only).and_then(|fact| number(fact, share));
    let scale = match share {
        true => target.max(1000),
        false => target.max(fact.unwrap_or(0)),
    };
    let of = |thousandths: i64| Percent((thousandths * Percent::WHOLE / scale).min(Percent::WHOLE));
    Some(TargetBar {
        open: false,
        target: of(target),
        fact: fact.map(of),
        words,
    })
}

/// The only number of a reported fact in thousandths, a share for a share; none when there are several or it counts
/// something else.
fn number(fact: &str, share: bool) -> Option<i64> {
    let mut numbers = fact
        .split(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
        .map(|piece| piece.trim_matches([',', '.']))
        .filter(|piece| !piece.is_empty());
    let (text, None) = (numbers.next()?, numbers.next()) else {
        return None;
    };
    if fact.contains('%') != share {
        return None;
    }
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    if part.len() > 3 || whole.len() > 9 {
        return None;
    }
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    let thousandths = whole.parse::<i64>().ok()? * 1000 + part;
    Some(if share {
        thousandths / 100
    } else {
        thousandths
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_drawn_only_where_it_is_one_number_of_the_same_kind() {
        assert_eq!(number("100 %", true), Some(1000));
        assert_eq!(number("87,5%", true), Some(875));
        assert_eq!(number("Проведено 5 собраний.", false), Some(5000));
        assert_eq!(number("5 школ из 7", false), None);
        assert_eq!(number("5", true), None);
        assert_eq!(number("Кураторы назначены", false), None);
        assert_eq!(number("28.04.2023", false), None);
    }
}
