//! The paper as a flow of lines and tables. Tables that only lay out text, as letterheads and stamps do, become lines.

use crate::import::paper::{At, Block, Emphasis, Grid, Paper, Paragraph};
use crate::import::understand::draft::Text;
use crate::import::understand::letters;
use crate::import::understand::table::sheet::{Line as TableRow, Table, tables};
use crate::model::plan::mark::Mark;

/// A piece of the flow.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A line of text.
    Line(Line),
    /// A table, or a part of one between blank rows.
    Table(Table),
}

/// A line of text.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its words without marks of converters; empty for a blank line.
    pub words: String,
    /// The number that the program of origin sets before it.
    pub number: Option<String>,
    /// True when it is bold, centred or set as a heading.
    pub set_off: bool,
    /// True when a paragraph begins here; false for a line after a line break.
    pub begins: bool,
    /// What this portal marked its paragraph as; the line is then the whole paragraph, with its line breaks.
    pub mark: Option<Mark>,
    /// True when a draft holds its words.
    pub used: bool,
    /// Where.
    pub at: At,
}

impl Line {
    /// True when there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// The words with the automatic number before them.
    pub fn whole(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.words),
            None => self.words.clone(),
        }
    }
}

/// The pieces of a paper in order.
pub fn flow(paper: &Paper) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                pieces.extend(lines(paragraph).into_iter().map(Piece::Line))
            }
            Block::Table(grid) => table(grid, &mut pieces, 0),
        }
    }
    pieces
}

/// A table of one cell with a table inside is only a frame; at most this many frames are opened.
const FRAMES: usize = 8;

fn table(grid: &Grid, pieces: &mut Vec<Piece>, depth: usize) {
    let framed = grid
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .any(|cell| cell.tables.iter().any(|inner| inner.rows.len() > 2));
    if framed && grid.rows.len() <= 3 && depth < FRAMES {
        for cell in grid.rows.iter().flat_map(|row| &row.cells) {
            pieces.extend(cell.paragraphs.iter().flat_map(lines).map(Piece::Line));
            for inner in &cell.tables {
                table(inner, pieces, depth + 1);
            }
        }
        return;
    }
    pieces.extend(tables(grid).into_iter().map(Piece::Table));
}

/// The lines of a paragraph.
pub fn lines(paragraph: &Paragraph) -> Vec<Line> {
    if paragraph.mark.is_some() {
        return vec![Line {
            words: paragraph.text.trim().to_owned(),
            number: paragraph.number.clone(),
            begins: true,
            mark: paragraph.mark,
            at: paragraph.at.clone(),
            ..Line::default()
        }];
    }
    let words = letters::clean(&paragraph.text);
    let set_off = paragraph.centred
        || paragraph.heading.is_some()
        || paragraph.emphasis == Emphasis::Bold
        || paragraph.text.trim_start().starts_with("**");
    let mut lines: Vec<Line> = Vec::new();
    for words in words.split('\n') {
        lines.push(Line {
            words: words.trim().to_owned(),
            number: paragraph.number.clone().filter(|_| lines.is_empty()),
            set_off,
            begins: lines.is_empty(),
            mark: None,
            used: false,
            at: paragraph.at.clone(),
        });
    }
    lines
}

/// The rows of a table as lines, cell by cell, parted from what stands around by blank lines.
pub fn table_lines(rows: &[TableRow]) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    for row in rows {
        for slot in row.filled() {
            let words = letters::clean(&slot.words);
            for (at, words) in words.split('\n').enumerate() {
                lines.push(Line {
                    words: words.trim().to_owned(),
                    set_off: slot.emphasis == Emphasis::Bold || slot.centred,
                    begins: at == 0,
                    at: row.at.clone(),
                    ..Line::default()
                });
            }
        }
    }
    lines.push(Line::default());
    for line in &mut lines {
        if line.at == At::default()
            && let Some(row) = rows.first()
        {
            line.at = row.at.clone();
        }
    }
    lines
}

/// Lines as one text, blank and used ones left out; none when no line is left. The lines count as used.
pub fn take(lines: &mut [Line]) -> Option<Text> {
    let mut text: Option<Text> = None;
    for line in lines
        .iter_mut()
        .filter(|line| !line.is_blank() && !line.used)
    {
        line.used = true;
        match &mut text {
            Some(text) => {
                text.words.push('\n');
                text.words.push_str(&line.whole());
            }
            None => {
                text = Some(Text {
                    words: line.whole(),
                    at: line.at.clone(),
                });
            }
        }
    }
    text
}
