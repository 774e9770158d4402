//! Paragraphs of Word.

use shnor_portal::import::paper::{Block, Emphasis, Paragraph};

use super::files::{Word, p, read, remarks, shown, word};

/// The paragraphs of a document.
fn paragraphs(bytes: &[u8]) -> Vec<Paragraph> {
    let blocks = read("план.docx", bytes).blocks;
    blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        })
        .collect()
}

/// What is remarked on a document with this body.
fn remarked(body: &str) -> String {
    let word = Word {
        body,
        footnotes: "<w:footnote w:id=\"2\"><w:p><w:r><w:t>По согласованию</w:t></w:r></w:p></w:footnote>",
        comments: "<w:comment w:id=\"0\"><w:p><w:r><w:t>Проверить дату</w:t></w:r></w:p></w:comment>",
        ..Word::default()
    };
    remarks(&read("план.docx", &word.bytes()))
}

#[test]
fn runs_are_joined_without_spaces_and_entities_are_letters() {
    let body = "<w:p><w:r><w:t>Меро</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t xml:space=\"preserve\">приятия &amp; </w:t></w:r>\
        <w:r><w:t>&#171;Школа&#xBB; &lt;500+&gt;</w:t></w:r></w:p>";
    assert_eq!(word(body), "¶ Мероприятия & «Школа» <500+>");
}

#[test]
fn breaks_tabs_hyphens_and_signs_of_fonts() {
    let body = "<w:p><w:r><w:t>до</w:t><w:br/><w:t>01</w:t><w:noBreakHyphen/><w:t>02</w:t><w:tab/><w:t>об</w:t>\
        <w:softHyphen/><w:t>щее</w:t><w:cr/><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>\
        <w:t>\u{F0B7}</w:t></w:r></w:p>";
    assert_eq!(word(body), "¶ до⏎01-02⇥общее⏎•✓•");
}

#[test]
fn letters_in_a_font_of_signs_are_signs() {
    let body = "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t xml:space=\"preserve\">ü </w:t></w:r><w:r><w:t>üй</w:t></w:r></w:p>";
    assert_eq!(word(body), "¶ ✓ üй");
}

#[test]
fn layout_of_the_file_is_no_text() {
    let body = "<w:p>\n  <w:r>\n    <w:t>\n      Апрель\n    </w:t>\n  </w:r>\n</w:p>";
    assert_eq!(word(body), "¶ Апрель");
}

#[test]
fn insertions_count_and_deletions_are_remarked() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">до 1 </w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>мая</w:t></w:r></w:ins>\
        <w:del w:id=\"2\"><w:r><w:delText>апреля</w:delText></w:r></w:del>\
        <w:moveFrom w:id=\"3\"><w:r><w:t>отсюда</w:t></w:r></w:moveFrom><w:moveTo w:id=\"4\"><w:r><w:t xml:space=\"preserve\"> сюда</w:t></w:r></w:moveTo></w:p>";
    assert_eq!(word(body), "¶ до 1 мая сюда");
    assert_eq!(
        remarked(body),
        "абзац 1: удалённые при правке слова не взяты: «апреляотсюда»"
    );
}

#[test]
fn a_paragraph_whose_end_is_deleted_joins_the_next() {
    let body = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Анализ </w:t></w:r></w:p>\
        <w:p><w:r><w:t>итогов</w:t></w:r></w:p>";
    assert_eq!(word(body), "¶ Анализ итогов");
}

#[test]
fn an_alternative_is_read_once() {
    let body = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>раз</w:t></mc:Choice>\
        <mc:Fallback><w:t>два</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assert_eq!(word(body), "¶ раз");
}

#[test]
fn a_text_box_stands_after_its_paragraph() {
    let shape = "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>\
        <w:p><w:r><w:t>УТВЕРЖДЕНО</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>";
    let old = "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>УТВЕРЖДЕНО</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback>\
         </mc:AlternateContent><w:t>План</w:t></w:r></w:p>"
    );
    assert_eq!(word(&body), "¶ План\n¶ УТВЕРЖДЕНО");
}

#[test]
fn wrappers_of_words_are_transparent() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink r:id=\"r9\">{}</w:hyperlink><w:smartTag>{}</w:smartTag>\
         <w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt><w:customXml>{}</w:customXml><w:bookmarkStart w:id=\"0\"/>\
         <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>",
        run("а"),
        run("б"),
        run("в"),
        run("г"),
        run("Место для ввода текста."),
    );
    assert_eq!(word(&body), "¶ абвг");
}

#[test]
fn of_a_field_only_the_result_is_text() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let body = format!(
        "<w:p><w:fldSimple w:instr=\"DATE\"><w:r><w:t>30.03.2023</w:t></w:r></w:fldSimple>{}<w:r><w:instrText>HYPERLINK \"http://\"</w:instrText></w:r>\
         {}<w:r><w:t xml:space=\"preserve\"> сайт</w:t></w:r>{} {}<w:r><w:instrText> EQ \\f(3;4) </w:instrText></w:r>{}</w:p>",
        mark("begin"),
        mark("separate"),
        mark("end"),
        mark("begin"),
        mark("end"),
    );
    assert_eq!(word(&body), "¶ 30.03.2023 сайт¾");
}

#[test]
fn a_field_that_never_ends_hides_nothing() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>Срок</w:t></w:r></w:p>";
    assert_eq!(word(body), "¶ Срок");
}

#[test]
fn formulas_stand_on_the_line() {
    let formula = |inside: &str| {
        format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">не менее </w:t></w:r><m:oMath>{inside}</m:oMath><w:r><w:t xml:space=\"preserve\"> педагогов</w:t></w:r></w:p>"
        )
    };
    let t = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let fraction = |top: &str, bottom: &str| {
        format!(
            "<m:f><m:fPr/><m:num>{}</m:num><m:den>{}</m:den></m:f>",
            t(top),
            t(bottom)
        )
    };
    assert_eq!(
        word(&formula(&fraction("3", "4"))),
        "¶ не менее ¾ педагогов"
    );
    assert_eq!(
        word(&formula(&fraction("7", "12"))),
        "¶ не менее 7/12 педагогов"
    );
    assert_eq!(
        word(&formula(&(t("2") + &fraction("7", "12")))),
        "¶ не менее 2 7/12 педагогов"
    );
    let power = format!(
        "<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>",
        t("x"),
        t("2")
    );
    let root = format!(
        "<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>{}</m:e></m:rad>",
        t("n+1")
    );
    let sum = format!(
        "<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>{}</m:sub><m:sup>{}</m:sup><m:e>{power}</m:e></m:nary>",
        t("i=1"),
        t("n")
    );
    assert_eq!(
        word(&formula(&(root + &t("=") + &sum))),
        "¶ не менее √(n+1)=∑_(i=1)ⁿ x² педагогов"
    );
}

#[test]
fn a_formula_in_a_paragraph_of_its_own_is_not_lost() {
    let body = "<m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>";
    assert_eq!(word(body), "¶ ½");
}

#[test]
fn notes_and_comments_are_remarked_and_do_not_change_the_words() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">Куратор школы</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>\
        <w:r><w:commentReference w:id=\"0\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    assert_eq!(word(body), "¶ Куратор школы.");
    assert_eq!(
        remarked(body),
        "абзац 1: сноска не взята в текст (после слов «Куратор школы»): «По согласованию»\n\
         абзац 1: примечание рецензента не взято (после слов «Куратор школы»): «Проверить дату»"
    );
}

#[test]
fn hidden_and_struck_words_are_remarked() {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно</w:t></w:r><w:r><w:rPr><w:caps/></w:rPr><w:t>Явно</w:t></w:r>\
        <w:r><w:rPr><w:strike/></w:rPr><w:t>зря</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>!</w:t></w:r></w:p>";
    assert_eq!(word(body), "¶ Явно!");
    assert_eq!(
        remarked(body),
        "абзац 1: скрытый текст не взят: «тайно»\nабзац 1: зачёркнутые слова не взяты: «зря»"
    );
}

#[test]
fn pictures_and_objects_are_remarked() {
    let body = "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"Герб района\"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>\
        <w:r><w:object><o:OLEObject ProgID=\"Equation.3\"/></w:object></w:r></w:p>";
    assert_eq!(
        remarked(body),
        "абзац 1: рисунок не взят, его описание: «Герб района»\nабзац 1: формула старого вида не прочитана: впишите её от руки"
    );
}

#[test]
fn styles_say_what_is_bold_centred_and_a_heading() {
    let word = Word {
        styles: "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
            <w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>\
            <w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"Раздел\"/><w:basedOn w:val=\"1\"/></w:style>\
            <w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/></w:rPr></w:style>",
        body: "<w:p><w:pPr><w:pStyle w:val=\"2\"/></w:pPr><w:r><w:t>I. Раздел</w:t></w:r></w:p>\
            <w:p><w:r><w:rPr><w:rStyle w:val=\"c\"/></w:rPr><w:t>Цель</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r></w:p>\
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>полу</w:t></w:r><w:r><w:t>жирно</w:t></w:r></w:p>\
            <w:p><w:pPr><w:pStyle w:val=\"1\"/><w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr><w:b w:val=\"false\"/></w:rPr><w:t>просто</w:t></w:r></w:p>",
        ..Word::default()
    };
    let found: Vec<_> = paragraphs(&word.bytes())
        .into_iter()
        .map(|p| (p.emphasis, p.centred, p.heading))
        .collect();
    assert_eq!(
        found,
        [
            (Emphasis::Bold, true, Some(1)),
            (Emphasis::Italic, false, None),
            (Emphasis::None, false, None),
            (Emphasis::None, false, Some(1)),
        ]
    );
}

const LISTS: &str = "<w:abstractNum w:abstractNumId=\"0\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"пункт\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"russianLower\"/><w:lvlText w:val=\"%3)\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{F0B7}\"/>\
    <w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>\
    <w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

fn item(list: u8, level: u8) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr></w:p>"
    )
}

#[test]
fn automatic_numbers_count_as_in_word() {
    let body: String = [
        (1, 0),
        (1, 1),
        (1, 1),
        (1, 2),
        (1, 2),
        (1, 0),
        (1, 1),
        (1, 2),
        (2, 0),
        (3, 0),
        (3, 0),
        (4, 0),
        (4, 0),
    ]
    .iter()
    .map(|(list, level)| item(*list, *level))
    .collect();
    let word = Word {
        body: &(body + "<w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:p>"),
        numbering: LISTS,
        ..Word::default()
    };
    let numbers: Vec<String> = paragraphs(&word.bytes())
        .into_iter()
        .map(|p| p.number.unwrap_or_default())
        .collect();
    assert_eq!(
        numbers,
        [
            "I.", "I.1.", "I.2.", "а)", "б)", "II.", "II.1.", "а)", "•", "3.", "4.", "1.", "2.", ""
        ]
    );
}

#[test]
fn a_style_numbers_its_paragraphs() {
    let word = Word {
        styles: "<w:style w:type=\"paragraph\" w:styleId=\"пункт\"><w:name w:val=\"Пункт\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
        numbering: LISTS,
        body: "<w:p><w:pPr><w:pStyle w:val=\"пункт\"/></w:pPr><w:r><w:t>Утвердить</w:t></w:r></w:p>",
        ..Word::default()
    };
    assert_eq!(
        shown(&read("план.docx", &word.bytes())),
        "¶ [I.1.] Утвердить"
    );
}

#[test]
fn the_strict_edition_with_other_prefixes_is_the_same() {
    let bytes = super::files::zip(&[
        (
            "_rels/.rels",
            "<x:Relationships xmlns:x=\"http://schemas.openxmlformats.org/package/2006/relationships\"><x:Relationship Id=\"a\" \
            Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/word/document2.xml\"/></x:Relationships>",
        ),
        (
            "word/document2.xml",
            "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" xmlns:q=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">\
            <body><p><r><t>Приказ</t></r></p><tbl><tr><trPr><tblHeader q:val=\"true\"/></trPr><tc><tcPr><gridSpan q:val=\"2\"/></tcPr><p><r><t>№</t></r></p></tc></tr></tbl></body></document>",
        ),
        ("[Content_Types].xml", "<Types/>"),
    ]);
    assert_eq!(shown(&read("план.docx", &bytes)), "¶ Приказ\n#| №⟨2⟩ |");
}

#[test]
fn macros_and_a_wrong_name_are_remarked() {
    let word = Word {
        body: &p("План"),
        ..Word::default()
    };
    let paper = read("план.xlsx", &word.bytes());
    assert_eq!(
        paper.remarks[0].words,
        "по имени это «.xlsx», а внутри документ Word: файл прочитан по содержимому"
    );
    let bytes = super::files::zip(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p/></w:body></w:document>",
        ),
        ("word/vbaProject.bin", "?"),
    ]);
    assert_eq!(
        read("план.docm", &bytes).remarks[0].words,
        "в файле есть макросы: они не читались и не запускались"
    );
}
