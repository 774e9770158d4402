//! What `portal import` says and what it refuses.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use super::{cells, files, fresh, out, portal, said};
use crate::read::files::zip;
use crate::understand::paper::document;

const TABLE: &str = "План работы школ на 2030 год\n\n№\tМероприятие\tСрок\tОтветственный\tОтметка\n\
    1\tПровести собрание\tмай\tИванов И.И.\tда\n2\tРазобрать итоги\t\tПетров П.П.\t\n";

const PLAN: &str = "70-tomskaya/pervomayskiy/plans/2030.toml";

fn with_table() -> tempfile::TempDir {
    let folder = fresh();
    fs::write(folder.path().join("t.txt"), TABLE).expect("written");
    folder
}

#[test]
fn the_report_names_every_measure_with_its_row_and_what_to_do_next() {
    let folder = fresh();
    fs::write(folder.path().join("a.txt"), document("zhigalovskiy")).expect("written");
    let output = portal(folder.path(), &["import", "a.txt"]);
    let told = out(&output);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for part in [
        "Прочитано: 30 мероприятий, 3 раздела, приказ № 114- од, рабочая группа (8 человек); ничего не пропущено",
        "m01  № 1.  строка 48  Формирование муниципальной рабочей группы",
        "территория определена по словам документа: 38-irkutskaya/zhigalovskiy (Жигаловский район)",
        "Проверьте (",
        "Создан файл content/38-irkutskaya/zhigalovskiy/plans/2023.toml",
        "Создан файл content/38-irkutskaya/zhigalovskiy/documents/114-od.toml",
        "Создан файл content/38-irkutskaya/zhigalovskiy/working-group.toml",
        "запустите portal check",
    ] {
        assert!(told.contains(part), "«{part}» in\n{told}");
    }
    assert_eq!(told.matches("\n  m").count(), 30);
    let plan = fs::read_to_string(
        folder
            .path()
            .join("content/38-irkutskaya/zhigalovskiy/plans/2023.toml"),
    );
    let plan = plan.expect("written");
    assert!(
        plan.contains("approved_by = \"114-od\"\n") && !plan.contains("status"),
        "{plan}"
    );
    assert!(
        plan.contains(
            "# проверьте: мероприятие занимает несколько строк таблицы, его части соединены"
        ),
        "{plan}"
    );
}

#[test]
fn a_rehearsal_shows_the_files_and_writes_nothing() {
    let folder = with_table();
    let before = files(folder.path());
    let output = portal(
        folder.path(),
        &["import", "t.txt", "Первомайский район", "--dry-run"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        out(&output).starts_with(&format!("--- content/{PLAN}\n")),
        "{}",
        out(&output)
    );
    assert!(said(&output).contains("Ничего не записано"));
    assert_eq!(files(folder.path()), before);
    // Nor does it need a territory, or a content folder.
    let bare = tempfile::tempdir().expect("a folder");
    fs::write(bare.path().join("t.txt"), TABLE).expect("written");
    let output = portal(bare.path(), &["import", "t.txt", "--dry-run"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        out(&output).contains("--- content/<регион>/<район>/plans/2030.toml\n"),
        "{}",
        out(&output)
    );
    assert!(said(&output).contains("укажите район"), "{}", said(&output));
}

#[test]
fn what_the_portal_has_no_field_for_stays_in_comments() {
    let folder = with_table();
    let output = portal(folder.path(), &["import", "t.txt", "--to", "pervomayskiy"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = fs::read_to_string(folder.path().join("content").join(PLAN)).expect("written");
    for part in [
        "# столбец «Отметка»: да\n[[event]]\nid = \"m01\"\n",
        "no_deadline = \"в документе срок не указан\"\n",
        "title = \"План работы школ на 2030 год\"\n",
    ] {
        assert!(text.contains(part), "«{part}» in\n{text}");
    }
    let check = portal(folder.path(), &["check", "--date", "2029-11-22"]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
    assert!(
        said(&check).contains("П414"),
        "an empty cell is spoken of: {}",
        said(&check)
    );
    let build = portal(
        folder.path(),
        &["build", "--date", "2029-11-22", "--no-cards"],
    );
    assert_eq!(build.status.code(), Some(0), "{}", said(&build));
}

#[test]
fn what_is_there_is_not_overwritten_and_nothing_else_is_written_then() {
    let folder = fresh();
    fs::write(folder.path().join("a.txt"), document("pervomayskiy")).expect("written");
    assert_eq!(
        portal(folder.path(), &["import", "a.txt"]).status.code(),
        Some(0)
    );
    let order = folder
        .path()
        .join("content/70-tomskaya/pervomayskiy/documents/76-o.toml");
    let plan = folder
        .path()
        .join("content/70-tomskaya/pervomayskiy/plans/2022-2023.toml");
    fs::remove_file(&plan).expect("removed");
    let before = files(folder.path());
    let again = portal(folder.path(), &["import", "a.txt"]);
    assert_eq!(again.status.code(), Some(2), "{}", out(&again));
    for words in [
        "plans/2023.toml уже есть",
        "--replace",
        "Ничего не записано",
    ] {
        assert!(said(&again).contains(words), "{}", said(&again));
    }
    assert_eq!(files(folder.path()), before);
    // An order that says the same is left alone; one that says something else stands in the way, or is replaced.
    fs::remove_file(
        folder
            .path()
            .join("content/70-tomskaya/pervomayskiy/plans/2023.toml"),
    )
    .expect("removed");
    let more = fs::read_to_string(&order).expect("readable") + "people = [\"timkov\"]\n";
    fs::write(&order, &more).expect("written");
    let show = portal(folder.path(), &["import", "a.txt", "--dry-run"]);
    assert!(said(&show).contains("Уже есть: content/70-tomskaya/pervomayskiy/documents/76-o.toml"));
    let other = more
        .replace("ПРИКАЗЫВАЮ", "ПРИКАЗЫВАЕМ")
        .replace("people = [\"timkov\"]\n", "");
    fs::write(&order, &other).expect("written");
    let refused = portal(folder.path(), &["import", "a.txt"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said(&refused).contains("76-o.toml уже есть, и в нём не то же самое"),
        "{}",
        said(&refused)
    );
    assert!(!plan.exists());
    let replaced = portal(folder.path(), &["import", "a.txt", "--replace"]);
    assert_eq!(replaced.status.code(), Some(0), "{}", said(&replaced));
    assert!(
        out(&replaced).contains("-order_word = \"ПРИКАЗЫВАЕМ\"\n+order_word = \"ПРИКАЗЫВАЮ\"\n"),
        "{}",
        out(&replaced)
    );
    assert!(plan.exists());
}

#[test]
fn what_is_missing_is_asked_for_before_anything_is_written() {
    let folder = fresh();
    let table = TABLE.replace(" на 2030 год", "");
    fs::write(folder.path().join("t.txt"), table).expect("written");
    let before = files(folder.path());
    let refused = |arguments: &[&str], words: &[&str]| {
        let output = portal(folder.path(), arguments);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            out(&output)
        );
        for words in words {
            assert!(
                said(&output).contains(words),
                "{arguments:?}: «{words}» in {}",
                said(&output)
            );
        }
        assert_eq!(files(folder.path()), before);
    };
    refused(
        &["import", "t.txt", "Первомайский район"],
        &["не найден период", "--period 2026"],
    );
    refused(
        &["import", "t.txt", "Первомайский район", "--period", "сто"],
        &["период пишут так"],
    );
    refused(
        &["import", "t.txt"],
        &[
            "повторите с районом",
            "portal import t.txt 38-irkutskaya/zhigalovskiy",
        ],
    );
    refused(
        &["import", "t.txt", "38-irkutskaya/bratskiy"],
        &["portal new municipality 38-irkutskaya/bratskiy"],
    );
    refused(
        &["import", "t.txt", "Луна"],
        &["нет территории «Луна»", "portal new municipality"],
    );
    refused(&["import", "нет.docx"], &["нет файла нет.docx"]);
    refused(&["import", "content"], &["папка: укажите файл"]);
    let output = portal(
        folder.path(),
        &[
            "import",
            "t.txt",
            "Первомайский район",
            "--period",
            "2030-2031",
            "--title",
            "Свой план",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let path = folder
        .path()
        .join("content/70-tomskaya/pervomayskiy/plans/2030-2031.toml");
    let text = fs::read_to_string(path).expect("written");
    assert!(
        text.contains("title = \"Свой план\"\nperiod = \"2030-2031\"\n"),
        "{text}"
    );
}

#[test]
fn a_paste_comes_from_standard_input() {
    let folder = fresh();
    let paste = |text: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_portal"))
            .current_dir(folder.path())
            .args(["import", "-", "Первомайский район"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("an input");
        input.write_all(text.as_bytes()).expect("written");
        drop(input);
        child.wait_with_output().expect("it ends")
    };
    let page = "<table><tr><td>№</td><td>Мероприятие</td><td>Срок</td></tr>\
        <tr><td>1</td><td>Собрание</td><td>май 2031 года</td></tr><tr><td>2</td><td>Совет</td><td>июнь 2031 года</td></tr></table>";
    for (text, plan, count) in [(TABLE, "2030", 7), (page, "2031", 6)] {
        let output = paste(text);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let path = format!("content/70-tomskaya/pervomayskiy/plans/{plan}.toml");
        assert_eq!(cells(&folder.path().join(path)).len(), count);
    }
}

#[test]
fn files_that_cannot_be_read_give_one_message_each() {
    let folder = fresh();
    let before = files(folder.path()).len();
    let mut cut = zip(&[("word/document.xml", "<w:document>")]);
    cut.truncate(cut.len() / 2);
    let bomb = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!("<w:document>{}", " ".repeat(60 << 20)),
        ),
    ]);
    let entity = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:document><w:body>&b;</w:body></w:document>";
    let outside = zip(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", entity),
    ]);
    let hostile: [(&str, Vec<u8>); 6] = [
        ("cut.docx", cut),
        ("bomb.docx", bomb),
        ("entity.docx", outside),
        ("a.pdf", b"%PDF-1.7\n%abc".to_vec()),
        ("empty.txt", Vec::new()),
        (
            "noise.bin",
            (0..9_000u32)
                .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
                .collect(),
        ),
    ];
    for (name, bytes) in &hostile {
        fs::write(folder.path().join(name), bytes).expect("written");
        let output = portal(folder.path(), &["import", name, "Первомайский район"]);
        assert_eq!(output.status.code(), Some(2), "{name}: {}", out(&output));
        assert_eq!(
            said(&output).matches("ошибка:").count(),
            1,
            "{name}: {}",
            said(&output)
        );
        assert!(
            !said(&output).contains("panicked"),
            "{name}: {}",
            said(&output)
        );
    }
    assert_eq!(files(folder.path()).len(), before + hostile.len());
}

#[test]
fn hostile_words_stay_words() {
    let folder = fresh();
    let words = [
        "\"\"\"",
        "'''",
        "\\u0000 \\",
        "[[event]]",
        "<b>жирно</b> &amp;",
        "{{ title }}",
        "\u{1b}[31mкрасный",
        "a\u{202e}b",
        "=HYPERLINK(1)",
        "# status = \"выполнено\"",
        "<script>alert(1)</script>",
    ];
    let rows: String = words
        .iter()
        .zip(1..)
        .map(|(word, number)| format!("{number}\tДело {word} дела\tмай\t{word} и другие\t{word}\n"))
        .collect();
    let head = "№\tМероприятие\tСрок\tОтветственный\tОтметка \"\"\" # о выполнении\n";
    fs::write(
        folder.path().join("h.txt"),
        format!("План \"\"\" на 2030 год\n\n{head}{rows}"),
    )
    .expect("written");
    let output = portal(folder.path(), &["import", "h.txt", "Первомайский район"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!out(&output).contains('\u{1b}'));
    let found = cells(&folder.path().join("content").join(PLAN));
    let titles: Vec<&str> = found
        .iter()
        .filter(|cell| cell.1 == "title")
        .map(|cell| cell.2.as_str())
        .collect();
    assert_eq!(titles.len(), words.len(), "{found:#?}");
    let check = portal(folder.path(), &["check", "--date", "2029-11-22"]);
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
}

#[test]
fn a_corrected_order_renews_the_plan_and_keeps_what_became_of_its_measures() {
    let folder = fresh();
    let text = document("zhigalovskiy");
    let paper = folder.path().join("a.txt");
    fs::write(&paper, &text).expect("written");
    assert_eq!(
        portal(folder.path(), &["import", "a.txt"]).status.code(),
        Some(0)
    );
    let plan = folder
        .path()
        .join("content/38-irkutskaya/zhigalovskiy/plans/2023.toml");
    let old = fs::read_to_string(&plan).expect("readable");
    let done = "indicator = \"100% ШНОР назначены кураторы\"\n";
    let status = format!("{done}status = \"выполнено\"\nstatus_date = 2023-04-28\n");
    fs::write(&plan, old.replace(done, &status)).expect("written");
    let first = text
        .lines()
        .find(|line| line.starts_with("1.\tФормирование"))
        .expect("the first row");
    let corrected = text
        .replace(&format!("{first}\n"), "")
        .replace("100% ШНОР назначены кураторы", "Все кураторы назначены");
    fs::write(&paper, corrected).expect("written");
    let shown = portal(
        folder.path(),
        &["import", "a.txt", "--replace", "--dry-run"],
    );
    assert_eq!(shown.status.code(), Some(0), "{}", said(&shown));
    assert!(
        !fs::read_to_string(&plan)
            .expect("readable")
            .contains("Все кураторы")
    );
    let output = portal(folder.path(), &["import", "a.txt", "--replace"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told = out(&output);
    assert!(
        told.contains("Исчезли") && told.contains("m01:") && told.contains("m02:"),
        "{told}"
    );
    let new = fs::read_to_string(&plan).expect("readable");
    let kept = "indicator = \"Все кураторы назначены\"\nstatus = \"выполнено\"\nstatus_date = 2023-04-28\n";
    assert!(
        new.contains("[[section.event]]\nid = \"m02\"") && new.contains(kept),
        "{new}"
    );
    let before = files(folder.path());
    let again = portal(folder.path(), &["import", "a.txt", "--replace"]);
    assert_eq!(again.status.code(), Some(0), "{}", said(&again));
    assert_eq!(files(folder.path()), before, "{}", out(&again));
}
