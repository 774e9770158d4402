//! The program as people start it: exit codes, where words go, what is left on disk.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn portal(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_portal"))
        .current_dir(folder)
        .args(arguments)
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn copy_of_content() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for entry in walkdir::WalkDir::new("content")
        .into_iter()
        .filter_map(Result::ok)
    {
        let target = folder.path().join(entry.path());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("made");
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
    folder
}

#[test]
fn a_build_writes_the_site_and_says_so_in_a_few_lines() {
    let folder = copy_of_content();
    let output = portal(folder.path(), &["build", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        words.contains("141 мероприятие") && words.contains("страниц"),
        "{words}"
    );
    assert!(words.lines().count() <= 5, "{words}");
    assert!(
        folder
            .path()
            .join("public/38-irkutskaya/zhigalovskiy/plan/2023/index.html")
            .is_file()
    );
}

#[test]
fn mending_shows_its_lines_and_a_rehearsal_writes_nothing() {
    let folder = copy_of_content();
    let path = folder
        .path()
        .join("content/38-irkutskaya/zhigalovskiy/municipality.toml");
    let sound = fs::read_to_string(&path).expect("content is UTF-8");
    let spoilt = sound.replace("kind = \"район\"", "kind: “район”");
    let bytes = encoding_rs::WINDOWS_1251.encode(&spoilt).0.into_owned();
    fs::write(&path, &bytes).expect("written");
    let day = ["--date", "2026-11-22"];

    let told = portal(folder.path(), &[&["check"][..], &day].concat());
    assert_eq!(told.status.code(), Some(1));
    assert!(
        said(&told).contains("1 проблему можно исправить командой portal check --fix"),
        "{}",
        said(&told)
    );

    let shown = portal(
        folder.path(),
        &[&["check", "--fix", "--dry-run"][..], &day].concat(),
    );
    let words = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert_eq!(shown.status.code(), Some(0), "{words}{}", said(&shown));
    for part in [
        "municipality.toml",
        "перекодирован в UTF-8, был в Windows-1251",
        "5 - kind: “район”",
        "5 + kind = \"район\"",
        "Файлы не тронуты",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert_eq!(fs::read(&path).expect("still there"), bytes);

    let mended = portal(folder.path(), &[&["check", "--fix"][..], &day].concat());
    assert_eq!(mended.status.code(), Some(0));
    assert!(
        said(&mended).contains("осталось: ошибок нет"),
        "{}",
        said(&mended)
    );
    assert_eq!(fs::read_to_string(&path).expect("UTF-8 again"), sound);
    let again = portal(folder.path(), &[&["check", "--fix"][..], &day].concat());
    assert!(String::from_utf8_lossy(&again.stdout).contains("Исправлять нечего"));
}

#[test]
fn broken_content_is_exit_code_1_and_leaves_the_last_site_whole() {
    let folder = copy_of_content();
    portal(folder.path(), &["build", "--date", "2026-11-22"]);
    let before = fs::read(folder.path().join("public/index.html")).expect("built");
    let broken = folder.path().join("content/glossary.toml");
    let text = fs::read_to_string(&broken).expect("readable");
    fs::write(&broken, text.replacen("[[term]]", "[[term]", 1)).expect("written");
    let output = portal(folder.path(), &["build", "--date", "2026-11-22"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("content/glossary.toml:"),
        "{}",
        said(&output)
    );
    assert!(output.stdout.is_empty(), "problems go to standard error");
    assert_eq!(
        fs::read(folder.path().join("public/index.html")).expect("kept"),
        before
    );
    assert_eq!(portal(folder.path(), &["check"]).status.code(), Some(1));
}

#[test]
fn usage_and_environment_are_exit_code_2() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for arguments in [
        &["buld"][..],
        &["build", "--dat", "x"],
        &["build", "--date", "завтра"],
        &["build"],
        &["check"],
        &[],
    ] {
        let output = portal(folder.path(), arguments);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            said(&output)
        );
        assert!(!said(&output).is_empty() || arguments.is_empty());
    }
    let typo = said(&portal(folder.path(), &["buld"]));
    assert!(typo.contains("возможно, вы имели в виду «build»"), "{typo}");
}

#[test]
fn a_folder_of_somebody_else_is_not_touched() {
    let folder = copy_of_content();
    let home = folder.path().join("home");
    fs::create_dir(&home).expect("made");
    fs::write(home.join("diploma.doc"), "x").expect("written");
    let output = portal(folder.path(), &["build", "--out", "home"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("чужие файлы"), "{}", said(&output));
    assert_eq!(fs::read_dir(&home).expect("there").count(), 1);
}

#[test]
fn reports_for_programs_go_to_standard_output() {
    let folder = copy_of_content();
    let broken = folder.path().join("content/glossary.toml");
    let text = fs::read_to_string(&broken).expect("readable");
    fs::write(&broken, text.replacen("group = ", "grup = ", 1)).expect("written");
    let github = portal(folder.path(), &["check", "--format", "github"]);
    let annotations = String::from_utf8_lossy(&github.stdout).into_owned();
    assert_eq!(github.status.code(), Some(1));
    assert!(
        annotations.starts_with("::error file=content/glossary.toml,line="),
        "{annotations}"
    );
    let json = portal(folder.path(), &["check", "--format", "json"]);
    let problems: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let first = problems
        .as_array()
        .expect("a list")
        .iter()
        .find(|p| p["severity"] == "error")
        .expect("an error");
    assert_eq!(first["code"], "П101");
    assert!(first["line"].is_u64() && first["help"].is_array());
}

#[test]
fn the_same_input_gives_the_same_bytes_in_another_folder() {
    let (one, two) = (copy_of_content(), copy_of_content());
    for folder in [&one, &two] {
        portal(
            folder.path(),
            &[
                "build",
                "--date",
                "2026-11-22",
                "--base-url",
                "https://example.ru/portal/",
            ],
        );
    }
    let files = |folder: &tempfile::TempDir| {
        let root = folder.path().join("public");
        let mut files: Vec<_> = walkdir::WalkDir::new(&root)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let name = entry.path().strip_prefix(&root).expect("inside").to_owned();
                (name, fs::read(entry.path()).expect("readable"))
            })
            .collect();
        files.sort();
        files
    };
    assert!(files(&one) == files(&two));
}
