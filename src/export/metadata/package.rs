//! Frictionless Data Package, version 2: the CSV files of a scope with the meaning of every column, the keys between
//! them, the conditions and the acts they come from.

use serde_json::{Value as Json, json};

use crate::export::DataFile;
use crate::export::data::definition;
use crate::export::formats::json::LICENCE;
use crate::export::metadata::facts::{Facts, KEYWORDS, act_page, act_title};
use crate::export::metadata::fields::{self, Detail};
use crate::export::metadata::written::written;
use crate::site::data::{Format, Scope, TableName};
use crate::site::metadata;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The package of a scope.
pub fn file(facts: &Facts<'_>, scope: &Scope) -> DataFile {
    let path = metadata::package(scope);
    DataFile {
        bytes: written(scope, &package(facts, scope, &path)),
        path,
    }
}

fn package(facts: &Facts<'_>, scope: &Scope, path: &str) -> Json {
    let tables = scope.tables(facts.portal);
    let known: Vec<_> = tables.iter().map(|table| (table.api, table.file)).collect();
    let resources = tables
        .iter()
        .filter_map(|table| resource(facts, scope, *table, &known));
    let day = facts.today;
    let mut package = json!({
        "$schema": PROFILE,
        "name": scope.id().map_or_else(|| "portal".to_owned(), |id| id.replace('/', "-")),
        "title": facts.title(scope),
        "description": facts.about(scope),
        "created": format!("{day}T00:00:00Z"),
        // Parts of a version have no zeros in front.
        "version": format!("{}.{}.{}", day.year(), day.month(), day.day()),
        "licenses": [{
            "name": "CC-BY-4.0",
            "path": LICENCE,
            "title": "Creative Commons Attribution 4.0 International",
        }],
        "contributors": [publisher(facts)],
        "keywords": KEYWORDS,
        "resources": resources.collect::<Vec<_>>(),
    });
    let sources = sources(facts, scope);
    if !sources.is_empty() {
        package["sources"] = json!(sources);
    }
    if let Some(id) = facts.absolute(path) {
        package["id"] = json!(id);
        package["homepage"] = json!(facts.absolute(facts.page(scope).address().as_str()));
    }
    package
}

fn publisher(facts: &Facts<'_>) -> Json {
    let settings = &facts.portal.settings;
    let mut publisher = json!({ "title": settings.title, "roles": ["publisher"] });
    if let Some(home) = facts.address {
        publisher["path"] = json!(home);
    }
    if let Some(email) = &settings.email {
        publisher["email"] = json!(email.value);
    }
    publisher
}

/// Addresses of acts only where they are complete: a way out of the package's folder is no address to its readers.
fn sources(facts: &Facts<'_>, scope: &Scope) -> Vec<Json> {
    let acts = facts.sources(scope).into_iter();
    let sources = acts.map(|(place, act)| {
        let mut source = json!({ "title": act_title(place, act) });
        if let Some(path) = facts.absolute(&act_page(place, act)) {
            source["path"] = json!(path);
        }
        source
    });
    sources.collect()
}

fn resource(
    facts: &Facts<'_>,
    scope: &Scope,
    table: TableName,
    known: &[(&'static str, &'static str)],
) -> Option<Json> {
    let print = facts.files.get(&scope.file(table, Format::Csv))?;
    let definition = definition(table);
    let detail = match metadata::is_detailed(scope, facts.portal) {
        true => Detail::Full,
        false => Detail::Short,
    };
    Some(json!({
        "name": table.file,
        "type": "table",
        "path": format!("{}.csv", table.file),
        "title": definition.title,
        "description": definition.about,
        "scheme": "file",
        "format": "csv",
        "mediatype": Format::Csv.media_type(),
        "encoding": "utf-8",
        "bytes": print.bytes,
        "hash": format!("sha256:{}", print.sha256),
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
        },
        "schema": fields::schema(definition, known, detail),
    }))
}
