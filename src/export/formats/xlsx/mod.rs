//! Workbooks (ECMA-376): the table on the first sheet, the meaning of its columns on the second. Words are written as
//! words, so no cell is ever run as a formula; numbers are numbers, days are days, yes and no are logical values.
//!
//! Written by own code: rows that say nothing of where they stand can be joined as they are, so a row is written once for
//! its municipality, its region and the whole portal.

mod cells;
mod parts;

use jiff::civil::Date;

use crate::export::formats::archive::Archive;
use crate::export::table::{Column, Definition, Row};

use cells::Style;

/// Widths of columns, in letters.
const WIDTHS: (usize, usize) = (9, 56);

/// Rows of a table as a sheet has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    xml: String,
    count: usize,
    /// How wide each column would like to be, in letters; none without rows.
    widths: Vec<usize>,
}

impl Lines {
    /// Writes rows.
    pub fn of(definition: &Definition, rows: &[Row<'_>]) -> Lines {
        let mut lines = Lines {
            xml: String::new(),
            count: rows.len(),
            widths: vec![0; definition.columns.len()],
        };
        for row in rows {
            lines.xml.push_str("<row>");
            for (value, width) in row.iter().zip(&mut lines.widths) {
                let letters = cells::value(&mut lines.xml, value);
                *width = (*width).max(letters.min(WIDTHS.1));
            }
            lines.xml.push_str("</row>");
        }
        lines
    }
}

/// A table: rows that follow one another. `today` is written as the day the file was made: the clock would give other
/// bytes each time.
pub fn workbook(
    definition: &Definition,
    rows: &[&Lines],
    (portal, today): (&str, Date),
) -> Vec<u8> {
    let count = rows.iter().map(|lines| lines.count).sum();
    let mut archive = Archive::new(today);
    archive.file("[Content_Types].xml", parts::TYPES.as_bytes());
    archive.file("_rels/.rels", parts::RELATIONS.as_bytes());
    let core = parts::core(definition, portal, today);
    archive.file("docProps/core.xml", core.as_bytes());
    let book = parts::book(definition, count);
    archive.file("xl/workbook.xml", book.as_bytes());
    archive.file(
        "xl/_rels/workbook.xml.rels",
        parts::BOOK_RELATIONS.as_bytes(),
    );
    archive.file("xl/styles.xml", parts::STYLES.as_bytes());
    archive.begin("xl/worksheets/sheet1.xml");
    archive.add(beginning(definition, rows).as_bytes());
    for lines in rows {
        archive.add(lines.xml.as_bytes());
    }
    archive.add(parts::table_end(definition.columns.len(), count).as_bytes());
    archive.file("xl/worksheets/sheet2.xml", meanings(definition).as_bytes());
    archive.finish()
}

/// The first sheet up to its first row: wide enough for what its columns hold.
fn beginning(definition: &Definition, rows: &[&Lines]) -> String {
    let widths = definition.columns.iter().enumerate().map(|(at, column)| {
        let of_rows = rows.iter().filter_map(|lines| lines.widths.get(at)).max();
        let width = longest_word(column.title).max(of_rows.copied().unwrap_or_default());
        (width + 2).clamp(WIDTHS.0, WIDTHS.1)
    });
    let mut xml = parts::sheet_start(widths);
    let titles = definition.columns.iter().map(|column| column.title);
    headings(&mut xml, titles);
    xml
}

fn headings<'t>(xml: &mut String, titles: impl Iterator<Item = &'t str>) {
    xml.push_str("<row>");
    for title in titles {
        cells::words(xml, title, Style::Heading);
    }
    xml.push_str("</row>");
}

/// The second sheet: what each column means, and the conditions.
fn meanings(definition: &Definition) -> String {
    let columns = [
        ("Столбец", 26),
        ("Имя в других форматах", 22),
        ("Что в нём", 80),
        ("Вид", 18),
        ("Всегда заполнен", 12),
        ("Откуда значения", 26),
    ];
    let mut xml = parts::sheet_start(columns.iter().map(|(_, width)| *width));
    headings(&mut xml, columns.iter().map(|(title, _)| *title));
    for column in definition.columns {
        xml.push_str("<row>");
        for words in described(column) {
            cells::words(&mut xml, &words, Style::Words);
        }
        xml.push_str("</row>");
    }
    xml.push_str("<row/>");
    let conditions =
        "Условия использования: Creative Commons «С указанием авторства» 4.0 (CC BY 4.0).";
    for words in [definition.about, conditions] {
        xml.push_str("<row>");
        cells::words(&mut xml, words, Style::Plain);
        xml.push_str("</row>");
    }
    xml.push_str(parts::SHEET_END);
    xml
}

fn described(column: &Column) -> [String; 6] {
    let foreign = column.foreign;
    [
        column.title.to_owned(),
        column.name.to_owned(),
        column.meaning.to_owned(),
        column.kind.words(column.many),
        if column.required { "да" } else { "нет" }.to_owned(),
        foreign.map_or_else(String::new, |(table, target)| format!("{table}.{target}")),
    ]
}

fn longest_word(text: &str) -> usize {
    let words = text.split(' ').map(|word| word.chars().count());
    words.max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::table::{ColumnKind, Value};

    #[test]
    fn columns_are_as_wide_as_their_words_within_reason() {
        static TABLE: Definition = Definition {
            name: "proba",
            api: "proba",
            title: "Проба",
            about: "Проба.",
            columns: &[
                Column::new("id", ColumnKind::Id, "Имя", "Имя.").key(),
                Column::new("words", ColumnKind::Text, "Слова", "Слова."),
            ],
        };
        let rows = [vec![
            Value::text("короткое имя"),
            Value::text("ж".repeat(99)),
        ]];
        let lines = Lines::of(&TABLE, &rows);
        assert_eq!((lines.count, lines.widths.as_slice()), (1, &[12, 56][..]));
        let xml = beginning(&TABLE, &[&lines]);
        assert!(
            xml.contains("width=\"14\"") && xml.contains("width=\"56\""),
            "{xml}"
        );
        assert_eq!(ColumnKind::Id.words(true), "имена через «; »");
    }
}
