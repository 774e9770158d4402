//! The working group of a territory.

use crate::diag::span::Span;
use crate::model::id::{Reference, Slug};

/// A working group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingGroup {
    /// Place of the title.
    pub span: Span,
    /// Heading word for word.
    pub title: String,
    /// The act that approves it.
    pub approved_by: Option<Reference<Slug>>,
    /// Headings of the printed table.
    pub columns: Vec<String>,
    /// Members in the order of the document.
    pub members: Vec<Member>,
}

/// A member as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Number as printed.
    pub number: Option<String>,
    /// Name word for word, odd commas included.
    pub name: String,
    /// Post word for word.
    pub post: String,
    /// The person.
    pub person: Option<Reference<Slug>>,
    /// «руководитель», «заместитель руководителя», «член группы».
    pub role: String,
    /// School of the member, when the post names one.
    pub school: Option<Reference<Slug>>,
}
