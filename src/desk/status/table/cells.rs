//! From the text of a table to its cells (RFC 4180, with any separator). The csv crate, which writes our tables, forgets
//! where in the file a cell stood, and every message about a cell must underline it; hence this reader.

use std::ops::Range;

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Which row of the spreadsheet it is, from 1; the heading is the first.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it, quotes resolved.
    pub text: String,
    /// Its bytes in the text, without the quotes around it.
    pub range: Range<usize>,
}

/// A quotation mark opens a cell at this byte and nothing closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclosed(pub usize);

/// All rows that are not blank.
///
/// # Errors
/// When a quotation mark is not closed: everything after it would be one cell.
pub fn records(text: &str, separator: char) -> Result<Vec<Record>, Unclosed> {
    let mut records = Vec::new();
    let mut at = 0;
    let mut number = 0;
    while at < text.len() {
        let mut cells = Vec::new();
        loop {
            let (cell, end) = cell(text, at, separator)?;
            cells.push(cell);
            at = end;
            if !text[at..].starts_with(separator) {
                break;
            }
            at += separator.len_utf8();
        }
        at += line_break(&text[at..]);
        number += 1;
        let blank = cells.iter().all(|cell| cell.text.trim().is_empty());
        if !blank {
            records.push(Record { number, cells });
        }
    }
    Ok(records)
}

fn line_break(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [_, ..] => 1,
        [] => 0,
    }
}

/// The cell that begins at a byte, and the byte of the separator or line break behind it.
fn cell(text: &str, start: usize, separator: char) -> Result<(Cell, usize), Unclosed> {
    let ends = |c: char| c == separator || c == '\n' || c == '\r';
    if !text[start..].starts_with('"') {
        let end = text[start..].find(ends).map_or(text.len(), |at| start + at);
        let cell = Cell {
            text: text[start..end].to_owned(),
            range: start..end,
        };
        return Ok((cell, end));
    }
    let mut at = start + 1;
    loop {
        let quote = text[at..].find('"').ok_or(Unclosed(start))? + at;
        if text[quote + 1..].starts_with('"') {
            at = quote + 2;
            continue;
        }
        // Words behind the closing quote belong to the cell: some programs write so, and nothing may be lost.
        let end = text[quote + 1..]
            .find(ends)
            .map_or(text.len(), |more| quote + 1 + more);
        let inside = text[start + 1..quote].replace("\"\"", "\"");
        let cell = Cell {
            text: format!("{inside}{}", &text[quote + 1..end]),
            range: start + 1..quote,
        };
        return Ok((cell, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str, separator: char) -> Vec<Vec<String>> {
        records(text, separator)
            .expect("quotes are closed")
            .into_iter()
            .map(|record| record.cells.into_iter().map(|cell| cell.text).collect())
            .collect()
    }

    #[test]
    fn cells_are_read_as_the_csv_crate_reads_them() {
        let text = "a;\"b;c\";\"d \"\"e\"\"\"\r\n;;\r\n\"две\nстроки\";\"\";x\n1;2";
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.expect("sound").iter().map(str::to_owned).collect())
            .filter(|cells: &Vec<String>| cells.iter().any(|cell| !cell.is_empty()))
            .collect();
        assert_eq!(table(text, ';'), theirs);
    }

    #[test]
    fn a_cell_knows_its_place_and_its_row() {
        let text = "Код,Статус\r\n\r\nm01,\"сделано\"\r\n";
        let found = records(text, ',').expect("sound");
        assert_eq!(found[1].number, 3);
        assert_eq!(&text[found[1].cells[1].range.clone()], "сделано");
    }

    #[test]
    fn a_quote_that_is_not_closed_is_told() {
        assert_eq!(records("a;\"b\nc;d\n", ';'), Err(Unclosed(2)));
    }
}
