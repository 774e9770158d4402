//! What shows that a measure was done: the cell «Показатель реализации» word for word, and the goals read from it.

use crate::model::shared::Shared;

/// An indicator or deliverable cell, kept once for all events that say the same.
pub type Indicator = Shared<IndicatorCell>;

/// An indicator or deliverable cell with its meaning. One cell can set several goals:
/// «100% школ и не менее ¾ педагогического коллектива приняли участие».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorCell {
    /// The cell word for word.
    pub verbatim: String,
    /// Goals in the order of the text; empty means that the cell sets no measurable goal and names no result.
    pub goals: Vec<Goal>,
}

/// One goal read from an indicator cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The words this goal was read from, a piece of the cell.
    pub words: String,
    /// What is measured.
    pub kind: GoalKind,
    /// Exactly or at least.
    pub comparator: Comparator,
    /// The number to reach: a share 0–1 for [`GoalKind::Share`], a count otherwise. None where the words set none.
    pub target: Option<Number>,
    /// Of whom or of what: «ШНОР», «педагогов ШНРО», «новости». Words of the cell.
    pub base: Option<String>,
    /// For a rate: per what, e.g. «месяц».
    pub per: Option<String>,
}

/// A decimal number kept exactly, as thousandths: 0.75 is 750, 4 is 4000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// The number times 1000.
    pub thousandths: i64,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalKind {
    /// A share with a target: «100% …», «не менее ¾ …», «все …» (= 100 % of a named group).
    Share,
    /// A share without a target: «Доля ШНОР, принявших участие в НПК». Shown as «цель не задана».
    ShareWithoutTarget,
    /// A count: «не менее 5 собеседований», «4 школьных программ».
    Count,
    /// A count in a period: «не менее 2 в месяц».
    Rate,
    /// A direction: «положительная динамика», «Прирост численности».
    Change,
    /// A document or another thing to hold in hand: «Приказ», «Аналитическая справка».
    Artefact,
    /// A yes-or-no fact: «Сформирована муниципальная рабочая группа».
    Fact,
    /// Participation without a number: «Участие в семинарах». Shown as «цель не задана».
    Participation,
}

impl GoalKind {
    /// All kinds.
    pub const ALL: &'static [GoalKind] = &[
        GoalKind::Share,
        GoalKind::ShareWithoutTarget,
        GoalKind::Count,
        GoalKind::Rate,
        GoalKind::Change,
        GoalKind::Artefact,
        GoalKind::Fact,
        GoalKind::Participation,
    ];

    /// The value used in open data and in `data-` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            GoalKind::Share => "share",
            GoalKind::ShareWithoutTarget => "share-without-target",
            GoalKind::Count => "count",
            GoalKind::Rate => "rate",
            GoalKind::Change => "change",
            GoalKind::Artefact => "artefact",
            GoalKind::Fact => "fact",
            GoalKind::Participation => "participation",
        }
    }
}

/// How the fact compares with the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// «4 школьных программ», «100 %».
    Exactly,
    /// «не менее …».
    AtLeast,
    /// «не более …».
    AtMost,
}

impl Comparator {
    /// All ways to compare.
    pub const ALL: &'static [Comparator] =
        &[Comparator::Exactly, Comparator::AtLeast, Comparator::AtMost];

    /// The value used in open data.
    pub const fn code(self) -> &'static str {
        match self {
            Comparator::Exactly => "exactly",
            Comparator::AtLeast => "at-least",
            Comparator::AtMost => "at-most",
        }
    }
}
