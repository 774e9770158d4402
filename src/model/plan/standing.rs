//! How a promise stands on a given day: what follows from its deadline and its stored status, in fair words.

use jiff::civil::Date;

use crate::model::plan::roadmap::Event;
use crate::model::plan::status::StatusWord;

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
    pub const fn code(self) -> &'static str {
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
