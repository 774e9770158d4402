//! A goal read from an indicator cell, in words.

use serde::Serialize;

use crate::model::plan::indicator::{Comparator, Goal, GoalKind, Number};
use crate::text::cell;

/// A goal read from an indicator cell.
#[derive(Debug, Clone, Serialize)]
pub struct GoalView {
    /// The words it was read from.
    pub words: String,
    /// What is measured.
    pub kind: &'static str,
    /// The target in words.
    pub target: String,
    /// True when the document sets no number to reach.
    pub without_target: bool,
    /// Of whom or of what.
    pub base: String,
}

/// Prepares a goal.
pub fn goal(goal: &Goal) -> GoalView {
    let without_target = matches!(
        goal.kind,
        GoalKind::ShareWithoutTarget | GoalKind::Participation
    );
    GoalView {
        words: cell::one_line(&cell::shown(&goal.words)),
        kind: kind_words(goal.kind),
        target: match goal.target {
            Some(number) => target(goal, number),
            None => without_number(goal.kind).to_owned(),
        },
        without_target,
        base: goal.base.clone().unwrap_or_default(),
    }
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

fn target(goal: &Goal, number: Number) -> String {
    let sign = match goal.comparator {
        Comparator::Exactly => "",
        Comparator::AtLeast => "не менее ",
        Comparator::AtMost => "не более ",
    };
    let per = goal
        .per
        .as_deref()
        .map(|per| format!(" за {per}"))
        .unwrap_or_default();
    match goal.kind {
        GoalKind::Share => format!(
            "{sign}{}\u{a0}%",
            decimal(Number {
                thousandths: number.thousandths * 100
            })
        ),
        _ => format!("{sign}{}{per}", decimal(number)),
    }
}

/// «4», «0,75».
fn decimal(number: Number) -> String {
    let (whole, rest) = (
        number.thousandths / 1000,
        number.thousandths.unsigned_abs() % 1000,
    );
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole},{}", format!("{rest:03}").trim_end_matches('0'))
}
