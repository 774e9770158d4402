//! The parts of a workbook around its cells.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::export::formats::xlsx::cells::escaped;
use crate::export::table::Definition;

/// Which part is what.
pub const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
</Types>";

/// Where a program begins to read.
pub const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

/// What the workbook is made of.
pub const BOOK_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/>\
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
</Relationships>";

/// The styles, in the order of [`Style`](super::cells::Style).
pub const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts>\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>\
<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
</styleSheet>";

/// The end of a sheet without anything after its rows.
pub const SHEET_END: &str = "</sheetData></worksheet>";

/// What the file says of itself.
pub fn core(definition: &Definition, portal: &str, today: Date) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
        xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        .to_owned();
    for (name, words) in [
        ("title", definition.title),
        ("subject", definition.about),
        ("creator", portal),
    ] {
        let _ = write!(xml, "<dc:{name}>");
        escaped(&mut xml, words);
        let _ = write!(xml, "</dc:{name}>");
    }
    for name in ["created", "modified"] {
        let _ = write!(
            xml,
            "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{today}T00:00:00Z</dcterms:{name}>"
        );
    }
    xml.push_str("</cp:coreProperties>");
    xml
}

/// The workbook: its sheets, what can be chosen by in the table, and the heading that every printed page repeats.
pub fn book(definition: &Definition, count: usize) -> String {
    let mut title = String::new();
    escaped(&mut title, definition.title);
    let corner = corner(definition.columns.len(), count, "$");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <bookViews><workbookView/></bookViews><sheets>\
         <sheet name=\"{title}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Столбцы\" sheetId=\"2\" r:id=\"rId2\"/></sheets>\
         <definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'{title}'!$A$1:{corner}</definedName>\
         <definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'{title}'!$1:$1</definedName></definedNames></workbook>"
    )
}

/// A sheet up to its first row, with columns of these widths. The first row stays when the others are scrolled.
pub fn sheet_start(widths: impl Iterator<Item = usize>) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>\
        <sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>\
        </sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
        .to_owned();
    for (width, at) in widths.zip(1..) {
        let _ = write!(
            xml,
            "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    xml.push_str("</cols><sheetData>");
    xml
}

/// The end of the table's sheet: rows can be chosen by every column, and are printed on broad pages.
pub fn table_end(columns: usize, count: usize) -> String {
    format!(
        "</sheetData><autoFilter ref=\"A1:{}\"/>\
         <pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>",
        corner(columns, count, "")
    )
}

/// The last cell of a table with a heading: «AE142», or «$AE$142».
fn corner(columns: usize, count: usize, sign: &str) -> String {
    let mut name = Vec::new();
    let mut left = columns;
    while left > 0 {
        name.insert(
            0,
            char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or_default()),
        );
        left = (left - 1) / 26;
    }
    let name: String = name.into_iter().collect();
    format!("{sign}{name}{sign}{}", count + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_by_letters() {
        assert_eq!(corner(1, 0, ""), "A1");
        assert_eq!(corner(26, 9, ""), "Z10");
        assert_eq!(corner(31, 141, "$"), "$AE$142");
        assert_eq!(corner(703, 1, ""), "AAA2");
    }
}
