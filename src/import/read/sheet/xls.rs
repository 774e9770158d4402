//! Workbooks of Excel before 2007.

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use crate::import::paper::{At, Block, Paper, Remark};
use crate::import::read::failure::ReadFailure;
use crate::import::read::room::Room;
use crate::import::read::sheet::table::{Cells, Filled, Sheet, table};
use crate::import::read::sheet::xlsx::plain;

/// Bytes of such a file; the library keeps a whole sheet in memory.
const MOST: usize = 16 << 20;

/// Reads a workbook: a table for each sheet that is seen and has something in it.
///
/// # Errors
/// When it is damaged, asks for a password or holds more than may be read.
pub fn xls(bytes: &[u8]) -> Result<Paper, ReadFailure> {
    if bytes.len() > MOST {
        return Err(ReadFailure::too_large("больше 16 МБ"));
    }
    let mut book: Xls<Cursor<&[u8]>> =
        Xls::new(Cursor::new(bytes)).map_err(|error| trouble(&error))?;
    let mut paper = Paper::default();
    let mut room = Room::default();
    for sheet in book.sheets_metadata().to_owned() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let at = At {
            sheet: Some(sheet.name.clone()),
            table: paper.blocks.len() as u32 + 1,
            ..At::default()
        };
        if sheet.visible != SheetVisible::Visible {
            paper.remarks.push(Remark {
                at,
                words: "лист скрыт и не взят: покажите его, если в нём план".to_owned(),
            });
            continue;
        }
        let range = book
            .worksheet_range(&sheet.name)
            .map_err(|error| trouble(&error))?;
        let (top, left) = range.start().unwrap_or_default();
        let mut cells = Cells::new();
        for (row, column, value) in range.used_cells() {
            let text = plain(value);
            if text.trim().is_empty() {
                continue;
            }
            room.take(text.len())?;
            let row = top + row as u32;
            // The file keeps «80%» as 0.8 and how it is shown where the library does not look.
            if matches!(value, Data::Float(number) if number.fract() != 0.0) {
                paper.remarks.push(Remark {
                    at: At {
                        row: row + 1,
                        ..at.clone()
                    },
                    words: format!(
                        "число {text}: проверьте, не проценты ли это, или сохраните книгу как .xlsx"
                    ),
                });
            }
            let filled = Filled {
                text,
                ..Filled::default()
            };
            cells
                .entry(row)
                .or_default()
                .insert(left + column as u32, filled);
        }
        let merged = book
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default();
        let sheet = Sheet {
            at,
            merged,
            ..Sheet::default()
        };
        paper
            .blocks
            .extend(table(&sheet, cells, &mut room)?.map(Block::Table));
    }
    Ok(paper)
}

fn trouble(error: &XlsError) -> ReadFailure {
    match error {
        XlsError::Password => ReadFailure::locked(),
        _ => ReadFailure::damaged("книга Excel обрывается или записана с ошибкой"),
    }
}
