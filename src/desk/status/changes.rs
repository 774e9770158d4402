//! What a row changed, in words for the report.

use jiff::civil::Date;

use crate::desk::status::column::Column;
use crate::desk::status::state::State;
use crate::text::cell::one_line;
use crate::text::russian::date_short;

/// The longest value that the report repeats, in letters.
const LONGEST: usize = 60;

/// A measure that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Updated {
    /// Path of the plan's file.
    pub path: String,
    /// The measure's identifier.
    pub event: String,
    /// What became of it: «статус — «выполнено»».
    pub words: Vec<String>,
}

/// The changes between two states, in the order of the columns.
pub fn words(old: &State, new: &State) -> Vec<String> {
    let mut words = Vec::new();
    let mut told = |column: Column, old: &Option<String>, new: &Option<String>| {
        let name = lower(&column.heading());
        match (old, new) {
            (old, new) if old == new => {}
            (_, Some(new)) => words.push(format!("{name} — {}", quoted(new))),
            (Some(old), None) if column == Column::Fate("status") => words.push(format!(
                "статус {} убран (ячейка пуста): теперь о мероприятии нет сведений",
                quoted(old)
            )),
            (Some(old), None) => words.push(format!("{name}: убрано {}", quoted(old))),
            (None, None) => {}
        }
    };
    let day = |date: Option<Date>| date.map(date_short);
    told(Column::Fate("status"), &old.status, &new.status);
    told(Column::Fate("status_date"), &day(old.date), &day(new.date));
    told(Column::Fate("fact"), &old.fact, &new.fact);
    told(Column::Fate("moved_to"), &old.moved_to, &new.moved_to);
    for place in 0..old.proofs.len().max(new.proofs.len()) {
        let (old, new) = (old.proof(place), new.proof(place));
        let title = |proof: Option<&_>| -> Option<String> {
            proof.and_then(|proof: &crate::desk::status::state::Proof| proof.title.clone())
        };
        told(Column::Proof("title", place), &title(old), &title(new));
        if new.is_none() {
            continue;
        }
        let link = |proof: Option<&crate::desk::status::state::Proof>| proof?.link.clone();
        let date = |proof: Option<&crate::desk::status::state::Proof>| day(proof?.date);
        told(Column::Proof("link", place), &link(old), &link(new));
        told(Column::Proof("date", place), &date(old), &date(new));
    }
    told(Column::Fate("remark"), &old.remark, &new.remark);
    words
}

fn lower(heading: &str) -> String {
    let mut letters = heading.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

fn quoted(value: &str) -> String {
    let line = one_line(value);
    if line.chars().count() <= LONGEST {
        return format!("«{line}»");
    }
    let start: String = line.chars().take(LONGEST).collect();
    format!("«{}…»", start.trim_end())
}
