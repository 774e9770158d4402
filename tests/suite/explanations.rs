//! Every example of every explanation, in a small portal: «before» gives its code and no other, «after» gives none.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::date;
use shnor_portal::build::{self, embedded};
use shnor_portal::desk::status::{self, Choice};
use shnor_portal::diag::explain::{self, Explanation, Fragment, Kind};
use shnor_portal::diag::{Diagnostic, show};
use shnor_portal::files::sources::{SourceFile, Sources};
use shnor_portal::render::Theme;

/// The rest of the portal of the examples: what a lone «…» stands for.
const SAMPLE: &str = r#"
--- portal.toml
title = "Портал примера"
description = "Здесь проверяют примеры."
address = "https://portal.example/"
--- 00-primer/region.toml
name = "Примерная область"
name_of = "Примерной области"
name_in = "в Примерной области"
kind = "область"
--- 00-primer/lesnoy/municipality.toml
name = "Лесной район"
name_of = "Лесного района"
name_in = "в Лесном районе"
kind = "район"
[authority]
name = "Управление образования Лесного района"
--- 00-primer/lesnoy/people.toml
[[person]]
id = "ivanova-an"
name = "Иванова А.Н."
--- 00-primer/lesnoy/schools.toml
[[school]]
id = "berezovskaya"
name = "МБОУ Берёзовская СОШ"
--- 00-primer/lesnoy/documents/12.toml
kind = "приказ"
level = "муниципальный"
number = "12"
date = 2025-02-10
issuer = "Управление образования"
title = "О плане поддержки школ"
text_known = false
--- 00-primer/lesnoy/plans/2025.toml
title = "План поддержки школ на 2025 год"
period = "2025"
approved_by = "12"
columns = [
  { heading = "№", holds = "number" },
  { heading = "Мероприятие", holds = "title" },
  { heading = "Срок", holds = "deadline" },
  { heading = "Исполнители", holds = "responsible" },
]
--- 00-primer/lesnoy/plans/2023.toml
title = "План на 2023 год"
period = "2023"
columns = [{ heading = "Мероприятие", holds = "title" }, { heading = "Срок", holds = "deadline" }]
[[event]]
id = "m01"
title = "Встреча директоров"
deadline = "апрель 2023 года"
[[event]]
id = "m02"
title = "День чтения"
deadline = "май 2023 года"
--- 00-primer/lesnoy/news/seminar.jpg
"#;

/// Where files of the theme stand in examples.
const THEME: &str = "themes/default/";

/// The theme of most examples.
static PLAIN: LazyLock<Theme> = LazyLock::new(|| theme(&Sources::default()));

fn theme(own: &Sources) -> Theme {
    Theme::new(&embedded::default_theme(), own).expect("the theme compiles")
}

/// Portal and theme of an example, file by file.
struct Example {
    content: BTreeMap<String, Vec<u8>>,
    theme: BTreeMap<String, Vec<u8>>,
    /// A table of statuses by its name.
    table: Option<(String, Vec<u8>)>,
}

impl Example {
    fn new(fragments: &[Fragment]) -> Example {
        let sample = SAMPLE.split("--- ").skip(1).map(|part| {
            let (path, text) = part.split_once('\n').expect("a path and a text");
            (path.to_owned(), text.as_bytes().to_vec())
        });
        let mut example = Example {
            content: sample.collect(),
            theme: BTreeMap::new(),
            table: None,
        };
        for fragment in fragments {
            example.put(fragment);
        }
        example
    }

    fn put(&mut self, fragment: &Fragment) {
        if fragment.note.contains("нет") {
            self.content.remove(&fragment.path);
            return;
        }
        let rest = self.content.get(&fragment.path).cloned();
        let rest = rest.map(|bytes| String::from_utf8(bytes).expect("the sample is UTF-8"));
        let lines = fragment.text.lines().map(|line| match line {
            "…" => rest
                .as_deref()
                .expect("«…» stands for a file of the sample"),
            line => line,
        });
        let text: String = lines.map(|line| format!("{line}\n")).collect();
        let text = seen(&text);
        let text = match fragment.note.contains("МБ") {
            true => text + &"Так было. ".repeat(400_000),
            false => text,
        };
        let bytes = match fragment.note.contains("1251") {
            true => encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(),
            false => text.into_bytes(),
        };
        if fragment.path.ends_with(".csv") {
            self.table = Some((fragment.path.clone(), bytes));
            return;
        }
        match fragment.path.strip_prefix(THEME) {
            Some(path) => self.theme.insert(path.to_owned(), bytes),
            None => self.content.insert(fragment.path.clone(), bytes),
        };
    }

    /// What the table of statuses of the example says, when it has one, else what the check says.
    fn problems(&self) -> (Vec<Diagnostic>, String) {
        let files = |files: &BTreeMap<String, Vec<u8>>| {
            let file =
                |(path, bytes): (&String, &Vec<u8>)| SourceFile::new(path.clone(), bytes.clone());
            files.iter().map(file).collect()
        };
        let sources = Sources::new("content", files(&self.content));
        if let Some((name, table)) = &self.table {
            let told = status::apply(&sources, &Choice::default(), name, table);
            let drawn = show::text(&told.problems, &told.table, false);
            return (told.problems, drawn);
        }
        let own = Sources::new("theme", files(&self.theme));
        let today = Some(date(2026, 11, 22));
        let found = match self.theme.is_empty() {
            true => build::check_with(&sources, &PLAIN, today),
            false => build::check_with(&sources, &theme(&own), today),
        };
        let found = found.expect("the theme is sound").diagnostics;
        let drawn = show::text(&found, &sources, false);
        (found, drawn)
    }
}

/// Characters that examples name by their numbers, ‹U+00A0›, because nobody sees them or the typeface lacks them.
fn seen(text: &str) -> String {
    let mut parts = text.split("‹U+");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('›').expect("the number ends");
        let number = u32::from_str_radix(number, 16).expect("it is a number");
        out.push(char::from_u32(number).expect("it is a character"));
        out.push_str(rest);
    }
    out
}

/// What is wrong with an example; nothing when it keeps its word.
fn fault(one: &Explanation) -> Option<String> {
    let id = one.code.id;
    let (before, drawn) = Example::new(&one.before).problems();
    let codes: BTreeSet<&str> = before.iter().map(|problem| problem.code.id).collect();
    if codes != BTreeSet::from([id]) {
        return Some(format!("{id}: «before» gives {codes:?}\n{drawn}"));
    }
    let errors = before.iter().any(Diagnostic::is_error);
    let kept = match one.kind {
        Kind::Error => errors,
        Kind::Warning => !errors,
        Kind::Either => true,
    };
    if !kept {
        return Some(format!("{id} is not {}\n{drawn}", one.kind.consequence()));
    }
    let fix = before
        .iter()
        .all(|problem| problem.patch.as_ref().is_some_and(|patch| patch.safe));
    if fix != one.fix {
        return Some(format!("{id}: fix must be {fix}"));
    }
    if before.iter().any(|problem| problem.help.is_empty()) {
        return Some(format!("{id} gives no advice"));
    }
    let (after, drawn) = Example::new(&one.after).problems();
    (!after.is_empty()).then(|| format!("{id}: «after» is not clean\n{drawn}"))
}

#[test]
fn every_example_keeps_its_word() {
    let faults: Vec<String> = explain::all().iter().filter_map(fault).collect();
    assert!(
        faults.is_empty(),
        "{} of {}:\n{}",
        faults.len(),
        explain::all().len(),
        faults.join("\n")
    );
}

#[test]
fn the_rest_of_the_examples_is_sound() {
    let (found, drawn) = Example::new(&[]).problems();
    assert!(found.is_empty(), "{drawn}");
}

#[test]
fn examples_are_small_and_invented() {
    for one in explain::all() {
        for fragment in one.before.iter().chain(&one.after) {
            assert!(fragment.text.lines().count() <= 30, "{}", one.code.id);
            let invented = !fragment.path.contains('/')
                || ["00-primer/", "slovar/", "01-polevaya/", THEME]
                    .iter()
                    .any(|start| fragment.path.starts_with(start));
            assert!(invented, "{}: {}", one.code.id, fragment.path);
        }
    }
}
