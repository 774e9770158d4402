//! Rows of cells of any width into a regular grid: what spans is laid over columns, what is missing becomes empty cells,
//! what continues the cell above says so.

use crate::import::paper::{At, Cell, Grid, Paragraph, Row};
use crate::import::read::failure::ReadFailure;
use crate::import::read::room::{MOST_COLUMNS, Room};

/// Places of a table that are filled up cell by cell; in a larger one a single empty cell ends a short row.
const MOST_PADDED: usize = 100_000;

/// A cell before it has its columns.
#[derive(Debug, Default)]
pub struct LooseCell {
    /// How many columns it spans; nought counts as one.
    pub span: usize,
    /// How many rows it spans, for formats that say so in the upper cell; nought and one mean its own.
    pub down: usize,
    /// True when the format itself says that it continues the cell above.
    pub continues: bool,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Tables in it.
    pub tables: Vec<Grid>,
}

/// A row before it is regular.
#[derive(Debug, Default)]
pub struct LooseRow {
    /// Its cells from left to right.
    pub cells: Vec<LooseCell>,
    /// True when it is marked as a heading.
    pub heading: bool,
    /// Where it stands.
    pub at: At,
}

impl LooseCell {
    /// An empty cell over so many columns.
    pub fn empty(span: usize) -> LooseCell {
        LooseCell {
            span,
            ..LooseCell::default()
        }
    }
}

/// The grid of these rows. Rows without cells are kept as empty ones.
///
/// # Errors
/// When cells that hang down over many rows come to more than may be read.
pub fn grid(rows: Vec<LooseRow>, at: At, room: &mut Room) -> Result<Grid, ReadFailure> {
    let mut laid: Vec<Row> = Vec::with_capacity(rows.len());
    // For each column how many more rows the cell above covers, and over how many columns that cell goes.
    let mut hanging: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        laid.push(lay(row, &mut hanging, room)?);
    }
    let width = laid.iter().map(end).max().unwrap_or(0);
    let few = laid.len().saturating_mul(width) <= MOST_PADDED;
    for row in &mut laid {
        let from = end(row);
        if few {
            row.cells
                .extend((from..width).map(|column| bare(column, column + 1)));
        } else if from < width {
            row.cells.push(bare(from, width));
        }
    }
    settle(&mut laid);
    Ok(Grid {
        width,
        rows: laid,
        at,
    })
}

fn lay(
    row: LooseRow,
    hanging: &mut Vec<(usize, usize)>,
    room: &mut Room,
) -> Result<Row, ReadFailure> {
    let mut cells: Vec<Cell> = Vec::with_capacity(row.cells.len());
    let mut column = 0;
    for loose in row.cells {
        column = covered(&mut cells, column, hanging, room)?;
        let end = (column + loose.span.max(1)).min(MOST_COLUMNS);
        if column >= end {
            // Beyond the last column words must not vanish: they join the last cell.
            if let Some(last) = cells.last_mut() {
                last.paragraphs.extend(loose.paragraphs);
                last.tables.extend(loose.tables);
            }
            continue;
        }
        if loose.down > 1 {
            hanging.resize(hanging.len().max(end), (0, 0));
            for (offset, place) in hanging[column..end].iter_mut().enumerate() {
                // Only its first column knows how wide the cell is; one more is taken off at the end of this row.
                *place = (loose.down, if offset == 0 { end - column } else { 0 });
            }
        }
        cells.push(Cell {
            columns: column..end,
            paragraphs: loose.paragraphs,
            continues: loose.continues,
            tables: loose.tables,
        });
        column = end;
    }
    covered(&mut cells, column, hanging, room)?;
    for place in hanging {
        place.0 = place.0.saturating_sub(1);
    }
    Ok(Row {
        cells,
        heading: row.heading,
        at: row.at,
    })
}

/// Sets the cells that hang down from above at this column; tells the next free column.
fn covered(
    cells: &mut Vec<Cell>,
    mut column: usize,
    hanging: &[(usize, usize)],
    room: &mut Room,
) -> Result<usize, ReadFailure> {
    while let Some((1.., span)) = hanging.get(column) {
        room.take(0)?;
        let end = column + (*span).max(1);
        cells.push(Cell {
            continues: true,
            ..bare(column, end)
        });
        column = end;
    }
    Ok(column)
}

fn bare(from: usize, to: usize) -> Cell {
    Cell {
        columns: from..to,
        ..Cell::default()
    }
}

fn end(row: &Row) -> usize {
    row.cells.last().map_or(0, |cell| cell.columns.end)
}

/// A cell continues only what is there: with no cell above that begins at the same column, it is a cell of its own.
fn settle(rows: &mut [Row]) {
    let mut above: Vec<usize> = Vec::new();
    for row in rows {
        for cell in &mut row.cells {
            cell.continues &= above.contains(&cell.columns.start);
        }
        above = row.cells.iter().map(|cell| cell.columns.start).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(rows: Vec<LooseRow>) -> Grid {
        grid(rows, At::default(), &mut Room::default()).expect("a small table")
    }

    fn row(cells: &[(usize, usize, &str)]) -> LooseRow {
        LooseRow {
            cells: cells
                .iter()
                .map(|(span, down, text)| LooseCell {
                    span: *span,
                    down: *down,
                    paragraphs: vec![Paragraph {
                        text: (*text).to_owned(),
                        ..Paragraph::default()
                    }],
                    ..LooseCell::default()
                })
                .collect(),
            ..LooseRow::default()
        }
    }

    #[test]
    fn a_cell_hangs_down_over_rows_and_columns() {
        let rows = vec![
            row(&[(1, 1, "а"), (2, 3, "б"), (1, 1, "в")]),
            row(&[(1, 1, "г"), (1, 1, "д")]),
            row(&[(1, 1, "е")]),
        ];
        let grid = laid(rows);
        assert_eq!(grid.width, 4);
        let second = &grid.rows[1];
        assert_eq!(second.cells[1].columns, 1..3);
        assert!(second.cells[1].continues);
        assert_eq!(second.cells[2].text(), "д");
        assert!(grid.rows[2].cells[1].continues);
        assert_eq!(grid.rows[2].cells[2].columns, 3..4);
    }

    #[test]
    fn short_rows_get_empty_cells() {
        let grid = laid(vec![row(&[(1, 1, "а"); 3]), row(&[(1, 1, "б")])]);
        assert_eq!(grid.rows[1].cells.len(), 3);
        assert!(grid.rows[1].cells[2].is_empty());
    }
}
