//! The editor in the browser: what it offers for which territories. Whether it works is tested with the real package in
//! `tests/browser/admin.test.mjs`.

use serde_json::Value;
use shnor_portal::build::admin::{self, territory};
use shnor_portal::desk::admin::{Package, TESTED_VERSION};

use crate::harness::Content;

fn package() -> Package {
    Package {
        manifest: br#"{"name":"@sveltia/cms","version":"0.221.1"}"#.to_vec(),
        script: b"1".to_vec(),
        license: b"MIT".to_vec(),
        russian: b"{}".to_vec(),
        parts: Vec::new(),
    }
}

fn file(content: &Content, only: &[&str], path: &str) -> Result<String, String> {
    let only: Vec<_> = only
        .iter()
        .map(|path| territory(path).expect("a path"))
        .collect();
    let files = admin::files(&content.sources(), &package(), &only).map_err(|e| e.to_string())?;
    let found = files.into_iter().find(|file| file.path == path);
    let bytes = found.unwrap_or_else(|| panic!("no {path}")).bytes;
    Ok(String::from_utf8(bytes).expect("text"))
}

fn config(content: &Content, only: &[&str]) -> Value {
    let text = file(content, only, "admin/config.yml").expect("an editor");
    serde_json::from_str(&text).expect("JSON, which is YAML too")
}

fn labels(config: &Value) -> Vec<String> {
    let all = config["collections"].as_array().expect("collections");
    all.iter()
        .filter_map(|one| one["label"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn places_are_named_before_what_is_edited() {
    let labels = labels(&config(&Content::real(), &["38-irkutskaya/zhigalovskiy"]));
    assert_eq!(
        labels[..6],
        [
            "Жигаловский район → Новости",
            "Жигаловский район → Планы",
            "Жигаловский район → Документы",
            "Жигаловский район → Практики",
            "Жигаловский район → Тексты разделов",
            "Жигаловский район → Сведения",
        ]
    );
    assert!(
        labels[6..]
            .iter()
            .all(|label| label.starts_with("Весь портал → "))
    );
}

#[test]
fn a_region_brings_its_municipalities_and_no_others() {
    let labels = labels(&config(&Content::real(), &["70-tomskaya"]));
    let has = |name: &str| labels.iter().any(|label| label.starts_with(name));
    assert!(has("Томская область →") && has("Первомайский район →"));
    assert!(!has("Жигаловский район →"));
}

#[test]
fn places_of_one_name_are_told_by_their_regions() {
    let mut content = Content::real();
    content.change(
        "38-irkutskaya/zhigalovskiy/municipality.toml",
        "name = \"Жигаловский район\"",
        "name = \"Первомайский район\"",
    );
    let labels = labels(&config(&content, &[]));
    for label in [
        "Первомайский район (Иркутская область) → Новости",
        "Первомайский район (Томская область) → Новости",
    ] {
        assert!(labels.iter().any(|one| one == label), "{label}");
    }
}

#[test]
fn names_from_the_content_stay_values() {
    let name = "район \\\"x\\\": {a: 1} # </script>\\n- b";
    let mut content = Content::real();
    content.change(
        "38-irkutskaya/zhigalovskiy/municipality.toml",
        "name = \"Жигаловский район\"",
        &format!("name = \"{name}\""),
    );
    let labels = labels(&config(&content, &["38-irkutskaya/zhigalovskiy"]));
    assert_eq!(labels[0], "район \"x\": {a: 1} # </script>\n- b → Новости");
}

#[test]
fn the_repository_comes_from_the_settings() {
    let mut content = Content::real();
    let settings = content.text("portal.toml");
    let admin = "[admin]\nbackend = \"gitea\"\nrepo = \"o/r\"\nbranch = \"main\"\n\
                 api = \"https://git.example.ru/api/v1\"\nfolder = \"portal/content/\"\n";
    content.put("portal.toml", format!("{settings}\n{admin}"));
    assert!(content.errors().is_empty(), "{:#?}", content.errors());
    let config = config(&content, &["04-altay"]);
    let backend = &config["backend"];
    assert_eq!(backend["name"], "gitea");
    assert_eq!(backend["repo"], "o/r");
    assert_eq!(backend["api_root"], "https://git.example.ru/api/v1");
    assert_eq!(backend["auth_methods"], serde_json::json!(["token"]));
    assert_eq!(
        config["collections"][0]["folder"],
        "portal/content/04-altay/news"
    );
    let page = file(&content, &["04-altay"], "admin/index.html").expect("a page");
    assert!(
        page.contains("connect-src 'self' data: blob: https://git.example.ru;"),
        "{page}"
    );
    assert!(page.contains("noindex"));
}

#[test]
fn everybody_names_the_version_that_is_tested() {
    let version = format!("@sveltia/cms@{TESTED_VERSION}");
    let tested = format!("\"@sveltia/cms\": \"{TESTED_VERSION}\"");
    for (file, words) in [
        ("README.md", &version),
        (".github/workflows/pages.yml", &version),
        ("tests/browser/package.json", &tested),
    ] {
        let text = std::fs::read_to_string(file).expect("readable");
        assert!(text.contains(words), "{file} does not say {words}");
    }
}

#[test]
fn a_territory_that_is_not_there_is_told_with_the_nearest() {
    let words = file(
        &Content::real(),
        &["38-irkutskaya/zhigalovsky"],
        "admin/config.yml",
    )
    .expect_err("no such place");
    assert!(
        words.contains("возможно, вы имели в виду «38-irkutskaya/zhigalovskiy»"),
        "{words}"
    );
}
