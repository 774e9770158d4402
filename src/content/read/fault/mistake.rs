//! One mistake in a statement, as data: where, in which words, and how to go on. Which mistakes there are is not known
//! here.

use std::ops::Range;

use crate::diag::codes::{self, Code};

/// What to do with the statement so that reading can go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// Replace a part; the person is shown the same replacement.
    Patch(Range<usize>, String),
    /// The same, and only the way of writing changes: `portal check --fix` may do it without asking.
    Safe(Range<usize>, String),
    /// Replace a part without showing it: it is not what the person should write.
    Quiet(Range<usize>, String),
    /// Put parts into quotes without showing it: they are read as they stand.
    Quotes(Vec<Range<usize>>),
    /// Pass over the statement.
    Drop,
}

/// One mistake in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of problem.
    pub code: Code,
    /// Where.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// A few words under the place.
    pub label: String,
    /// Another place that belongs to it.
    pub related: Option<(Range<usize>, String)>,
    /// What to do.
    pub help: Vec<String>,
    /// How to go on.
    pub mend: Mend,
}

impl Fault {
    /// A mistake with its place; the statement is dropped unless a mend follows.
    pub(super) fn new(code: Code, at: Range<usize>, message: impl Into<String>) -> Self {
        Fault {
            code,
            at,
            message: message.into(),
            label: String::new(),
            related: None,
            help: Vec::new(),
            mend: Mend::Drop,
        }
    }

    /// A mistake of notation.
    pub(super) fn syntax(at: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(codes::SYNTAX, at, message)
    }

    /// A few words under the place.
    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// One more piece of advice.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// The replacement that is shown and made.
    pub(super) fn patch(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.mend = Mend::Patch(range, text.into());
        self
    }

    /// The replacement that is shown and made, also without asking.
    pub(super) fn safely(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.mend = Mend::Safe(range, text.into());
        self
    }

    /// The replacement that is shown and made, without asking when there is no doubt about it.
    pub(super) fn mend(self, range: Range<usize>, text: impl Into<String>, sure: bool) -> Self {
        match sure {
            true => self.safely(range, text),
            false => self.patch(range, text),
        }
    }

    /// A replacement that is made without being shown.
    pub(super) fn quietly(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.mend = Mend::Quiet(range, text.into());
        self
    }
}
