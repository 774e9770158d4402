//! What a row wants to be stored about its measure.

use crate::content::raw::Table;
use crate::desk::place::folded;
use crate::desk::status::column::{Column, PROOF};
use crate::desk::status::plans::Plan;
use crate::desk::status::rows::row::Row;
use crate::desk::status::rows::value;
use crate::desk::status::sheet;
use crate::desk::status::state::State;
use crate::diag::{Diagnostic, Span, codes};
use crate::text::cell::one_line;
use crate::text::tame::untamed;

/// What a row wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// What shall be stored.
    pub state: State,
    /// Columns whose cells were changed although the table does not change them.
    pub read_only: Vec<(Column, Span)>,
}

impl Row<'_> {
    /// What the row wants to be stored about its measure. What cannot be understood is added to `found`.
    pub fn wish(&self, plan: &Plan, event: &Table, found: &mut Vec<Diagnostic>) -> Wish {
        let old = State::of(event);
        let mut wish = Wish {
            state: old.clone(),
            read_only: Vec::new(),
        };
        for (place, column) in self.header.columns() {
            // A row that breaks off early says nothing about what is missing.
            let Some(cell) = self.record.cells.get(place) else {
                continue;
            };
            let written = sheet::cell(column, plan, event, &old);
            let text = untamed(&cell.text);
            if self.same(&written, text) {
                continue;
            }
            if column.is_ours() {
                self.set(&mut wish.state, column, text.trim(), &written, found);
            } else if matches!(column, Column::Territory | Column::Cell(_))
                && !text.trim().is_empty()
            {
                wish.read_only.push((column, self.span(column)));
            }
        }
        for (place, proof) in wish.state.proofs.iter_mut().enumerate() {
            if self.takes_away(place) {
                *proof = None;
            }
        }
        wish.state = wish.state.settled(&old);
        wish
    }

    /// Whether the row empties a proof: its title, and whatever else of it has a column. What has none goes along.
    fn takes_away(&self, place: usize) -> bool {
        let title = Column::Proof("title", place);
        let blank = |column: Column| {
            self.cell(column)
                .is_none_or(|cell| cell.text.trim().is_empty())
        };
        self.cell(title).is_some() && PROOF.iter().all(|key| blank(Column::Proof(key, place)))
    }

    /// Whether a cell still says what was written into it: line breaks, blanks around and letters that the encoding of
    /// the table does not have are no change.
    fn same(&self, written: &str, cell: &str) -> bool {
        let plain = |text: &str| one_line(text);
        if plain(written) == plain(cell) {
            return true;
        }
        self.narrow.is_some_and(|encoding| {
            let kept: String = written
                .chars()
                .map(|letter| {
                    let (_, _, lost) = encoding.encode(letter.encode_utf8(&mut [0; 4]));
                    if lost { '?' } else { letter }
                })
                .collect();
            plain(&kept) == plain(cell)
        })
    }

    fn set(
        &self,
        state: &mut State,
        column: Column,
        text: &str,
        written: &str,
        found: &mut Vec<Diagnostic>,
    ) {
        if value::is_spoiled(text) {
            found.push(self.spoiled(column, text));
            return;
        }
        let words = (!text.is_empty()).then(|| text.replace("\r\n", "\n"));
        match column {
            Column::Fate("status") => match self.status(text) {
                Ok(status) => state.status = status,
                Err(problem) => found.push(*problem),
            },
            Column::Fate("status_date") => match self.date(column, text) {
                Ok(date) => state.date = date,
                Err(problem) => found.push(*problem),
            },
            Column::Fate("fact") => state.fact = words,
            Column::Fate("moved_to") => self.moved(state, words, written, found),
            Column::Fate(_) => state.remark = words,
            Column::Proof("date", place) => match self.date(column, text) {
                Ok(date) => state.proof_mut(place).date = date,
                Err(problem) => found.push(*problem),
            },
            Column::Proof("title", place) => state.proof_mut(place).title = words,
            Column::Proof(_, place) => state.proof_mut(place).link = words,
            _ => {}
        }
    }

    fn spoiled(&self, column: Column, text: &str) -> Diagnostic {
        let message = format!("«{text}» — не слова, а след ошибки в таблице");
        self.error(codes::STATUS_SPOILED, column, message)
            .help("впишите значение заново: решётки значат, что столбец был слишком узок, «#ИМЯ?» — что текст начат со знака «=», «+» или «-»")
    }

    fn status(&self, text: &str) -> Result<Option<String>, Box<Diagnostic>> {
        if text.is_empty() {
            return Ok(None);
        }
        let column = Column::Fate("status");
        value::status(text)
            .map(|word| Some(word.to_owned()))
            .map_err(|near| {
                let message = format!("статуса «{}» нет", one_line(text));
                let problem = self.error(codes::STATUS_WORD, column, message);
                let problem = match near {
                    "" => problem,
                    near => problem
                        .help(format!("возможно, вы имели в виду «{near}»"))
                        .patch(self.span(column), near),
                };
                Box::new(problem.help(format!("можно написать: {}", value::statuses().join(", "))))
            })
    }

    fn date(
        &self,
        column: Column,
        text: &str,
    ) -> Result<Option<jiff::civil::Date>, Box<Diagnostic>> {
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(date) = value::date(text) {
            return Ok(Some(date));
        }
        let problem = self.error(
            codes::STATUS_DATE,
            column,
            format!("«{}» — не дата", one_line(text)),
        );
        let problem = match value::serial_day(text) {
            Some(day) => problem
                .help(format!(
                    "это номер дня из Excel, возможно, {}: задайте ячейке формат «Дата»",
                    crate::text::russian::date_short(day)
                ))
                .patch(self.span(column), crate::text::russian::date_short(day)),
            None => problem,
        };
        Err(Box::new(
            problem.help("дату пишут так: 30.04.2025 или 2025-04-30"),
        ))
    }

    /// A new time is words, which spreadsheets like to take for a date and shorten.
    fn moved(
        &self,
        state: &mut State,
        words: Option<String>,
        written: &str,
        found: &mut Vec<Diagnostic>,
    ) {
        let column = Column::Fate("moved_to");
        let Some(whole) = words.as_deref().and_then(value::unshortened_month) else {
            state.moved_to = words;
            return;
        };
        let month = whole.trim_end_matches(" года");
        if folded(written).starts_with(month) {
            return;
        }
        let message = format!(
            "{}: «{}» записано словами «{whole}»",
            self.called(column),
            words.as_deref().unwrap_or_default()
        );
        found.push(
            Diagnostic::warning(codes::STATUS_DATE, self.span(column), message)
                .help("Excel сокращает месяц с годом; чтобы он этого не делал, задайте столбцу формат «Текстовый»"),
        );
        state.moved_to = Some(whole);
    }
}
