//! How large the sheets of an old workbook are, before the library reads it: it keeps every cell of the rectangle between
//! the first and the last one, and one stray word in the corner makes that sixteen million.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::import::read::failure::ReadFailure;

/// Cells of the rectangle of one sheet.
const MOST_CELLS: u64 = 2_000_000;

/// Records that hold cells ([MS-XLS] 2.4): they begin with row and column.
const CELLS: &[u16] = &[
    0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x0207, 0x027E, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0001,
    0x0002, 0x0003, 0x0004, 0x0005, 0x0007,
];

/// The record that begins a sheet.
const BEGIN: u16 = 0x0809;

/// Refuses a workbook with a sheet larger than may be read.
///
/// # Errors
/// When a sheet is too large, or the file does not hold together.
pub fn bounded(bytes: &[u8]) -> Result<(), ReadFailure> {
    let damaged = || ReadFailure::damaged("книга Excel обрывается или записана с ошибкой");
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
    for name in ["Workbook", "Book"] {
        let Ok(mut stream) = file.open_stream(name) else {
            continue;
        };
        let mut records = Vec::new();
        stream.read_to_end(&mut records).map_err(|_| damaged())?;
        if largest(&records) > MOST_CELLS {
            return Err(ReadFailure::too_large(
                "на листе Excel есть слова за тысячи строк и столбцов от таблицы",
            ));
        }
    }
    Ok(())
}

/// The most cells of a sheet's rectangle.
fn largest(records: &[u8]) -> u64 {
    let mut largest = 0;
    let mut corners: Option<[u64; 4]> = None;
    let mut rest = records;
    while let Some((kind, body, after)) = record(rest) {
        rest = after;
        if kind == BEGIN {
            corners = None;
        }
        let (Some(row), Some(column)) = (word(body, 0), word(body, 2)) else {
            continue;
        };
        if !CELLS.contains(&kind) {
            continue;
        }
        let (row, column) = (u64::from(row), u64::from(column));
        let [top, left, bottom, right] = corners.unwrap_or([row, column, row, column]);
        let now = [
            top.min(row),
            left.min(column),
            bottom.max(row),
            right.max(column),
        ];
        largest = largest.max((now[2] - now[0] + 1) * (now[3] - now[1] + 1));
        corners = Some(now);
    }
    largest
}

/// Kind and body of the first record, and what follows it.
fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (kind, length) = (word(bytes, 0)?, word(bytes, 2)?);
    let body = bytes.get(4..4 + usize::from(length))?;
    Some((kind, body, &bytes[4 + body.len()..]))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(kind: u16, row: u16, column: u16) -> Vec<u8> {
        [kind, 6, row, column, 0]
            .iter()
            .flat_map(|word| word.to_le_bytes())
            .collect()
    }

    #[test]
    fn a_stray_cell_makes_a_sheet_large_and_another_sheet_does_not() {
        let near = [cell(BEGIN, 0, 0), cell(0x0203, 1, 1), cell(0x0203, 2, 9)].concat();
        assert_eq!(largest(&near), 18);
        let apart = [near.clone(), cell(BEGIN, 0, 0), cell(0x00FD, 60_000, 250)].concat();
        assert_eq!(largest(&apart), 18);
        let stray = [near, cell(0x00FD, 60_000, 250)].concat();
        assert!(largest(&stray) > MOST_CELLS);
        assert_eq!(largest(b"\x09\x08\xFF"), 0);
    }
}
