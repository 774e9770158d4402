//! Columns as Data Packages tell them: Table Schema.

use serde_json::{Map, Value as Json, json};

use crate::export::formats::json::schema::ID;
use crate::export::table::{Column, ColumnKind, Definition};

/// How much is said of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// With its meaning.
    Full,
    /// Without: the same tables of the whole portal tell it.
    Short,
}

/// The schema of a table. `known` are the names of the tables that stand beside it: only to those can its keys point.
pub fn schema(table: &Definition, known: &[(&'static str, &'static str)], detail: Detail) -> Json {
    let columns = table.columns.iter();
    let fields: Vec<Json> = columns.map(|column| field(column, detail)).collect();
    let keys = table.foreign_keys().filter_map(|(column, target, key)| {
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
    if let Some(key) = table.columns.first().filter(|column| column.unique) {
        schema["primaryKey"] = json!([key.name]);
    }
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    schema
}

fn field(column: &Column, detail: Detail) -> Json {
    let mut field = json!({
        "name": column.name,
        "title": column.title,
        "type": kind(column),
    });
    if detail == Detail::Full {
        field["description"] = json!(column.meaning);
    }
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
