//! Makes files from short texts and shows what was read in a short notation: `¶` a paragraph, `[1.]` its automatic number,
//! `|` between cells, `/` between paragraphs of a cell, `⏎` a line break, `⟨2⟩` columns spanned, `^` a cell that continues
//! the one above, `#` a heading row.

use std::io::{Cursor, Write};

use shnor_portal::import::paper::{Block, Cell, Grid, Paper, Paragraph};
use shnor_portal::import::read::paper;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The namespaces of Word, as Word declares them.
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A zip archive of these parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part begins");
        writer
            .write_all(text.as_bytes())
            .expect("memory is writable");
    }
    writer.finish().expect("the archive ends").into_inner()
}

/// A part of relationships: key, kind, target.
pub fn relations(list: &[(&str, &str, &str)]) -> String {
    let items: String = list
        .iter()
        .map(|(id, kind, target)| {
            format!("<Relationship Id=\"{id}\" Type=\"{KIND}/{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!("<Relationships xmlns=\"{RELATIONS}\">{items}</Relationships>")
}

/// A document of Word.
#[derive(Default)]
pub struct Word<'a> {
    /// What stands in `w:body`.
    pub body: &'a str,
    /// What stands in `w:styles`.
    pub styles: &'a str,
    /// What stands in `w:numbering`.
    pub numbering: &'a str,
    /// What stands in `w:footnotes`.
    pub footnotes: &'a str,
    /// What stands in `w:comments`.
    pub comments: &'a str,
}

impl Word<'_> {
    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        let part = |name: &str, inside: &str| {
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{name} {SPACES}>{inside}</w:{name}>"
            )
        };
        let body = format!("<w:body>{}<w:sectPr/></w:body>", self.body);
        let own = relations(&[
            ("r1", "styles", "styles.xml"),
            ("r2", "numbering", "numbering.xml"),
            ("r3", "footnotes", "footnotes.xml"),
            ("r4", "comments", "comments.xml"),
        ]);
        zip(&[
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                &relations(&[("r1", "officeDocument", "word/document.xml")]),
            ),
            ("word/_rels/document.xml.rels", &own),
            ("word/document.xml", &part("document", &body)),
            ("word/styles.xml", &part("styles", self.styles)),
            ("word/numbering.xml", &part("numbering", self.numbering)),
            ("word/footnotes.xml", &part("footnotes", self.footnotes)),
            ("word/comments.xml", &part("comments", self.comments)),
        ])
    }
}

/// A paragraph of Word with one run.
pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A cell of Word with one paragraph.
pub fn tc(text: &str) -> String {
    format!("<w:tc>{}</w:tc>", p(text))
}

/// A row of Word.
pub fn tr(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| tc(cell)).collect();
    format!("<w:tr>{cells}</w:tr>")
}

/// What a document of Word with this body says.
pub fn word(body: &str) -> String {
    let word = Word {
        body,
        ..Word::default()
    };
    shown(&read("план.docx", &word.bytes()))
}

/// Reads a file that must be readable.
pub fn read(name: &str, bytes: &[u8]) -> Paper {
    paper(name, bytes).unwrap_or_else(|failure| panic!("{name}: {failure}"))
}

/// What was read.
pub fn shown(paper: &Paper) -> String {
    let lines: Vec<String> = paper.blocks.iter().map(block).collect();
    lines.join("\n")
}

/// What was not taken over, a line each.
pub fn remarks(paper: &Paper) -> String {
    let lines: Vec<String> = paper
        .remarks
        .iter()
        .map(|remark| format!("{}: {}", remark.at, remark.words))
        .collect();
    lines.join("\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => format!("¶ {}", words(paragraph)).trim_end().to_owned(),
        Block::Table(table) => grid(table),
    }
}

fn grid(grid: &Grid) -> String {
    let rows: Vec<String> = grid
        .rows
        .iter()
        .map(|row| {
            let mut column = 0;
            for cell in &row.cells {
                assert_eq!(cell.columns.start, column, "columns follow each other");
                column = cell.columns.end;
            }
            assert_eq!(column, grid.width, "no row is ragged");
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            let mark = if row.heading { "#" } else { "" };
            format!("{mark}| {} |", cells.join(" | "))
        })
        .collect();
    rows.join("\n")
}

fn cell(cell: &Cell) -> String {
    let lines: Vec<String> = cell.paragraphs.iter().map(words).collect();
    let mut text = lines.join(" / ");
    for table in &cell.tables {
        text.push_str(&format!("{{{}}}", grid(table).replace('\n', " ")));
    }
    if cell.columns.len() > 1 {
        text.push_str(&format!("⟨{}⟩", cell.columns.len()));
    }
    if cell.continues {
        text.insert(0, '^');
    }
    text
}

fn words(paragraph: &Paragraph) -> String {
    let text = paragraph.text.replace('\n', "⏎").replace('\t', "⇥");
    match &paragraph.number {
        Some(number) => format!("[{number}] {text}").trim_end().to_owned(),
        None => text,
    }
}
