//! Files that cannot be read: each gets one message in Russian with what to do, quickly, whatever is in it.

use std::io::{Cursor, Write};

use shnor_portal::import::read::failure::ReadFailure;
use shnor_portal::import::read::paper;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::files::{Word, p, zip};

fn refused(name: &str, bytes: &[u8]) -> ReadFailure {
    let failure = paper(name, bytes).expect_err(name);
    for words in [&failure.message, &failure.remedy] {
        assert!(
            words.chars().any(|letter| ('а'..='я').contains(&letter)),
            "{words}"
        );
    }
    assert!(!failure.message.ends_with('.'), "{}", failure.message);
    assert!(failure.remedy.ends_with('.'), "{}", failure.remedy);
    failure
}

fn says(name: &str, bytes: &[u8], words: &str) {
    let failure = refused(name, bytes);
    assert!(failure.message.contains(words), "{failure}");
}

/// An old file of Office with a stream of this name.
fn old(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(512, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

fn document(inside: &str) -> Vec<u8> {
    let start = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    zip(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!("{start}{inside}</w:body></w:document>"),
        ),
    ])
}

#[test]
fn other_formats_are_named() {
    says("план.doc", &old("WordDocument"), "старого Word");
    says("план.docx", &old("EncryptedPackage"), "паролем");
    says(
        "план.ppt",
        &old("PowerPoint Document"),
        "не документ и не таблица",
    );
    says("план.xls", &old("Workbook"), "обрывается");
    says("план.doc", b"{\\rtf1\\ansi}", "RTF");
    says("план.pdf", b"%PDF-1.7 \xE2\xE3", "PDF");
    says("скан.jpg", b"\xFF\xD8\xFF\xE0....", "картинка");
    says("скан.docx", b"\x89PNG\r\n\x1A\n", "картинка");
    says("план.mht", b"MIME-Version: 1.0\r\n", "MHT");
    says("план.rar", b"Rar!\x1A\x07", "архив");
    says(
        "план.zip",
        &zip(&[("план.txt", "План")]),
        "архив, а не документ",
    );
    says(
        "план.xml",
        b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>",
        "XML",
    );
    says("план.bin", &[0, 1, 2, 3, 4, 5, 6, 7], "не документ");
    says("план.docx", b"", "пуст");
    says("план.docx", b" \r\n", "пуст");
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let whole = Word {
        body: &p("План мероприятий"),
        ..Word::default()
    }
    .bytes();
    for share in [1, 3, 6, 9] {
        refused("план.docx", &whole[..whole.len() * share / 10]);
    }
}

#[test]
fn spoiled_bytes_are_refused_or_read_and_never_crash() {
    let whole = Word {
        body: &p("План мероприятий"),
        ..Word::default()
    }
    .bytes();
    for at in (0..whole.len()).step_by(7) {
        let mut spoiled = whole.clone();
        spoiled[at] ^= 0x55;
        // Either is fine; a crash is not.
        let _ = paper("план.docx", &spoiled);
    }
}

#[test]
fn an_archive_without_a_document() {
    says(
        "план.docx",
        &zip(&[("[Content_Types].xml", "<Types/>")]),
        "нет самого документа",
    );
    says(
        "план.odt",
        &zip(&[("mimetype", "application/vnd.oasis.opendocument.text")]),
        "нет самого документа",
    );
    let empty = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", ""),
    ]);
    says("план.docx", &empty, "нет ни текста");
}

#[test]
fn markup_that_breaks_off() {
    let broken = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", "<a><b></a>"),
    ]);
    says("план.docx", &broken, "записана с ошибкой");
    let open = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", "<a><b>"),
    ]);
    says("план.docx", &open, "записана с ошибкой");
}

#[test]
fn entities_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    let bytes = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", bomb),
    ]);
    says("план.docx", &bytes, "сущности");
}

#[test]
fn a_document_type_is_refused_but_for_formulas_of_old_libreoffice() {
    let outside = "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>";
    let bytes = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", outside),
    ]);
    says("план.docx", &bytes, "тип документа");
    let start = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:body><office:text>";
    let text = format!("{start}</office:text></office:body></office:document-content>");
    let formula = "<!DOCTYPE math:math PUBLIC \"-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN\" \"math.dtd\"><math/>";
    let bytes = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &text),
        ("Object 1/content.xml", formula),
    ]);
    assert!(paper("план.odt", &bytes).is_ok());
}

#[test]
fn deep_nesting_is_refused_without_a_crash() {
    let deep = |tag: &str, times: usize| {
        document(&format!(
            "{}{}",
            format!("<{tag}>").repeat(times),
            format!("</{tag}>").repeat(times)
        ))
    };
    says("план.docx", &deep("w:sdt", 100_000), "вложены");
    let table = "<w:tbl><w:tr><w:tc>".repeat(40) + &"</w:tc></w:tr></w:tbl>".repeat(40);
    says("план.docx", &document(&table), "вложены");
    let page = "<table><tr><td>".repeat(10_000);
    says("план.html", format!("<html>{page}").as_bytes(), "вложены");
}

#[test]
fn an_archive_that_swells_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default();
    writer
        .start_file("[Content_Types].xml", packed)
        .expect("begins");
    writer
        .start_file("word/document.xml", packed)
        .expect("begins");
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..80 {
        writer.write_all(&spaces).expect("writes");
    }
    let bytes = writer.finish().expect("ends").into_inner();
    assert!(bytes.len() < 200_000);
    says("план.docx", &bytes, "слишком велик");
}

#[test]
fn too_many_parts_paragraphs_or_cells_are_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10_001 {
        writer
            .start_file(format!("{number}"), SimpleFileOptions::default())
            .expect("begins");
    }
    let bytes = writer.finish().expect("ends").into_inner();
    says("план.docx", &bytes, "частей");
    says(
        "план.docx",
        &document(&"<w:p/>".repeat(200_000)),
        "слишком велик",
    );
    let rows = "<w:tr><w:tc/></w:tr>".repeat(160_000);
    says(
        "план.docx",
        &document(&format!("<w:tbl>{rows}</w:tbl>")),
        "слишком велик",
    );
    let page = format!(
        "<table>{}</table>",
        "<tr><td colspan=1000 rowspan=60000>".repeat(100_000)
    );
    says("план.html", page.as_bytes(), "слишком велик");
    let hanging = "<td rowspan=60000>".repeat(500) + &"<tr><td>".repeat(60_000);
    says(
        "план.html",
        format!("<table><tr>{hanging}</table>").as_bytes(),
        "слишком велик",
    );
}

#[test]
fn absurd_spans_are_cut_and_read() {
    let body = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
    assert!(paper("план.docx", &document(body)).is_ok());
    let page = "<table><tr><td colspan=99999999 rowspan=99999999>а<tr><td>б</table>";
    assert!(paper("план.html", page.as_bytes()).is_ok());
}

#[test]
fn names_that_climb_out_of_the_archive_and_links_outside_are_passed_over() {
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"r1\" Type=\"x/styles\" Target=\"http://example.org/s.xml\" TargetMode=\"External\"/>\
        <Relationship Id=\"r2\" Type=\"x/numbering\" Target=\"../../../etc/passwd\"/></Relationships>";
    let start = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    let document = format!("{start}{}</w:body></w:document>", p("План"));
    let bytes = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("../../evil.xml", "<evil/>"),
        ("word/_rels/document.xml.rels", rels),
        ("word/document.xml", &document),
    ]);
    assert!(paper("план.docx", &bytes).is_ok());
}

/// The library for workbooks makes room for as many texts as the file says it has.
#[test]
fn a_workbook_that_claims_billions_of_texts_is_refused() {
    let mut bytes = Vec::new();
    for claimed in ["4294967295", "99999999999999999999999", "2"] {
        let texts = format!(
            r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{claimed}"><si><t>а</t></si><si/></sst>"#
        );
        bytes.push(super::sheet::with_texts(&texts));
    }
    says("план.xlsx", &bytes[0], "повреждён");
    says("план.xlsx", &bytes[1], "повреждён");
    assert!(paper("план.xlsx", &bytes[2]).is_ok());
}
