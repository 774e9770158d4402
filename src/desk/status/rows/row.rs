//! One row of a table, and how its cells are named to a person.

use encoding_rs::Encoding;

use crate::desk::status::column::Column;
use crate::desk::status::rows::header::{Header, TABLE};
use crate::desk::status::table::{Cell, Record};
use crate::diag::{Diagnostic, Span, codes};
use crate::text::tame::untamed;

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

impl Row<'_> {
    /// The cell of a column; none when the table has no such column or the row breaks off before it.
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        self.record.cells.get(self.header.place(column)?)
    }

    /// The words of a column's cell without blanks around; empty when there is no such cell.
    pub fn words(&self, column: Column) -> &str {
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
}
