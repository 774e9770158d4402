//! JSON Schemas (2020-12) of content files: hovers, completion and marks of mistakes in editors such as VS Code, all in
//! Russian. They say what one file can tell of itself; what needs the whole portal stays with `portal check`.

mod form;
mod kind;
mod shape;

use serde_json::{Value, json};

pub use form::sentence;
pub use kind::{Described, KINDS};

pub use shape::{period as period_pattern, slug as slug_pattern};

/// A schema as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaFile {
    /// `plan.json`.
    pub name: String,
    /// JSON with two spaces of indentation and a line break at the end.
    pub text: String,
}

/// The schemas of all kinds of TOML files.
pub fn files() -> Vec<SchemaFile> {
    KINDS
        .iter()
        .map(|kind| SchemaFile {
            name: format!("{}.json", kind.name),
            text: format!("{:#}\n", schema(kind)),
        })
        .collect()
}

/// The schema of one kind of file.
pub fn schema(kind: &Described) -> Value {
    let mut definitions = form::Definitions::default();
    let mut schema = definitions.object(kind.kind.form());
    let words = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form::sentence(kind.kind.form().name),
        "description": format!("Файл {} портала поддержки школ. Правильность связей между файлами проверит «portal check».", kind.place),
    });
    let (Value::Object(schema_map), Value::Object(words)) = (&mut schema, words) else {
        unreachable!("both are written as objects");
    };
    schema_map.extend(words);
    let definitions = definitions.finish();
    if !definitions.is_empty() {
        schema_map.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::fields::FileKind;

    fn of(kind: FileKind) -> Value {
        let found = KINDS.iter().find(|one| one.kind == kind);
        schema(found.expect("a kind with a schema"))
    }

    #[test]
    fn a_plan_says_what_it_holds() {
        let plan = of(FileKind::Plan);
        assert_eq!(plan["title"], "План");
        assert_eq!(plan["additionalProperties"], false);
        assert_eq!(plan["required"], json!(["title", "period", "columns"]));
        assert_eq!(
            plan["properties"]["section"]["items"]["$ref"],
            "#/$defs/section"
        );
        // The rows of a plan without sections are the same thing as the rows of a section.
        assert_eq!(
            plan["properties"]["event"]["items"]["$ref"],
            "#/$defs/event"
        );
        assert_eq!(
            plan["$defs"]["section"]["properties"]["event"]["items"]["$ref"],
            "#/$defs/event"
        );
        let status = &plan["$defs"]["event"]["properties"]["status"];
        assert!(
            status["enum"]
                .as_array()
                .is_some_and(|words| words.len() == 5)
        );
        assert_eq!(status["examples"], json!(["выполнено"]));
    }

    #[test]
    fn words_for_hovers_are_russian_and_name_the_example() {
        let event = &of(FileKind::Plan)["$defs"]["event"];
        let title = &event["properties"]["id"];
        let words = title["description"].as_str().expect("a description");
        assert!(words.starts_with("Идентификатор"), "{words}");
        assert!(words.contains("Пример: id = \"m07\""), "{words}");
        let markdown = title["markdownDescription"].as_str().expect("Markdown");
        assert!(markdown.contains("`id = \"m07\"`"), "{markdown}");
        assert_eq!(title["x-taplo"]["docs"]["main"], markdown);
    }
}
