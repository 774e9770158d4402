//! The table of statuses: out for a spreadsheet, and back into the plans without touching anything else.

use encoding_rs::{IBM866, WINDOWS_1251};
use shnor_portal::desk::place;
use shnor_portal::desk::status::{Applied, Choice, apply, export};
use shnor_portal::diag::show;

use crate::harness::Content;

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";

/// A small portal whose plan is written in every layout TOML allows.
const ODD: &str = r##"--- portal.toml
title = "Портал"
description = "Портал для проверки."
--- 38-x/region.toml
name = "Область"
name_of = "Области"
name_in = "в Области"
kind = "область"
--- 38-x/y/municipality.toml
name = "Игрекский район"
name_of = "Игрекского района"
name_in = "в Игрекском районе"
kind = "район"
--- 38-x/y/plans/2023.toml
# План.
title = "План"
period = "2023"
columns = [ { heading = "Мероприятие", holds = "title" }, { heading = "Срок", holds = "deadline" } ]

[[section]]
title = "Раздел"

  [[section.event]]   # с отступом
  id = "m01"
  title = "Первое"   # слова
  # комментарий между ключами
  deadline = "апрель 2023 года"
  status = "запланировано"   # пока так

# перед вторым
[[section.event]]
id = "m02"
title = "Второе"
deadline = "май 2023 года"
status = "выполнено"
status_date = "2023-05-10"
[[section.event.proof]]
# что это
title = "Протокол"
link = "https://example.ru/a"

[[section.event.proof]]
title = "Справка"

[[section.event.pairing]]
deadline = "май"
topic = "Тема"

[[section]]
title = "Второй раздел"
event = [
  { id = "m03", title = "Третье", deadline = "июнь 2023 года" },
  { id = "m04", title = "Четвёртое", deadline = "июнь 2023 года", status = "отменено", proof = [{ title = "Приказ" }] }, # в скобках
]

[[section]]
title = "Третий раздел"
[[section.event]]
id = "m05"
title = "Пятое"
deadline = "июль 2023 года"
fact = """
Две
строки"""
proof = [
  { title = "Раз" }, # раз
  { title = "Два" }  # два
]
as_printed.title = "Пя-тое"

[[section.event]]
id = "m06"
title = "Шестое"
deadline = "в течение года""##;

fn odd() -> Content {
    Content::written(ODD.trim_end_matches('\n'))
}

const ODD_PLAN: &str = "38-x/y/plans/2023.toml";

fn all() -> Choice {
    Choice::default()
}

fn csv_of(content: &Content) -> String {
    let bytes = export(&content.sources(), &all()).bytes;
    String::from_utf8(bytes).expect("UTF-8")
}

fn applied(content: &Content, csv: &str) -> Applied {
    apply(&content.sources(), &all(), "status.csv", csv.as_bytes())
}

/// What the program would say about the table.
fn said(applied: &Applied) -> String {
    show::text(&applied.problems, &applied.table, false)
}

/// The plan after a table of a code and other columns is applied.
fn after(content: &Content, csv: &str) -> String {
    let done = applied(content, csv);
    assert!(!done.changes.is_empty(), "{}", said(&done));
    assert_eq!(done.changes.len(), 1);
    let mut changed = Content::written("");
    for (_, file) in content.sources().iter() {
        changed.put(&file.path, file.bytes().into_owned());
    }
    changed.put(&done.changes[0].path, done.changes[0].after.clone());
    let errors = changed.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    String::from_utf8(done.changes[0].after.clone()).expect("UTF-8")
}

/// Lines that differ between the odd plan and what a table made of it.
fn difference(csv: &str) -> Vec<String> {
    let content = odd();
    let (before, after) = (content.text(ODD_PLAN), after(&content, csv));
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.lines().collect(), after.lines().collect());
    let start = before
        .iter()
        .zip(&after)
        .take_while(|(a, b)| a == b)
        .count();
    let rest = before.len().min(after.len()) - start;
    let end = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    before[start..before.len() - end]
        .iter()
        .map(|line| format!("-{line}"))
        .chain(
            after[start..after.len() - end]
                .iter()
                .map(|line| format!("+{line}")),
        )
        .collect()
}

#[test]
fn an_unchanged_table_changes_no_byte() {
    let crlf = |content: Content| {
        let mut windows = Content::written("");
        for (_, file) in content.sources().iter() {
            match file.text() {
                Some(text) => {
                    let text = text.replace('\n', "\r\n");
                    windows.put(&file.path, format!("\u{FEFF}{text}"))
                }
                None => windows.put(&file.path, file.bytes().into_owned()),
            };
        }
        windows
    };
    for (content, events) in [
        (Content::real(), 141),
        (odd(), 6),
        (crlf(Content::real()), 141),
        (crlf(odd()), 6),
    ] {
        let table = export(&content.sources(), &all());
        assert_eq!((table.events, table.broken.len()), (events, 0));
        let done = apply(&content.sources(), &all(), "status.csv", &table.bytes);
        assert!(done.problems.is_empty(), "{}", said(&done));
        assert!(done.changes.is_empty() && done.updated.is_empty());
        assert_eq!(done.rows, events);
    }
}

#[test]
fn the_table_opens_in_russian_spreadsheets() {
    let csv = csv_of(&odd());
    let mut lines = csv.split("\r\n");
    let heading = lines.next().expect("a heading");
    assert!(
        heading.starts_with("\u{FEFF}\"Адрес\";\"Территория\";\"План\";\"Код\";\"№\""),
        "{heading}"
    );
    for column in [
        "Статус",
        "Дата статуса",
        "Что сделано",
        "На когда перенесено",
        "Подтверждение",
        "Подтверждение 3: ссылка",
        "Примечание редактора",
    ] {
        assert!(
            heading.contains(&format!("\"{column}\"")),
            "{column}: {heading}"
        );
    }
    assert!(
        csv.contains("\"38-x/y\";\"Игрекский район\";\"2023\";\"m02\""),
        "{csv}"
    );
    assert!(csv.contains("\"выполнено\";\"10.05.2023\""), "{csv}");
}

#[test]
fn what_spreadsheets_do_to_a_table_changes_nothing() {
    for content in [Content::real(), odd()] {
        let csv = csv_of(&content);
        let bare = csv.trim_start_matches('\u{FEFF}').to_owned();
        let retold = |separator: u8| {
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(false)
                .from_reader(bare.as_bytes());
            let mut writer = csv::WriterBuilder::new()
                .delimiter(separator)
                .from_writer(Vec::new());
            for record in reader.records() {
                writer
                    .write_record(&record.expect("sound"))
                    .expect("written");
            }
            String::from_utf8(writer.into_inner().expect("flushed")).expect("UTF-8")
        };
        let two_bytes: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(retold(b'\t').encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        // Letters that Windows-1251 does not have become question marks in Excel.
        let narrow = |encoding: &'static encoding_rs::Encoding| -> Vec<u8> {
            bare.chars()
                .flat_map(|letter| {
                    let text = letter.to_string();
                    let (bytes, _, lost) = encoding.encode(&text);
                    if lost { vec![b'?'] } else { bytes.into_owned() }
                })
                .collect()
        };
        for bytes in [
            bare.clone().into_bytes(),
            retold(b',').into_bytes(),
            retold(b'\t').into_bytes(),
            two_bytes,
            narrow(WINDOWS_1251),
            narrow(IBM866),
            format!("sep=;\r\n{bare}").into_bytes(),
            bare.replace("10.05.2023", "2023-05-10").into_bytes(),
            bare.replace("10.05.2023", "10.05.23").into_bytes(),
            format!("{bare};;;;;\r\n\r\n").into_bytes(),
        ] {
            let done = apply(&content.sources(), &all(), "status.csv", &bytes);
            assert!(done.problems.is_empty(), "{}", said(&done));
            assert!(done.changes.is_empty(), "{:?}", done.updated);
        }
    }
}

#[test]
fn rows_and_columns_may_be_sorted_and_left_out() {
    let csv = "Дата статуса;Код;Статус;Бюджет\n30.04.2023;m06;выполнено;5 руб.\n;m01;отменено;\n";
    let content = odd();
    let done = applied(&content, csv);
    assert_eq!(done.updated.len(), 2, "{}", said(&done));
    assert!(
        said(&done).contains("столбец «Бюджет» порталу неизвестен"),
        "{}",
        said(&done)
    );
    let text = after(&content, csv);
    assert!(
        text.ends_with(
            "deadline = \"в течение года\"\nstatus = \"выполнено\"\nstatus_date = 2023-04-30"
        ),
        "{text}"
    );
    assert!(
        text.contains("  status = \"отменено\"   # пока так\n"),
        "{text}"
    );
}

#[test]
fn only_the_lines_of_a_change_change() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Код;Статус\nm01;",
            &[
                "-  status = \"запланировано\"   # пока так",
                "+  # пока так",
            ],
        ),
        (
            "Код;Статус\nm01;отменено",
            &[
                "-  status = \"запланировано\"   # пока так",
                "+  status = \"отменено\"   # пока так",
            ],
        ),
        (
            "Код;Что сделано\nm01;Прошло 7 «собраний» и \"встреч\"",
            &["+  fact = 'Прошло 7 «собраний» и \"встреч\"'"],
        ),
        (
            "Код;Дата статуса\nm02;11.05.2023",
            &["-status_date = \"2023-05-10\"", "+status_date = 2023-05-11"],
        ),
        (
            "Код;Подтверждение: ссылка\nm02;https://example.ru/b",
            &[
                "-link = \"https://example.ru/a\"",
                "+link = \"https://example.ru/b\"",
            ],
        ),
        (
            "Код;Подтверждение: ссылка\nm02;",
            &["-link = \"https://example.ru/a\""],
        ),
        (
            "Код;Подтверждение 2: дата\nm02;12.05.2023",
            &["+date = 2023-05-12"],
        ),
        (
            "Код;Подтверждение 2\nm02;",
            &["-[[section.event.proof]]", "-title = \"Справка\"", "-"],
        ),
        (
            "Код;Подтверждение;Подтверждение: ссылка\nm02;;",
            &[
                "-[[section.event.proof]]",
                "-# что это",
                "-title = \"Протокол\"",
                "-link = \"https://example.ru/a\"",
                "+# что это",
            ],
        ),
        (
            "Код;Подтверждение 3\nm02;Третье",
            &["+[[section.event.proof]]", "+title = \"Третье\"", "+"],
        ),
        (
            "Код;Подтверждение;Подтверждение: дата\nm01;Протокол;2023-05-01",
            &[
                "+  [[section.event.proof]]",
                "+  title = \"Протокол\"",
                "+  date = 2023-05-01",
            ],
        ),
        (
            "Код;Статус;Подтверждение\nm03;нет данных;Письмо",
            &[
                "-  { id = \"m03\", title = \"Третье\", deadline = \"июнь 2023 года\" },",
                "+  { id = \"m03\", title = \"Третье\", deadline = \"июнь 2023 года\", status = \"нет данных\", proof = [{ title = \"Письмо\" }] },",
            ],
        ),
        (
            "Код;Статус;Подтверждение\nm04;;",
            &[
                "-  { id = \"m04\", title = \"Четвёртое\", deadline = \"июнь 2023 года\", status = \"отменено\", proof = [{ title = \"Приказ\" }] }, # в скобках",
                "+  { id = \"m04\", title = \"Четвёртое\", deadline = \"июнь 2023 года\" }, # в скобках",
            ],
        ),
        (
            "Код;Подтверждение 2\nm04;Ещё",
            &[
                "-  { id = \"m04\", title = \"Четвёртое\", deadline = \"июнь 2023 года\", status = \"отменено\", proof = [{ title = \"Приказ\" }] }, # в скобках",
                "+  { id = \"m04\", title = \"Четвёртое\", deadline = \"июнь 2023 года\", status = \"отменено\", proof = [{ title = \"Приказ\" }, { title = \"Ещё\" }] }, # в скобках",
            ],
        ),
        (
            "Код;Подтверждение 3\nm05;Три",
            &[
                "-  { title = \"Два\" }  # два",
                "+  { title = \"Два\" },",
                "+  { title = \"Три\" }  # два",
            ],
        ),
        (
            "Код;Подтверждение\nm05;",
            &["-  { title = \"Раз\" }, # раз", "+  # раз"],
        ),
        (
            "Код;Подтверждение;Подтверждение 2\nm05;;",
            &[
                "-proof = [",
                "-  { title = \"Раз\" }, # раз",
                "-  { title = \"Два\" }  # два",
                "-]",
            ],
        ),
        (
            "Код;Что сделано\nm05;",
            &["-fact = \"\"\"", "-Две", "-строки\"\"\""],
        ),
        (
            "Код;Что сделано\nm06;\"Две\nстроки\"",
            &["+fact = \"\"\"", "+Две", "+строки\"\"\""],
        ),
        ("Код;Примечание редактора\nm06;Моё", &["+remark = \"Моё\""]),
    ];
    for (csv, expected) in cases {
        assert_eq!(difference(csv), *expected, "{csv}");
    }
}

#[test]
fn line_breaks_of_a_file_are_kept() {
    let mut content = odd();
    let windows = content.text(ODD_PLAN).replace('\n', "\r\n");
    content.put(ODD_PLAN, windows);
    let csv = "Код;Статус;Дата статуса;Что сделано;Подтверждение\nm06;выполнено;01.05.2023;\"а\nб\";П\nm01;;;;\n";
    let text = after(&content, csv);
    assert!(!text.replace("\r\n", "").contains('\n'), "{text}");
    assert!(text.ends_with("status = \"выполнено\"\r\nstatus_date = 2023-05-01\r\nfact = \"\"\"\r\nа\r\nб\"\"\"\r\n[[section.event.proof]]\r\ntitle = \"П\""), "{text}");
}

#[test]
fn every_change_reads_back_in_the_next_table() {
    let content = odd();
    let mut changed = odd();
    let nasty = [
        "=cmd()",
        "'кавычка",
        "+7 (395)",
        "a\\b \"c\" 'd'",
        "две\nстроки;и, всё",
        "ё № «» — …",
    ];
    for (code, fact) in ["m01", "m02", "m03", "m04", "m05", "m06"].iter().zip(nasty) {
        let mut row = csv::WriterBuilder::new()
            .delimiter(b';')
            .from_writer(Vec::new());
        let tame = if fact.starts_with(['=', '+', '\'']) {
            format!("'{fact}")
        } else {
            fact.to_owned()
        };
        row.write_record([
            "Код",
            "Что сделано",
            "Подтверждение",
            "Подтверждение: ссылка",
            "Подтверждение 4",
        ])
        .expect("written");
        row.write_record([code, &tame as &str, &tame, "/novosti/", "Ещё"])
            .expect("written");
        let csv = String::from_utf8(row.into_inner().expect("flushed")).expect("UTF-8");
        let done = applied(&changed, &csv);
        assert!(said(&done).is_empty(), "{}", said(&done));
        changed.put(ODD_PLAN, done.changes[0].after.clone());
        let portal = changed.portal();
        let plan = &portal
            .territory(&place::address("38-x/y").expect("address"))
            .expect("there")
            .plans[0];
        let event = plan
            .events()
            .find(|event| event.id.as_str() == *code)
            .expect("there");
        assert_eq!(event.status.fact.as_deref(), Some(fact));
        assert_eq!(event.status.proofs[0].title, fact);
    }
    let back = applied(&changed, &csv_of(&changed));
    assert!(back.changes.is_empty() && back.problems.is_empty());
    // The table from before, with room for the new proofs, takes everything back; comments and layout are still there.
    let wide = csv_of(&changed)
        .lines()
        .next()
        .expect("a heading")
        .to_owned();
    let old = csv_of(&content);
    let old_columns = old.lines().next().expect("a heading").split(';').count();
    let spare = wide.split(';').count() - old_columns;
    let restored: Vec<String> = old
        .split("\r\n")
        .filter(|line| !line.is_empty())
        .enumerate()
        .map(|(place, line)| match place {
            0 => {
                let more: Vec<&str> = wide
                    .split(';')
                    .filter(|heading| !line.contains(heading))
                    .collect();
                assert_eq!(more.len(), spare);
                format!("{line};{}", more.join(";"))
            }
            _ => format!("{line}{}", ";".repeat(spare)),
        })
        .collect();
    // One cell of the table has two lines: the rows are put together again.
    let restored = restored.join("\r\n");
    let done = applied(&changed, &restored);
    assert!(!done.changes.is_empty(), "{}", said(&done));
    changed.put(ODD_PLAN, done.changes[0].after.clone());
    assert_eq!(csv_of(&changed), old);
}

#[test]
fn wrong_rows_are_told_by_row_and_column_and_nothing_is_written() {
    let cases = [
        (
            "Код;Статус\nm01;сделано",
            "П805",
            "строка 2, столбец «Статус»: статуса «сделано» нет",
            "возможно, вы имели в виду «выполнено»",
        ),
        (
            "Код;Статус\nm01;не выполнено",
            "П805",
            "статуса «не выполнено» нет",
            "можно написать: выполнено, запланировано",
        ),
        (
            "Код;Дата статуса\nm02;31.02.2023",
            "П806",
            "«31.02.2023» — не дата",
            "30.04.2025",
        ),
        (
            "Код;Дата статуса\nm02;45044",
            "П806",
            "«45044» — не дата",
            "28.04.2023",
        ),
        (
            "Код;Дата статуса\nm02;4/28/2023",
            "П806",
            "не дата",
            "30.04.2025",
        ),
        (
            "Код;Дата статуса\nm02;########",
            "П810",
            "«########» — не слова",
            "слишком узок",
        ),
        (
            "Код;Что сделано\nm02;#ИМЯ?",
            "П810",
            "след ошибки в таблице",
            "впишите значение заново",
        ),
        (
            "Код;Статус\nm77;выполнено",
            "П803",
            "нет мероприятия с кодом «m77»",
            "portal status",
        ),
        (
            "Код;Статус\nm1;выполнено",
            "П803",
            "нет мероприятия с кодом «m1»",
            "возможно, вы имели в виду «m01»",
        ),
        (
            "Адрес;Код;Статус\n38-x/z;m01;отменено",
            "П803",
            "нет территории «38-x/z»",
            "удалите строку",
        ),
        (
            "План;Код;Статус\n2024;m01;отменено",
            "П803",
            "нет плана «2024»",
            "«2023»",
        ),
        (
            "Код;Статус\n;отменено",
            "П803",
            "код мероприятия не указан",
            "удалите строку",
        ),
        (
            "Код;Статус\nm01;выполнено",
            "П807",
            "статус «выполнено» без даты",
            "впишите день",
        ),
        (
            "Код;Статус\nm01;перенесено",
            "П807",
            "без нового срока",
            "сентябрь",
        ),
        (
            "Код;Статус\nm02;",
            "П807",
            "дата статуса есть, а самого статуса нет",
            "очистите",
        ),
        (
            "Код;Подтверждение: ссылка\nm01;https://example.ru",
            "П807",
            "у подтверждения нет названия",
            "Протокол",
        ),
        (
            "Код;Статус\nm01;отменено\nm01;нет данных",
            "П804",
            "строки 2 и 3 говорят о мероприятии m01 разное",
            "оставьте одну",
        ),
        (
            "Код;Сатус\nm01;отменено",
            "П802",
            "столбец «Сатус» не понят",
            "«Статус»",
        ),
        (
            "Код;Статус;Статус\nm01;отменено;",
            "П802",
            "дважды",
            "оставьте один",
        ),
        (
            "Статус;Срок\nотменено;апрель",
            "П802",
            "нет столбца «Код»",
            "верните",
        ),
        (
            "раз;два\nm01;отменено",
            "П801",
            "нет её заголовков",
            "portal status",
        ),
        (
            "Код;Статус\nm01;\"отменено",
            "П801",
            "кавычка открыта",
            "закройте",
        ),
        (
            "Код;Статус\nm01;отменено;и ещё",
            "П801",
            "ячеек больше, чем столбцов",
            "в кавычки",
        ),
        ("", "П801", "нет её заголовков", "portal status"),
    ];
    for (csv, code, message, help) in cases {
        let done = applied(&odd(), csv);
        let text = said(&done);
        assert!(done.changes.is_empty(), "{csv}");
        assert_eq!(
            done.problems.iter().filter(|p| p.is_error()).count(),
            1,
            "{csv}\n{text}"
        );
        assert!(
            text.contains(code) && text.contains(message),
            "{csv}\n{text}"
        );
        assert!(text.contains(help), "{csv}\n{text}");
        assert!(
            done.problems.iter().all(|problem| !problem.help.is_empty()),
            "{text}"
        );
    }
}

#[test]
fn all_wrong_rows_are_told_at_once_at_their_cells() {
    let done = applied(
        &odd(),
        "Код;Статус;Дата статуса\nm01;сделано;\nm02;выполнено;вчера\nm03;отменено;\nm99;;\n",
    );
    let places: Vec<String> = done
        .problems
        .iter()
        .map(|problem| {
            let place = show::place(problem.span, &done.table);
            format!("{} {}:{}", problem.code.id, place.line, place.column)
        })
        .collect();
    assert_eq!(places, ["П805 2:5", "П806 3:15", "П803 5:1"]);
    assert!(done.changes.is_empty() && done.updated.is_empty());
}

#[test]
fn cells_of_the_document_are_not_changed_from_here() {
    let csv = csv_of(&Content::real()).replace("апрель 2023 года", "апр.23");
    let content = Content::real();
    let done = applied(&content, &csv);
    assert!(done.changes.is_empty());
    assert_eq!(done.problems.len(), 1, "{}", said(&done));
    let text = said(&done);
    assert!(
        text.contains("П808") && text.contains("столбец «Срок» не меняется отсюда"),
        "{text}"
    );
}

#[test]
fn a_month_that_a_spreadsheet_shortened_gets_its_words_back() {
    let done = applied(
        &odd(),
        "Код;Статус;На когда перенесено\nm01;перенесено;сен.23\n",
    );
    let text = String::from_utf8(done.changes[0].after.clone()).expect("UTF-8");
    assert!(text.contains("moved_to = \"сентябрь 2023 года\""), "{text}");
    assert!(said(&done).contains("Текстовый"));
    let mut moved = odd();
    moved.put(ODD_PLAN, done.changes[0].after.clone());
    let again = applied(&moved, "Код;На когда перенесено\nm01;сен.23\n");
    assert!(again.changes.is_empty() && again.problems.is_empty());
}

#[test]
fn a_choice_limits_the_table_and_what_it_may_change() {
    let content = Content::real();
    let choice = Choice {
        places: vec![place::address("38-irkutskaya").expect("an address")],
        years: vec![2023],
        plans: Vec::new(),
    };
    let table = export(&content.sources(), &choice);
    assert_eq!(table.events, 30);
    let csv = "Адрес;План;Код;Статус\n38-irkutskaya/zhigalovskiy;2023;m01;отменено\n10-kareliya/kemskiy;2023;m01;отменено\n";
    let done = apply(&content.sources(), &choice, "status.csv", csv.as_bytes());
    assert_eq!((done.skipped, done.changes.len()), (1, 1));
    assert_eq!(done.changes[0].path, PLAN);
    // Codes alone do not say whose measure it is.
    let done = applied(&content, "Код;Статус\nm01;отменено\n");
    assert!(
        said(&done).contains("мероприятий с кодом «m01» несколько"),
        "{}",
        said(&done)
    );
}

#[test]
fn a_plan_with_errors_is_left_out_and_not_changed() {
    let mut content = odd();
    content.change(ODD_PLAN, "period = \"2023\"", "period = \"потом\"");
    let table = export(&content.sources(), &all());
    assert_eq!((table.events, table.broken), (0, vec![ODD_PLAN.to_owned()]));
    let done = applied(&content, "Код;Статус\nm01;отменено\n");
    assert!(
        done.changes.is_empty() && said(&done).contains("П809"),
        "{}",
        said(&done)
    );
}

/// Numbers without chance, so that a failure can be seen again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[test]
fn whatever_is_changed_comments_and_all_other_lines_stay() {
    let mut dice = Dice(7);
    let values = ["", "Слова", "=1+1", "две\nстроки", "\"кавычки\" и \\"];
    for round in 0..24 {
        let mut content = odd();
        if round % 2 == 1 {
            content.put(ODD_PLAN, content.text(ODD_PLAN).replace('\n', "\r\n"));
        }
        for _ in 0..3 {
            let before = content.text(ODD_PLAN);
            let mut writer = csv::Writer::from_writer(Vec::new());
            let heading = "Код,Статус,Дата статуса,Что сделано,На когда перенесено,Примечание,Подтверждение,\
                           Подтверждение: ссылка,Подтверждение 2,Подтверждение 2: дата,Подтверждение 3";
            writer.write_record(heading.split(',')).expect("written");
            for code in ["m01", "m02", "m03", "m04", "m05", "m06"] {
                let word = |dice: &mut Dice| values[dice.below(values.len())].replace('=', "'=");
                let status = ["", "выполнено", "перенесено", "отменено"][dice.below(4)];
                let date = if status.is_empty() { "" } else { "05.06.2023" };
                let moved = if status == "перенесено" {
                    "осень 2023 года"
                } else {
                    ""
                };
                let first = word(&mut dice);
                let link = if first.is_empty() {
                    ""
                } else {
                    ["", "https://example.ru/x"][dice.below(2)]
                };
                let second = word(&mut dice);
                let day = if second.is_empty() {
                    ""
                } else {
                    ["", "2023-06-07"][dice.below(2)]
                };
                let cells = [
                    code,
                    status,
                    date,
                    &word(&mut dice),
                    moved,
                    &word(&mut dice),
                    &first,
                    link,
                    &second,
                    day,
                    &word(&mut dice),
                ];
                writer.write_record(cells).expect("written");
            }
            let csv = String::from_utf8(writer.into_inner().expect("flushed")).expect("UTF-8");
            let done = applied(&content, &csv);
            assert!(done.problems.is_empty(), "{csv}\n{}\n{before}", said(&done));
            if let Some(change) = done.changes.first() {
                content.put(ODD_PLAN, change.after.clone());
            }
            // What was asked for is there, and asking again changes nothing.
            assert!(applied(&content, &csv).changes.is_empty(), "{csv}");
            let after = content.text(ODD_PLAN);
            assert_eq!(
                before.matches('#').count(),
                after.matches('#').count(),
                "{before}\n=====\n{after}"
            );
            for comment in [
                "# План.",
                "# с отступом",
                "# слова",
                "# комментарий между ключами",
                "# перед вторым",
                "# что это",
                "# в скобках",
            ] {
                assert!(after.contains(comment), "{comment}: {after}");
            }
            let bare = after.replace("\r\n", "");
            assert!(round % 2 == 0 || !bare.contains('\n'), "{after}");
        }
    }
}
