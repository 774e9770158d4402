//! What the atoms of a responsible cell can be. How each of them is recognised, its neighbours say.

use crate::model::plan::responsible::Role;

/// What an atom is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A person; the id when the directory knows one.
    Person(Option<String>),
    /// A school by name; the id when the directory knows it.
    School(Option<String>),
    /// A body, or schools as a group; the id when the directory knows one.
    Body {
        id: Option<String>,
        role: Role,
    },
    /// A word for people in office: «начальник», «кураторы».
    Post {
        role: Role,
        plural: bool,
    },
    /// «,», «/» and dashes that begin a line.
    Comma,
    Semicolon,
    And,
    Open,
    Close,
    Other,
}
