//! Papers for the tests of understanding: the five documents as a word processor would hold them and as a paste gives
//! them, and tables from a short notation.

use std::fs;

use shnor_portal::import::paper::{At, Block, Cell, Emphasis, Grid, Paper, Paragraph, Row};

/// A document of `tests/cases/import/documents`.
pub fn document(name: &str) -> String {
    fs::read_to_string(format!("tests/cases/import/documents/{name}.txt"))
        .expect("the document is there")
}

/// A paragraph outside tables.
pub fn paragraph(text: &str, number: u32) -> Block {
    Block::Paragraph(Paragraph {
        text: text.to_owned(),
        at: At {
            paragraph: number,
            ..At::default()
        },
        ..Paragraph::default()
    })
}

/// A cell with lines of text.
pub fn cell(text: &str, column: usize) -> Cell {
    Cell {
        columns: column..column + 1,
        paragraphs: text
            .split('\n')
            .map(|line| Paragraph {
                text: line.to_owned(),
                ..Paragraph::default()
            })
            .collect(),
        ..Cell::default()
    }
}

/// A row of cells.
pub fn row(cells: &[impl AsRef<str>]) -> Row {
    Row {
        cells: cells
            .iter()
            .enumerate()
            .map(|(at, text)| cell(text.as_ref(), at))
            .collect(),
        ..Row::default()
    }
}

/// A row of one cell across the table; tags of converters become what they stand for.
pub fn wide_row(text: &str, width: usize) -> Row {
    let mut whole = cell("", 0);
    whole.columns = 0..width;
    whole.paragraphs = match text.split_once("<li>") {
        Some(_) => listed(text),
        None => vec![set(text)],
    };
    Row {
        cells: vec![whole],
        ..Row::default()
    }
}

fn set(text: &str) -> Paragraph {
    let emphasis = match text {
        _ if text.starts_with("<b>") => Emphasis::Bold,
        _ if text.starts_with("<i>") => Emphasis::Italic,
        _ => Emphasis::None,
    };
    let text = ["<b>", "</b>", "<i>", "</i>"]
        .iter()
        .fold(text.to_owned(), |text, tag| text.replace(tag, ""));
    Paragraph {
        text,
        emphasis,
        ..Paragraph::default()
    }
}

/// `<li>1. Оказание` becomes a paragraph with an automatic number.
fn listed(text: &str) -> Vec<Paragraph> {
    text.split("<li>")
        .skip(1)
        .map(|item| {
            let item = item.replace("</li>", "").replace("</ol>", "");
            let (number, words) = item.trim().split_once(' ').expect("a numbered item");
            Paragraph {
                number: Some(number.to_owned()),
                text: words.to_owned(),
                ..Paragraph::default()
            }
        })
        .collect()
}

/// Numbers tables and rows, and makes the grid regular.
pub fn grid(mut rows: Vec<Row>, table: u32) -> Block {
    let width = rows
        .iter()
        .map(|row| row.cells.last().map_or(0, |cell| cell.columns.end))
        .max()
        .unwrap_or(0);
    for (at, row) in rows.iter_mut().enumerate() {
        row.at = At {
            table,
            row: at as u32 + 1,
            ..At::default()
        };
        let from = row.cells.last().map_or(0, |cell| cell.columns.end);
        row.cells
            .extend((from..width).map(|column| cell("", column)));
    }
    Block::Table(Grid {
        width,
        rows,
        at: At {
            table,
            ..At::default()
        },
    })
}

/// A document as a paste gives it: lines with tabs are rows, any other line ends a table.
pub fn pasted(text: &str) -> Paper {
    let mut blocks = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let at = At {
            row: number,
            ..At::default()
        };
        if line.contains('\t') {
            let cells: Vec<&str> = line.split('\t').collect();
            rows.push(Row { at, ..row(&cells) });
            continue;
        }
        blocks.extend(loose_grid(&mut rows));
        blocks.push(Block::Paragraph(Paragraph {
            text: line.trim().to_owned(),
            at,
            ..Paragraph::default()
        }));
    }
    blocks.extend(loose_grid(&mut rows));
    Paper {
        blocks,
        remarks: Vec::new(),
    }
}

/// A table of a text file: it has no number, its place is its first line.
fn loose_grid(rows: &mut Vec<Row>) -> Option<Block> {
    let places: Vec<At> = rows.iter().map(|row| row.at.clone()).collect();
    let first = places.first()?.clone();
    let Block::Table(mut grid) = grid(std::mem::take(rows), 0) else {
        return None;
    };
    grid.at = first;
    for (row, at) in grid.rows.iter_mut().zip(places) {
        row.at = at;
    }
    Some(Block::Table(grid))
}

/// A document as a word processor holds it: a table is whole over pages, titles of sections span all columns.
pub fn whole(text: &str) -> Paper {
    let mut blocks: Vec<Block> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut blanks = 0;
    let mut tables = 0;
    for (at, line) in text.lines().enumerate() {
        if line.contains('\t') {
            let cells: Vec<&str> = line.trim_end_matches(['\r']).split('\t').collect();
            let width = rows.first().map_or(cells.len(), |row| row.cells.len());
            let alone = !cells[0].is_empty() && cells[1..].iter().all(|cell| cell.is_empty());
            rows.push(match alone {
                true => wide_row(cells[0], width),
                false => row(&cells[..cells.len().min(width)]),
            });
            blanks = 0;
            continue;
        }
        if line.trim().is_empty() && !rows.is_empty() {
            blanks += 1;
            continue;
        }
        if !rows.is_empty() {
            tables += 1;
            blocks.push(grid(std::mem::take(&mut rows), tables));
            blocks.extend((0..blanks).map(|_| paragraph("", at as u32)));
            blanks = 0;
        }
        blocks.push(paragraph(line.trim(), at as u32 + 1));
    }
    if !rows.is_empty() {
        blocks.push(grid(rows, tables + 1));
    }
    Paper {
        blocks,
        remarks: Vec::new(),
    }
}

/// Document C as a word processor holds it: its paste has one cell a line after a tab, and cells of several lines.
pub fn whole_by_cells(text: &str, width: usize) -> Paper {
    let mut blocks = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        match (line.strip_prefix('\t'), cells.last_mut()) {
            (Some(words), _) => cells.push(words.to_owned()),
            (None, Some(last)) if !line.trim().is_empty() => {
                last.push('\n');
                last.push_str(line);
            }
            (None, None) => blocks.push(paragraph(line, at as u32 + 1)),
            _ => {}
        }
    }
    blocks.push(grid(cells.chunks(width).map(row).collect(), 1));
    Paper {
        blocks,
        remarks: Vec::new(),
    }
}
