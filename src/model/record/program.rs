//! A territory's programme: its passport and the texts around it.

use crate::diag::span::{Span, Spanned};
use crate::model::id::{Reference, Slug};

/// A programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// Place of the title.
    pub span: Span,
    /// Heading word for word.
    pub title: String,
    /// The act that approves it.
    pub approved_by: Option<Reference<Slug>>,
    /// Period in the words of the document.
    pub period: Option<Spanned<String>>,
    /// Rows of the passport, in order.
    pub rows: Vec<PassportRow>,
    /// The other texts, in order.
    pub parts: Vec<ProgramPart>,
}

/// A row of the passport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassportRow {
    /// Left cell.
    pub label: String,
    /// Right cell word for word.
    pub value: Spanned<String>,
    /// The right cell as a list, when it is one.
    pub items: Vec<String>,
}

/// What a text of a programme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Facts about the education system.
    Facts,
    /// Problems found.
    Problems,
    /// Goals.
    Goals,
    /// Tasks.
    Tasks,
    /// Measures asked of schools.
    Measures,
}

impl PartKind {
    /// Names used in content files.
    pub const NAMES: &'static [(&'static str, PartKind)] = &[
        ("сведения", PartKind::Facts),
        ("проблемы", PartKind::Problems),
        ("цели", PartKind::Goals),
        ("задачи", PartKind::Tasks),
        ("меры", PartKind::Measures),
    ];
}

/// A text of a programme: paragraphs, a list, paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramPart {
    /// What it is.
    pub kind: PartKind,
    /// Heading as printed.
    pub heading: Option<String>,
    /// Paragraphs before the list, separated by blank lines.
    pub intro: Option<String>,
    /// List items as printed, with their numbers; nested ones begin with two spaces.
    pub items: Vec<String>,
    /// Paragraphs after the list.
    pub outro: Option<String>,
}
