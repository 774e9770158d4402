//! What a new status cannot do without. The rules of the content say the same of the files; here it is said of the row,
//! before anything is written.

use crate::desk::status::column::Column;
use crate::desk::status::state::{Proof, State};
use crate::model::plan::status::StatusWord;

/// What is missing from a row: the column to fill, what is wrong, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// The column.
    pub column: Column,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Everything that a state lacks.
pub fn lacks(state: &State) -> Vec<Lack> {
    let word = state.status.as_deref();
    let is = |status: StatusWord| word == Some(status.word());
    let mut lacks = Vec::new();
    if is(StatusWord::Done) && state.date.is_none() {
        lacks.push(lack(
            Column::Fate("status_date"),
            "статус «выполнено» без даты",
            "впишите день, когда мероприятие выполнено: 28.04.2025",
        ));
    }
    if is(StatusWord::Moved) && state.moved_to.is_none() {
        lacks.push(lack(
            Column::Fate("moved_to"),
            "статус «перенесено» без нового срока",
            "впишите новый срок словами: сентябрь 2025 года",
        ));
    }
    if word.is_none() && state.date.is_some() {
        lacks.push(lack(
            Column::Fate("status"),
            "дата статуса есть, а самого статуса нет",
            "впишите статус или очистите и ячейку с датой",
        ));
    }
    let nameless =
        |proof: &Option<Proof>| proof.as_ref().is_some_and(|proof| proof.title.is_none());
    for (place, _) in state
        .proofs
        .iter()
        .enumerate()
        .filter(|(_, proof)| nameless(proof))
    {
        lacks.push(lack(
            Column::Proof("title", place),
            "у подтверждения нет названия",
            "впишите, что это: «Протокол собрания»; если подтверждения нет, очистите все его ячейки",
        ));
    }
    lacks
}

fn lack(column: Column, message: &str, help: &str) -> Lack {
    Lack {
        column,
        message: message.to_owned(),
        help: help.to_owned(),
    }
}
