//! A goal read from an indicator cell, in words.

use serde::Serialize;

use crate::model::plan::indicator::{Comparator, Goal, GoalKind, Number};
use crate::text::cell;
use crate::text::language::Words;

/// A goal read from an indicator cell.
#[derive(Debug, Clone, Serialize)]
pub struct GoalView {
    /// The words it was read from.
    pub words: String,
    /// What is measured.
    pub kind: String,
    /// The target in words.
    pub target: String,
    /// True when the document sets no number to reach.
    pub without_target: bool,
    /// Of whom or of what.
    pub base: String,
}

/// Prepares a goal.
pub fn goal(goal: &Goal, words: &Words) -> GoalView {
    GoalView {
        words: cell::one_line(&cell::shown(&goal.words)),
        kind: words.phrase(kind_words(goal.kind), &[]),
        target: match goal.target {
            Some(number) => target(goal, number, words),
            None => words.phrase(without_number(goal.kind), &[]),
        },
        without_target: without_target(goal.kind),
        base: goal.base.clone().unwrap_or_default(),
    }
}

/// Whether such a goal measures something that has no number to reach.
pub fn without_target(kind: GoalKind) -> bool {
    matches!(kind, GoalKind::ShareWithoutTarget | GoalKind::Participation)
}

/// What counts as reached when the words set no number.
fn without_number(kind: GoalKind) -> &'static str {
    match kind {
        GoalKind::ShareWithoutTarget | GoalKind::Participation => "цель не задана",
        GoalKind::Artefact => "есть или нет",
        GoalKind::Fact => "сделано или нет",
        GoalKind::Share | GoalKind::Count | GoalKind::Rate | GoalKind::Change => "число не названо",
    }
}

fn kind_words(kind: GoalKind) -> &'static str {
    match kind {
        GoalKind::Share | GoalKind::ShareWithoutTarget => "доля",
        GoalKind::Count => "количество",
        GoalKind::Rate => "количество за период",
        GoalKind::Change => "изменение",
        GoalKind::Artefact => "документ или результат",
        GoalKind::Fact => "действие",
        GoalKind::Participation => "участие",
    }
}

/// «не менее 80 %», «2 за год».
fn target(goal: &Goal, number: Number, words: &Words) -> String {
    let mut said = match goal.kind {
        GoalKind::Share => {
            let hundredths = Number {
                thousandths: number.thousandths * 100,
            };
            words.phrase("{1}\u{a0}%", &[&decimal(hundredths, words)])
        }
        _ => decimal(number, words),
    };
    if let Some(per) = goal.per.as_deref().filter(|_| goal.kind != GoalKind::Share) {
        said = words.phrase("{1} за {2}", &[&said, per]);
    }
    match goal.comparator {
        Comparator::Exactly => said,
        Comparator::AtLeast => words.phrase("не менее {1}", &[&said]),
        Comparator::AtMost => words.phrase("не более {1}", &[&said]),
    }
}

fn decimal(number: Number, words: &Words) -> String {
    let (whole, rest) = (
        number.thousandths / 1000,
        number.thousandths.unsigned_abs() % 1000,
    );
    let rest = format!("{rest:03}");
    match rest.trim_end_matches('0') {
        "" => whole.to_string(),
        rest => words.phrase("{1},{2}", &[&whole.to_string(), rest]),
    }
}
