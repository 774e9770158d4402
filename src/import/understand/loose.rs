//! A paste in which tables have lost their rows: each cell stands on a line of its own after a tab, and cells of several
//! lines go on below without one. The rows are put together again by the number of the headings.

use crate::import::paper::{At, Block, Cell, Grid, Paper, Paragraph, Row};
use crate::import::understand::letters;
use crate::import::understand::table::columns::says;

/// How many cells there must be before a paper is taken for such a paste.
const CELLS: usize = 8;

/// The paper with its rows put together; none when it is no such paste.
pub fn gathered(paper: &Paper) -> Option<Paper> {
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
