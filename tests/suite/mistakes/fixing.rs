//! What `portal check --fix` does with the mistakes of the tables: it mends how things are written, never a word.

use std::collections::BTreeMap;

use rayon::prelude::*;
use shnor_portal::content::raw::{Table, Value};
use shnor_portal::content::{self, read};
use shnor_portal::desk::fix::{Fixed, fix};
use shnor_portal::diag::Diagnostic;
use shnor_portal::files::sources::{SourceFile, SourceId, Sources};

use super::case::Mistake;
use crate::harness::Content;

/// What is wrong with each file on its own: nothing safe needs more.
fn judge(sources: &Sources) -> Vec<Diagnostic> {
    sources
        .iter()
        .flat_map(|(id, file)| content::file(id, file).1)
        .collect()
}

/// One file mended.
fn mended(path: &str, bytes: Vec<u8>) -> (Vec<u8>, Fixed) {
    let file = SourceFile::new(path, bytes);
    let fixed = fix(&Sources::new("content", vec![file]), &judge);
    let bytes = fixed.sources.file(SourceId(0)).bytes().into_owned();
    (bytes, fixed)
}

/// The texts of a file, those whose writing was mended by guess aside.
fn texts(path: &str, bytes: &[u8]) -> BTreeMap<String, usize> {
    let file = SourceFile::new(path, bytes);
    let mut found = BTreeMap::new();
    let (document, problems) = read::document(SourceId(0), &file);
    if let Some(document) = document {
        let guessed = |start: u32, end: u32| {
            let touches = |one: &Diagnostic| one.span.start <= end && start <= one.span.end;
            problems.iter().any(touches)
        };
        gather(&document.table, &guessed, &mut found);
    }
    found
}

fn gather(table: &Table, guessed: &dyn Fn(u32, u32) -> bool, found: &mut BTreeMap<String, usize>) {
    for entry in &table.entries {
        let mut nodes = vec![&entry.node];
        while let Some(node) = nodes.pop() {
            match &node.value {
                Value::Text(text) if !guessed(node.span.start, node.span.end) => {
                    *found.entry(text.clone()).or_default() += 1;
                }
                Value::List(items) => nodes.extend(items),
                Value::Table(inner) => gather(inner, guessed, found),
                _ => {}
            }
        }
    }
}

#[test]
fn mending_twice_is_mending_once_and_no_text_changes() {
    let cases: Vec<&Mistake> = super::all().collect();
    let wrong: Vec<String> = cases
        .par_iter()
        .filter_map(|mistake| {
            let spoilt = mistake.made().bytes(mistake.file());
            let (once, _) = mended(mistake.file(), spoilt.clone());
            let (twice, _) = mended(mistake.file(), once.clone());
            if once != twice {
                return Some(format!("{mistake:?}: a second time changes more"));
            }
            let after = texts(mistake.file(), &once);
            let lost: Vec<String> = texts(mistake.file(), &spoilt)
                .into_iter()
                .filter(|(text, times)| after.get(text).is_none_or(|there| there < times))
                // Dates in quotes lose them: they are no words.
                .filter(|(text, _)| text.contains(|c: char| !c.is_ascii_digit()))
                .filter(|(text, _)| !text.ends_with("2023") && !text.ends_with("2023 года"))
                .filter(|(text, _)| !["да", "нет", "true"].contains(&text.as_str()))
                .map(|(text, _)| text)
                .collect();
            (!lost.is_empty()).then(|| format!("{mistake:?} lost {lost:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Mistakes after which the file is again what it was, byte for byte.
#[test]
fn what_only_the_writing_lost_comes_back() {
    let cases: Vec<&Mistake> = super::all().collect();
    let healed: Vec<String> = cases
        .par_iter()
        .filter(|mistake| {
            let sound = mistake.sound().bytes(mistake.file());
            let (bytes, _) = mended(mistake.file(), mistake.made().bytes(mistake.file()));
            !sound.is_empty() && bytes == sound
        })
        .map(|mistake| format!("{mistake:?}"))
        .collect();
    let all = healed.join("\n");
    for edit in [
        "kind = “район”",
        "kind = «район»",
        "kind = район\"",
        "kind: \\\"район",
        "kind => ",
        "kind = \\\"район\\\";",
        "\\u{a0}= ",
        "date = 30.03.2023\"",
        "date = 30 марта 2023\"",
        "text_known = да\"",
        "text_known = TRUE",
        "period = 2023\"",
        "рeriod",
        "Kind = ",
        "documents = \\\"114-od\\\"",
        "[[section.event]\\n",
        "##Что сделано",
        "[план мероприятий] (",
        "---\\ndate = 2023-03-30",
        "news_stale_days = 031",
    ] {
        assert!(all.contains(edit), "not healed: {edit}\n{all}");
    }
    let saved = healed.iter().filter(|mistake| mistake.contains("Saved"));
    assert!(saved.count() >= 8, "encodings come back: {all}");
    assert!(healed.len() >= 60, "{}\n{all}", healed.len());
}

#[test]
fn sound_content_stays_as_it_is() {
    let sources = Content::real().sources();
    let fixed = fix(&sources, &judge);
    assert_eq!(fixed.files, []);
    assert!(sources.iter().eq(fixed.sources.iter()));
}

/// Windows line ends, comments and a missing last line break are nobody's mistake.
#[test]
fn what_no_mistake_concerns_stays() {
    let text = "# Заметка «в кавычках»\r\nname = “Район”   # так\r\n\r\nname_of = \"Района с «ёлочками» и \u{a0}пробелом\"\r\n\
                <<<<<<< HEAD\r\nkind = \"район\"\r\n=======\r\nkind = \"округ\"\r\n>>>>>>> b\r\nname_in: \"в Районе\"";
    let (bytes, fixed) = mended(
        "38-irkutskaya/zima/municipality.toml",
        text.as_bytes().to_vec(),
    );
    let right = text
        .replace("“Район”", "\"Район\"")
        .replace("name_in:", "name_in =");
    assert_eq!(String::from_utf8(bytes).expect("text"), right);
    let [file] = &fixed.files[..] else {
        panic!("one file was mended");
    };
    assert_eq!(file.deeds.len(), 2, "{:?}", file.deeds);
    let lines: Vec<usize> = file.changes.iter().map(|change| change.line).collect();
    assert_eq!(lines, [2, 10]);
}
