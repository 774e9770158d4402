//! How problems look: whole drawings, annotations and JSON are compared, not parts of them.

use crate::diag::codes;
use crate::diag::show::{self, Place};
use crate::diag::{Diagnostic, Span};
use crate::files::sources::{SourceFile, SourceId, Sources};

fn sources(files: &[(&str, &[u8])]) -> Sources {
    let file = |(path, bytes): &(&str, &[u8])| SourceFile::new(*path, *bytes);
    Sources::new("content", files.iter().map(file).collect())
}

/// The span of a word in a file.
fn span(sources: &Sources, path: &str, word: &str) -> Span {
    let id = sources.find(path).expect("the file is in the test");
    let text = sources.file(id).text().expect("the file is text");
    let start = text.find(word).expect("the word is in the file");
    Span::new(id, start..start + word.len())
}

const PLAN: &str = "title = \"Проведение й̆огурт й 教育 школ\"\nstatus = \"zaplanirovano\"\n";

fn wrong_status(sources: &Sources) -> Diagnostic {
    let word = span(sources, "plan.toml", "\"zaplanirovano\"");
    Diagnostic::error(
        codes::UNKNOWN_CHOICE,
        word,
        "неизвестный статус мероприятия",
    )
    .label("такого статуса нет")
    .related(span(sources, "plan.toml", "школ"), "мероприятие здесь")
    .help("возможно, вы имели в виду «planned»")
    .help("все статусы: planned, done")
    .patch(word, "\"planned\"")
}

#[test]
fn a_problem_is_drawn_with_its_places_and_its_patch() {
    let sources = sources(&[("plan.toml", PLAN.as_bytes())]);
    let expected = "\
ошибка[П105]: неизвестный статус мероприятия
 --> content/plan.toml:2:10
  |
1 | title = \"Проведение й̆огурт й 教育 школ\"
  |                                   ---- мероприятие здесь
2 | status = \"zaplanirovano\"
  |          ^^^^^^^^^^^^^^^ такого статуса нет
  |
  = помощь: все статусы: planned, done
помощь: возможно, вы имели в виду «planned»
  |
2 - status = \"zaplanirovano\"
2 + status = \"planned\"
  |
";
    assert_eq!(
        show::text(&[wrong_status(&sources)], &sources, false),
        expected
    );
}

#[test]
fn colour_adds_nothing_but_colour() {
    let sources = sources(&[("plan.toml", PLAN.as_bytes())]);
    let plain = show::text(&[wrong_status(&sources)], &sources, false);
    let coloured = show::text(&[wrong_status(&sources)], &sources, true);
    assert!(coloured.contains('\u{1b}'));
    let mut stripped = String::new();
    let mut inside = false;
    for c in coloured.chars() {
        match c {
            '\u{1b}' => inside = true,
            'm' if inside => inside = false,
            c if !inside => stripped.push(c),
            _ => {}
        }
    }
    assert_eq!(stripped, plain);
}

#[test]
fn related_places_may_stand_in_other_files() {
    let sources = sources(&[("a.toml", b"id = \"x\"\n"), ("b.toml", b"\nid = \"x\"\n")]);
    let problem = Diagnostic::warning(
        codes::DUPLICATE_ID,
        span(&sources, "b.toml", "\"x\""),
        "идентификатор x занят",
    )
    .label("второй раз")
    .related(span(&sources, "a.toml", "\"x\""), "первый раз");
    let expected = "\
предупреждение[П201]: идентификатор x занят
 --> content/b.toml:2:6
  |
2 | id = \"x\"
  |      ^^^ второй раз
  |
 ::: content/a.toml:1:6
  |
1 | id = \"x\"
  |      --- первый раз
";
    assert_eq!(show::text(&[problem], &sources, false), expected);
}

#[test]
fn long_lines_are_cut_around_the_place() {
    let long = format!(
        "title = \"{} ошибка {}\"\r\nb = 1\n",
        "слово ".repeat(60),
        "конец ".repeat(60)
    );
    let sources = sources(&[("a.toml", long.as_bytes())]);
    let word = span(&sources, "a.toml", "ошибка");
    let problem = Diagnostic::error(codes::SYNTAX, word, "слово не то")
        .label("вот оно")
        .help("замените")
        .patch(word, "правка");
    let drawn = show::text(&[problem], &sources, false);
    assert!(drawn.contains("--> content/a.toml:1:371\n"), "{drawn}");
    assert!(
        drawn.lines().all(|line| line.chars().count() <= 120),
        "{drawn}"
    );
    let excerpt = drawn
        .lines()
        .find(|line| line.starts_with("1 | "))
        .expect("the line is shown");
    let marks = drawn
        .lines()
        .find(|line| line.contains("^^^^^^"))
        .expect("the place is marked");
    let column = |line: &str, what: &str| line.find(what).map(|at| line[..at].chars().count());
    assert_eq!(column(excerpt, "ошибка"), column(marks, "^^^^^^"));
    assert!(
        drawn.contains("1 + …") && drawn.contains("правка"),
        "{drawn}"
    );
}

#[test]
fn files_that_are_not_text_have_a_header_only() {
    let sources = sources(&[("a.toml", b"\xCF\xEB\xE0\xED\n")]);
    let problem = Diagnostic::error(
        codes::NOT_UTF8,
        Span::start_of(SourceId(0)),
        "файл в кодировке Windows-1251",
    )
    .help("сохраните в UTF-8");
    let drawn = show::text(&[problem], &sources, false);
    assert!(
        drawn.starts_with("ошибка[П001]: файл в кодировке Windows-1251\n"),
        "{drawn}"
    );
    assert!(
        drawn.contains("--> content/a.toml:1:1") && drawn.contains("помощь: сохраните в UTF-8"),
        "{drawn}"
    );
    assert!(!drawn.contains('\u{FFFD}'), "{drawn}");
}

#[test]
fn places_count_characters() {
    let sources = sources(&[("a.toml", "\u{FEFF}ключ = 1\r\nимя = \"й\"\r\n".as_bytes())]);
    let place = |word: &str| {
        let Place {
            line,
            column,
            end_line,
            end_column,
            ..
        } = show::place(span(&sources, "a.toml", word), &sources);
        (line, column, end_line, end_column)
    };
    assert_eq!(place("ключ"), (1, 1, 1, 5));
    assert_eq!(place("\"й\""), (2, 7, 2, 10));
    assert_eq!(place("1\r\n"), (1, 8, 1, 9));
    assert_eq!(place("1\r\nимя"), (1, 8, 2, 4));
    // A span of another text must not break anything.
    let far = Span::new(SourceId(0), 4..9999);
    assert_eq!(show::place(far, &sources).line, 1);
}

#[test]
fn annotations_are_escaped_and_numbered() {
    let sources = sources(&[("a,b.toml", b"x = 1\n")]);
    let word = span(&sources, "a,b.toml", "1");
    let problem = |text: &str, error: bool| match error {
        true => Diagnostic::error(codes::UNKNOWN_KEY, word, text).help("50%: да"),
        false => Diagnostic::warning(codes::UNKNOWN_KEY, word, text),
    };
    let first = show::github(&[problem("а: б,\nв", true)], &sources, "portal/");
    assert_eq!(
        first,
        "::error file=portal/content/a%2Cb.toml,line=1,col=5,endLine=1,endColumn=6,title=П101::а: б,%0Aв%0A50%25: да\n"
    );
    let many: Vec<Diagnostic> = (0..13)
        .flat_map(|_| [problem("п", false), problem("о", true)])
        .collect();
    let lines = show::github(&many, &sources, "");
    let starts: Vec<&str> = lines.lines().map(|line| &line[..5]).collect();
    assert_eq!(starts.len(), 21);
    assert!(
        starts[..10].iter().all(|start| *start == "::err")
            && starts[10..20].iter().all(|start| *start == "::war")
    );
    assert_eq!(
        lines.lines().last(),
        Some("::notice::и ещё 6 замечаний: полный список — в сводке шага и в выводе portal check")
    );
}

#[test]
fn json_holds_everything() {
    let sources = sources(&[("plan.toml", PLAN.as_bytes())]);
    let mut rows: serde_json::Value =
        serde_json::from_str(&show::json(&[wrong_status(&sources)], &sources)).expect("it is JSON");
    let told = rows[0]["explain"].take();
    assert!(
        told.as_str()
            .is_some_and(|text| text.contains("из короткого списка")),
        "{told}"
    );
    let expected = serde_json::json!([{
        "code": "П105", "severity": "error", "file": "content/plan.toml", "line": 2, "column": 10,
        "end": {"line": 2, "column": 25}, "endLine": 2, "endColumn": 25,
        "message": "неизвестный статус мероприятия", "label": "такого статуса нет",
        "help": ["возможно, вы имели в виду «planned»", "все статусы: planned, done"],
        "fix": {"text": "\"planned\"", "line": 2, "column": 10, "endLine": 2, "endColumn": 25, "safe": false},
        "source": null, "explain": null,
    }]);
    assert_eq!(rows, expected);
    assert_eq!(show::json(&[], &sources), "[]");
}

#[test]
fn a_fix_as_long_as_a_file_is_named_but_not_written_out() {
    let sources = sources(&[("plan.toml", PLAN.as_bytes())]);
    let whole = span(&sources, "plan.toml", PLAN);
    let problem = Diagnostic::error(codes::NOT_UTF8, whole, "не та кодировка")
        .safe_patch(whole, "я".repeat(3000));
    let rows: serde_json::Value =
        serde_json::from_str(&show::json(&[problem], &sources)).expect("it is JSON");
    assert_eq!(rows[0]["fix"]["safe"], true);
    assert!(rows[0]["fix"]["text"].is_null());
}

#[test]
fn root_causes_come_first_and_one_file_does_not_hide_the_others() {
    let sources = sources(&[
        ("a.toml", b"x = 1\n"),
        ("b.toml", b"x = 1\n"),
        ("r/m/municipality.toml", b"x = 1\n"),
    ]);
    let at = |path: &str, code, words: &str| {
        Diagnostic::error(code, span(&sources, path, "1"), words.to_owned())
    };
    let mut problems: Vec<Diagnostic> = (0..12)
        .map(|n| at("a.toml", codes::UNKNOWN_KEY, &format!("поле {n}")))
        .collect();
    problems.push(at("b.toml", codes::UNKNOWN_REFERENCE, "ссылка"));
    problems.push(at("b.toml", codes::UNKNOWN_KEY, "поле в другом файле"));
    problems.push(at(
        "r/m/municipality.toml",
        codes::UNKNOWN_KEY,
        "поле района",
    ));
    problems.push(at("b.toml", codes::DUPLICATE_ID, "занято"));
    problems.push(Diagnostic::warning(
        codes::NOT_UTF8,
        problems[0].span,
        "предупреждение",
    ));
    let lines = show::github(&problems, &sources, "");
    let said: Vec<&str> = lines
        .lines()
        .filter_map(|line| line.split("::").nth(2))
        .collect();
    assert_eq!(
        said[..5],
        [
            "занято",
            "поле района",
            "поле 0",
            "поле в другом файле",
            "поле 1"
        ]
    );
    assert_eq!(said[10], "предупреждение");
}

#[test]
fn a_summary_is_a_table_in_which_content_stays_text() {
    let sources = sources(&[("plan.toml", PLAN.as_bytes())]);
    let word = span(&sources, "plan.toml", "школ");
    let evil = "a | b <img src=x> [c](javascript:d) `e` **f** @g\n## h \u{202E}и";
    let problem = Diagnostic::error(codes::UNKNOWN_KEY, word, evil).help(evil);
    let page = show::markdown(&[problem, wrong_status(&sources)], &sources, 1 << 20, None);
    assert!(
        page.starts_with("## Проверка содержания: 2 ошибки\n"),
        "{page}"
    );
    assert!(page.contains("\n### content/plan.toml\n"), "{page}");
    assert!(
        page.contains("| строка 1, знак 34 | **П101** ошибка | a &#124; b &#60;img"),
        "{page}"
    );
    assert!(page.contains("- **П101** — неизвестное поле."), "{page}");
    for sign in ["<img", "](", "`", "@", "\n## h", "\u{202E}", "**f"] {
        assert!(!page.contains(sign), "{sign:?} in {page}");
    }
    let rows = page.lines().filter(|line| line.starts_with("| строка"));
    for row in rows {
        assert_eq!(row.matches('|').count(), 5, "{row}");
    }
}

#[test]
fn places_of_a_summary_lead_to_the_files() {
    let sources = sources(&[("a)[b.toml", b"x = 1\n")]);
    let problem = Diagnostic::error(codes::UNKNOWN_KEY, span(&sources, "a)[b.toml", "1"), "о");
    let page = show::markdown(&[problem], &sources, 1 << 20, Some("https://example.ru/b/"));
    let link = "[строка 1, знак 5](https://example.ru/b/content/a%29%5Bb.toml#L1)";
    assert!(page.contains(link), "{page}");
}

#[test]
fn a_summary_is_cut_with_a_note() {
    let sources = sources(&[("plan.toml", PLAN.as_bytes())]);
    let many = vec![wrong_status(&sources); 100];
    let page = show::markdown(&many, &sources, 5000, None);
    assert!(page.len() <= 5000, "{}", page.len());
    assert!(page.contains("\nНе поместилось: "), "{page}");
    assert!(show::markdown(&[], &sources, 5000, None).contains("Ошибок нет"));
}

#[test]
fn numbers_agree_with_words() {
    assert_eq!(show::summary_line(3, 1), "3 ошибки, 1 предупреждение");
    assert_eq!(show::summary_line(1, 0), "1 ошибка");
    assert_eq!(show::summary_line(11, 22), "11 ошибок, 22 предупреждения");
    assert_eq!(show::summary_line(0, 5), "ошибок нет, 5 предупреждений");
    assert_eq!(show::summary_line(0, 0), "ошибок нет");
    assert_eq!(show::summary_line(21, 112), "21 ошибка, 112 предупреждений");
}

#[test]
fn a_file_that_is_not_kept_is_drawn_as_one_that_is() {
    let kept = sources(&[("plan.toml", PLAN.as_bytes())]);
    let fetch = |_: &str| Ok(PLAN.as_bytes().to_vec());
    let away = Sources::shelved("content", vec!["plan.toml".to_owned()], Box::new(fetch));
    let problems = [wrong_status(&kept)];
    assert_eq!(
        show::text(&problems, &away, false),
        show::text(&problems, &kept, false)
    );
    assert_eq!(show::json(&problems, &away), show::json(&problems, &kept));
}
