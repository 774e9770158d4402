//! Documents of LibreOffice and of the Russian offices that follow it.

use shnor_portal::import::paper::{Block, Emphasis};

use super::files::{read, remarks, shown, zip};

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"";

const STYLES: &str = "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:paragraph-properties fo:text-align=\"center\"/><style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
    <style:style style:name=\"ta\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
    <text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-format=\"а, б, .., аа, аб, ... (ru)\" style:num-suffix=\")\"/></text:list-style>";

fn file(kind: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>\
         <office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    );
    let formula = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mfrac><mn>3</mn><mn>4</mn></mfrac>\
        <annotation encoding=\"StarMath 5.0\">3 over 4</annotation></semantics></math>";
    let mimetype = if kind == "text" {
        "application/vnd.oasis.opendocument.text"
    } else {
        "application/vnd.oasis.opendocument.spreadsheet"
    };
    zip(&[
        ("mimetype", mimetype),
        ("content.xml", &content),
        ("Object 1/content.xml", formula),
    ])
}

fn odt(body: &str) -> (String, String) {
    let paper = read("план.odt", &file("text", body));
    (shown(&paper), remarks(&paper))
}

#[test]
fn spaces_tabs_breaks_and_formulas() {
    let body = "<text:p>не менее <draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image/></draw:frame>\n  <text:span>педагогов</text:span>\
        <text:s text:c=\"2\"/><text:tab/><text:line-break/>ШНОР</text:p>";
    assert_eq!(odt(body).0, "¶ не менее ¾ педагогов  ⇥⏎ШНОР");
}

#[test]
fn notes_comments_deletions_and_struck_words_are_remarked() {
    let body = "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion><office:change-info/><text:p>было</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p>План<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>сноска</text:p></text:note-body></text:note>\
        <office:annotation><text:p>дата?</text:p></office:annotation><text:change text:change-id=\"c1\"/><text:span text:style-name=\"T1\">зря</text:span></text:p>";
    let (paper, remarks) = odt(body);
    assert_eq!(paper, "¶ План");
    assert_eq!(
        remarks,
        "абзац 1: сноска не взята в текст: «сноска»\nабзац 1: примечание рецензента не взято: «дата?»\n\
         абзац 1: удалённые при правке слова не взяты: «было»\nабзац 1: зачёркнутые слова не взяты: «зря»"
    );
}

#[test]
fn lists_are_numbered() {
    let item = |text: &str, inner: &str| {
        format!("<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>")
    };
    let inner = format!(
        "<text:list>{}{}</text:list>",
        item("раз", ""),
        item("два", "")
    );
    let body = format!(
        "<text:list text:style-name=\"L1\">{}{}</text:list><text:list text:style-name=\"L1\" text:continue-numbering=\"true\">{}</text:list>\
         <text:list text:style-name=\"L1\">{}</text:list>",
        item("Утвердить", &inner),
        item("Назначить", ""),
        item("Контроль", ""),
        item("Снова", ""),
    );
    assert_eq!(
        odt(&body).0,
        "¶ [1.] Утвердить\n¶ [а)] раз\n¶ [б)] два\n¶ [2.] Назначить\n¶ [3.] Контроль\n¶ [1.] Снова"
    );
}

#[test]
fn a_list_may_go_on_another() {
    let list = |properties: &str, text: &str| {
        format!(
            "<text:list {properties}><text:list-item><text:p>{text}</text:p></text:list-item></text:list>"
        )
    };
    let body = [
        list("xml:id=\"a\" text:style-name=\"L1\"", "раз"),
        list("xml:id=\"b\" text:style-name=\"L1\"", "другой"),
        list(
            "xml:id=\"c\" text:continue-list=\"a\" text:style-name=\"L1\"",
            "два",
        ),
    ];
    assert_eq!(
        odt(&body.concat()).0,
        "¶ [1.] раз\n¶ [1.] другой\n¶ [2.] два"
    );
}

#[test]
fn tables_with_spans_and_heading_rows() {
    let cell = |properties: &str, text: &str| {
        format!("<table:table-cell {properties}><text:p>{text}</text:p></table:table-cell>")
    };
    let covered = "<table:covered-table-cell/>";
    let body = format!(
        "<table:table table:name=\"Т\"><table:table-column table:number-columns-repeated=\"3\"/><table:table-header-rows><table:table-row>{}{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}{covered}{covered}</table:table-row><table:table-row>{}{}{}</table:table-row><table:table-row>{}{}{covered}</table:table-row></table:table>",
        cell("", "№"),
        cell("", "Мероприятие"),
        cell("", "Срок"),
        cell("table:number-columns-spanned=\"3\"", "Раздел"),
        cell("", "1."),
        cell("", "Анализ"),
        cell("table:number-rows-spanned=\"2\"", "май"),
        cell("", "2."),
        cell("", "Отчёт"),
    );
    assert_eq!(
        odt(&body).0,
        "#| № | Мероприятие | Срок |\n| Раздел⟨3⟩ |\n| 1. | Анализ | май |\n| 2. | Отчёт | ^ |"
    );
}

#[test]
fn styles_say_what_is_bold_and_centred() {
    let body = "<text:p text:style-name=\"P1\">План</text:p><text:h text:outline-level=\"2\">Раздел</text:h>";
    let blocks = read("план.odt", &file("text", body)).blocks;
    let found: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(p) => Some((p.emphasis, p.centred, p.heading)),
            Block::Table(_) => None,
        })
        .collect();
    assert_eq!(
        found,
        [
            (Emphasis::Bold, true, None),
            (Emphasis::None, false, Some(2))
        ]
    );
}

#[test]
fn a_workbook_keeps_what_is_shown_and_drops_its_empty_million() {
    let body = "<table:table table:name=\"План\"><table:table-row><table:table-cell office:value-type=\"percentage\" office:value=\"0.8\"><text:p>80%</text:p></table:table-cell>\
        <table:table-cell><text:p>раз</text:p><text:p>два</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        <table:table-row><table:table-cell><text:p>конец</text:p></table:table-cell></table:table-row></table:table>\
        <table:table table:name=\"Старый\" table:style-name=\"ta\"><table:table-row><table:table-cell><text:p>тайно</text:p></table:table-cell></table:table-row></table:table>";
    let paper = read("план.ods", &file("spreadsheet", body));
    assert_eq!(shown(&paper), "| 80% | раз / два |\n|  |  |\n| конец |  |");
    assert!(remarks(&paper).contains("лист скрыт и не взят"));
    let Block::Table(grid) = &paper.blocks[0] else {
        panic!("a table");
    };
    assert_eq!(grid.rows[2].at.to_string(), "лист «План», строка 1048572");
}
