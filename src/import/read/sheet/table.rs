//! Cells of a sheet, wherever they stand, into one table. Columns and rows with nothing in them are left out, but for one
//! empty row where some were: it parts tables that stand below each other.

use std::collections::{BTreeMap, BTreeSet};

use calamine::Dimensions;

use crate::import::paper::{At, Cell, Emphasis, Grid, Paragraph, Row};
use crate::import::read::failure::ReadFailure;
use crate::import::read::room::{MOST_COLUMNS, Room};

/// Merged areas of one sheet.
pub const MOST_MERGED: usize = 5_000;

/// A cell with words in it.
#[derive(Debug, Default)]
pub struct Filled {
    /// As it is shown.
    pub text: String,
    /// How its letters are set.
    pub emphasis: Emphasis,
    /// True when it is centred.
    pub centred: bool,
}

/// Filled cells of a sheet by row and column, from nought.
pub type Cells = BTreeMap<u32, BTreeMap<u32, Filled>>;

/// A sheet around its cells.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its place.
    pub at: At,
    /// Merged areas.
    pub merged: Vec<Dimensions>,
    /// Rows that nobody sees: they leave no gap.
    pub hidden: BTreeSet<u32>,
}

/// The table of a sheet; none when nothing is in it.
///
/// # Errors
/// When there is more in it than may be read.
pub fn table(
    sheet: &Sheet,
    mut cells: Cells,
    room: &mut Room,
) -> Result<Option<Grid>, ReadFailure> {
    if sheet.merged.len() > MOST_MERGED {
        return Err(ReadFailure::too_large(
            "на листе тысячи объединённых областей",
        ));
    }
    let columns: BTreeSet<u32> = cells.values().flat_map(|row| row.keys().copied()).collect();
    let columns: Vec<u32> = columns.into_iter().collect();
    if columns.len() > MOST_COLUMNS {
        return Err(ReadFailure::too_large(
            "на листе сотни заполненных столбцов",
        ));
    }
    let Some(first) = cells.keys().next() else {
        return Ok(None);
    };
    let mut grid = Grid {
        width: columns.len(),
        rows: Vec::new(),
        at: At {
            row: *first + 1,
            ..sheet.at.clone()
        },
    };
    let mut above: Option<u32> = None;
    while let Some((number, mut filled)) = cells.pop_first() {
        let gap = above.and_then(|above| {
            let mut between = (above + 1..number).rev();
            between.find(|row| !sheet.hidden.contains(row))
        });
        if let Some(gap) = gap {
            let row = row(sheet, gap, &columns, &mut BTreeMap::new(), room)?;
            grid.rows.push(row);
        }
        grid.rows
            .push(row(sheet, number, &columns, &mut filled, room)?);
        above = Some(number);
    }
    let mut starts: BTreeSet<usize> = BTreeSet::new();
    for row in &mut grid.rows {
        // A cell continues only one that is there: its first row may have been hidden.
        for cell in &mut row.cells {
            cell.continues &= starts.contains(&cell.columns.start);
        }
        starts = row.cells.iter().map(|cell| cell.columns.start).collect();
    }
    Ok(Some(grid))
}

fn row(
    sheet: &Sheet,
    number: u32,
    columns: &[u32],
    filled: &mut BTreeMap<u32, Filled>,
    room: &mut Room,
) -> Result<Row, ReadFailure> {
    let at = At {
        row: number + 1,
        ..sheet.at.clone()
    };
    let here: Vec<&Dimensions> = sheet
        .merged
        .iter()
        .filter(|area| area.start.0 <= number && number <= area.end.0)
        .collect();
    let mut cells = Vec::with_capacity(columns.len());
    let mut index = 0;
    while let Some(column) = columns.get(index) {
        let area = here
            .iter()
            .find(|area| area.start.1 <= *column && *column <= area.end.1);
        let end = area.map_or(index + 1, |area| {
            index
                + columns[index..]
                    .iter()
                    .take_while(|next| **next <= area.end.1)
                    .count()
        });
        let continues = area.is_some_and(|area| area.start.0 < number);
        let owner = area.map_or(*column, |area| area.start.1);
        let found = if continues {
            None
        } else {
            filled.remove(&owner)
        };
        let found = found.unwrap_or_default();
        room.take(found.text.len())?;
        cells.push(Cell {
            columns: index..end,
            paragraphs: vec![Paragraph {
                text: found.text,
                emphasis: found.emphasis,
                centred: found.centred,
                at: at.clone(),
                ..Paragraph::default()
            }],
            continues,
            tables: Vec::new(),
        });
        index = end;
    }
    Ok(Row {
        cells,
        heading: false,
        at,
    })
}
