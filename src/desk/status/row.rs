//! One row of a table: which measure it is about, and what it wants to be stored about it.

use encoding_rs::Encoding;

use crate::content::raw::Table;
use crate::desk::place::{self, Known, folded};
use crate::desk::status::column::Column;
use crate::desk::status::header::{Header, TABLE};
use crate::desk::status::plans::{Plan, event_id};
use crate::desk::status::sheet;
use crate::desk::status::state::State;
use crate::desk::status::table::{Cell, Record, untamed};
use crate::desk::status::value;
use crate::diag::{Diagnostic, Span, codes};
use crate::text::cell::one_line;
use crate::text::nearest::nearest;

/// A row with what is needed to understand it.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The row.
    pub record: &'a Record,
    /// Its columns.
    pub header: &'a Header,
    /// The encoding of the table when it has fewer letters than our files.
    pub narrow: Option<&'static Encoding>,
}

/// What a row wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// What shall be stored.
    pub state: State,
    /// Columns whose cells were changed although the table does not change them.
    pub read_only: Vec<(Column, Span)>,
}

impl Row<'_> {
    /// The cell of a column; none when the table has no such column or the row breaks off before it.
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        self.record.cells.get(self.header.place(column)?)
    }

    /// The words of a column's cell without blanks around; empty when there is no such cell.
    fn words(&self, column: Column) -> &str {
        self.cell(column)
            .map_or("", |cell| untamed(&cell.text).trim())
    }

    /// The place of a column's cell; without one that of the whole row.
    pub fn span(&self, column: Column) -> Span {
        match self.cell(column) {
            Some(cell) => Span::new(TABLE, cell.range.clone()),
            None => self.whole(),
        }
    }

    /// The place of the row.
    pub fn whole(&self) -> Span {
        let cells = &self.record.cells;
        let start = cells.first().map_or(0, |cell| cell.range.start);
        let end = cells.last().map_or(start, |cell| cell.range.end);
        Span::new(TABLE, start..end)
    }

    /// Where in the spreadsheet it is: «строка 5, столбец «Статус»».
    pub fn called(&self, column: Column) -> String {
        match self.cell(column) {
            Some(_) => format!(
                "строка {}, столбец «{}»",
                self.record.number,
                column.heading()
            ),
            None => format!("строка {}", self.record.number),
        }
    }

    /// A mistake in a cell.
    pub fn error(
        &self,
        code: codes::Code,
        column: Column,
        message: impl std::fmt::Display,
    ) -> Diagnostic {
        let message = format!("{}: {message}", self.called(column));
        Diagnostic::error(code, self.span(column), message)
    }

    /// Cells beyond the last column hold words that belong to no column: a text with the separator in it lost its quotes.
    pub fn overflow(&self) -> Option<Diagnostic> {
        let spare = self.record.cells.get(self.header.len()..)?;
        let cell = spare.iter().find(|cell| !cell.text.trim().is_empty())?;
        let message = format!("строка {}: ячеек больше, чем столбцов", self.record.number);
        Some(
            Diagnostic::error(codes::STATUS_TABLE, Span::new(TABLE, cell.range.clone()), message)
                .label("эта ячейка лишняя")
                .help("текст, в котором есть знак-разделитель, ставят в кавычки; проще всего сохранить таблицу из Excel или LibreOffice заново"),
        )
    }

    /// The measure that the row is about: the plan and the measure's table.
    ///
    /// # Errors
    /// When there is none or several.
    pub fn event<'p>(
        &self,
        plans: &'p [Plan],
        known: &[Known],
    ) -> Result<(&'p Plan, &'p Table), Box<Diagnostic>> {
        if self.words(Column::Code).is_empty() {
            return Err(Box::new(
                self.error(codes::STATUS_ROW, Column::Code, "код мероприятия не указан")
                    .help("впишите код из выгрузки (m01) или удалите строку"),
            ));
        }
        let here = self.plans_here(plans, known)?;
        let then = self.plans_then(here)?;
        self.event_of(&then)
    }

    /// The plans of the territory that the row names.
    fn plans_here<'p>(
        &self,
        plans: &'p [Plan],
        known: &[Known],
    ) -> Result<Vec<&'p Plan>, Box<Diagnostic>> {
        let (column, asked) = match self.words(Column::Address) {
            "" => (Column::Territory, self.words(Column::Territory)),
            address => (Column::Address, address),
        };
        if asked.is_empty() {
            return Ok(plans.iter().collect());
        }
        let with_plans: Vec<Known> = known
            .iter()
            .filter(|one| plans.iter().any(|plan| plan.territory == one.path))
            .cloned()
            .collect();
        match place::find(asked, &with_plans) {
            Ok(path) => Ok(plans.iter().filter(|plan| plan.territory == path).collect()),
            Err(why) => Err(Box::new(
                self.error(codes::STATUS_ROW, column, why)
                    .help("возьмите адрес из выгрузки (portal status) или удалите строку"),
            )),
        }
    }

    fn plans_then<'p>(&self, here: Vec<&'p Plan>) -> Result<Vec<&'p Plan>, Box<Diagnostic>> {
        let asked = self.words(Column::Plan);
        if asked.is_empty() {
            return Ok(here);
        }
        let then: Vec<&Plan> = here
            .iter()
            .copied()
            .filter(|plan| plan.id.as_str() == asked)
            .collect();
        if !then.is_empty() {
            return Ok(then);
        }
        let ids: Vec<&str> = here.iter().map(|plan| plan.id.as_str()).collect();
        let help = match nearest(asked, ids.iter().copied()) {
            Some(near) => format!("возможно, вы имели в виду «{near}»"),
            None => format!("есть планы: {}", ids.join(", ")),
        };
        Err(Box::new(
            self.error(
                codes::STATUS_ROW,
                Column::Plan,
                format!("нет плана «{asked}»"),
            )
            .help(help),
        ))
    }

    fn event_of<'p>(&self, plans: &[&'p Plan]) -> Result<(&'p Plan, &'p Table), Box<Diagnostic>> {
        let asked = self.words(Column::Code);
        let all: Vec<(&Plan, &Table, String)> = plans
            .iter()
            .flat_map(|plan| {
                let events = plan.events().into_iter();
                events.map(|event| (*plan, event, event_id(event)))
            })
            .collect();
        // A spreadsheet turns the code 01 into the number 1.
        let same_number = |id: &str| {
            let number = |text: &str| text.parse::<u32>().ok();
            number(id).is_some() && number(id) == number(asked)
        };
        let matching = |id: &str| id == asked || same_number(id);
        let mut found = all.iter().filter(|(.., id)| matching(id));
        match (found.next(), found.next()) {
            (Some((plan, event, _)), None) => Ok((plan, event)),
            (Some(_), Some(_)) => Err(Box::new(
                self.error(
                    codes::STATUS_ROW,
                    Column::Code,
                    format!("мероприятий с кодом «{asked}» несколько"),
                )
                .help(
                    "верните столбцы «Адрес» и «План» из выгрузки (portal status) и заполните их",
                ),
            )),
            (None, _) => {
                let ids = all.iter().map(|(.., id)| id.as_str());
                let help = match nearest(asked, ids) {
                    Some(near) => format!("возможно, вы имели в виду «{near}»"),
                    None => {
                        "возьмите код из выгрузки (portal status) или удалите строку".to_owned()
                    }
                };
                let message = format!("нет мероприятия с кодом «{asked}»");
                Err(Box::new(
                    self.error(codes::STATUS_ROW, Column::Code, message)
                        .help(help),
                ))
            }
        }
    }

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
        wish.state = wish.state.settled();
        wish
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
