//! JSON Schema 2020-12 of the API, made from the columns of tables, so that both cannot drift apart.

use serde_json::{Map, Value as Json, json};

use crate::export::formats::json::{LICENCE, VERSION};
use crate::export::table::{Column, ColumnKind, Definition};

/// The dialect.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of the document of a table.
pub fn of(definition: &Definition) -> Json {
    let columns = definition.columns;
    let properties: Map<String, Json> = columns
        .iter()
        .map(|column| (column.name.to_owned(), property(column)))
        .collect();
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    json!({
        "$schema": DIALECT,
        "title": definition.title,
        "description": definition.about,
        "type": "object",
        "required": ["$schema", "version", "date", "licence", "title", "territory", "count", definition.api],
        "properties": {
            "$schema": { "type": "string", "format": "uri-reference", "description": "Путь к этой схеме." },
            "version": { "const": VERSION, "description": "Версия: поля только добавляются." },
            "date": { "type": "string", "format": "date", "description": "День, на который составлены данные." },
            "licence": { "const": LICENCE, "description": "Условия использования." },
            "title": { "const": definition.title, "description": "Название таблицы." },
            "territory": {
                "type": ["string", "null"],
                "pattern": ID,
                "description": "Чьи это записи; null — весь портал."
            },
            "count": { "type": "integer", "minimum": 0, "description": "Сколько записей." },
            definition.api: {
                "type": "array",
                "items": { "$ref": "#/$defs/row" },
                "description": definition.about
            }
        },
        "$defs": {
            "row": {
                "type": "object",
                "required": names,
                "properties": properties
            }
        }
    })
}

/// The schema of the list of everything.
pub fn index() -> Json {
    let address = json!({ "type": "string", "format": "uri-reference", "pattern": "^/" });
    json!({
        "$schema": DIALECT,
        "title": "Список открытых данных портала",
        "description": "Все таблицы портала и каждой территории с адресами от корня портала.",
        "type": "object",
        "required": ["$schema", "version", "date", "licence", "title", "description", "database", "tables", "territories"],
        "properties": {
            "$schema": { "type": "string", "format": "uri-reference" },
            "version": { "const": VERSION },
            "date": { "type": "string", "format": "date" },
            "licence": { "const": LICENCE },
            "title": { "type": "string" },
            "description": { "type": "string" },
            "database": address,
            "tables": { "type": "array", "items": { "$ref": "#/$defs/table" } },
            "territories": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id", "name", "url", "tables"],
                    "properties": {
                        "id": { "type": "string", "pattern": ID },
                        "name": { "type": "string" },
                        "url": address,
                        "tables": { "type": "array", "items": { "$ref": "#/$defs/table" } }
                    }
                }
            }
        },
        "$defs": {
            "table": {
                "type": "object",
                "required": ["name", "title", "count", "schema", "files"],
                "properties": {
                    "name": { "type": "string" },
                    "title": { "type": "string" },
                    "count": { "type": "integer", "minimum": 0 },
                    "schema": address,
                    "files": { "type": "object", "additionalProperties": address }
                }
            }
        }
    })
}

/// The schema of the list of everything in a country, which has archives by region.
pub fn country() -> Json {
    let address = json!({ "type": "string", "format": "uri-reference", "pattern": "^/" });
    let count = json!({ "type": "integer", "minimum": 0 });
    let table = |more: (&str, Json)| {
        let mut said = json!({
            "type": "object",
            "required": ["name", "title", "count", more.0],
            "properties": {
                "name": { "type": "string" },
                "title": { "type": "string" },
                "count": count,
                "schema": address
            }
        });
        said["properties"][more.0] = more.1;
        said
    };
    let files = json!({ "type": "object", "additionalProperties": address });
    json!({
        "$schema": DIALECT,
        "title": "Список открытых данных портала",
        "description": "Регионы с суммами по таблицам и архивами всех таблиц; адреса от корня портала.",
        "type": "object",
        "required": ["$schema", "version", "date", "licence", "title", "description", "tables", "regions"],
        "properties": {
            "$schema": { "type": "string", "format": "uri-reference" },
            "version": { "const": VERSION },
            "date": { "type": "string", "format": "date" },
            "licence": { "const": LICENCE },
            "title": { "type": "string" },
            "description": { "type": "string" },
            "tables": {
                "type": "array",
                "items": { "$ref": "#/$defs/table" },
                "description": "Сколько записей в каждой таблице во всех регионах; files — таблицы, которые есть целиком."
            },
            "regions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id", "name", "url", "municipalities", "archive", "tables"],
                    "properties": {
                        "id": { "type": "string", "pattern": ID },
                        "name": { "type": "string" },
                        "url": address,
                        "municipalities": count,
                        "archive": { "$ref": "#/$defs/archive" },
                        "tables": { "type": "array", "items": { "$ref": "#/$defs/archived" } }
                    }
                }
            }
        },
        "$defs": {
            "table": table(("files", files)),
            "archived": table(("file", json!({ "type": "string", "description": "Имя файла в архиве." }))),
            "archive": {
                "type": "object",
                "required": ["url"],
                "properties": {
                    "url": address,
                    "bytes": count,
                    "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }
                }
            }
        }
    })
}

/// Ids: lower-case Latin letters, digits, hyphens, slashes.
pub const ID: &str = "^[a-z0-9][a-z0-9/-]*$";

fn property(column: &Column) -> Json {
    let (kind, mut said) = match column.kind {
        ColumnKind::Id => ("string", json!({ "pattern": ID })),
        ColumnKind::Text => ("string", json!({ "minLength": 1 })),
        ColumnKind::Integer => ("integer", json!({ "minimum": 0 })),
        ColumnKind::Decimal | ColumnKind::Percent => ("number", json!({})),
        ColumnKind::Date => ("string", json!({ "format": "date" })),
        ColumnKind::Boolean => ("boolean", json!({})),
        ColumnKind::Address => ("string", json!({ "format": "uri-reference" })),
        ColumnKind::OneOf(words) => ("string", json!({ "enum": words })),
    };
    let fields = said.as_object_mut().expect("an object");
    if column.many {
        fields.insert("type".to_owned(), json!(kind));
        said = json!({ "type": "array", "items": said });
    } else if column.required {
        fields.insert("type".to_owned(), json!(kind));
    } else {
        fields.insert("type".to_owned(), json!([kind, "null"]));
        if let Some(Json::Array(words)) = fields.get_mut("enum") {
            words.push(Json::Null);
        }
    }
    let fields = said.as_object_mut().expect("an object");
    fields.insert("title".to_owned(), json!(column.title));
    fields.insert("description".to_owned(), json!(column.meaning));
    said
}
