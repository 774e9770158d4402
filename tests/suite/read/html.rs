//! Web pages.

use shnor_portal::import::paper::{Block, Emphasis};

use super::files::{read, remarks, shown};

fn page(body: &str) -> (String, String) {
    let paper = read(
        "план.html",
        format!("<!DOCTYPE html><html><body>{body}</body></html>").as_bytes(),
    );
    (shown(&paper), remarks(&paper))
}

#[test]
fn cells_span_and_end_tags_may_be_missing() {
    let body = "<table><thead><tr><th>№<th>Мероприятие<th>Срок</thead><tr><td colspan=3>Раздел\
        <tr><td>1.<td>Анализ<td rowspan=2>май<tr><td>2.<td>Отчёт<br>и справка</table>";
    assert_eq!(
        page(body).0,
        "#| № | Мероприятие | Срок |\n| Раздел⟨3⟩ |\n| 1. | Анализ | май |\n| 2. | Отчёт⏎и справка | ^ |"
    );
}

#[test]
fn spaces_of_the_file_are_no_spaces_of_the_text() {
    let body = "<p>План\n   мероприятий&nbsp;&laquo;карта&raquo; <script>if (1 < 2) {}</script><style>p{}</style></p>";
    assert_eq!(page(body).0, "¶ План мероприятий\u{A0}«карта»");
}

#[test]
fn lists_and_paragraphs_of_a_cell_stay_apart() {
    let body = "<table><tr><td><p>Дни:</p><ul><li>урок</li><li>обмен</li></ul><ol start=3 type=I><li>раз<li>два</ol></td>\
        <td><ol style='list-style-type: none'><li>1. сам</li></ol></td></tr></table>";
    assert_eq!(
        page(body).0,
        "| Дни: / [•] урок / [•] обмен / [III.] раз / [IV.] два | 1. сам |"
    );
}

#[test]
fn the_number_of_an_item_belongs_to_its_first_paragraph() {
    let body = "<ol><li><p>Утвердить</p><p>состав</p></li><li><p>Назначить</p></li></ol>";
    assert_eq!(page(body).0, "¶ [1.] Утвердить\n¶ состав\n¶ [2.] Назначить");
}

#[test]
fn crossed_out_and_hidden_words_are_remarked() {
    let body = "<table><tr><td>май<del>апрель</del><s>март</s></td><td>РУО<span style=\"display: none\">тайно</span></td></tr></table>";
    let (paper, remarks) = page(body);
    assert_eq!(paper, "| май | РУО |");
    assert_eq!(
        remarks,
        "таблица 1, строка 1: зачёркнутые слова не взяты: «апрельмарт»\nтаблица 1, строка 1: скрытый текст не взят: «тайно»"
    );
}

#[test]
fn formulas_keep_their_sense() {
    let body = "<p>не менее <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> педагогов, <math/>x<math><mi>a<mo>&lt;</math> конец</p>";
    assert_eq!(page(body).0, "¶ не менее ¾ педагогов, x a < конец");
}

#[test]
fn tables_nest() {
    let body = "<table><tr><td><table><tr><td>а<td>б</table></td><td>в</td></tr></table>";
    assert_eq!(page(body).0, "| {| а | б |} | в |");
}

#[test]
fn what_is_bold_centred_or_a_heading() {
    let paper = read("a.htm", "<html><h2 align=center>План</h2><p><b>Цель</b></p><div style='text-align:center'><i>май</i></div></html>".as_bytes());
    let found: Vec<_> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph(p) => Some((p.emphasis, p.centred, p.heading)),
            Block::Table(_) => None,
        })
        .collect();
    assert_eq!(
        found,
        [
            (Emphasis::Bold, true, Some(2)),
            (Emphasis::Bold, false, None),
            (Emphasis::Italic, true, None)
        ]
    );
}

#[test]
fn numbers_that_word_had_set_are_automatic() {
    let kept = "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Утвердить</p>";
    let filtered = "<p class=MsoListParagraph>2.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>Назначить</p>";
    assert_eq!(
        page(&format!("{kept}{filtered}")).0,
        "¶ [1.] Утвердить\n¶ [2.] Назначить"
    );
}

#[test]
fn a_page_in_windows_1251_is_read() {
    let text = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"></head><table><tr><td>Мероприятие</td></tr></table></html>";
    let bytes = encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    let paper = read("план.doc", &bytes);
    assert_eq!(shown(&paper), "| Мероприятие |");
    assert!(remarks(&paper).contains("по имени это «.doc», а внутри веб-страница"));
}
