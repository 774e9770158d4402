//! Tables of a web page: rows and cells end where the next begins, whether their end tags are there or not.

use crate::import::paper::{At, Block};
use crate::import::read::failure::ReadFailure;
use crate::import::read::html::state::{Attribute, Page, Table};
use crate::import::read::lay::{self, LooseCell, LooseRow};
use crate::import::read::room::{MOST_COLUMNS, MOST_NESTED};

/// Rows that a cell may hang down; the standard has this limit as well.
const MOST_DOWN: usize = 65_534;

impl Page {
    /// Begins a table.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn begin_table(&mut self) -> Result<(), ReadFailure> {
        self.end_line()?;
        if self.tables.len() >= MOST_NESTED {
            return Err(ReadFailure::damaged(format!(
                "таблицы вложены друг в друга глубже {MOST_NESTED} раз"
            )));
        }
        let outer = (!self.tables.is_empty()).then(|| self.place());
        if outer.is_none() {
            self.table_count += 1;
        }
        self.tables.push(Table {
            outer,
            number: self.table_count,
            open: self.open.len(),
            lists: self.lists.len(),
            cell_lists: self.lists.len(),
            ..Table::default()
        });
        Ok(())
    }

    /// Begins a row.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn begin_row(&mut self) -> Result<(), ReadFailure> {
        self.end_row()?;
        self.room.take(0)?;
        if let Some(table) = self.tables.last_mut() {
            table.count += 1;
            let at = table.outer.clone().unwrap_or(At {
                table: table.number,
                row: table.count,
                ..At::default()
            });
            table.row = Some(LooseRow {
                heading: table.head,
                at,
                ..LooseRow::default()
            });
        }
        Ok(())
    }

    /// Begins a cell.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn begin_cell(&mut self, attribute: Attribute<'_>) -> Result<(), ReadFailure> {
        self.end_cell()?;
        self.room.take(0)?;
        if self.tables.last().is_some_and(|table| table.row.is_none()) {
            self.begin_row()?;
        }
        let counted = |name: &str| -> Option<usize> { attribute(name)?.trim().parse().ok() };
        let down = counted("rowspan").unwrap_or(1);
        let cell = LooseCell {
            span: counted("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS),
            // Nought means «to the end of the table».
            down: if down == 0 {
                MOST_DOWN
            } else {
                down.min(MOST_DOWN)
            },
            ..LooseCell::default()
        };
        let (open, lists) = (self.open.len(), self.lists.len());
        if let Some(table) = self.tables.last_mut() {
            table.cell = Some(cell);
            table.cell_open = open;
            table.cell_lists = lists;
        }
        Ok(())
    }

    /// Ends a cell.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn end_cell(&mut self) -> Result<(), ReadFailure> {
        let Some(table) = self.tables.last() else {
            return Ok(());
        };
        // Words between rows belong to nobody's cell and go before the table.
        if table.cell.is_none() {
            return self.end_line();
        }
        let (open, lists) = (table.cell_open, table.cell_lists);
        self.end_line()?;
        self.open.truncate(open);
        self.lists.truncate(lists);
        if let Some(table) = self.tables.last_mut()
            && let Some(cell) = table.cell.take()
            && let Some(row) = table.row.as_mut()
        {
            row.cells.push(cell);
        }
        Ok(())
    }

    /// Ends a row.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn end_row(&mut self) -> Result<(), ReadFailure> {
        self.end_cell()?;
        if let Some(table) = self.tables.last_mut()
            && let Some(row) = table.row.take()
            && !row.cells.is_empty()
        {
            table.rows.push(row);
        }
        Ok(())
    }

    /// Ends a table.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn end_table(&mut self) -> Result<(), ReadFailure> {
        self.end_row()?;
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        self.open.truncate(table.open);
        self.lists.truncate(table.lists);
        if table.rows.is_empty() {
            return Ok(());
        }
        let at = table.outer.unwrap_or(At {
            table: table.number,
            ..At::default()
        });
        let grid = lay::grid(table.rows, at, &mut self.room)?;
        match self.cell() {
            Some(cell) => cell.tables.push(grid),
            None => self.paper.blocks.push(Block::Table(grid)),
        }
        Ok(())
    }
}
