//! What became of a promise: the stored status with its proofs.

use jiff::civil::Date;

use crate::diag::span::Span;
use crate::model::plan::deadline::When;

/// The stored status of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Which of the five words.
    pub word: StatusWord,
    /// Place of the word; none when nothing is stored.
    pub span: Option<Span>,
    /// Day of the status.
    pub date: Option<Date>,
    /// What was done, in words or figures.
    pub fact: Option<String>,
    /// For a moved event: the new time, in words.
    pub moved_to: Option<String>,
    /// What the words of the new time mean; empty when they were not understood or nothing was moved.
    pub moved_whens: Vec<When>,
    /// Proofs.
    pub proofs: Vec<Proof>,
}

/// The five words a status can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusWord {
    /// Запланировано.
    Planned,
    /// Выполнено.
    Done,
    /// Перенесено.
    Moved,
    /// Отменено.
    Cancelled,
    /// Нет данных.
    NoData,
}

impl StatusWord {
    /// All five, in the order they are listed.
    pub const ALL: &'static [StatusWord] = &[
        StatusWord::Done,
        StatusWord::Planned,
        StatusWord::Moved,
        StatusWord::Cancelled,
        StatusWord::NoData,
    ];

    /// The word as written in content and on pages, lower case.
    pub const fn word(self) -> &'static str {
        match self {
            StatusWord::Planned => "запланировано",
            StatusWord::Done => "выполнено",
            StatusWord::Moved => "перенесено",
            StatusWord::Cancelled => "отменено",
            StatusWord::NoData => "нет данных",
        }
    }

    /// Latin code for open data and class names.
    pub const fn code(self) -> &'static str {
        match self {
            StatusWord::Planned => "planned",
            StatusWord::Done => "done",
            StatusWord::Moved => "moved",
            StatusWord::Cancelled => "cancelled",
            StatusWord::NoData => "no-data",
        }
    }
}

/// Evidence that an event took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What it is called.
    pub title: String,
    /// Address, portal path or attached file, as written.
    pub link: Option<String>,
    /// Place of the link or title.
    pub span: Span,
    /// Day of the proof.
    pub date: Option<Date>,
}

impl Default for Status {
    /// Nothing is known.
    fn default() -> Self {
        Status {
            word: StatusWord::NoData,
            span: None,
            date: None,
            fact: None,
            moved_to: None,
            moved_whens: Vec::new(),
            proofs: Vec::new(),
        }
    }
}
