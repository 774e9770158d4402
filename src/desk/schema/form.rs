//! A form as a schema of an object; forms inside it become definitions, each once.

use serde_json::{Map, Value, json};

use crate::content::fields::{Field, Form, Shape};
use crate::desk::schema::shape;

/// Definitions of the forms met inside a file, by name.
#[derive(Default)]
pub struct Definitions {
    /// A form may stand at several places; it is told by its address in memory, since forms are statics.
    named: Vec<(&'static Form, String, Value)>,
}

impl Definitions {
    /// The schema of a table.
    pub fn object(&mut self, form: &'static Form) -> Value {
        let properties: Map<String, Value> = form
            .fields
            .iter()
            .map(|field| (field.key.to_owned(), self.property(field)))
            .collect();
        let required: Vec<&str> = form
            .fields
            .iter()
            .filter(|field| field.required && field.unless.is_none())
            .map(|field| field.key)
            .collect();
        let mut object = json!({
            "type": "object",
            "title": sentence(form.name),
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            object["required"] = json!(required);
        }
        let instead: Vec<Value> = form
            .fields
            .iter()
            .filter_map(|field| Some((field.key, field.unless?)))
            .map(
                |(key, other)| json!({ "anyOf": [{ "required": [key] }, { "required": [other] }] }),
            )
            .collect();
        if !instead.is_empty() {
            object["allOf"] = json!(instead);
        }
        object
    }

    /// All definitions.
    pub fn finish(self) -> Map<String, Value> {
        let named = self.named.into_iter();
        named.map(|(_, name, schema)| (name, schema)).collect()
    }

    fn property(&mut self, field: &'static Field) -> Value {
        let mut schema = match field.shape {
            Shape::Table(form) => json!({ "$ref": self.reference(field.key, form) }),
            Shape::Tables(form) => {
                json!({ "type": "array", "items": { "$ref": self.reference(field.key, form) } })
            }
            simple => shape::schema(simple, field.required),
        };
        let words = Words::new(field);
        schema["title"] = json!(sentence(field.label));
        schema["description"] = json!(words.plain);
        schema["markdownDescription"] = json!(words.markdown);
        schema["x-taplo"] = json!({ "docs": { "main": words.markdown } });
        if let Some(example) = example_value(field) {
            schema["examples"] = json!([example]);
        }
        schema
    }

    fn reference(&mut self, key: &str, form: &'static Form) -> String {
        let known = self.named.iter().find(|(one, ..)| std::ptr::eq(*one, form));
        let name = match known {
            Some((_, name, _)) => name.clone(),
            None => {
                let name = self.free_name(key);
                // The name is taken before the inside is looked at: a form may hold itself.
                self.named.push((form, name.clone(), Value::Null));
                let at = self.named.len() - 1;
                self.named[at].2 = self.object(form);
                name
            }
        };
        format!("#/$defs/{name}")
    }

    fn free_name(&self, key: &str) -> String {
        let taken = |name: &str| self.named.iter().any(|(_, one, _)| one == name);
        let numbered = (2..).map(|number| format!("{key}-{number}"));
        std::iter::once(key.to_owned())
            .chain(numbered)
            .find(|name| !taken(name))
            .expect("numbers do not end")
    }
}

/// What a hover says of a field.
struct Words {
    plain: String,
    markdown: String,
}

impl Words {
    fn new(field: &Field) -> Words {
        let label = sentence(field.label);
        let must = if field.required {
            "обязательное поле"
        } else {
            "можно не писать"
        };
        let hint = match field.hint {
            "" => String::new(),
            hint => format!(" {hint}"),
        };
        let (plain, marked) = match field.example {
            "" => (String::new(), String::new()),
            // A header stands on a line of its own.
            example if example.starts_with("[[") => (
                format!(" Пример: {example}"),
                format!("\n\nПример: `{example}`"),
            ),
            example => (
                format!(" Пример: {} = {example}", field.key),
                format!("\n\nПример: `{} = {example}`", field.key),
            ),
        };
        let markdown_hint = match field.hint {
            "" => String::new(),
            hint => format!("\n\n{hint}"),
        };
        Words {
            plain: format!("{label} ({must}).{hint}{plain}"),
            markdown: format!("**{label}** — {must}.{markdown_hint}{marked}"),
        }
    }
}

/// With a capital letter at the beginning.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The example as a value; none when it is words about values, such as «"2023" или "2022-2023"».
fn example_value(field: &Field) -> Option<Value> {
    if field.example.is_empty() || field.example.starts_with("[[") {
        return None;
    }
    let table: toml::Table = format!("example = {}", field.example).parse().ok()?;
    as_json(table.get("example")?)
}

fn as_json(value: &toml::Value) -> Option<Value> {
    Some(match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Array(items) => {
            Value::Array(items.iter().map(as_json).collect::<Option<_>>()?)
        }
        toml::Value::Float(_) | toml::Value::Table(_) => return None,
    })
}
