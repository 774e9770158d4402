//! `portal import` as an editor uses it: a file in, content files out, nothing invented, nothing overwritten.

mod made;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use shnor_portal::import::paper::Paper;

use crate::understand::documents::{GoldCell, gold};
use crate::understand::paper::{document, pasted, whole, whole_by_cells};

/// Documents: their territory and plans.
const DOCUMENTS: [(&str, &str, &[&str]); 5] = [
    ("zhigalovskiy", "38-irkutskaya/zhigalovskiy", &["2023"]),
    ("ziminskoe", "38-irkutskaya/ziminskoe", &["2024"]),
    ("kemskiy", "10-kareliya/kemskiy", &["2023"]),
    ("altay", "04-altay", &["2023"]),
    (
        "pervomayskiy",
        "70-tomskaya/pervomayskiy",
        &["2022-2023", "2023"],
    ),
];

/// A portal with five territories of which nothing but the names is known.
fn fresh() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let names = |of: &str| {
        let (name, of, kind) = match of {
            "38-irkutskaya" => ("Иркутская область", "Иркутской области", "область"),
            "38-irkutskaya/zhigalovskiy" => ("Жигаловский район", "Жигаловского района", "район"),
            "38-irkutskaya/ziminskoe" => (
                "Зиминское городское муниципальное образование",
                "Зиминского городского муниципального образования",
                "муниципальное образование",
            ),
            "10-kareliya" => ("Республика Карелия", "Республики Карелия", "республика"),
            "10-kareliya/kemskiy" => ("Кемский район", "Кемского района", "район"),
            "04-altay" => ("Республика Алтай", "Республики Алтай", "республика"),
            "70-tomskaya" => ("Томская область", "Томской области", "область"),
            _ => ("Первомайский район", "Первомайского района", "район"),
        };
        format!(
            "name = \"{name}\"\nname_of = \"{of}\"\nname_in = \"в {name}\"\nkind = \"{kind}\"\n"
        )
    };
    let mut files = vec![(
        "portal.toml".to_owned(),
        "title = \"Портал\"\ndescription = \"Портал для проверки.\"\n".to_owned(),
    )];
    for region in ["38-irkutskaya", "10-kareliya", "04-altay", "70-tomskaya"] {
        files.push((format!("{region}/region.toml"), names(region)));
    }
    for (_, place, _) in DOCUMENTS.iter().filter(|(_, place, _)| place.contains('/')) {
        files.push((format!("{place}/municipality.toml"), names(place)));
    }
    for (path, text) in files {
        let path = folder.path().join("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    folder
}

fn portal(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_portal"))
        .current_dir(folder)
        .args(arguments)
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .expect("the program starts")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<(PathBuf, Vec<u8>)> = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (
                entry.path().to_owned(),
                fs::read(entry.path()).expect("readable"),
            )
        })
        .collect();
    files.sort();
    files
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of a plan's file as the gold table has them.
fn cells(path: &Path) -> Vec<GoldCell> {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let plan: toml::Table = text.parse().expect("TOML");
    let tables = |table: &toml::Table, key: &str| -> Vec<toml::Table> {
        let list = table.get(key).and_then(|value| value.as_array()).cloned();
        list.unwrap_or_default()
            .into_iter()
            .filter_map(|item| item.as_table().cloned())
            .collect()
    };
    let mut events = tables(&plan, "event");
    for section in tables(&plan, "section") {
        events.extend(tables(&section, "event"));
    }
    let mut cells = Vec::new();
    for event in &events {
        let id = event["id"].as_str().expect("an id");
        for key in [
            "number",
            "title",
            "deadline",
            "responsible",
            "indicator",
            "result",
        ] {
            if let Some(words) = event.get(key).and_then(|value| value.as_str()) {
                cells.push((id.to_owned(), key.to_owned(), line(words)));
            }
        }
    }
    cells.sort();
    cells
}

/// Imports a file into a fresh portal and compares every cell with the gold table.
#[track_caller]
fn imported(name: &str, bytes: &[u8], place: &str, plans: &[&str]) -> tempfile::TempDir {
    let folder = fresh();
    fs::write(folder.path().join(name), bytes).expect("written");
    let output = portal(folder.path(), &["import", name, place]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{name}: {}{}",
        said(&output),
        out(&output)
    );
    let check = portal(folder.path(), &["check", "--date", "2026-11-22"]);
    assert_eq!(check.status.code(), Some(0), "{name}: {}", said(&check));
    let gold = gold();
    for plan in plans {
        let found = cells(
            &folder
                .path()
                .join(format!("content/{place}/plans/{plan}.toml")),
        );
        let mut expected = gold[&(place.to_owned(), (*plan).to_owned())].clone();
        expected.sort();
        let wrong: Vec<_> = expected
            .iter()
            .filter(|cell| !found.contains(cell))
            .chain(found.iter().filter(|cell| !expected.contains(cell)))
            .collect();
        assert!(wrong.is_empty(), "{name}, {plan}: {wrong:#?}");
    }
    folder
}

/// A document as a word processor holds it.
fn held(name: &str) -> Paper {
    match name {
        "kemskiy" => whole_by_cells(&document(name), 4),
        _ => whole(&document(name)),
    }
}

#[test]
fn a_paste_of_every_document_becomes_content_without_an_error() {
    for (name, place, plans) in DOCUMENTS {
        let file = format!("{name}.txt");
        let folder = imported(&file, document(name).as_bytes(), place, plans);
        // The same paper once more changes nothing.
        let before = files(folder.path());
        let again = portal(folder.path(), &["import", &file, place, "--replace"]);
        assert_eq!(again.status.code(), Some(0), "{}", said(&again));
        assert_eq!(files(folder.path()), before, "{}", out(&again));
    }
}

#[test]
fn word_files_of_every_document_become_the_same() {
    for (name, place, plans) in DOCUMENTS {
        imported(
            &format!("{name}.docx"),
            &made::docx(&held(name)),
            place,
            plans,
        );
    }
}

#[test]
fn other_kinds_of_files_become_the_same() {
    for (name, place, plans) in DOCUMENTS {
        let paper = held(name);
        imported(&format!("{name}.odt"), &made::odt(&paper), place, plans);
        imported(&format!("{name}.html"), &made::html(&paper), place, plans);
    }
    for (name, place, plans) in [DOCUMENTS[0], DOCUMENTS[1], DOCUMENTS[3]] {
        let paper = pasted(&document(name));
        imported(
            &format!("{name}.xlsx"),
            &made::xlsx(&held(name)),
            place,
            plans,
        );
        imported(&format!("{name}.csv"), &made::csv(&paper), place, plans);
    }
}
