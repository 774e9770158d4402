//! Pastes in which tables have lost their rows. In one kind each cell stands on a line of its own after a tab, and cells
//! of several lines go on below without one: rows are put together by the number of the headings. In the other, rows
//! stand on lines with tabs, and a cell of several lines breaks its row: the pieces are joined until the row is whole.

use crate::import::paper::{At, Block, Cell, Grid, Paper, Paragraph, Row};
use crate::import::understand::letters;
use crate::import::understand::table::columns::says;
use crate::import::understand::table::sheet::is_number;

/// How many cells there must be before a paper is taken for such a paste.
const CELLS: usize = 8;

/// The paper with its rows put together; none when they never came apart.
pub fn mended(paper: &Paper) -> Option<Paper> {
    let pasted = paper.blocks.iter().all(|block| match block {
        Block::Table(grid) => {
            grid.at.sheet.is_none()
                && grid.at.table == 0
                && grid.rows.iter().flat_map(|row| &row.cells).all(is_plain)
        }
        Block::Paragraph(_) => true,
    });
    if !pasted {
        return None;
    }
    gathered(paper).or_else(|| joined(paper))
}

/// A cell as a text file has it: one column, one paragraph, no merging.
fn is_plain(cell: &Cell) -> bool {
    cell.columns.len() == 1
        && cell.paragraphs.len() <= 1
        && !cell.continues
        && cell.tables.is_empty()
}

fn gathered(paper: &Paper) -> Option<Paper> {
    let grids = paper.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        Block::Paragraph(_) => None,
    });
    let rows: Vec<&Row> = grids.flat_map(|grid| &grid.rows).collect();
    if rows.len() < CELLS || !rows.iter().all(|row| alone(row).is_some()) {
        return None;
    }
    let (before, cells, after) = cells(paper);
    let width = cells
        .iter()
        .take_while(|(words, _)| says(&letters::clean(words)).is_some())
        .count();
    if width < 3 {
        return None;
    }
    let mut blocks = before;
    blocks.push(Block::Table(grid(&cells, width)));
    blocks.extend(after);
    Some(Paper {
        blocks,
        remarks: paper.remarks.clone(),
    })
}

/// The words of a row that has nothing but words after its first tab.
fn alone(row: &Row) -> Option<String> {
    let filled: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    match filled[..] {
        [cell] if cell.columns.start == 1 => Some(cell.text()),
        _ => None,
    }
}

type Cells = Vec<(String, At)>;

/// The blocks before the first cell, the cells, and the blocks after the last.
fn cells(paper: &Paper) -> (Vec<Block>, Cells, Vec<Block>) {
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    let first = paper.blocks.iter().position(is_table).unwrap_or(0);
    let last = paper.blocks.iter().rposition(is_table).unwrap_or(0);
    let mut cells: Cells = Vec::new();
    for block in &paper.blocks[first..=last] {
        match block {
            Block::Table(grid) => {
                cells.extend(
                    grid.rows
                        .iter()
                        .filter_map(|row| Some((alone(row)?, row.at.clone()))),
                );
            }
            Block::Paragraph(paragraph) => go_on(&mut cells, paragraph),
        }
    }
    let mut end = last + 1;
    // Lines right below the last cell belong to it; a blank line ends it.
    while let Some(Block::Paragraph(paragraph)) = paper.blocks.get(end) {
        if paragraph.text.trim().is_empty() {
            break;
        }
        go_on(&mut cells, paragraph);
        end += 1;
    }
    (
        paper.blocks[..first].to_vec(),
        cells,
        paper.blocks[end..].to_vec(),
    )
}

fn go_on(cells: &mut Cells, paragraph: &Paragraph) {
    if let Some((words, _)) = cells.last_mut()
        && !paragraph.text.trim().is_empty()
    {
        words.push('\n');
        words.push_str(&paragraph.text);
    }
}

fn grid(cells: &Cells, width: usize) -> Grid {
    let cell = |(column, (words, at)): (usize, &(String, At))| Cell {
        columns: column..column + 1,
        paragraphs: vec![Paragraph {
            text: words.clone(),
            at: at.clone(),
            ..Paragraph::default()
        }],
        ..Cell::default()
    };
    let rows = cells.chunks(width).map(|row| {
        let mut cells: Vec<Cell> = row.iter().enumerate().map(cell).collect();
        cells.extend((row.len()..width).map(|column| Cell {
            columns: column..column + 1,
            ..Cell::default()
        }));
        Row {
            cells,
            heading: false,
            at: row[0].1.clone(),
        }
    });
    Grid {
        width,
        rows: rows.collect(),
        at: cells.first().map(|(_, at)| at.clone()).unwrap_or_default(),
    }
}

/// Pieces of rows joined; none when no row is in pieces.
fn joined(paper: &Paper) -> Option<Paper> {
    let width = paper.blocks.iter().find_map(heading_width)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    // Lines below a row that may belong to its last cell.
    let mut below: Vec<&Paragraph> = Vec::new();
    let mut mended = false;
    for block in &paper.blocks {
        match block {
            Block::Paragraph(paragraph)
                if !rows.is_empty() && !paragraph.text.trim().is_empty() =>
            {
                below.push(paragraph)
            }
            Block::Paragraph(paragraph) => {
                flush(&mut rows, &mut below, &mut blocks);
                blocks.push(Block::Paragraph(paragraph.clone()));
            }
            Block::Table(grid) => {
                for row in &grid.rows {
                    let goes_on = rows.last().is_some_and(|last| is_piece(last, row, width));
                    if let Some(last) = rows.last_mut().filter(|_| goes_on) {
                        add_piece(last, &below, row);
                        below.clear();
                        mended = true;
                        continue;
                    }
                    if !below.is_empty() {
                        flush(&mut rows, &mut below, &mut blocks);
                    }
                    rows.push(row.clone());
                }
            }
        }
    }
    flush(&mut rows, &mut below, &mut blocks);
    mended.then(|| Paper {
        blocks,
        remarks: paper.remarks.clone(),
    })
}

/// The number of headings, when a table begins with at least four.
fn heading_width(block: &Block) -> Option<usize> {
    let Block::Table(grid) = block else {
        return None;
    };
    let row = grid.rows.iter().find(|row| {
        row.cells
            .iter()
            .filter(|cell| says(&letters::clean(&cell.text())).is_some())
            .count()
            >= 3
    })?;
    let width = filled(row);
    (width >= 4).then_some(width)
}

/// How many cells a row has up to its last words.
fn filled(row: &Row) -> usize {
    row.cells
        .iter()
        .rposition(|cell| !cell.is_empty())
        .map_or(0, |last| last + 1)
}

/// True when a row is what is left of the row before it: that one lacks cells, and this one has neither a number nor more
/// cells than are lacking.
fn is_piece(last: &Row, row: &Row, width: usize) -> bool {
    let (before, here) = (filled(last), filled(row));
    let first = row.cells.first().map(Cell::text).unwrap_or_default();
    let number = |text: &str| {
        let short = text.chars().count() <= 5 && text.contains(|c: char| c.is_ascii_digit());
        short || is_number(text) || letters::roman_mark(text) == Some(text.len())
    };
    let numbered = last.cells.first().is_some_and(|cell| number(&cell.text()));
    numbered
        && here >= 2
        && before >= 2
        && before < width
        && !first.is_empty()
        && !number(&first)
        && before + here <= width + 1
}

/// Ends the last cell of a row with lines and with the first cell of a piece, and adds the other cells of the piece.
fn add_piece(last: &mut Row, below: &[&Paragraph], piece: &Row) {
    let at = filled(last) - 1;
    let mut words = vec![last.cells[at].text()];
    words.extend(below.iter().map(|paragraph| paragraph.text.clone()));
    words.push(piece.cells[0].text());
    let place = last.at.clone();
    let cell = |words: String, column: usize| Cell {
        columns: column..column + 1,
        paragraphs: vec![Paragraph {
            text: words,
            at: place.clone(),
            ..Paragraph::default()
        }],
        ..Cell::default()
    };
    last.cells.truncate(at);
    last.cells.push(cell(words.join("\n"), at));
    for (other, column) in piece.cells[1..filled(piece)].iter().zip(at + 1..) {
        last.cells.push(cell(other.text(), column));
    }
}

/// Ends a table: lines below its last row stay lines, unless they are items of a list in its last cell.
fn flush(rows: &mut Vec<Row>, below: &mut Vec<&Paragraph>, blocks: &mut Vec<Block>) {
    let list = below.iter().all(|paragraph| {
        letters::goes_on(&paragraph.text)
            || paragraph.text.trim_start().starts_with(['-', '–', '•'])
    });
    if let Some(last) = rows.last_mut().filter(|_| list && !below.is_empty()) {
        let at = filled(last).saturating_sub(1);
        if let Some(cell) = last.cells.get_mut(at) {
            cell.paragraphs.extend(below.drain(..).cloned());
        }
    }
    if !rows.is_empty() {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for row in rows.iter_mut() {
            let from = row.cells.len();
            row.cells.extend((from..width).map(|column| Cell {
                columns: column..column + 1,
                ..Cell::default()
            }));
        }
        let at = rows[0].at.clone();
        blocks.push(Block::Table(Grid {
            width,
            rows: std::mem::take(rows),
            at,
        }));
    }
    blocks.extend(
        below
            .drain(..)
            .map(|paragraph| Block::Paragraph(paragraph.clone())),
    );
}
