//! Content is text: whatever stands in it, pages hold no markup of it, no script and no file of another place; and
//! whatever happened to a file, the program says so and does not fall over.

use crate::harness::Content;

/// Signs that end a text, an attribute or a script wherever they are not written as entities.
const MARK: &str = r#"<i9>&'\""#;

/// Fields whose values are names, dates and choices, not words.
const NOT_WORDS: &[&str] = &[
    "id",
    "kind",
    "level",
    "date",
    "holds",
    "period",
    "deadline",
    "approved_by",
    "document",
    "documents",
    "status",
    "status_date",
    "school",
    "schools",
    "person",
    "people",
    "coordinator",
    "link",
    "site",
    "email",
    "phone",
    "phones",
    "address",
    "language",
    "code",
    "folder",
    "scope",
    "territory",
    "territories",
    "practice",
    "practices",
    "risk",
    "risks",
    "section",
    "sections",
    "head",
    "group",
    "order",
    "numeral",
    "moved_to",
    "neighbours",
    "ministry",
    "institute",
    "collection",
    "questions",
    "legal_form",
    "category",
    "role",
    "see",
    "signatory_person",
    "forms",
    "reviewed",
    "number",
];

/// The same line with the mark at the beginning of each value that holds words.
fn marked(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(" = \"") {
        let (head, tail) = rest.split_at(at + 4);
        out.push_str(head);
        let before = head[..at].trim_end();
        let key = before
            .rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .next()
            .unwrap_or_default();
        if !NOT_WORDS.contains(&key) && !tail.starts_with("\"\"") {
            out.push_str(MARK);
        }
        rest = tail;
    }
    out + rest
}

/// The real content with the mark in every value that holds words.
fn marked_content() -> Content {
    let mut content = Content::real();
    let paths: Vec<String> = content
        .sources()
        .iter()
        .map(|(_, file)| file.path.clone())
        .collect();
    for path in paths.iter().filter(|path| path.as_str() != "search.toml") {
        let text = match path.rsplit_once('.') {
            Some((_, "toml")) => content
                .text(path)
                .lines()
                .map(|line| marked(line) + "\n")
                .collect(),
            Some((_, "md")) => {
                let text = content.text(path);
                let parts: Vec<&str> = text.splitn(3, "+++\n").collect();
                let [_, front, body] = parts[..] else {
                    continue;
                };
                let front: String = front.lines().map(|line| marked(line) + "\n").collect();
                format!("+++\n{front}+++\n{body}")
            }
            _ => continue,
        };
        content.put(path, text);
    }
    content
}

#[test]
fn no_word_of_the_content_becomes_markup() {
    let content = marked_content();
    let errors: Vec<String> = content
        .errors()
        .iter()
        .map(|(place, problem)| format!("{place} {}", problem.message))
        .collect();
    assert_eq!(errors, [""; 0]);
    let site = content.build();
    let mut met = 0;
    let mut raw = Vec::new();
    for path in site.paths() {
        let markup = [".html", ".svg", ".xml", ".atom"]
            .iter()
            .any(|ending| path.ends_with(ending));
        if !markup {
            continue;
        }
        let text = site.text(path);
        met += text.matches("&lt;i9&gt;&amp;").count();
        raw.extend(
            text.find("<i9>")
                .map(|at| format!("{path}: {}", around(text, at))),
        );
        // In a value between double quotes the mark keeps none of its own.
        raw.extend(
            text.find("&lt;i9&gt;&amp;'\"")
                .or_else(|| text.find("&lt;i9&gt;&amp;&#39;\""))
                .filter(|at| is_in_tag(text, *at))
                .map(|at| format!("{path}: {}", around(text, at))),
        );
    }
    assert_eq!(raw, [""; 0]);
    assert!(met > 5_000, "the mark stands on pages {met} times only");
}

fn is_in_tag(text: &str, at: usize) -> bool {
    text[..at].rfind('<') > text[..at].rfind('>')
}

fn around(text: &str, at: usize) -> String {
    let start = text[..at]
        .char_indices()
        .rev()
        .nth(80)
        .map_or(0, |(at, _)| at);
    text[start..].chars().take(140).collect()
}

/// Bodies of a news item, and the code of the message that each gets.
const REFUSED: &[(&str, &str)] = &[
    ("<script>alert(1)</script>", "П304"),
    ("Текст <img src=x onerror=alert(1)> да", "П304"),
    ("<!-- заметка -->", "П304"),
    ("[жми](javascript:alert(1))", "П305"),
    ("[жми](JaVaScRiPt:alert(1))", "П305"),
    ("[жми](java&#115;cript:alert(1))", "П305"),
    ("[жми][x]\n\n[x]: javascript:alert(1)", "П305"),
    ("<javascript:alert(1)>", "П305"),
    ("[жми](data:text/html;base64,PHNjcmlwdD4=)", "П305"),
    ("[жми](vbscript:x)", "П305"),
    ("[жми](file:///etc/passwd)", "П305"),
    ("![к](https://example.ru/x.png)", "П305"),
    ("[звонок](tel:+7\"onclick=1)", "П301"),
    ("Нуль \0 посреди слова", "П021"),
    ("Файл \u{202E}fdp.exe", "П021"),
];

/// A portal of one district with a news item of this text.
fn with_news(body: &str) -> Content {
    let mut content = Content::around("38-irkutskaya/zhigalovskiy/news/a1.md");
    let front = "+++\ntitle = \"Новость\"\ndate = 2023-05-05\nsummary = \"Коротко\"\n+++\n";
    content.put(
        "38-irkutskaya/zhigalovskiy/news/a1.md",
        format!("{front}{body}\n"),
    );
    content
}

#[test]
fn what_could_run_is_refused_with_its_own_message() {
    for (body, code) in REFUSED {
        let errors = with_news(body).errors();
        let of_file: Vec<&str> = errors
            .iter()
            .filter(|(place, _)| place.contains("/news/a1.md"))
            .map(|(_, problem)| problem.code.id)
            .collect();
        assert_eq!(of_file, [*code], "{body:?}");
    }
}

#[test]
fn templates_in_content_are_words() {
    let content =
        with_news("{{ 7*7 }} {% include \"/etc/passwd\" %} {# нет #} {{ get_env(name=1) }}");
    let site = content.build();
    let page = site.words("38-irkutskaya/zhigalovskiy/novosti/a1/index.html");
    assert!(page.contains("{{ 7*7 }} {% include"), "{page}");
}

/// Texts that make readers of Markdown slow, or deep.
#[test]
fn deep_and_wide_texts_become_pages_or_messages() {
    let list: String = (0..300)
        .map(|depth| format!("{}- x\n", "  ".repeat(depth)))
        .collect();
    let bodies = [
        ">".repeat(3_000) + " x",
        "*a **b ".repeat(3_000),
        "[".repeat(5_000) + "a" + &"]".repeat(5_000),
        "<div>".repeat(2_000),
        list,
        format!("|a|b|\n|-|-|\n{}", "|x|y|\n".repeat(5_000)),
        format!(
            "|{}\n|{}\n{}",
            "a|".repeat(1_000),
            "-|".repeat(1_000),
            "|x\n".repeat(500)
        ),
        format!("${}1{}$", "\\frac{".repeat(2_000), "}{2}".repeat(2_000)),
        format!("```rust\n{}\n```\n", "(".repeat(20_000)),
        "А".repeat(100_000) + &"\u{301}".repeat(10_000),
    ];
    for body in bodies {
        let content = with_news(&body);
        let built = content.build();
        assert!(built.0.made || !content.errors().is_empty());
    }
}

#[test]
fn cells_without_end_are_shown_and_not_understood() {
    let path = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
    for (field, words) in [
        ("deadline", "апрель, "),
        ("indicator", "не менее 10 % "),
        ("responsible", "директора, "),
    ] {
        let mut content = Content::around(path);
        content.change(
            path,
            &format!("{field} = \""),
            &format!("{field} = \"{}", words.repeat(20_000)),
        );
        assert!(content.build().0.made, "{field}");
    }
}

/// A fixed row of numbers that look random, so that a failure can be had again.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// One thing that happens to files on their way: bytes lost, doubled, swapped, overwritten; the file cut short.
fn spoil(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    let length = bytes.len();
    let from = numbers.below(length);
    let part = numbers.below(40).min(length - from);
    match numbers.below(6) {
        0 => drop(bytes.drain(from..from + part)),
        1 => {
            let again = bytes[from..from + part].to_vec();
            bytes.splice(from..from, again);
        }
        2 => {
            let to = numbers.below(length);
            bytes.swap(from, to);
        }
        3 => bytes[from] = numbers.below(256) as u8,
        4 => bytes.truncate(from),
        _ => {
            let signs = b"\"'[]{}=#\n\\<>|*_+.,-0\xD0\xFF\0";
            bytes.insert(from, signs[numbers.below(signs.len())]);
        }
    }
}

#[test]
fn spoilt_files_never_take_the_program_down() {
    let whole = Content::real();
    let paths: Vec<String> = whole
        .sources()
        .iter()
        .map(|(_, file)| file.path.clone())
        .collect();
    let mut numbers = Numbers(0x5EED_CAFE);
    for _ in 0..300 {
        let path = &paths[numbers.below(paths.len())];
        let mut bytes = whole.bytes(path);
        for _ in 0..=numbers.below(3) {
            if !bytes.is_empty() {
                spoil(&mut bytes, &mut numbers);
            }
        }
        let mut content = Content::around(path);
        content.put(path, bytes);
        // Every problem has a place in a file that is there, and a remedy.
        for (place, problem) in content.problems() {
            assert!(!problem.help.is_empty(), "{place} {}", problem.message);
        }
    }
}
