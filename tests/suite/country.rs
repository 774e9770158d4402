//! Open data, calendars and feeds of a whole country: archives by region instead of tables of every place, short
//! calendars, and nothing that is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::sync::LazyLock;

use serde_json::Value as Json;
use shnor_portal::site::data::{self, Scope};
use shnor_portal::site::{Address, Site, metadata, scope};
use zip::ZipArchive;

use crate::harness::{Built, Content};

/// The real content, and one of its municipalities so often that the portal is a country.
static COUNTRY: LazyLock<(Content, Built)> = LazyLock::new(|| {
    let content = content();
    let site = content.build();
    (content, site)
});

const MODEL: &str = "38-irkutskaya/zhigalovskiy";

fn content() -> Content {
    let mut content = Content::real();
    let files = [
        "municipality.toml",
        "people.toml",
        "schools.toml",
        "plans/2023.toml",
        "documents/114-od.toml",
        "documents/55-310-mr.toml",
    ];
    for number in 0..=scope::LARGE {
        let region = ["38-irkutskaya", "70-tomskaya"][number % 2];
        for file in files {
            let text = content.text(&format!("{MODEL}/{file}"));
            let place = format!("{region}/rayon-{number:03}");
            let text = text.replace(MODEL, &place);
            content.put(&format!("{place}/{file}"), text);
        }
    }
    content
}

fn bytes<'b>(site: &'b Built, path: &str) -> &'b [u8] {
    let artifacts = site.0.artifacts.as_ref().expect("content has no errors");
    let found = artifacts.iter().find(|artifact| artifact.path == path);
    &found
        .unwrap_or_else(|| panic!("the site has no {path}"))
        .bytes
}

fn index(site: &Built) -> Json {
    serde_json::from_slice(bytes(site, data::INDEX)).expect("JSON")
}

/// The files of an archive.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect();
    names
        .into_iter()
        .map(|name| {
            let mut text = String::new();
            let mut file = archive.by_name(&name).expect("a file");
            file.read_to_string(&mut text).expect("UTF-8");
            (name, text)
        })
        .collect()
}

/// The rows of a table, by the names of its columns.
fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.deserialize().collect::<Result<_, _>>();
    rows.expect("a table")
}

#[test]
fn every_measure_stands_once_in_the_archives() {
    let (content, site) = &*COUNTRY;
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    let portal = content.portal();
    let index = index(site);
    let mut found = Vec::new();
    for region in index["regions"].as_array().expect("regions") {
        let path = region["archive"]["url"].as_str().expect("an address");
        let archive = bytes(site, path.trim_start_matches('/'));
        assert_eq!(region["archive"]["bytes"], archive.len());
        let files = unpacked(archive);
        assert!(files.contains_key("o-tablitsakh.txt"));
        let package: Json = serde_json::from_str(&files["datapackage.json"]).expect("JSON");
        let tables = region["tables"].as_array().expect("tables");
        assert_eq!(files.len(), tables.len() + 2, "{:?}", files.keys());
        for table in tables {
            let file = table["file"].as_str().expect("a name");
            let rows = rows(&files[file]);
            assert_eq!(table["count"], rows.len(), "{path}: {file}");
            let resources = package["resources"].as_array().expect("tables");
            let told = resources.iter().find(|one| one["path"] == file);
            let fields = told.expect("every table is described")["schema"]["fields"].clone();
            let names: Vec<&str> = fields
                .as_array()
                .expect("columns")
                .iter()
                .filter_map(|field| field["name"].as_str())
                .collect();
            let head = files[file].lines().next().expect("a head");
            assert_eq!(names.join(","), head, "{path}: {file}");
        }
        let events = rows(&files["sobytiya.csv"]);
        found.extend(events.into_iter().map(|row| row["id"].clone()));
    }
    let once: BTreeSet<&String> = found.iter().collect();
    assert_eq!(once.len(), found.len());
    assert_eq!(found.len(), portal.event_count());
    for territory in &portal.territories {
        for plan in &territory.plans {
            for event in plan.events() {
                let id = format!("{}/{}/{}", territory.path, plan.id, event.id);
                assert!(once.contains(&id), "{id}");
            }
        }
    }
    let tables = index["tables"].as_array().expect("tables").iter();
    let mut tables = tables.map(|table| (table["name"].clone(), table["count"].clone()));
    assert!(tables.any(|(name, count)| name == "events" && count == found.len()));
}

#[test]
fn what_an_archive_leaves_out_can_be_had_from_the_rest() {
    let (_, site) = &*COUNTRY;
    let files = unpacked(bytes(site, "38-irkutskaya/dannye/tablitsy.zip"));
    let events: BTreeSet<String> = rows(&files["sobytiya.csv"])
        .into_iter()
        .map(|row| row["id"].clone())
        .collect();
    for file in ["pokazateli.csv", "otvetstvennye.csv", "obeshchaniya.csv"] {
        let rows = rows(&files[file]);
        assert!(!rows.is_empty());
        for row in rows {
            assert!(events.contains(&row["event"]), "{file}: {row:?}");
        }
    }
    let places = rows(site.text("dannye/territorii.csv"));
    let places: BTreeSet<&String> = places.iter().map(|row| &row["id"]).collect();
    for row in rows(&files["sobytiya.csv"]) {
        assert!(places.contains(&row["territory"]));
        assert!(row["id"].starts_with(&format!("{}/", row["territory"])));
    }
}

#[test]
fn pages_of_data_lead_to_files_that_are_there() {
    let (_, site) = &*COUNTRY;
    let paths: BTreeSet<&str> = site.paths().into_iter().collect();
    for page in ["dannye/", "38-irkutskaya/dannye/", "dannye/stolbtsy/"] {
        let html = site.text(&format!("{page}index.html"));
        let links: Vec<&str> = html
            .split(" href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|link| !link.contains(':') && !link.starts_with('#'))
            .collect();
        assert!(!links.is_empty());
        for link in links {
            let link = link.split(['#', '?']).next().unwrap_or_default();
            let mut parts: Vec<&str> = page.trim_end_matches('/').split('/').collect();
            for step in link.split('/') {
                match step {
                    ".." => {
                        parts.pop();
                    }
                    "." => {}
                    step => parts.push(step),
                }
            }
            let file = Address::new(parts.join("/")).file();
            assert!(paths.contains(file.as_str()), "{page}: {link} → {file}");
        }
    }
    let words = site.words("dannye/index.html");
    assert!(
        words.contains("Таблицы лежат в архивах регионов"),
        "{words}"
    );
    let region = site.text("38-irkutskaya/dannye/index.html");
    assert!(
        region.contains("href=\"tablitsy.zip\" download"),
        "{region}"
    );
    assert!(!region.contains(".xlsx") && !region.contains("events.json"));
}

#[test]
fn the_map_of_the_site_knows_every_file_of_data() {
    let (content, built) = &*COUNTRY;
    let portal = content.portal();
    let site = Site::new(&portal);
    let published: BTreeSet<&str> = built
        .paths()
        .into_iter()
        .filter(|path| path.contains("dannye/") && !path.ends_with(".html"))
        .collect();
    let files = [data::files(&portal), metadata::files(&portal)].concat();
    let known: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    assert_eq!(published, known);
    assert!(published.iter().all(|path| site.has_file(path)));
    // The number of files grows with regions, not with municipalities.
    let regions = data::scopes(&portal).len() - 1;
    assert!(published.len() < regions + 20, "{published:#?}");
    let heavy = [".xlsx", ".jsonl", ".sqlite", "-excel.csv"];
    let paths = built.paths();
    let mut paths = paths.iter();
    assert!(!paths.any(|path| heavy.iter().any(|end| path.ends_with(end))));
    // A link to a table that a smaller portal has leads to the page of data.
    for path in [
        "dannye/sobytiya.csv",
        "dannye/v1/events.json",
        data::DATABASE,
    ] {
        let page = site.page_at(path).map(|page| page.address().file());
        assert_eq!(page.as_deref(), Some("dannye/index.html"), "{path}");
    }
    assert!(site.page_at("dannye/sobytia.csv").is_none());
    assert_eq!(Scope::Portal.archive(&portal), None);
}

#[test]
fn a_place_has_a_short_calendar_whose_links_lead_to_its_plan() {
    let (_, site) = &*COUNTRY;
    let place = "38-irkutskaya/rayon-000";
    let calendar = site.text(&format!("{place}/kalendar.ics"));
    let whole = calendar.replace("\r\n ", "");
    let plan = site.text(&format!("{place}/plan/2023/index.html"));
    let events = whole.matches("BEGIN:VEVENT").count();
    assert!(events > 20, "{events}");
    let size = calendar.len() / events;
    assert!(size <= 450, "{size} bytes a measure");
    assert!(!whole.contains("\nDESCRIPTION:"));
    let mut links = whole
        .lines()
        .filter_map(|line| line.strip_prefix("URL:"))
        .filter_map(|link| link.split_once('#'))
        // The calendar itself is at home where one subscribes to it.
        .filter(|(_, anchor)| *anchor != "podpiska");
    assert!(links.all(|(page, anchor)| {
        page.ends_with(&format!("{place}/plan/2023/")) && plan.contains(&format!("id=\"{anchor}\""))
    }));
    let paths: BTreeSet<&str> = site.paths().into_iter().collect();
    assert!(!paths.contains("kalendar.ics"));
    let mut calendars = paths.iter().filter(|path| path.ends_with(".ics"));
    assert!(calendars.all(|path| path.ends_with("kalendar.ics") && !path.contains("/shkoly/")));
}

#[test]
fn a_place_has_a_short_feed() {
    let (_, site) = &*COUNTRY;
    let feed = site.text(&format!("{MODEL}/novosti/lenta.xml"));
    assert_eq!(feed.matches("<entry>").count(), 1, "{feed}");
    assert!(!feed.contains("<content"));
    let paths: BTreeSet<&str> = site.paths().into_iter().collect();
    assert!(!paths.contains(format!("{MODEL}/novosti/lenta.json").as_str()));
    assert!(paths.contains("novosti/lenta.json"));
    let empty = site.text("38-irkutskaya/rayon-000/novosti/lenta.xml");
    assert!(empty.len() < 1500, "{empty}");
}
