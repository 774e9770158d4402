//! What stood in a file, in the order it stood: paragraphs and tables, nothing understood yet. Readers of every format
//! make this, so that whoever understands it knows nothing of formats.

use std::fmt;
use std::ops::Range;

use crate::model::plan::mark::Mark;
use crate::text::hidden::is_hidden;

/// A file as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// Paragraphs and tables in order.
    pub blocks: Vec<Block>,
    /// What the reader saw and could not take over as text: a picture in a cell, a deleted passage, a broken reference.
    pub remarks: Vec<Remark>,
}

/// A piece of the file's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph outside tables. Empty paragraphs are kept: they part things.
    Paragraph(Paragraph),
    /// A table.
    Table(Grid),
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words as a reader sees them; line breaks inside are `\n`, tabs are `\t`.
    pub text: String,
    /// The number that the program of origin sets before it by itself and that is no part of the text: «2.», «а)».
    pub number: Option<String>,
    /// How all of its letters are set.
    pub emphasis: Emphasis,
    /// True when it is centred: titles and section headings often are.
    pub centred: bool,
    /// Level of a heading style, 1–9.
    pub heading: Option<u8>,
    /// What this portal marked it as, when the document was written by it.
    pub mark: Option<Mark>,
    /// Where it stands.
    pub at: At,
}

/// How letters are set, when all of a paragraph or cell are set alike.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// Plain, or mixed.
    #[default]
    None,
    /// Bold (bold italic counts as bold).
    Bold,
    /// Italic.
    Italic,
}

/// A table. Merged cells are cells that span several columns or continue the one above; the grid is never ragged:
/// the columns of each row's cells follow each other from 0 to `width`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// How many columns there are.
    pub width: usize,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Where the table begins.
    pub at: At,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells from left to right.
    pub cells: Vec<Cell>,
    /// True when the program of origin marks it as the heading that is repeated on each page.
    pub heading: bool,
    /// Where it stands.
    pub at: At,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The columns it spans.
    pub columns: Range<usize>,
    /// Its paragraphs; an empty cell has none or an empty one.
    pub paragraphs: Vec<Paragraph>,
    /// True when it continues the merged cell above it.
    pub continues: bool,
    /// Tables inside the cell.
    pub tables: Vec<Grid>,
}

/// Something the reader could not take over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where.
    pub at: At,
    /// What, one Russian sentence without a full stop.
    pub words: String,
}

/// A place in a file, as an editor would look for it. All numbers begin with 1; nought means «no such thing».
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Name of the sheet, of spreadsheets.
    pub sheet: Option<String>,
    /// Number of the table in the file.
    pub table: u32,
    /// Row of the table or of the sheet; line of a text file.
    pub row: u32,
    /// Number of the paragraph outside tables.
    pub paragraph: u32,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.sheet, self.table, self.row, self.paragraph) {
            (Some(sheet), _, 0, _) => write!(f, "лист «{sheet}»"),
            (None, 0, 0, 0) => write!(f, "файл"),
            (Some(sheet), _, row, _) => write!(f, "лист «{sheet}», строка {row}"),
            (None, 0, 0, paragraph) => write!(f, "абзац {paragraph}"),
            (None, 0, row, _) => write!(f, "строка {row}"),
            (None, table, 0, _) => write!(f, "таблица {table}"),
            (None, table, row, _) => write!(f, "таблица {table}, строка {row}"),
        }
    }
}

impl Paper {
    /// The same without characters that nobody sees and that no page may have, and with a remark of how many there were.
    pub fn without_hidden(mut self) -> Paper {
        let mut count = 0;
        for block in &mut self.blocks {
            match block {
                Block::Paragraph(paragraph) => count += paragraph.drop_hidden(),
                Block::Table(grid) => count += grid.drop_hidden(),
            }
        }
        if count > 0 {
            self.remarks.push(Remark {
                at: At::default(),
                words: format!("убраны невидимые управляющие знаки: {count}"),
            });
        }
        self
    }
}

impl Paragraph {
    fn drop_hidden(&mut self) -> usize {
        let count = self.text.chars().filter(|c| is_hidden(*c)).count();
        if count > 0 {
            self.text.retain(|c| !is_hidden(c));
        }
        count
    }
}

impl Grid {
    fn drop_hidden(&mut self) -> usize {
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        let of_cell = |cell: &mut Cell| {
            let words = cell.paragraphs.iter_mut().map(Paragraph::drop_hidden);
            let inside = cell.tables.iter_mut().map(Grid::drop_hidden);
            words.chain(inside).sum::<usize>()
        };
        cells.map(of_cell).sum()
    }
}

impl Cell {
    /// The words of the cell, a line for each paragraph, each with its automatic number before it; no spaces at the ends.
    pub fn text(&self) -> String {
        let lines: Vec<String> = self
            .paragraphs
            .iter()
            .map(|paragraph| match &paragraph.number {
                Some(number) => format!("{number} {}", paragraph.text),
                None => paragraph.text.clone(),
            })
            .collect();
        lines.join("\n").trim().to_owned()
    }

    /// True when there is nothing to read in it.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.text().is_empty()
    }
}
