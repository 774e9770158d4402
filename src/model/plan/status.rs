//! What became of a promise: the stored status with its proofs, and what follows from it on a given day.

use jiff::civil::Date;

use crate::diag::span::Span;
use crate::model::plan::roadmap::Event;

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
    pub fn word(self) -> &'static str {
        match self {
            StatusWord::Planned => "запланировано",
            StatusWord::Done => "выполнено",
            StatusWord::Moved => "перенесено",
            StatusWord::Cancelled => "отменено",
            StatusWord::NoData => "нет данных",
        }
    }

    /// Latin code for open data and class names.
    pub fn code(self) -> &'static str {
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
            proofs: Vec::new(),
        }
    }
}

/// How an event stands on a given day, in the fair words that pages use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Done, with a proof.
    Done,
    /// Said to be done, no proof given.
    DoneWithoutProof,
    /// Its time has come and nothing is reported yet.
    Underway,
    /// Its time has not come.
    Ahead,
    /// Moved to another time.
    Moved,
    /// Cancelled.
    Cancelled,
    /// The deadline has passed and nothing is reported.
    PastWithoutNews,
    /// No date to compare with, and nothing is reported.
    NoData,
}

impl Standing {
    /// All, in the order of a status bar.
    pub const ALL: &'static [Standing] = &[
        Standing::Done,
        Standing::DoneWithoutProof,
        Standing::Underway,
        Standing::Ahead,
        Standing::Moved,
        Standing::Cancelled,
        Standing::PastWithoutNews,
        Standing::NoData,
    ];

    /// Words for people.
    pub fn words(self) -> &'static str {
        match self {
            Standing::Done => "Выполнено",
            Standing::DoneWithoutProof => "Выполнено, подтверждения нет",
            Standing::Underway => "Идёт",
            Standing::Ahead => "Запланировано",
            Standing::Moved => "Перенесено",
            Standing::Cancelled => "Отменено",
            Standing::PastWithoutNews => "Срок прошёл, сведений нет",
            Standing::NoData => "Нет данных",
        }
    }

    /// Latin code for class names and open data.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Done => "done",
            Standing::DoneWithoutProof => "done-without-proof",
            Standing::Underway => "underway",
            Standing::Ahead => "ahead",
            Standing::Moved => "moved",
            Standing::Cancelled => "cancelled",
            Standing::PastWithoutNews => "past",
            Standing::NoData => "no-data",
        }
    }
}

/// How an event stands on `today`. A deadline counts through its last day.
pub fn standing(event: &Event, today: Date) -> Standing {
    match event.status.word {
        StatusWord::Done if event.status.proofs.is_empty() => Standing::DoneWithoutProof,
        StatusWord::Done => Standing::Done,
        StatusWord::Moved => Standing::Moved,
        StatusWord::Cancelled => Standing::Cancelled,
        StatusWord::Planned | StatusWord::NoData => standing_by_date(event, today),
    }
}

fn standing_by_date(event: &Event, today: Date) -> Standing {
    let Some(deadline) = &event.deadline else {
        return Standing::NoData;
    };
    let planned = event.status.word == StatusWord::Planned;
    let begun = deadline
        .value
        .whens
        .iter()
        .filter_map(|when| when.first)
        .min()
        .is_some_and(|first| first <= today);
    match deadline.value.last_day() {
        Some(last) if last < today => Standing::PastWithoutNews,
        Some(_) if begun => Standing::Underway,
        Some(_) => Standing::Ahead,
        None if planned => Standing::Ahead,
        None => Standing::NoData,
    }
}
