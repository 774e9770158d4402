//! Plain text: a table saved as CSV, or the contents of the clipboard, where tabs stand between cells.
//!
//! What is certain is kept and nothing is guessed. A line with a tab is a row of cells, and rows that follow each other
//! make a table; any other line is a paragraph, an empty one too. So when Word breaks the lines inside a cell, the pieces
//! come out as paragraphs between tables; and where each cell has a line of its own that begins with a tab, each becomes a
//! row whose first cell is empty. To whom a piece belongs is decided by those who understand what stands in it.

mod decoded;
mod fields;

pub use decoded::decoded;

use crate::import::paper::{At, Block, Paper, Paragraph, Remark};
use crate::import::read::failure::ReadFailure;
use crate::import::read::lay::{self, LooseCell, LooseRow};
use crate::import::read::room::Room;

use fields::{Record, records, separator};

/// Reads a text; the name only tells CSV from prose.
///
/// # Errors
/// When there is more in it than may be read.
pub fn text(name: &str, text: &str) -> Result<Paper, ReadFailure> {
    let mut room = Room::default();
    let mut paper = Paper::default();
    let mut rows: Vec<LooseRow> = Vec::new();
    for record in records(text, separator(name, text)) {
        room.take(record.fields.iter().map(String::len).sum())?;
        let at = At {
            row: record.line,
            ..At::default()
        };
        if record.fields.len() > 1 {
            for _ in &record.fields {
                room.take(0)?;
            }
            rows.push(row(record, at));
            continue;
        }
        finish(&mut rows, &mut paper.blocks, &mut room)?;
        let text = record.fields.into_iter().next().unwrap_or_default();
        paper.blocks.push(Block::Paragraph(plain(text, at)));
    }
    finish(&mut rows, &mut paper.blocks, &mut room)?;
    if text.contains('\u{FFFD}') {
        paper.remarks.push(Remark {
            at: At::default(),
            words: "часть знаков не прочитана: на их месте «\u{FFFD}»".to_owned(),
        });
    }
    Ok(paper)
}

fn row(record: Record, at: At) -> LooseRow {
    let cell = |text: String| LooseCell {
        paragraphs: vec![plain(text, at.clone())],
        ..LooseCell::default()
    };
    LooseRow {
        cells: record.fields.into_iter().map(cell).collect(),
        heading: false,
        at: at.clone(),
    }
}

fn plain(text: String, at: At) -> Paragraph {
    // Word puts these signs into the clipboard for a line break inside a cell and for a new page.
    let text = text.replace('\u{B}', "\n").replace('\u{C}', "");
    Paragraph {
        text,
        at,
        ..Paragraph::default()
    }
}

fn finish(
    rows: &mut Vec<LooseRow>,
    blocks: &mut Vec<Block>,
    room: &mut Room,
) -> Result<(), ReadFailure> {
    if let Some(first) = rows.first() {
        let at = first.at.clone();
        let grid = lay::grid(std::mem::take(rows), at, room)?;
        blocks.push(Block::Table(grid));
    }
    Ok(())
}
