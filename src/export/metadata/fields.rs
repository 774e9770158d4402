//! Columns as Data Packages tell them: Table Schema.

use serde_json::{Map, Value as Json, json};

use crate::export::formats::json::schema::ID;
use crate::export::table::{Column, ColumnKind, Definition};

/// The schema of a table. `known` are the names of the tables that stand beside it: only to those can its keys point.
/// `columns` are those that the file has.
pub fn schema(
    table: &Definition,
    columns: &[&'static Column],
    known: &[(&'static str, &'static str)],
) -> Json {
    let fields: Vec<Json> = columns.iter().map(|column| field(column)).collect();
    let there = |name: &str| columns.iter().any(|column| column.name == name);
    let keys = table.foreign_keys();
    let keys = keys.filter(|(column, ..)| there(column.name));
    let keys = keys.filter_map(|(column, target, key)| {
        let (_, file) = known.iter().find(|(api, _)| *api == target)?;
        // A table calls itself by no name.
        let resource = if target == table.api { "" } else { file };
        Some(json!({
            "fields": [column.name],
            "reference": { "resource": resource, "fields": [key] },
        }))
    });
    let keys: Vec<Json> = keys.collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if let Some(key) = columns.first().filter(|column| column.unique) {
        schema["primaryKey"] = json!([key.name]);
    }
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    schema
}

fn field(column: &Column) -> Json {
    let mut field = json!({
        "name": column.name,
        "title": column.title,
        "type": kind(column),
        "description": column.meaning,
    });
    if column.kind == ColumnKind::Boolean && !column.many {
        field["trueValues"] = json!(["true"]);
        field["falseValues"] = json!(["false"]);
    }
    let constraints = constraints(column);
    if !constraints.is_empty() {
        field["constraints"] = Json::Object(constraints);
    }
    field
}

/// A cell with several items is one text in CSV.
fn kind(column: &Column) -> &'static str {
    if column.many {
        return "string";
    }
    match column.kind {
        ColumnKind::Id | ColumnKind::Text | ColumnKind::Address | ColumnKind::OneOf(_) => "string",
        ColumnKind::Integer => "integer",
        ColumnKind::Decimal | ColumnKind::Percent => "number",
        ColumnKind::Date => "date",
        ColumnKind::Boolean => "boolean",
    }
}

fn constraints(column: &Column) -> Map<String, Json> {
    let mut all = Map::new();
    if column.required {
        all.insert("required".to_owned(), json!(true));
    }
    if column.unique {
        all.insert("unique".to_owned(), json!(true));
    }
    match column.kind {
        _ if column.many => {}
        ColumnKind::Id => {
            all.insert("pattern".to_owned(), json!(ID));
        }
        ColumnKind::OneOf(words) => {
            all.insert("enum".to_owned(), json!(words));
        }
        ColumnKind::Integer => {
            all.insert("minimum".to_owned(), json!(0));
        }
        _ => {}
    }
    all
}
