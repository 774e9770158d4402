//! CSV on the Web: one description beside each CSV file, where programs look for it, and one of all tables of a scope
//! together, which alone can tell the keys between them.

use serde_json::{Map, Value as Json, json};

use crate::export::DataFile;
use crate::export::data::definition;
use crate::export::formats::json::LICENCE;
use crate::export::formats::json::schema::ID;
use crate::export::metadata::facts::Facts;
use crate::export::metadata::written::written;
use crate::export::table::value::BETWEEN;
use crate::export::table::{Column, ColumnKind, Definition};
use crate::site::data::{Format, Scope, TableName};
use crate::site::metadata;

/// Descriptions of the tables of a scope.
pub fn files(facts: &Facts<'_>, scope: &Scope) -> Vec<DataFile> {
    let tables = scope.published(facts.portal, Format::Csv);
    let one = |table: &TableName| {
        let mut said = table_of(facts, *table, &[]);
        said["@context"] = context();
        said["dialect"] = dialect();
        DataFile {
            path: metadata::beside(scope, *table),
            bytes: written(scope, &said),
        }
    };
    let together = tables.iter().map(|table| table_of(facts, *table, &tables));
    let group = json!({
        "@context": context(),
        "dc:title": facts.title(scope),
        "dc:description": facts.about(scope),
        "dc:license": { "@id": LICENCE },
        "dialect": dialect(),
        "tables": together.collect::<Vec<_>>(),
    });
    let group = DataFile {
        path: metadata::group(scope),
        bytes: written(scope, &group),
    };
    tables.iter().map(one).chain([group]).collect()
}

fn context() -> Json {
    json!(["http://www.w3.org/ns/csvw", { "@language": "ru" }])
}

fn dialect() -> Json {
    json!({
        "encoding": "utf-8",
        "delimiter": ",",
        "quoteChar": "\"",
        "doubleQuote": true,
        "header": true,
        "headerRowCount": 1,
        "lineTerminators": ["\r\n"],
    })
}

fn address(table: TableName) -> String {
    format!("{}.csv", table.file)
}

/// A table; its keys point only at the tables described together with it.
fn table_of(facts: &Facts<'_>, table: TableName, together: &[TableName]) -> Json {
    let definition = definition(table);
    json!({
        "url": address(table),
        "dc:title": definition.title,
        "dc:description": definition.about,
        "dc:license": { "@id": LICENCE },
        "dc:modified": { "@value": facts.today.to_string(), "@type": "xsd:date" },
        "tableSchema": schema(definition, together),
    })
}

fn schema(table: &Definition, together: &[TableName]) -> Json {
    let columns: Vec<Json> = table.columns.iter().map(column).collect();
    let mut schema = json!({ "columns": columns });
    if let Some(key) = table.columns.first().filter(|column| column.unique) {
        schema["primaryKey"] = json!(key.name);
    }
    let keys = table.foreign_keys().filter_map(|(column, target, key)| {
        let target = together.iter().find(|table| table.api == target)?;
        Some(json!({
            "columnReference": column.name,
            "reference": { "resource": address(*target), "columnReference": key },
        }))
    });
    let keys: Vec<Json> = keys.collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    schema
}

fn column(column: &Column) -> Json {
    let mut said = Map::new();
    said.insert("name".to_owned(), json!(column.name));
    // The first line of the file must be among the titles.
    said.insert("titles".to_owned(), json!([column.name, column.title]));
    said.insert("dc:description".to_owned(), json!(column.meaning));
    said.insert("datatype".to_owned(), datatype(column));
    if column.required {
        said.insert("required".to_owned(), json!(true));
    }
    if column.many {
        said.insert("separator".to_owned(), json!(BETWEEN));
    }
    Json::Object(said)
}

fn datatype(column: &Column) -> Json {
    match column.kind {
        ColumnKind::Id => json!({ "base": "string", "format": ID }),
        ColumnKind::Text => json!("string"),
        ColumnKind::Integer => json!({ "base": "integer", "minimum": 0 }),
        ColumnKind::Decimal | ColumnKind::Percent => json!("decimal"),
        ColumnKind::Date => json!({ "base": "date", "format": "yyyy-MM-dd" }),
        ColumnKind::Boolean => json!({ "base": "boolean", "format": "true|false" }),
        ColumnKind::Address => json!("anyURI"),
        ColumnKind::OneOf(words) => {
            json!({ "base": "string", "format": format!("^({})$", words.join("|")) })
        }
    }
}
