//! Workbooks of Excel.

use super::files::{read, relations, remarks, shown, zip};

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// Formats by number: 0 general, 1 percent, 2 date, 3 month, 4 bold, 5 struck through.
const STYLES: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts>\
    <fonts><font/><font><b/></font><font><strike/></font></fonts><fills><fill/></fills><borders><border/></borders>\
    <cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"9\" fontId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" fontId=\"0\" applyNumberFormat=\"1\"/>\
    <xf numFmtId=\"17\" fontId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"0\" fontId=\"2\" applyFont=\"1\"/></cellXfs>";

/// A workbook of sheets: name, state, what stands in `worksheet`.
fn book(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    book_and(sheets, &[])
}

/// A workbook of one cell with a part of shared texts.
pub fn with_texts(texts: &str) -> Vec<u8> {
    let cell = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>";
    book_and(
        &[("План", "visible", cell)],
        &[("xl/sharedStrings.xml", texts)],
    )
}

/// A workbook with more parts.
fn book_and(sheets: &[(&str, &str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
    let mut list = String::new();
    let mut own = vec![("s".to_owned(), "styles".to_owned(), "styles.xml".to_owned())];
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "_rels/.rels".to_owned(),
            relations(&[("r1", "officeDocument", "xl/workbook.xml")]),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!("<styleSheet {MAIN}>{STYLES}</styleSheet>"),
        ),
    ];
    for (number, (name, state, inside)) in sheets.iter().enumerate() {
        let number = number + 1;
        list.push_str(&format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"r{number}\"/>"
        ));
        own.push((
            format!("r{number}"),
            "worksheet".to_owned(),
            format!("worksheets/sheet{number}.xml"),
        ));
        parts.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet {MAIN}>{inside}</worksheet>"),
        ));
    }
    let own: Vec<(&str, &str, &str)> = own
        .iter()
        .map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str()))
        .collect();
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&own)));
    let space = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook {MAIN} {space}><sheets>{list}</sheets></workbook>"),
    ));
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .chain(more.iter().copied())
        .collect();
    zip(&parts)
}

fn text(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

fn number(place: &str, style: u8, value: &str) -> String {
    format!("<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>")
}

fn one(inside: &str) -> (String, String) {
    let paper = read("план.xlsx", &book(&[("План", "visible", inside)]));
    (shown(&paper), remarks(&paper))
}

#[test]
fn numbers_percents_and_dates_are_as_shown() {
    let row = [
        number("A1", 0, "1"),
        number("B1", 1, "0.8"),
        number("C1", 2, "45777"),
        number("D1", 3, "45748"),
        text("E1", "100 %&#10;школ"),
        number("F1", 0, "0.5"),
        "<c r=\"G1\" t=\"d\"><v>2025-04-30T00:00:00</v></c>".to_owned(),
    ];
    let (paper, remarks) = one(&format!(
        "<sheetData><row r=\"1\">{}</row></sheetData>",
        row.concat()
    ));
    assert_eq!(
        paper,
        "| 1 | 80% | 30.04.2025 | апрель 2025 | 100 %⏎школ | 0,5 | 30.04.2025 |"
    );
    assert_eq!(remarks, "");
}

#[test]
fn merged_areas_span_rows_and_columns() {
    let rows = format!(
        "<sheetData><row r=\"1\">{}{}{}</row><row r=\"2\">{}</row><row r=\"3\">{}{}{}</row><row r=\"4\">{}{}</row></sheetData>\
         <mergeCells><mergeCell ref=\"A2:C2\"/><mergeCell ref=\"C3:C4\"/></mergeCells>",
        text("A1", "№"),
        text("B1", "Мероприятие"),
        text("C1", "Срок"),
        text("A2", "Раздел"),
        number("A3", 0, "1"),
        text("B3", "Анализ"),
        text("C3", "май"),
        number("A4", 0, "2"),
        text("B4", "Отчёт"),
    );
    assert_eq!(
        one(&rows).0,
        "| № | Мероприятие | Срок |\n| Раздел⟨3⟩ |\n| 1 | Анализ | май |\n| 2 | Отчёт | ^ |"
    );
}

#[test]
fn a_table_may_begin_anywhere_and_gaps_are_one_row() {
    let rows = format!(
        "<sheetData><row r=\"3\">{}{}</row><row r=\"1048576\">{}</row></sheetData>",
        text("C3", "План"),
        text("XFD3", "вдали"),
        text("C1048576", "конец"),
    );
    let paper = read("план.xlsx", &book(&[("План", "visible", &rows)]));
    assert_eq!(shown(&paper), "| План | вдали |\n|  |  |\n| конец |  |");
    let shnor_portal::import::paper::Block::Table(grid) = &paper.blocks[0] else {
        panic!("a table");
    };
    assert_eq!(grid.rows[0].at.to_string(), "лист «План», строка 3");
    assert_eq!(grid.rows[2].at.row, 1_048_576);
}

#[test]
fn what_nobody_sees_is_remarked() {
    let hidden = format!(
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\">{}{}</row><row r=\"2\" hidden=\"1\">{}</row>\
         <row r=\"3\" hidden=\"1\" outlineLevel=\"1\">{}</row></sheetData>",
        text("A1", "видно"),
        text("B1", "столбец"),
        text("A2", "строка"),
        text("A3", "свёрнуто"),
    );
    let struck = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"5\" t=\"inlineStr\"><is><t>зря</t></is></c></row></sheetData>";
    let paper = read(
        "план.xlsx",
        &book(&[
            ("План", "visible", &hidden),
            ("Старый", "hidden", "<sheetData/>"),
            ("Правка", "visible", struck),
        ]),
    );
    assert_eq!(shown(&paper), "| видно |\n| свёрнуто |");
    assert_eq!(
        remarks(&paper),
        "лист «План», строка 1: ячейка скрытого столбца не взята: «столбец»\n\
         лист «План», строка 2: скрытая строка не взята\n\
         лист «План», строка 3: строка свёрнута или отфильтрована, но взята: проверьте, нужна ли она\n\
         лист «Старый»: лист скрыт и не взят: покажите его, если в нём план\n\
         лист «Правка», строка 1: зачёркнутые слова не взяты: «зря»"
    );
}
