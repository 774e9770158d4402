//! CSV by RFC 4180: UTF-8, comma, CRLF, first line with the names of columns.

use crate::export::rows::EventRow;

/// The table of events. A cell that a spreadsheet would take for a formula gets an apostrophe in front, since content is
/// not trusted to run in somebody's spreadsheet.
pub fn events(rows: &[EventRow]) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and every row has the same columns.
        writer
            .serialize(tamed(row))
            .expect("a row of texts is always written");
    }
    writer.into_inner().expect("memory is always flushed")
}

fn tamed(row: &EventRow) -> EventRow {
    let mut row = row.clone();
    for cell in [
        &mut row.section,
        &mut row.number,
        &mut row.title,
        &mut row.deadline,
        &mut row.responsible,
        &mut row.indicator,
        &mut row.result,
        &mut row.plain,
    ] {
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            cell.insert(0, '\'');
        }
    }
    row
}
