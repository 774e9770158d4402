//! Fields of content as fields of the editor: one widget for each shape of value.

use serde_json::{Value, json};

use crate::content::fields::{Field, FileKind, Form, Shape};
use crate::desk::schema::{period_pattern, slug_pattern as slug};

/// Collections that references point into, where there is something to choose from.
#[derive(Default)]
pub struct Neighbours {
    /// The collection whose file `people` lists people.
    pub people: Option<String>,
    /// The collection whose file `schools` lists schools.
    pub schools: Option<String>,
}

/// Keys that name people of the same place.
const PEOPLE: &[&str] = &[
    "coordinator",
    "head",
    "person",
    "people",
    "contact_persons",
    "signatory_person",
];

/// Keys that name schools of the same place.
const SCHOOLS: &[&str] = &["school", "schools"];

/// Keys whose values may have several lines wherever they stand.
const LONG: &[&str] = &[
    "summary",
    "plain",
    "description",
    "intro",
    "outro",
    "preamble",
    "text",
    "value",
    "goal",
    "fact",
    "remark",
    "responsible",
    "indicator",
    "result",
    "deadline",
    "letterhead",
    "approval_stamp",
    "problem",
    "resources",
    "results",
    "conditions",
    "limits",
    "what_did_not_work",
    "expert_review",
    "empty_reason",
];

/// Kinds of files that repeat a document word for word: there even a title keeps the line breaks of the print.
const VERBATIM: &[FileKind] = &[
    FileKind::Plan,
    FileKind::Document,
    FileKind::Program,
    FileKind::WorkingGroup,
];

/// The fields of a kind of file, with its text where it has one.
pub fn fields(kind: FileKind, neighbours: &Neighbours) -> Vec<Value> {
    let writer = Writer {
        neighbours,
        verbatim: VERBATIM.contains(&kind),
    };
    let mut fields = writer.form(kind.form());
    let has_text = matches!(
        kind,
        FileKind::News
            | FileKind::Practice
            | FileKind::SectionNote
            | FileKind::Question
            | FileKind::Page
    );
    if has_text {
        fields.push(json!({
            "name": "body",
            "label": "Текст",
            "widget": "richtext",
            "required": matches!(kind, FileKind::Question | FileKind::Page),
            "hint": "Ссылка на страницу портала начинается с косой черты: /slovar/",
            // What the portal shows: HTML and blocks of code are not for its texts.
            "buttons": [
                "bold", "italic", "link", "heading-two", "heading-three",
                "bulleted-list", "numbered-list", "quote"
            ],
            "editor_components": ["image"],
        }));
    }
    fields
}

/// What a name of a file must look like.
pub fn slug_pattern() -> Value {
    json!([
        format!("^{}$", slug()),
        "Маленькие латинские буквы, цифры и дефисы, не больше 60 знаков"
    ])
}

struct Writer<'a> {
    neighbours: &'a Neighbours,
    verbatim: bool,
}

impl Writer<'_> {
    fn form(&self, form: &'static Form) -> Vec<Value> {
        form.fields.iter().map(|field| self.field(field)).collect()
    }

    fn field(&self, field: &'static Field) -> Value {
        let mut widget = match field.shape {
            Shape::Text => self.text(field.key),
            Shape::Texts => list(self.text(field.key)),
            Shape::Id => self.reference(field.key).unwrap_or_else(id),
            Shape::Ids => self.references(field.key).unwrap_or_else(|| list(id())),
            Shape::Events => list(json!({
                "widget": "string",
                "pattern": [format!("^{0}/{0}$", slug()), "План и мероприятие через косую черту: 2023/m07"],
            })),
            Shape::Territories => list(json!({
                "widget": "string",
                "pattern": [format!("^{0}(/{0})?$", slug()), "Регион и район через косую черту: 38-irkutskaya/ziminskoe"],
            })),
            Shape::Date => date(field),
            Shape::Flag => flag(field.key),
            Shape::Number => json!({ "widget": "number", "value_type": "int" }),
            Shape::Period => json!({
                "widget": "string",
                "pattern": [period_pattern(), "Год, учебный год или два дня: 2023, 2022-2023, 2023-04-01/2023-12-31"],
            }),
            Shape::OneOf(words) => json!({ "widget": "select", "options": choices(words) }),
            Shape::Table(form) => json!({
                "widget": "object",
                "collapsed": "auto",
                "fields": self.form(form),
            }),
            Shape::Tables(form) => json!({
                "widget": "list",
                "label_singular": capital(form.name),
                "collapsed": true,
                "summary": summary(form),
                "fields": self.form(form),
            }),
        };
        widget["name"] = json!(field.key);
        widget["label"] = json!(capital(field.label));
        widget["required"] = json!(field.required && field.unless.is_none());
        // People and schools are chosen by their names: what stands in the file is no example then.
        let chosen = widget["widget"] == "relation";
        if let Some(hint) = hint(field, !chosen) {
            widget["hint"] = json!(hint);
        }
        widget
    }

    fn text(&self, key: &str) -> Value {
        let long =
            LONG.contains(&key) || self.verbatim && matches!(key, "title" | "items" | "tasks");
        json!({ "widget": if long { "text" } else { "string" } })
    }

    fn reference(&self, key: &str) -> Option<Value> {
        let (collection, file) = if PEOPLE.contains(&key) {
            (self.neighbours.people.as_ref()?, ("people", "person"))
        } else if SCHOOLS.contains(&key) {
            (self.neighbours.schools.as_ref()?, ("schools", "school"))
        } else {
            return None;
        };
        let (file, list) = file;
        Some(json!({
            "widget": "relation",
            "collection": collection,
            "file": file,
            "value_field": format!("{list}.*.id"),
            "display_fields": [format!("{list}.*.name")],
            "search_fields": [format!("{list}.*.name")],
        }))
    }

    fn references(&self, key: &str) -> Option<Value> {
        let mut relation = self.reference(key)?;
        relation["multiple"] = json!(true);
        Some(relation)
    }
}

/// What columns of a plan are called in the files, and for people.
const COLUMNS: &[(&str, &str)] = &[
    ("number", "номер"),
    ("title", "название мероприятия"),
    ("deadline", "срок"),
    ("responsible", "исполнители"),
    ("indicator", "показатель"),
    ("result", "результат"),
];

fn choices(words: &[&str]) -> Vec<Value> {
    let shown = |word: &str| {
        COLUMNS
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, name)| *name)
    };
    words
        .iter()
        .map(|word| match shown(word) {
            Some(name) => json!({ "label": name, "value": word }),
            None => json!(word),
        })
        .collect()
}

/// Yes or no. The editor writes one of both into every file it saves, so what is meant where nothing is said must be
/// told to it: what a document does not confirm is marked, all else is confirmed.
fn flag(key: &str) -> Value {
    json!({ "widget": "boolean", "default": key == "confirmed" })
}

/// A day. Without a format of its own the editor writes the bare date of TOML, as in all other files. A day that must be
/// given is mostly this day.
fn date(field: &Field) -> Value {
    let mut widget = json!({ "widget": "datetime", "type": "date" });
    if field.required {
        widget["default"] = json!("{{now}}");
    }
    widget
}

fn id() -> Value {
    json!({ "widget": "string", "pattern": slug_pattern() })
}

/// A list of single values. Their own label would be repeated at every item.
fn list(mut item: Value) -> Value {
    item["name"] = json!("item");
    item["label"] = json!("Значение");
    json!({ "widget": "list", "label_singular": "строку", "field": item })
}

/// What a closed item of a list shows: number and name, as far as it has them.
fn summary(form: &Form) -> String {
    let shown = [
        "number", "numeral", "year", "heading", "title", "name", "abbr", "person", "label", "text",
        "deadline", "words",
    ];
    let keys: Vec<String> = shown
        .into_iter()
        .filter(|key| form.field(key).is_some())
        .take(2)
        .map(|key| format!("{{{{fields.{key}}}}}"))
        .collect();
    keys.join(" ")
}

/// The sentence for the editor and the example, without the quotes of the file: here nobody types them.
fn hint(field: &Field, with_example: bool) -> Option<String> {
    let single = matches!(
        field.shape,
        Shape::Text
            | Shape::Texts
            | Shape::Id
            | Shape::Ids
            | Shape::Events
            | Shape::Territories
            | Shape::Period
    );
    let inside = field.example.trim_matches(['[', ']', '"']);
    // Several values, or words cut short, say nothing outside the file.
    let is_whole = !inside.is_empty() && !inside.contains(['"', '…', '\\']);
    let example = (with_example && single && is_whole).then(|| format!("Например: {inside}"));
    let parts: Vec<&str> = [Some(field.hint), example.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn capital(words: &str) -> String {
    crate::desk::schema::sentence(words)
}
