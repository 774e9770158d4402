//! Open data: every format says the same, and the same as the pages.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader as _, Xlsx};
use rusqlite::Connection;
use serde_json::Value as Json;
use shnor_portal::export::table::{ColumnKind, Definition};
use shnor_portal::export::tables;
use shnor_portal::site::data::{self, Format, Scope};
use shnor_portal::site::{PageKey, PlacePage, Site, metadata};
use shnor_portal::text::tame::untamed;

use crate::harness::{Built, Content};

static SITE: LazyLock<(Content, Built)> = LazyLock::new(|| {
    let content = Content::real();
    let site = content.build();
    (content, site)
});

/// A table as texts: names of columns, then rows; nothing is an empty text.
type Cells = Vec<Vec<String>>;

fn bytes<'b>(site: &'b Built, path: &str) -> &'b [u8] {
    let artifacts = site.0.artifacts.as_ref().expect("content has no errors");
    let found = artifacts.iter().find(|artifact| artifact.path == path);
    &found
        .unwrap_or_else(|| panic!("the site has no {path}"))
        .bytes
}

fn csv(bytes: &[u8], delimiter: u8) -> Cells {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(bytes);
    let rows = reader.records().map(|row| {
        let row = row.expect("a row");
        row.iter().map(|cell| untamed(cell).to_owned()).collect()
    });
    rows.collect()
}

/// JSON as the CSV has it.
fn said(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(said).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

fn json_rows<'j>(
    definition: &Definition,
    rows: impl Iterator<Item = &'j Json>,
) -> Vec<Vec<String>> {
    rows.map(|row| {
        let object = row.as_object().expect("an object");
        assert_eq!(object.len(), definition.columns.len());
        let cells = definition.columns.iter();
        cells.map(|column| said(&object[column.name])).collect()
    })
    .collect()
}

fn workbook(bytes: &[u8], definition: &Definition) -> Cells {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), [definition.title, "Столбцы"]);
    let sheet = book.worksheet_range(definition.title).expect("a sheet");
    let width = definition.columns.len();
    let rows = sheet.rows().enumerate().map(|(index, row)| {
        let mut cells: Vec<String> = row.iter().map(|cell| cell_of(cell, index)).collect();
        // Empty columns at the end are not stored.
        cells.resize(width, String::new());
        cells
    });
    rows.collect()
}

fn cell_of(cell: &Data, row: usize) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => panic!("row {row}: {other:?}"),
    }
}

/// The Excel twin as programs would have it.
fn plain(cells: Cells, definition: &Definition) -> Cells {
    let day = |text: &str| {
        let parts: Vec<&str> = text.split('.').rev().collect();
        parts.join("-")
    };
    let mut rows = cells.into_iter();
    let header = rows.next().expect("a header");
    let rows = rows.map(|row| {
        let cells = row.into_iter().zip(definition.columns);
        cells
            .map(|(cell, column)| match column.kind {
                ColumnKind::Date => day(&cell),
                ColumnKind::Decimal | ColumnKind::Percent => cell.replace(',', "."),
                _ => cell,
            })
            .collect()
    });
    std::iter::once(header).chain(rows).collect()
}

fn definition(api: &str) -> &'static Definition {
    tables::all().find(|one| one.api == api).expect("a table")
}

#[test]
fn every_format_has_the_same_cells() {
    let (content, site) = &*SITE;
    let portal = content.portal();
    for scope in Scope::all(&portal) {
        for table in scope.tables(&portal) {
            let definition = definition(table.api);
            let of = |format| bytes(site, &scope.file(table, format));
            let names: Vec<_> = definition.columns.iter().map(|c| c.name).collect();
            let expected = csv(of(Format::Csv), b',');
            assert_eq!(expected[0], names);
            let rows = &expected[1..];

            let excel = of(Format::ExcelCsv).strip_prefix("\u{FEFF}".as_bytes());
            let excel = plain(csv(excel.expect("a mark"), b';'), definition);
            assert_eq!(excel, expected, "{scope:?} {}", table.file);

            let document: Json = serde_json::from_slice(of(Format::Json)).expect("JSON");
            let listed = document[table.api].as_array().expect("a list");
            assert_eq!(document["count"], listed.len());
            assert_eq!(json_rows(definition, listed.iter()), rows);

            let lines = std::str::from_utf8(of(Format::JsonLines)).expect("UTF-8");
            let lines: Vec<Json> = lines
                .lines()
                .map(|line| serde_json::from_str(line).expect("JSON"))
                .collect();
            assert_eq!(json_rows(definition, lines.iter()), rows);

            let book = workbook(of(Format::Xlsx), definition);
            let titles: Vec<_> = definition.columns.iter().map(|c| c.title).collect();
            assert_eq!(book[0], titles);
            assert_eq!(&book[1..], rows, "{scope:?} {}", table.file);
        }
    }
}

#[test]
fn the_database_has_the_rows_of_the_tables_and_its_keys_hold() {
    let (content, site) = &*SITE;
    let portal = content.portal();
    let file = bytes(site, data::DATABASE);
    let mut database = Connection::open_in_memory().expect("memory");
    database
        .deserialize_read_exact("main", file, file.len(), true)
        .expect("a database");
    let one = |sql: &str| -> String {
        let text = database.query_row(sql, [], |row| row.get::<_, rusqlite::types::Value>(0));
        match text.expect("a row") {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(one("PRAGMA integrity_check"), "ok");
    let broken = database.prepare("PRAGMA foreign_key_check").expect("SQL");
    let mut broken = broken;
    assert!(
        broken
            .query([])
            .expect("rows")
            .next()
            .expect("rows")
            .is_none()
    );
    for table in Scope::Portal.tables(&portal) {
        let rows = csv(bytes(site, &Scope::Portal.file(table, Format::Csv)), b',').len() - 1;
        let count = format!("SELECT count(*) FROM \"{}\"", table.api);
        assert_eq!(one(&count), rows.to_string(), "{}", table.api);
        let said = format!("SELECT rows FROM tables WHERE name = '{}'", table.api);
        assert_eq!(one(&said), rows.to_string());
        let columns = format!(
            "SELECT count(*) FROM columns WHERE table_name = '{}'",
            table.api
        );
        assert_eq!(
            one(&columns),
            definition(table.api).columns.len().to_string()
        );
    }
    assert_eq!(one("SELECT count(*) FROM events"), "141");
    let school = "SELECT count(*) FROM events, json_each(schools) JOIN schools s ON s.id = value";
    assert_ne!(one(school), "0");
}

#[test]
fn the_query_on_the_data_page_works() {
    let (content, site) = &*SITE;
    let page = content.text("pages/dannye.md");
    let start = page.find("```sql\n").expect("an example") + 7;
    let sql = &page[start..start + page[start..].find("```").expect("its end")];
    let file = bytes(site, data::DATABASE);
    let mut database = Connection::open_in_memory().expect("memory");
    database
        .deserialize_read_exact("main", file, file.len(), true)
        .expect("a database");
    let mut query = database.prepare(sql).expect("sound SQL");
    let rows = query
        .query_map([], |row| row.get::<_, i64>(1))
        .expect("rows");
    assert_eq!(rows.map(|row| row.expect("a number")).sum::<i64>(), 141);
}

#[test]
fn counts_of_files_are_those_of_the_pages() {
    let (content, site) = &*SITE;
    let portal = content.portal();
    let events = portal.event_count();
    assert_eq!(events, 141);
    let words = site.words("dannye/index.html");
    assert!(words.contains(&format!("{events} запись")), "{words}");
    for territory in &portal.territories {
        let page = PageKey::place(&territory.path, PlacePage::Data);
        let words = site.words(&page.address().file());
        let scope = Scope::Place(territory.path.clone());
        for table in scope.tables(&portal) {
            let rows = csv(bytes(site, &scope.file(table, Format::Csv)), b',').len() - 1;
            let title = definition(table.api).title;
            let about = definition(table.api).about;
            let said = format!("{title} {about} {rows} ");
            assert!(words.contains(&said), "{said} — {words}");
        }
    }
    let sum = |api: &str, column: &str| -> u64 {
        let path = "dannye/v1/municipalities.json";
        let document: Json = serde_json::from_slice(bytes(site, path)).expect("JSON");
        let places = document["municipalities"].as_array().expect("a list");
        let own: u64 = places
            .iter()
            .map(|place| place[column].as_u64().expect("a count"))
            .sum();
        let table = format!("dannye/v1/{api}.json");
        let document: Json = serde_json::from_slice(bytes(site, &table)).expect("JSON");
        assert_eq!(document["count"], own, "{api}");
        own
    };
    assert_eq!(sum("events", "events"), 141);
    assert_eq!(sum("plans", "plans"), 6);
    assert!(sum("schools", "schools") > 0 && sum("practices", "practices") > 0);
}

#[test]
fn the_map_of_the_site_knows_every_file_of_data() {
    let (content, built) = &*SITE;
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
}

#[test]
fn the_list_of_the_api_names_files_that_are_there() {
    let (_, site) = &*SITE;
    let paths: BTreeSet<&str> = site.paths().into_iter().collect();
    let index: Json = serde_json::from_slice(bytes(site, data::INDEX)).expect("JSON");
    let mut found = 0;
    let mut look = |table: &Json| {
        let files = table["files"].as_object().expect("files").values();
        for path in files.chain([&table["schema"]]) {
            let path = path.as_str().expect("a path");
            assert!(paths.contains(path.trim_start_matches('/')), "{path}");
            found += 1;
        }
    };
    index["tables"]
        .as_array()
        .expect("a list")
        .iter()
        .for_each(&mut look);
    for place in index["territories"].as_array().expect("a list") {
        place["tables"]
            .as_array()
            .expect("a list")
            .iter()
            .for_each(&mut look);
    }
    assert!(found > 300, "{found}");
}

#[test]
fn no_cell_is_run_as_a_formula() {
    let mut content = Content::real();
    let plan = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
    let evil = "=HYPERLINK(\\\"http://x.ru\\\")";
    content.change(
        plan,
        "title = \"Определение кураторов",
        &format!("title = \"{evil} "),
    );
    let site = content.build();
    let evil = evil.replace('\\', "");
    for (format, delimiter) in [(Format::Csv, b','), (Format::ExcelCsv, b';')] {
        let path = Scope::Portal.file(
            data::TableName {
                file: "sobytiya",
                api: "events",
            },
            format,
        );
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(bytes(&site, &path));
        let cells: Vec<String> = reader
            .records()
            .flat_map(|row| {
                row.expect("a row")
                    .iter()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect();
        assert!(
            cells
                .iter()
                .any(|cell| cell.starts_with(&format!("'{evil}")))
        );
        let runs = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!cells.iter().any(runs));
    }
    let bytes = bytes(&site, "dannye/sobytiya.xlsx");
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let formulas = book.worksheet_formula("Мероприятия").expect("a sheet");
    assert!(formulas.is_empty());
    let cells = workbook(bytes, definition("events"));
    assert!(cells.iter().flatten().any(|cell| cell.starts_with(&evil)));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let content = Content::around("38-irkutskaya/zhigalovskiy/plans/2023.toml");
    let made = || -> BTreeMap<String, Vec<u8>> {
        let built = content.build();
        let errors = content.errors();
        let artifacts = built.0.artifacts.unwrap_or_else(|| panic!("{errors:#?}"));
        let data = artifacts
            .into_iter()
            .filter(|one| one.path.contains("dannye/"));
        data.map(|one| (one.path, one.bytes)).collect()
    };
    let (once, again) = (made(), made());
    assert!(once.contains_key(data::DATABASE) && once.contains_key("dannye/sobytiya.xlsx"));
    assert!(once == again);
}
