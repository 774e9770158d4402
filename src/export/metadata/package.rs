//! Frictionless Data Package, version 2: the CSV files of a scope with the meaning of every column, the keys between
//! them, the conditions and the acts they come from.

use serde_json::{Value as Json, json};

use crate::export::DataFile;
use crate::export::data::definition;
use crate::export::formats::json::LICENCE;
use crate::export::metadata::facts::{Facts, KEYWORDS, act_page, act_title};
use crate::export::metadata::fields;
use crate::export::metadata::written::written;
use crate::export::table::Column;
use crate::site::data::{Format, Scope, TableName};
use crate::site::metadata;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The package of a scope whose tables lie beside it.
pub fn file(facts: &Facts<'_>, scope: &Scope) -> DataFile {
    let tables = scope.published(facts.portal, Format::Csv);
    let known = known(&tables);
    let resources = tables.iter().filter_map(|table| {
        let print = facts.files.get(&scope.file(*table, Format::Csv))?;
        let columns: Vec<_> = definition(*table).columns.iter().collect();
        let mut said = resource(*table, &columns, &known);
        said["bytes"] = json!(print.bytes);
        said["hash"] = json!(format!("sha256:{}", print.sha256));
        Some(said)
    });
    let mut said = package(facts, scope, resources.collect());
    let path = metadata::package(scope);
    if let Some(id) = facts.absolute(&path) {
        said["id"] = json!(id);
    }
    DataFile {
        bytes: written(scope, &said),
        path,
    }
}

/// The package of the tables in the archive of a scope.
pub fn archived(facts: &Facts<'_>, scope: &Scope) -> Json {
    let tables = scope.tables(facts.portal);
    let known = known(&tables);
    let resources = tables.iter().map(|table| {
        let columns: Vec<_> = definition(*table).archived().collect();
        resource(*table, &columns, &known)
    });
    package(facts, scope, resources.collect())
}

/// What tables call each other by, and their names in the package.
fn known(tables: &[TableName]) -> Vec<(&'static str, &'static str)> {
    tables.iter().map(|table| (table.api, table.file)).collect()
}

fn package(facts: &Facts<'_>, scope: &Scope, resources: Vec<Json>) -> Json {
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
        "resources": resources,
    });
    let sources = sources(facts, scope);
    if !sources.is_empty() {
        package["sources"] = json!(sources);
    }
    if let Some(page) = facts.absolute(facts.page(scope).address().as_str()) {
        package["homepage"] = json!(page);
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
    table: TableName,
    columns: &[&'static Column],
    known: &[(&'static str, &'static str)],
) -> Json {
    let definition = definition(table);
    json!({
        "name": table.file,
        "type": "table",
        "path": format!("{}.csv", table.file),
        "title": definition.title,
        "description": definition.about,
        "scheme": "file",
        "format": "csv",
        "mediatype": Format::Csv.media_type(),
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
        },
        "schema": fields::schema(definition, columns, known),
    })
}
