//! Tables of Word.

use super::files::{Word, p, read, remarks, shown, tc, tr, word};

fn table(rows: &str) -> String {
    word(&format!("<w:tbl>{rows}</w:tbl>"))
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

#[test]
fn the_samples_of_word_and_excel_give_the_same_grid() {
    let of = |name: &str| {
        let path = format!("tests/cases/import/{name}");
        let paper = read(name, &std::fs::read(path).expect("the sample is there"));
        assert_eq!(remarks(&paper), "");
        // Excel holds numbers and a date where Word holds words; paragraphs of a cell are lines there.
        let text = shown(&paper)
            .replace(" / ", "⏎")
            .replace("до 01.03.2025", "01.03.2025");
        let rows = text.lines().filter(|line| line.contains('|'));
        rows.map(
            |line| match line.trim_start_matches('#').split_once(". | ") {
                Some((number, rest)) if number.len() < 5 => format!("{number} | {rest}"),
                _ => line.trim_start_matches('#').to_owned(),
            },
        )
        .collect::<Vec<_>>()
    };
    let word = of("plan-simple.docx");
    assert_eq!(word.len(), 10);
    assert_eq!(word, of("plan-simple.xlsx"));
}

#[test]
fn cells_span_columns_and_rows() {
    let rows = [
        tr(&["№", "Мероприятие", "Срок"]),
        format!(
            "<w:tr>{}</w:tr>",
            cell("<w:gridSpan w:val=\"3\"/>", "I. Раздел")
        ),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            tc("1."),
            tc("Анализ"),
            cell("<w:vMerge w:val=\"restart\"/>", "май")
        ),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            tc("2."),
            tc("Отчёт"),
            cell("<w:vMerge/>", "")
        ),
        format!("<w:tr>{}{}{}</w:tr>", tc("3."), tc("Итоги"), tc("июнь")),
    ];
    assert_eq!(
        table(&rows.concat()),
        "| № | Мероприятие | Срок |\n| I. Раздел⟨3⟩ |\n| 1. | Анализ | май |\n| 2. | Отчёт | ^ |\n| 3. | Итоги | июнь |"
    );
}

#[test]
fn a_continuation_of_nothing_is_a_cell_of_its_own() {
    let rows = format!("<w:tr>{}{}</w:tr>", cell("<w:vMerge/>", "май"), tc("РУО"));
    assert_eq!(table(&rows), "| май | РУО |");
}

#[test]
fn words_under_a_merged_cell_are_remarked() {
    let rows = format!(
        "<w:tr>{}</w:tr><w:tr>{}</w:tr>",
        cell("<w:vMerge w:val=\"restart\"/>", "май"),
        cell("<w:vMerge w:val=\"continue\"/>", "июнь"),
    );
    let body = format!("<w:tbl>{rows}</w:tbl>");
    let paper = read(
        "план.docx",
        &Word {
            body: &body,
            ..Word::default()
        }
        .bytes(),
    );
    assert_eq!(shown(&paper), "| май |\n| ^ |");
    assert_eq!(
        remarks(&paper),
        "таблица 1, строка 2: слова в закрытой объединением ячейке не взяты: «июнь»"
    );
}

#[test]
fn ragged_rows_become_regular() {
    let rows = [
        tr(&["1", "2", "3"]),
        tr(&["1"]),
        format!(
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>{}</w:tr>",
            tc("2")
        ),
        format!(
            "<w:tr>{}{}</w:tr>",
            cell("<w:hMerge w:val=\"restart\"/>", "1"),
            cell("<w:hMerge/>", "")
        ),
    ];
    assert_eq!(
        table(&rows.concat()),
        "| 1 | 2 | 3 |\n| 1 |  |  |\n|  | 2 |  |\n| 1⟨2⟩ |  |"
    );
}

#[test]
fn columns_of_a_millimetre_are_gaps() {
    let rows = [
        "<w:tblGrid><w:gridCol w:w=\"600\"/><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"57\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>".to_owned(),
        format!("<w:tr>{}{}{}</w:tr>", tc("№"), cell("<w:gridSpan w:val=\"2\"/>", "Мероприятие"), tc("Срок")),
        format!("<w:tr>{}{}{}</w:tr>", tc("1."), tc("Анализ"), cell("<w:gridSpan w:val=\"2\"/>", "май")),
    ];
    assert_eq!(
        table(&rows.concat()),
        "| № | Мероприятие | Срок |\n| 1. | Анализ | май |"
    );
}

#[test]
fn a_heading_row_is_known_by_any_spelling() {
    for (spelling, mark) in [
        ("", "#"),
        (" w:val=\"true\"", "#"),
        (" w:val=\"1\"", "#"),
        (" w:val=\"on\"", "#"),
        (" w:val=\"0\"", ""),
        (" w:val=\"off\"", ""),
    ] {
        let rows = format!(
            "<w:tr><w:trPr><w:tblHeader{spelling}/></w:trPr>{}</w:tr>",
            tc("№")
        );
        assert_eq!(table(&rows), format!("{mark}| № |"));
    }
}

#[test]
fn rows_deleted_or_hidden_are_remarked_and_inserted_ones_count() {
    let row = |mark: &str, text: &str| format!("<w:tr><w:trPr>{mark}</w:trPr>{}</w:tr>", tc(text));
    let deleted = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:del w:id=\"2\"><w:r><w:delText>прежнее</w:delText></w:r></w:del></w:p></w:tc></w:tr>";
    let body = format!(
        "<w:tbl>{}{deleted}{}{}</w:tbl>",
        row("", "первое"),
        row("<w:ins w:id=\"3\"/>", "новое"),
        row("<w:hidden/>", "скрытое"),
    );
    let paper = read(
        "план.docx",
        &Word {
            body: &body,
            ..Word::default()
        }
        .bytes(),
    );
    assert_eq!(shown(&paper), "| первое |\n| новое |");
    assert_eq!(
        remarks(&paper),
        "таблица 1, строка 2: строка удалена при правке и не взята: «прежнее»\n\
         таблица 1, строка 4: скрытая строка не взята: «скрытое»"
    );
}

#[test]
fn content_controls_wrap_rows_cells_and_paragraphs() {
    let wrapped =
        |inside: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>");
    let cell = wrapped(&format!("<w:tc>{}</w:tc>", wrapped(&p("май"))));
    let rows = wrapped(&format!("<w:tr>{}{cell}</w:tr>", tc("1.")));
    assert_eq!(table(&rows), "| 1. | май |");
}

#[test]
fn tables_nest_and_paragraphs_of_a_cell_stay_apart() {
    let inner = format!("<w:tbl>{}</w:tbl>", tr(&["а", "б"]));
    let rows = format!(
        "<w:tr><w:tc>{}{}{inner}{}</w:tc></w:tr>",
        p("первый"),
        p("второй"),
        p("")
    );
    assert_eq!(table(&rows), "| первый / второй / {| а | б |} |");
}

#[test]
fn a_number_column_may_be_automatic() {
    let numbered = "<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc>";
    let body = format!(
        "<w:tbl><w:tr>{numbered}{}</w:tr><w:tr>{numbered}{}</w:tr></w:tbl>",
        tc("Анализ"),
        tc("Отчёт")
    );
    let word = Word {
        body: &body,
        numbering: "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>\
            <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        ..Word::default()
    };
    assert_eq!(
        shown(&read("план.docx", &word.bytes())),
        "| [1.] | Анализ |\n| [2.] | Отчёт |"
    );
}

#[test]
fn places_are_as_an_editor_counts() {
    let body = format!("{}<w:tbl>{}</w:tbl>{}", p("План"), tr(&["1"]), p("Конец"));
    let paper = read(
        "план.docx",
        &Word {
            body: &body,
            ..Word::default()
        }
        .bytes(),
    );
    let places: Vec<String> = paper
        .blocks
        .iter()
        .map(|block| match block {
            shnor_portal::import::paper::Block::Paragraph(paragraph) => paragraph.at.to_string(),
            shnor_portal::import::paper::Block::Table(grid) => grid.rows[0].at.to_string(),
        })
        .collect();
    assert_eq!(places, ["абзац 1", "таблица 1, строка 1", "абзац 2"]);
}
