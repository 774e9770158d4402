//! Broken files as editors write them: each must give one message at the right place, in Russian.

use super::document;
use crate::content::raw::{RawDocument, Value};
use crate::diag::{Diagnostic, show};
use crate::files::sources::{SourceFile, Sources};

/// Reads one file; gives its problems with their places as «code line:column».
fn read(path: &str, bytes: &[u8]) -> (Sources, Option<RawDocument>, Vec<Diagnostic>) {
    let sources = Sources::new("content", vec![SourceFile::new(path, bytes)]);
    let (id, file) = sources.iter().next().expect("there is one file");
    let (document, diagnostics) = document(id, file);
    (sources, document, diagnostics)
}

fn places(sources: &Sources, diagnostics: &[Diagnostic]) -> Vec<String> {
    let place = |diagnostic: &Diagnostic| show::place(diagnostic.span, sources);
    diagnostics
        .iter()
        .map(|d| format!("{} {}:{}", d.code.id, place(d).line, place(d).column))
        .collect()
}

/// All words of a problem that a person reads.
fn words(diagnostic: &Diagnostic) -> String {
    let related = diagnostic.related.iter().map(|(_, label)| label.clone());
    let parts = [diagnostic.message.clone(), diagnostic.label.clone()];
    parts
        .into_iter()
        .chain(related)
        .chain(diagnostic.help.clone())
        .collect::<Vec<_>>()
        .join(" | ")
}

/// English words of the TOML reader that must never reach a person.
const ENGLISH: &[&str] = &[
    "invalid",
    "expected",
    "duplicate",
    "unquoted",
    "missing",
    "string",
    "value",
    "newline",
    "literal",
    "unclosed",
];

fn check_words(diagnostic: &Diagnostic) {
    let words = words(diagnostic);
    for english in ENGLISH {
        assert!(!words.contains(english), "по-английски: {words}");
    }
    for part in words.split(" | ").filter(|part| !part.is_empty()) {
        assert!(
            part.chars().any(|c| ('А'..='ё').contains(&c)),
            "не по-русски: {part}"
        );
        assert!(
            !part.ends_with('.') || part.ends_with("…"),
            "точка в конце: {part}"
        );
    }
}

/// One broken file: its text, the code and place of the only message, words in it, and the text after its patch
/// (the line that changed), if it has one.
struct Case {
    file: &'static str,
    text: &'static str,
    place: &'static str,
    says: &'static str,
    patched: &'static str,
}

const fn case(
    text: &'static str,
    place: &'static str,
    says: &'static str,
    patched: &'static str,
) -> Case {
    Case {
        file: "plan.toml",
        text,
        place,
        says,
        patched,
    }
}

const fn page(
    text: &'static str,
    place: &'static str,
    says: &'static str,
    patched: &'static str,
) -> Case {
    Case {
        file: "news/page.md",
        text,
        place,
        says,
        patched,
    }
}

const CASES: &[Case] = &[
    // Quotes.
    case(
        "a = 1\ntitle = \"План\nb = 2\n",
        "П005 2:9",
        "не закрыта кавычка",
        "title = \"План\"",
    ),
    case(
        "title = \"План # проверить\n",
        "П005 1:9",
        "не закрыта кавычка",
        "title = \"План\" # проверить",
    ),
    case(
        "title = \"План», проект\n",
        "П005 1:9",
        "не закрыта кавычка",
        "title = \"План», проект\"",
    ),
    case(
        "title = \"План”\n",
        "П004 1:14",
        "из Word: ”",
        "title = \"План\"",
    ),
    case(
        "title = \"План'\n",
        "П005 1:14",
        "не такая, как открывающая",
        "title = \"План\"",
    ),
    case(
        "title = \"Проведение\nсеминара для школ\"\nb = 1\n",
        "П005 1:9",
        "разорван",
        "title = \"Проведение семинара для школ\"",
    ),
    case(
        "title = \"Проведение\nсеминара для школ\nb = 1\n",
        "П005 1:9",
        "продолжается на следующей строке",
        "title = \"Проведение семинара для школ\"",
    ),
    case(
        "title = План\"\n",
        "П005 1:9",
        "нет открывающей кавычки",
        "title = \"План\"",
    ),
    case(
        "title = \"Проект \"ИОМ\"\"\n",
        "П005 1:17",
        "ёлочки",
        "title = \"Проект «ИОМ»\"",
    ),
    case(
        "title = \"Проект \"ИОМ\" школы\" # см. приказ\n",
        "П005 1:17",
        "ёлочки",
        "title = \"Проект «ИОМ» школы\" # см. приказ",
    ),
    case(
        "title = \"Точка роста\" в школе\n",
        "П005 1:21",
        "ёлочки",
        "title = \"«Точка роста» в школе\"",
    ),
    case(
        "title = \"\"План\"\"\n",
        "П005 1:9",
        "дважды",
        "title = \"План\"",
    ),
    case(
        "title = \"\"\"План\"\"\n",
        "П005 1:9",
        "тройные кавычки",
        "",
    ),
    case(
        "title = \"План\"\"\n",
        "П005 1:15",
        "лишняя кавычка",
        "title = \"План\"",
    ),
    case(
        "title = “План”\n",
        "П004 1:9",
        "кавычки из Word “",
        "title = \"План\"",
    ),
    case(
        "title = „План“ # ок\n",
        "П004 1:9",
        "кавычки из Word „",
        "title = \"План\" # ок",
    ),
    case(
        "title = «План мероприятий»\n",
        "П004 1:9",
        "кавычки из Word «",
        "title = \"План мероприятий\"",
    ),
    case(
        "title = «Точка роста» в школе\n",
        "П004 1:9",
        "прямые кавычки",
        "title = \"«Точка роста» в школе\"",
    ),
    case(
        "list = [“а”, \"б\"]\n",
        "П004 1:9",
        "кавычки из Word “",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "text = \"\"\"\nПервая\nвторая\n\nb = 1\n",
        "П005 1:8",
        "тройные кавычки",
        "вторая\"\"\"",
    ),
    case(
        "text = \"\"\"\nПервая\n\nb = \"\"\"\nвторая\"\"\"\n",
        "П005 1:8",
        "тройные кавычки",
        "Первая\"\"\"",
    ),
    case(
        "text = \"\"\nПервая\nвторая\"\"\"\nb = 1\n",
        "П005 1:8",
        "одной не хватает",
        "text = \"\"\"",
    ),
    case(
        "title = План мероприятий\n",
        "П005 1:9",
        "без кавычек",
        "title = \"План мероприятий\"",
    ),
    case(
        "title = План \"Учитель\"\n",
        "П005 1:9",
        "без кавычек",
        "title = \"План «Учитель»\"",
    ),
    case(
        "title = План мероприятий\nпо оказанию помощи\n\nb = 1\n",
        "П005 1:9",
        "без кавычек",
        "title = \"План мероприятий по оказанию помощи\"",
    ),
    case(
        "file = \"C:\\Users\\план.docx\"\n",
        "П005 1:11",
        "одинарные кавычки",
        "file = 'C:\\Users\\план.docx'",
    ),
    case(
        "dir = \"D:\\plans\\\"\n",
        "П005 1:16",
        "не даёт ей закрыться",
        "dir = 'D:\\plans\\'",
    ),
    case(
        "title = \"План\u{B}мероприятий\"\n",
        "П003 1:14",
        "особый перенос строки (U+000B)",
        "title = \"План мероприятий\"",
    ),
    case(
        "name = 'Д'Артаньян'\n",
        "П005 1:10",
        "двойные кавычки",
        "name = \"Д'Артаньян\"",
    ),
    // Dates.
    case(
        "date = 30.04.2025\n",
        "П107 1:8",
        "2025-04-30",
        "date = 2025-04-30",
    ),
    case(
        "date = 30.04.2025 г.\n",
        "П107 1:8",
        "2025-04-30",
        "date = 2025-04-30",
    ),
    case(
        "date = 30 апреля 2025 года\n",
        "П107 1:8",
        "2025-04-30",
        "date = 2025-04-30",
    ),
    case(
        "date = 2025-4-30\n",
        "П107 1:8",
        "2025-04-30",
        "date = 2025-04-30",
    ),
    case(
        "date = 2025/04/30 # срок\n",
        "П107 1:8",
        "2025-04-30",
        "date = 2025-04-30 # срок",
    ),
    case(
        "date = 2025-02-31\n",
        "П107 1:8",
        "в феврале 2025 — 28 дней",
        "",
    ),
    case(
        "date = 2024-02-30\n",
        "П107 1:8",
        "в феврале 2024 — 29 дней",
        "",
    ),
    case(
        "date = 31.04.2025\n",
        "П107 1:8",
        "в апреле 2025 — 30 дней",
        "",
    ),
    case(
        "date = 2025-30-04\n",
        "П107 1:8",
        "переставлены",
        "date = 2025-04-30",
    ),
    case(
        "date = 2025-13-01\n",
        "П107 1:8",
        "месяца 13 не бывает",
        "date = 2025-01-13",
    ),
    case("date = 2025-13-31\n", "П107 1:8", "месяца 13 не бывает", ""),
    // Other values.
    case("draft = да\n", "П005 1:9", "пишут true", "draft = true"),
    case(
        "draft = Нет # пока\n",
        "П005 1:9",
        "пишут false",
        "draft = false # пока",
    ),
    case("draft = True\n", "П005 1:9", "пишут true", "draft = true"),
    case("share = 12,5\n", "П005 1:9", "точкой", "share = 12.5"),
    case("n = 01\n", "П005 1:5", "нуля", "n = 1"),
    case("n = 1 000\n", "П005 1:5", "пробелов", "n = 1000"),
    case(
        "n = 12\u{A0}500\n",
        "П003 1:7",
        "неразрывный пробел (U+00A0)",
        "n = 12500",
    ),
    case(
        "share = 50%\n",
        "П005 1:9",
        "без кавычек",
        "share = \"50%\"",
    ),
    case("n = -\n", "П005 1:5", "удалите всю строку", ""),
    case(
        "a = 1\ntitle =\nb = 2\n",
        "П005 2:7",
        "у поля title нет значения",
        "",
    ),
    case(
        "title = # потом\n",
        "П005 1:7",
        "у поля title нет значения",
        "",
    ),
    case(
        "title =\n\"План\"\n",
        "П005 1:7",
        "на следующей строке",
        "title = \"План\"",
    ),
    case("title\nb = 2\n", "П005 1:1", "ни значения", ""),
    case(
        "title = \"План\",\n",
        "П005 1:15",
        "лишний знак ,",
        "title = \"План\"",
    ),
    case(
        "draft = true;\n",
        "П005 1:13",
        "лишний знак ;",
        "draft = true",
    ),
    case(
        "title = \"План\" // заметка\n",
        "П005 1:16",
        "со знака #",
        "title = \"План\" # заметка",
    ),
    case(
        "a = \"План\" b = \"б\"\n",
        "П005 1:12",
        "два поля",
        "b = \"б\"",
    ),
    case(
        "draft = true title = \"б\"\n",
        "П005 1:14",
        "два поля",
        "title = \"б\"",
    ),
    // Names and the sign after them.
    case(
        "title: \"План\"\n",
        "П005 1:6",
        "нужен знак =, а не :",
        "title = \"План\"",
    ),
    case(
        "title: План на год\n",
        "П005 1:6",
        "нужен знак =, а не :",
        "title = \"План на год\"",
    ),
    case(
        "title := \"План\"\n",
        "П005 1:7",
        "а не :=",
        "title = \"План\"",
    ),
    case(
        "title == \"План\"\n",
        "П005 1:7",
        "а не ==",
        "title = \"План\"",
    ),
    case(
        "title \"План\"\n",
        "П005 1:6",
        "нет знака =",
        "title = \"План\"",
    ),
    case(
        "title План на год\n",
        "П005 1:6",
        "нет знака =",
        "title = \"План на год\"",
    ),
    case("= \"План\"\n", "П005 1:1", "нет имени поля", ""),
    case("сtatus = \"planned\"\n", "П010 1:1", "«с» русская", ""),
    case("dаte = 2025-04-30\n", "П010 1:2", "«а» русская", ""),
    case("название = \"План\"\n", "П010 1:1", "русскими буквами", ""),
    case(
        "start date = 2025-04-30\n",
        "П005 1:6",
        "пробел",
        "start_date = 2025-04-30",
    ),
    case(
        "«title» = \"План\"\n",
        "П004 1:1",
        "без кавычек",
        "title = \"План\"",
    ),
    case(
        "title\u{A0}= \"План\"\n",
        "П003 1:6",
        "неразрывный пробел (U+00A0)",
        "title = \"План\"",
    ),
    case(
        "title =\u{200B} \"План\"\n",
        "П003 1:8",
        "пробел нулевой ширины",
        "title = \"План\"",
    ),
    case(
        "title = \"План\"\u{A0}\n",
        "П003 1:15",
        "неразрывный пробел",
        "title = \"План\"",
    ),
    case(
        "a = 1\n\u{A0}\nb = 1\n",
        "П003 2:1",
        "неразрывный пробел",
        "",
    ),
    // Headers.
    case(
        "[[event]\ntitle = \"а\"\n",
        "П005 1:1",
        "не хватает ]",
        "[[event]]",
    ),
    case(
        "[event]]\ntitle = \"а\"\n",
        "П005 1:1",
        "не хватает открывающей скобки",
        "[[event]]",
    ),
    case(
        "[[event\ntitle = \"а\"\n",
        "П005 1:1",
        "не хватает ]",
        "[[event]]",
    ),
    case(
        "[ [event] ]\ntitle = \"а\"\n",
        "П005 1:1",
        "лишний пробел",
        "[[event]]",
    ),
    case("[[еvent]]\ntitle = \"а\"\n", "П010 1:3", "«е» русская", ""),
    case(
        "[[мероприятие]]\ntitle = \"а\"\n[[мероприятие2]\ntitle = \"а\"\n",
        "П010 1:3|П010 3:3",
        "русскими буквами",
        "",
    ),
    case(
        "a = 1\n:[event]]\ntitle = \"а\"\n",
        "П005 2:1",
        "не хватает открывающей скобки",
        "[[event]]",
    ),
    case(
        "title\u{A0}= “План”\n",
        "П003 1:6",
        "неразрывный пробел",
        "title = \"План\"",
    ),
    case(
        "c = [\n  { h = \"а\" }},\n  { h = \"б\" },\n]\n",
        "П005 2:14",
        "лишняя скобка }",
        "  { h = \"а\" },",
    ),
    case("[[]]\ntitle = \"а\"\n", "П005 1:1", "нет имени", ""),
    case(
        "[[event]] # ок\n[[event]] первое\n",
        "П005 2:11",
        "после заголовка",
        "[[event]]",
    ),
    case(
        "[[event]] title = \"а\"\n",
        "П005 1:11",
        "после заголовка",
        "title = \"а\"",
    ),
    // Lists and braces.
    case(
        "list = [\"а\" \"б\"]\n",
        "П005 1:12",
        "нет запятой",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "list = [\n  \"а\"\n  \"б\",\n]\n",
        "П005 2:6",
        "нет запятой",
        "  \"а\",",
    ),
    case(
        "list = [\n  \"а\",\n  \"б,\n]\n",
        "П005 3:3",
        "не закрыта кавычка",
        "  \"б\",",
    ),
    case(
        "list = [\"а\", \"б]\n",
        "П005 1:14",
        "не закрыта кавычка",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "list = [\"а, \"б\"]\n",
        "П005 1:9",
        "не закрыта кавычка",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "list = [\"Проект \"ИОМ\"\", \"б\"]\n",
        "П005 1:17",
        "ёлочки",
        "list = [\"Проект «ИОМ»\", \"б\"]",
    ),
    case(
        "list = [\"а\", \"б\"\nb = 1\n",
        "П005 1:8",
        "не закрыт",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "list = [\n  \"а\",\n  \"б\"\n\n[[event]]\nb = 1\n",
        "П005 1:8",
        "не закрыт",
        "]",
    ),
    case(
        "list = [\"а\",, \"б\"]\n",
        "П005 1:13",
        "лишняя запятая",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "list = [\"а\"; \"б\"]\n",
        "П005 1:12",
        "точкой с запятой",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "list = [\"а\", \"б\")\n",
        "П005 1:17",
        "стоит )",
        "list = [\"а\", \"б\"]",
    ),
    case(
        "list = [\"а\"]]\n",
        "П005 1:13",
        "лишний знак ]",
        "list = [\"а\"]",
    ),
    case(
        "list = [школа, сад]\n",
        "П005 1:9",
        "без кавычек",
        "list = [\"школа\", \"сад\"]",
    ),
    case(
        "c = [\n  { h = \"а\" k = \"б\" },\n]\n",
        "П005 2:12",
        "нет запятой",
        "  { h = \"а\", k = \"б\" },",
    ),
    case(
        "c = [\n  { h: \"а\" },\n]\n",
        "П005 2:6",
        "а не :",
        "  { h = \"а\" },",
    ),
    case(
        "c = [\n  { h = \"а, k = \"б\" },\n]\n",
        "П005 2:9",
        "не закрыта кавычка",
        "  { h = \"а\", k = \"б\" },",
    ),
    case(
        "c = [\n  { h = \"а\", h = \"б\" },\n]\n",
        "П110 2:14",
        "поле h записано дважды",
        "",
    ),
    case(
        "c = [\n  { h = \"а\",\n]\n",
        "П005 2:3",
        "нет скобки }",
        "  { h = \"а\",}",
    ),
    // Fields and tables written twice.
    case(
        "[[event]]\ntitle = \"а\"\ndate = 2025-01-01\ntitle = \"б\"\n",
        "П110 4:1",
        "поле title записано дважды",
        "",
    ),
    case(
        "[place]\na = 1\n\n[[event]]\nb = 1\n[place]\na = 2\n",
        "П110 6:2",
        "таблица place записана дважды",
        "",
    ),
    case(
        "[[event]]\na = 1\n[event]\na = 2\n[[event]]\na = 3\n",
        "П110 3:1",
        "одинарные скобки",
        "[[event]]",
    ),
    case(
        "[event]\na = 1\n[event]\na = 2\n[event]\na = 3\n",
        "П110 1:1",
        "всего таких строк: 3",
        "[[event]]",
    ),
    case("title = \"а\"\n[title]\nb = 1\n", "П110 2:2", "дважды", ""),
    // Merges and foreign lines.
    case(
        "a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\nc = 3\n>>>>>>> pravka\nd = 1\n",
        "П002 2:1",
        "строки 2–7",
        "",
    ),
    case(
        "<<<<<<< HEAD\nb = 1\n||||||| основа\nb = 0\n=======\nb = 2\n>>>>>>> pravka\n",
        "П002 1:1",
        "второй вариант (pravka): b = 2",
        "",
    ),
    case("a = 1\n<<<<<<< HEAD\nb = 1\n", "П002 2:1", "строке 2", ""),
    case(
        "a = 1\n>>>>>>> HEAD\nb = 1\n",
        "П002 2:1",
        "двух вариантах",
        "",
    ),
    case(
        "a = 1\nпросто текст\nещё строка\n\nb = 1\n",
        "П005 2:1",
        "2 подряд",
        "",
    ),
    case("+++\na = 1\n", "П005 1:1", "не место", ""),
    // Front matter.
    page("Текст без свойств\n", "П006 1:1", "нет блока свойств", ""),
    page("", "П006 1:1", "файл пуст", ""),
    page(
        "+++\ntitle = \"а\"\n\nТекст новости.\n",
        "П006 1:1",
        "не закрыт",
        "+++",
    ),
    page(
        "+++\ntitle = \"а\"\nlist = [\n  \"а\",\n]\n\n# Заголовок\n\nТекст.\n",
        "П006 1:1",
        "не закрыт",
        "+++",
    ),
    page(
        "++++\ntitle = \"а\"\n+++\nТекст.\n",
        "П006 1:1",
        "ровно три плюса",
        "+++",
    ),
    page(
        "+++\ntitle = \"а\"\n++\nТекст.\n",
        "П006 3:1",
        "ровно три плюса",
        "+++",
    ),
    page(
        "---\ntitle: а\n---\nТекст.\n",
        "П006 1:1",
        "а не ---",
        "+++",
    ),
    page(
        "title = \"а\"\n+++\nТекст.\n",
        "П006 1:1",
        "нет строки +++",
        "+++",
    ),
    page(
        "+++\ntitle = \"а\"\n+++\nТекст.\n<<<<<<< HEAD\nраз\n=======\nдва\n>>>>>>> б\n",
        "П002 5:1",
        "строки 5–9",
        "",
    ),
    page(
        "+++\ntitle = \"а\"+++\nТекст.\n",
        "П006 2:12",
        "отдельную строку",
        "title = \"а\"",
    ),
    page(
        "+++\ntitle = \"а\",+++\nТекст.\n",
        "П006 2:13",
        "отдельную строку",
        "title = \"а\",",
    ),
    page(
        "+++title = \"а\"\n+++\nТекст.\n",
        "П006 1:1",
        "отдельную строку",
        "title = \"а\"",
    ),
    page(
        "+++\r\ntitle = \"а\r\n+++\r\nТекст\r\n",
        "П005 2:9",
        "не закрыта кавычка",
        "title = \"а\"",
    ),
];

#[test]
fn one_mistake_gives_one_message_at_its_place() {
    let mut wrong = Vec::new();
    for case in CASES {
        let (sources, _, diagnostics) = read(case.file, case.text.as_bytes());
        let found = places(&sources, &diagnostics).join("|");
        let all: Vec<String> = diagnostics.iter().map(words).collect();
        let patched = diagnostics
            .first()
            .and_then(|diagnostic| patched(case.text, diagnostic))
            .unwrap_or_default();
        if found != case.place || !all.join(" ").contains(case.says) {
            wrong.push(format!(
                "{:?}\n  ждали {} «{}»\n  вышло {found} {all:?}",
                case.text, case.place, case.says
            ));
        }
        let has_line = patched.lines().any(|line| line == case.patched);
        if (!case.patched.is_empty() && !has_line)
            || (case.patched.is_empty()
                && !patched.is_empty()
                && !case.place.contains('|')
                && !case.text.contains(['\u{A0}'])
                && !case.says.contains("тройные"))
        {
            wrong.push(format!(
                "{:?}\n  ждали строку {:?}\n  вышло {patched:?}",
                case.text, case.patched
            ));
        }
        diagnostics.iter().for_each(check_words);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(CASES.len() >= 35);
}

/// The text with the patch put in.
fn patched(text: &str, diagnostic: &Diagnostic) -> Option<String> {
    let patch = diagnostic.patch.as_ref()?;
    let range = patch.span.range();
    Some(format!(
        "{}{}{}",
        &text[..range.start],
        patch.text,
        &text[range.end..]
    ))
}

#[test]
fn a_patched_file_is_right() {
    for case in CASES {
        let (_, _, diagnostics) = read(case.file, case.text.as_bytes());
        let [diagnostic] = diagnostics.as_slice() else {
            continue;
        };
        let Some(better) = patched(case.text, diagnostic) else {
            continue;
        };
        let (sources, _, left) = read(case.file, better.as_bytes());
        let known = ["а\",+++", "---\n", "[event]\na = 1\n[event]"];
        let all_at_once = !known.iter().any(|part| case.text.contains(part));
        assert!(
            !all_at_once || left.is_empty(),
            "{:?} → {better:?} {:?}",
            case.text,
            places(&sources, &left)
        );
    }
}

#[test]
fn encodings_are_named() {
    let text = "title = \"План мероприятий по поддержке школ\"\nstatus = \"planned\"\n";
    let utf16 = |little: bool| -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    };
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (
            encoding_rs::WINDOWS_1251.encode(text).0.into_owned(),
            "Windows-1251",
        ),
        (encoding_rs::IBM866.encode(text).0.into_owned(), "cp866"),
        (encoding_rs::KOI8_R.encode(text).0.into_owned(), "KOI8-R"),
        (utf16(true), "UTF-16"),
        (utf16(false), "UTF-16"),
        (with_mark(b"\xFF\xFE", utf16(true)), "UTF-16"),
        (b"PK\x03\x04\x14\x00".to_vec(), "документ Word"),
        (b"\x00\xFF\x12\x9A\x00\x81".to_vec(), "не в кодировке UTF-8"),
        ([text.as_bytes(), b"# \xD0"].concat(), "обрывается"),
    ];
    for (bytes, says) in cases {
        let (sources, document, diagnostics) = read("plan.toml", &bytes);
        assert!(document.is_none());
        let place = match says {
            "обрывается" => "П001 3:3",
            "не в кодировке UTF-8" => "П001 1:2",
            _ => "П001 1:1",
        };
        assert_eq!(places(&sources, &diagnostics), [place], "{says}");
        assert!(
            diagnostics[0].message.contains(says),
            "{says}: {}",
            diagnostics[0].message
        );
        check_words(&diagnostics[0]);
    }
}

/// Ten independent mistakes.
const TEN: &str = "title = \"План\ndate = 30.04.2025\nshare = 12,5\ndraft = да\nname: \"x\"\n[[event]\ntitle = \"Проект \"ИОМ\"\"\n\
                   deadline =\n[[event]]\ntitle = “План”\nlist = [\"а\" \"б\"]\ntitle = \"второй\"\n";

#[test]
fn ten_mistakes_give_ten_messages() {
    let (sources, document, diagnostics) = read("plan.toml", TEN.as_bytes());
    let expected = [
        "П005 1:9",
        "П107 2:8",
        "П005 3:9",
        "П005 4:9",
        "П005 5:5",
        "П005 6:1",
        "П005 7:17",
        "П005 8:10",
        "П004 10:9",
        "П005 11:12",
        "П110 12:1",
    ];
    assert_eq!(places(&sources, &diagnostics), expected);
    // What could be mended is read as it was meant.
    let table = document.expect("text was read").table;
    assert_eq!(
        table.get("share").map(|node| &node.value),
        Some(&Value::Float("12.5".to_owned()))
    );
    assert_eq!(
        table.get("date").map(|node| node.value.kind()),
        Some("дата")
    );
    let Some(Value::List(events)) = table.get("event").map(|node| &node.value) else {
        panic!("нет мероприятий")
    };
    assert_eq!(events.len(), 2);
}

const VALID: &str = "# План\ntitle = \"План [мероприятий] = {школ} # не заметка\" # заметка\ndate = 2025-04-30\nnumber = -1_000\nshare = 12.5\n\
    text = \"\"\"\nПервая = строка\n[[не заголовок]]\n\\\"\"\"\"\npath = 'C:\\Users'\nlist = [ # список\n  \"а\", # первый\n  \"б ]\",\n]\n\
    columns = [\n  { heading = \"№ п/п\", holds = \"number\" },\n  { heading = \"Мероприятие\", holds = 'title' },\n]\nempty = \"\"\nwhen = 2025-04-30T10:00:00Z\n\
    a.b = 1\n\"ключ с пробелом\" = true\n\n[authority]\nname = \"Отдел\"\n\n[[section]]\ntitle = \"Раздел\"\n\n[[section.event]]\nid = \"m01\"\n\n\
    [section.event.note]\ntext = \"т\"\n\n[[section.event]]\nid = \"m02\"\n\n[section.event.note]\ntext = \"т\"\n";

#[test]
fn right_files_are_read_in_the_order_of_the_file() {
    let (_, document, diagnostics) = read("plan.toml", VALID.as_bytes());
    assert_eq!(diagnostics, []);
    let document = document.expect("text was read");
    assert!(!document.damaged);
    let keys: Vec<&str> = document
        .table
        .entries
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    let expected = [
        "title",
        "date",
        "number",
        "share",
        "text",
        "path",
        "list",
        "columns",
        "empty",
        "when",
        "a",
        "ключ с пробелом",
        "authority",
        "section",
    ];
    assert_eq!(keys, expected);
    assert_eq!(
        document.table.get("number").map(|node| &node.value),
        Some(&Value::Integer(-1000))
    );
}

#[test]
fn a_mistake_elsewhere_finds_nothing_wrong_in_right_lines() {
    for broken in [
        "дата = 1",
        "x = 30.04.2025",
        "y = \"а",
        "[[z]",
        "просто слова",
    ] {
        let text = VALID.replace("[authority]", &format!("{broken}\n\n[authority]"));
        let (_, document, diagnostics) = read("plan.toml", text.as_bytes());
        assert_eq!(diagnostics.len(), 1, "{broken}: {diagnostics:#?}");
        assert_eq!(
            document
                .expect("text was read")
                .table
                .get("section")
                .map(|node| node.value.kind()),
            Some("список")
        );
    }
}

#[test]
fn spans_are_true_with_mark_windows_lines_and_russian_letters() {
    let text = "\u{FEFF}+++\r\ntitle = \"Школа\"\r\n[[event]]\r\nid = \"m1\"\r\n[[event]]\r\n+++\r\nТекст\r\n";
    let (_, document, diagnostics) = read("a.md", text.as_bytes());
    assert_eq!(diagnostics, []);
    let document = document.expect("text was read");
    let piece = |span: crate::diag::Span| &text[span.range()];
    let title = &document.table.entries[0];
    assert_eq!(
        (piece(title.key_span), piece(title.node.span)),
        ("title", "\"Школа\"")
    );
    let Value::List(events) = &document.table.entries[1].node.value else {
        panic!("нет мероприятий")
    };
    let Value::Table(first) = &events[0].value else {
        panic!("не таблица")
    };
    let Value::Table(second) = &events[1].value else {
        panic!("не таблица")
    };
    assert_eq!(
        (piece(first.span), piece(second.span)),
        ("[[event]]", "[[event]]")
    );
    assert!(first.span < second.span);
    let body = document.body.expect("there is a body");
    assert_eq!(
        (body.text.as_str(), &text[body.offset..]),
        ("Текст\r\n", "Текст\r\n")
    );

    let broken = text
        .replace("\"Школа\"", "Школа №1")
        .replace("id = \"m1\"", "id = m-1\r\nkey = 5");
    let (sources, document, diagnostics) = read("a.md", broken.as_bytes());
    assert_eq!(places(&sources, &diagnostics), ["П005 2:9", "П005 4:6"]);
    let document = document.expect("text was read");
    assert!(!document.damaged);
    let title = &document.table.entries[0].node;
    assert_eq!(
        (&broken[title.span.range()], &title.value),
        ("Школа №1", &Value::Text("Школа №1".to_owned()))
    );
    let Value::List(events) = &document.table.entries[1].node.value else {
        panic!("нет мероприятий")
    };
    let Value::Table(first) = &events[0].value else {
        panic!("не таблица")
    };
    assert_eq!(&broken[first.entries[1].key_span.range()], "key");
    assert_eq!(&broken[first.span.range()], "[[event]]");
}

#[test]
fn an_underlined_heading_is_no_conflict() {
    let (_, document, diagnostics) = read(
        "a.md",
        "+++\na = 1\n+++\nЗаголовок\n=======\n>>> цитата\n".as_bytes(),
    );
    assert_eq!(diagnostics, []);
    assert!(
        document.is_some_and(|document| !document.damaged && document.table.span.range() == (0..0))
    );
}

#[test]
fn a_file_that_is_no_toml_has_an_end() {
    let text: String = (0..5000).map(|line| format!("= {line}\n")).collect();
    let (_, document, diagnostics) = read("plan.toml", text.as_bytes());
    assert_eq!(diagnostics.len(), 101);
    assert!(document.is_some_and(|document| document.damaged));
}

#[test]
fn what_was_left_out_is_confessed() {
    let damaged = |text: &str| {
        read("plan.toml", text.as_bytes())
            .1
            .expect("text was read")
            .damaged
    };
    assert!(!damaged("date = 2025-02-31\n"));
    assert!(damaged("[[]]\na = 1\n"));
    assert!(damaged("<<<<<<< a\nb = 1\n=======\nc = 1\n>>>>>>> b\n"));
    assert!(!damaged("date = 30.04.2025\n"));
    let (_, document, _) = read("plan.toml", "a = 1\n[[мероприятие]]\nb = 2\n".as_bytes());
    let keys: Vec<String> = document
        .expect("text was read")
        .table
        .entries
        .into_iter()
        .map(|entry| entry.key)
        .collect();
    assert_eq!(keys, ["a", "мероприятие"]);
}

/// Reads hostile bytes as both kinds of files and draws what comes out.
fn survives(bytes: &[u8]) {
    for path in ["a.toml", "a.md"] {
        let (sources, document, diagnostics) = read(path, bytes);
        assert!(document.is_some() || diagnostics.len() == 1);
        assert!(document.is_none_or(|document| !document.damaged || !diagnostics.is_empty()));
        show::text(&diagnostics, &sources, false);
        show::json(&diagnostics, &sources);
        show::github(&diagnostics, &sources, "");
        for diagnostic in &diagnostics {
            let text = sources
                .file(diagnostic.span.source)
                .text()
                .unwrap_or_default();
            assert!(diagnostic.span.range().end <= bytes.len());
            if !text.is_empty() {
                let patch = diagnostic.patch.as_ref().map(|patch| patch.span);
                let spans = [Some(diagnostic.span), patch].into_iter().flatten();
                assert!(
                    spans
                        .chain(diagnostic.related.iter().map(|(span, _)| *span))
                        .all(|span| text.get(span.range()).is_some())
                );
            }
        }
    }
}

/// A small generator, so that the tests are the same every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}

#[test]
fn a_file_cut_at_any_byte_is_survived() {
    let page = format!("+++\n{VALID}+++\nТекст\n");
    for text in [VALID, TEN, &page] {
        for end in (0..text.len()).step_by(if text == VALID { 1 } else { 3 }) {
            survives(&text.as_bytes()[..end]);
        }
    }
}

#[test]
fn hostile_bytes_are_survived() {
    let mut dice = Dice(38);
    for _ in 0..300 {
        let length = dice.next(200);
        let bytes: Vec<u8> = (0..length).map(|_| dice.next(256) as u8).collect();
        survives(&bytes);
    }
    let pieces = [
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "=",
        ",",
        "\n",
        "\r\n",
        " ",
        "#",
        "\\",
        "\"\"\"",
        "'''",
        "title",
        "да",
        "«",
        "»",
        "“",
        "\u{A0}",
        "\u{200B}",
        "30.04.2025",
        "+++",
        "<<<<<<< a",
        "=======",
        ">>>>>>> b",
        "[[event]]",
        "1",
        ".",
        "-",
        ":",
        "й̆",
        "教",
        "\t",
        "true",
        "сtatus",
        ";",
        "\u{B}",
        "//",
        "`",
    ];
    for _ in 0..3000 {
        let count = dice.next(24);
        let text: String = (0..count)
            .map(|_| pieces[dice.next(pieces.len())])
            .collect();
        survives(text.as_bytes());
    }
    for deep in [
        "[", "{a=", "a.", "[[", "\"", "((", "[a.", "\\", "\"\"\"", "[\n", "=\n", "п\n",
    ] {
        survives(deep.repeat(700).as_bytes());
        survives(format!("a = {}", deep.repeat(700)).as_bytes());
    }
}
