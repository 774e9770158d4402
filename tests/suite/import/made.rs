//! One paper as files of every kind: Word, OpenDocument, Excel, a web page, text with semicolons.

use shnor_portal::import::paper::{Block, Cell, Emphasis, Grid, Paper, Paragraph, Row};

use crate::read::files::{Word, relations, zip};

const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns";
const SHEET: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn words(paragraph: &Paragraph) -> String {
    match &paragraph.number {
        Some(number) => format!("{number} {}", paragraph.text),
        None => paragraph.text.clone(),
    }
}

/// A document of Word.
pub fn docx(paper: &Paper) -> Vec<u8> {
    let paragraph = |paragraph: &Paragraph| {
        let set = match paragraph.emphasis {
            Emphasis::Bold => "<w:rPr><w:b/></w:rPr>",
            Emphasis::Italic => "<w:rPr><w:i/></w:rPr>",
            Emphasis::None => "",
        };
        let text = escaped(&words(paragraph)).replace('\t', "</w:t><w:tab/><w:t>");
        format!("<w:p><w:r>{set}<w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    };
    let cell = |cell: &Cell| {
        let inside: String = cell.paragraphs.iter().map(paragraph).collect();
        let inside = if inside.is_empty() {
            "<w:p/>".to_owned()
        } else {
            inside
        };
        let span = cell.columns.len();
        format!("<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{inside}</w:tc>")
    };
    let table = |grid: &Grid| table(grid, ("<w:tbl>", "</w:tbl>"), ("<w:tr>", "</w:tr>"), cell);
    let body = body(paper, paragraph, table);
    let word = Word {
        body: &body,
        ..Word::default()
    };
    word.bytes()
}

/// A text of OpenDocument.
pub fn odt(paper: &Paper) -> Vec<u8> {
    let paragraph =
        |paragraph: &Paragraph| format!("<text:p>{}</text:p>", escaped(&words(paragraph)));
    let cell = |cell: &Cell| {
        let inside: String = cell.paragraphs.iter().map(paragraph).collect();
        let span = cell.columns.len();
        let covered = "<table:covered-table-cell/>".repeat(span - 1);
        format!(
            "<table:table-cell table:number-columns-spanned=\"{span}\">{inside}</table:table-cell>{covered}"
        )
    };
    let row = ("<table:table-row>", "</table:table-row>");
    let table = |grid: &Grid| table(grid, ("<table:table>", "</table:table>"), row, cell);
    let body = body(paper, paragraph, table);
    let spaces = format!(
        "xmlns:office=\"{OFFICE}:office:1.0\" xmlns:text=\"{OFFICE}:text:1.0\" xmlns:table=\"{OFFICE}:table:1.0\""
    );
    let content = format!(
        "<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.text";
    zip(&[("mimetype", kind), ("content.xml", &content)])
}

/// A web page.
pub fn html(paper: &Paper) -> Vec<u8> {
    let text = |paragraph: &Paragraph| {
        let text = escaped(&words(paragraph));
        match paragraph.emphasis {
            Emphasis::Bold => format!("<b>{text}</b>"),
            Emphasis::Italic => format!("<i>{text}</i>"),
            Emphasis::None => text,
        }
    };
    let paragraph = |paragraph: &Paragraph| format!("<p>{}</p>\n", text(paragraph));
    let cell = |cell: &Cell| {
        let inside: String = cell.paragraphs.iter().map(paragraph).collect();
        format!("<td colspan=\"{}\">{inside}</td>", cell.columns.len())
    };
    let table = |grid: &Grid| table(grid, ("<table>", "</table>"), ("<tr>", "</tr>"), cell);
    let body = body(paper, paragraph, table);
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{body}</body></html>")
        .into_bytes()
}

/// A workbook: text outside tables stands in the first column.
pub fn xlsx(paper: &Paper) -> Vec<u8> {
    let (mut rows, mut merged) = (String::new(), String::new());
    for ((cells, wide), number) in lines(paper).into_iter().zip(1..) {
        let cell = |(text, at): (&String, usize)| {
            let text = escaped(text).replace('\n', "&#10;");
            let column = char::from(b'A' + at as u8);
            format!(
                "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            )
        };
        let inside: String = cells.iter().zip(0..).map(cell).collect();
        rows.push_str(&format!("<row r=\"{number}\">{inside}</row>"));
        if wide > 1 {
            let last = char::from(b'A' + wide as u8 - 1);
            merged.push_str(&format!("<mergeCell ref=\"A{number}:{last}{number}\"/>"));
        }
    }
    let merged = if merged.is_empty() {
        merged
    } else {
        format!("<mergeCells>{merged}</mergeCells>")
    };
    let sheet = format!("<worksheet {SHEET}><sheetData>{rows}</sheetData>{merged}</worksheet>");
    let space = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let book = format!(
        "<workbook {SHEET} {space}><sheets><sheet name=\"Лист1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    zip(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &relations(&[("r1", "officeDocument", "xl/workbook.xml")]),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &relations(&[("r1", "worksheet", "worksheets/sheet1.xml")]),
        ),
        ("xl/workbook.xml", &book),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// Text with semicolons, as a spreadsheet saves it.
pub fn csv(paper: &Paper) -> Vec<u8> {
    let width = lines(paper)
        .iter()
        .map(|(cells, _)| cells.len())
        .max()
        .unwrap_or(1);
    let line = |(cells, _): &(Vec<String>, usize)| {
        let mut cells: Vec<String> = cells
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
            .collect();
        cells.resize(width, String::new());
        cells.join(";")
    };
    let lines: Vec<String> = lines(paper).iter().map(line).collect();
    format!("\u{FEFF}{}\r\n", lines.join("\r\n")).into_bytes()
}

/// Rows of a sheet, each with the columns that its first cell spans.
fn lines(paper: &Paper) -> Vec<(Vec<String>, usize)> {
    let mut lines = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push((vec![words(paragraph)], 1)),
            Block::Table(grid) => lines.extend(grid.rows.iter().map(|row| {
                let wide = row.cells.first().map_or(1, |cell| cell.columns.len());
                (row.cells.iter().map(Cell::text).collect(), wide)
            })),
        }
    }
    lines
}

fn body(
    paper: &Paper,
    paragraph: impl Fn(&Paragraph) -> String,
    table: impl Fn(&Grid) -> String,
) -> String {
    let block = |block: &Block| match block {
        Block::Paragraph(text) => paragraph(text),
        Block::Table(grid) => table(grid),
    };
    paper.blocks.iter().map(block).collect()
}

fn table(
    grid: &Grid,
    around: (&str, &str),
    row: (&str, &str),
    cell: impl Fn(&Cell) -> String,
) -> String {
    let line = |line: &Row| {
        let cells: String = line.cells.iter().map(&cell).collect();
        format!("{}{cells}{}", row.0, row.1)
    };
    let rows: String = grid.rows.iter().map(line).collect();
    format!("{}{rows}{}", around.0, around.1)
}
