//! A cell beside its words: exact pieces are cut from it here, without the signs at their edges. Which pieces are
//! goals is not known here.

use std::ops::Range;

use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::indicator::{Comparator, Goal, GoalKind};

/// A cell and its words, to take exact pieces from.
pub(super) struct Text<'a> {
    pub cell: &'a str,
    pub words: &'a [Word<'a>],
}

impl Text<'_> {
    /// The piece of the cell under these words without the signs around it; none when only signs are left.
    pub fn piece(&self, mut range: Range<usize>) -> Option<String> {
        while range.start < range.end && is_edge(&self.words[range.start], true) {
            range.start += 1;
        }
        while range.start < range.end && is_edge(&self.words[range.end - 1], false) {
            range.end -= 1;
        }
        let range = self.balanced(range);
        let first = self.words.get(range.start)?.start;
        let last = self.words.get(range.end.checked_sub(1)?)?.end;
        (range.start < range.end)
            .then(|| self.cell.get(first..last).map(str::to_owned))
            .flatten()
    }

    /// Takes in the closing sign of a bracket or quotation that the piece opens, drops one that it does not.
    fn balanced(&self, mut range: Range<usize>) -> Range<usize> {
        let depth = |range: &Range<usize>| {
            self.words[range.clone()]
                .iter()
                .map(|word| match word.raw {
                    "(" | "«" | "[" => 1,
                    ")" | "»" | "]" => -1,
                    _ => 0,
                })
                .sum::<i32>()
        };
        let closes = |word: &Word| matches!(word.raw, ")" | "»" | "]");
        while depth(&range) > 0 && self.words.get(range.end).is_some_and(closes) {
            range.end += 1;
        }
        while range.start < range.end && depth(&range) < 0 && closes(&self.words[range.end - 1]) {
            range.end -= 1;
        }
        range
    }

    /// A goal without a number.
    pub fn goal(&self, kind: GoalKind, range: Range<usize>) -> Option<Goal> {
        Some(Goal {
            words: self.piece(range)?,
            kind,
            comparator: Comparator::Exactly,
            target: None,
            base: None,
            per: None,
        })
    }
}

/// Signs and joining words that do not belong to a goal at its beginning or its end.
fn is_edge(word: &Word, opening: bool) -> bool {
    match word.sort {
        Sort::Comma | Sort::Semicolon | Sort::Colon | Sort::Dot | Sort::Dash | Sort::Slash => true,
        Sort::Open => !opening || word.raw == "(",
        Sort::Close => opening,
        Sort::Letters => word.is(&["и", "а"]),
        _ => false,
    }
}
