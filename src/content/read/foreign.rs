//! Texts that are right in another program's notation: a web page, JSON, YAML, rows of a table. Such a file is one
//! mistake, not as many as it has lines.

use crate::content::read::statement;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;

/// What the text is instead of what it should be; `begin` is where it begins, `markdown` says that it is no TOML.
pub fn find(source: SourceId, text: &str, begin: usize, markdown: bool) -> Option<Diagnostic> {
    let rest = &text[begin..];
    let body = rest.trim_start();
    let at = begin + rest.len() - body.len();
    let first = body.lines().next().unwrap_or_default();
    let (what, advice) = if is_page(first) {
        ("веб-страница", COPY)
    } else if markdown {
        return None;
    } else if is_json(body) {
        (
            "запись JSON",
            "перепишите её как TOML: имя = \"значение\", а каждый элемент списка начинайте заголовком вроде [[person]]",
        )
    } else if is_yaml(body) {
        (
            "запись YAML",
            "перепишите её как TOML: вместо «имя: значение» — имя = \"значение\", вместо строк с «-» — заголовки вроде [[person]]",
        )
    } else if is_rows(body) {
        (
            "строки таблицы из Word или Excel",
            "каждую строку таблицы запишите отдельно: заголовок вроде [[person]], под ним поля имя = \"значение\"",
        )
    } else {
        return None;
    };
    let end = at + first.trim_end().len();
    Some(
        Diagnostic::error(
            codes::FOREIGN_TEXT,
            Span::new(source, at..end),
            format!("в файле {what}, а не поля портала"),
        )
        .label("с этой строки")
        .help(advice),
    )
}

const COPY: &str =
    "откройте страницу в браузере, скопируйте с неё нужные слова и впишите их в поля файла";

fn is_page(first: &str) -> bool {
    let first = first.to_lowercase();
    ["<!doctype", "<html", "<head", "<body", "<?xml"]
        .iter()
        .any(|tag| first.starts_with(tag))
}

fn is_json(body: &str) -> bool {
    let object = |text: &str| {
        text.strip_prefix('{')
            .is_some_and(|inner| inner.trim_start().starts_with(['"', '}']))
    };
    let list = |text: &str| {
        text.strip_prefix('[')
            .is_some_and(|inner| object(inner.trim_start()))
    };
    object(body) || list(body)
}

/// The lines that say something.
fn lines(body: &str) -> impl Iterator<Item = &str> {
    body.lines()
        .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
}

/// True when lines are `name: value` or begin with a hyphen, none has `=`, and one of them opens a list.
fn is_yaml(body: &str) -> bool {
    let pair = |line: &str| {
        let line = line.trim_start().trim_start_matches("- ");
        line.split_once(':').is_some_and(|(name, value)| {
            !name.is_empty()
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
                && (value.is_empty() || value.starts_with(' '))
        })
    };
    let dash = |line: &str| line.trim_start().starts_with("- ") || line.trim_end() == "---";
    let mut opened = false;
    let mut count = 0;
    for line in lines(body) {
        if !(pair(line) || dash(line)) {
            return false;
        }
        count += 1;
        opened |= dash(line);
    }
    opened && count >= 3
}

/// True when the first lines have the same number of tabs, or of semicolons, and none is a field.
fn is_rows(body: &str) -> bool {
    let some: Vec<&str> = lines(body).take(4).collect();
    let field = |line: &&str| statement::value_start(line).is_some() || line.starts_with('[');
    if some.len() < 2 || some.iter().any(field) {
        return false;
    }
    ['\t', ';'].into_iter().any(|sign| {
        let cells = |line: &str| line.trim_end().matches(sign).count();
        cells(some[0]) > 0 && some.iter().all(|line| cells(line) == cells(some[0]))
    })
}
