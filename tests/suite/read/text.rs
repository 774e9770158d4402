//! Text: a paste from Word or Excel, CSV, old encodings.

use encoding_rs::{IBM866, UTF_8, WINDOWS_1251};
use shnor_portal::import::paper::Block;

use super::files::{read, remarks, shown};

#[test]
fn lines_with_tabs_are_rows_and_others_paragraphs() {
    let text = "План\n\n№\tМероприятие\tСрок\n1.\tАнализ\tмай\n\n\tитогов\t\nКонец";
    assert_eq!(
        shown(&read("", text.as_bytes())),
        "¶ План\n¶\n| № | Мероприятие | Срок |\n| 1. | Анализ | май |\n¶\n|  | итогов |  |\n¶ Конец"
    );
}

#[test]
fn places_are_lines_of_the_file() {
    let paper = read(
        "",
        "План\r\n\r\n1.\t\"Анализ\r\nитогов\"\tмай\r\n2.\tОтчёт\tиюнь\r\n".as_bytes(),
    );
    let Block::Table(grid) = &paper.blocks[2] else {
        panic!("a table");
    };
    let places: Vec<String> = grid.rows.iter().map(|row| row.at.to_string()).collect();
    assert_eq!(places, ["строка 3", "строка 5"]);
    assert_eq!(grid.rows[0].cells[1].text(), "Анализ\nитогов");
}

#[test]
fn a_cell_a_line_as_in_a_loose_paste() {
    let text = "\tПеречень\n\tСрок (период\nвыполнения)\n\n\tАнализ\n\tмай";
    assert_eq!(
        shown(&read("", text.as_bytes())),
        "|  | Перечень |\n|  | Срок (период |\n¶ выполнения)\n¶\n|  | Анализ |\n|  | май |"
    );
}

#[test]
fn line_breaks_of_the_clipboard_are_line_breaks() {
    assert_eq!(
        shown(&read("", "1.\tдни:\u{B}- урок\tмай".as_bytes())),
        "| 1. | дни:⏎- урок | май |"
    );
}

#[test]
fn csv_with_semicolons() {
    let text = "№;Мероприятие;Срок\r\n1;\"Анализ; отчёт\";май\r\n";
    assert_eq!(
        shown(&read("план.csv", text.as_bytes())),
        "| № | Мероприятие | Срок |\n| 1 | Анализ; отчёт | май |"
    );
}

#[test]
fn every_encoding_of_an_office_is_read() {
    let text = "План мероприятий на год\n1.\tПроведение совещания\tмай\n";
    let expected = shown(&read("", text.as_bytes()));
    for encoding in [UTF_8, WINDOWS_1251, IBM866] {
        let bytes = encoding.encode(text).0.into_owned();
        assert_eq!(shown(&read("", &bytes)), expected, "{}", encoding.name());
    }
    let pairs = text.encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(pairs).collect();
    let paper = read("", &utf16);
    assert_eq!(shown(&paper), expected);
    assert!(remarks(&paper).contains("UTF-16"));
}

#[test]
fn a_text_keeps_every_letter() {
    let text = "\n\n**Приказ**  \n№ 114- од\n1.\t<b>Анализ</b> $\\frac{3}{4}$\t\t\n";
    assert_eq!(
        shown(&read("", text.as_bytes())),
        "¶\n¶\n¶ **Приказ**\n¶ № 114- од\n| 1. | <b>Анализ</b> $\\frac{3}{4}$ |  |  |"
    );
}
