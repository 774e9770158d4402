//! Templates: the keys of a form as lines to fill. Required keys are live lines with an empty value, which `portal check`
//! asks for by name; optional ones are commented out. Every line says what it is for, from the table of fields.

use std::fmt::Write;

use crate::content::fields::{Field, FileKind, Form, Shape};
use crate::desk::new::event;

/// The longest line of a comment above a key, in letters.
const WIDTH: usize = 110;

/// What a template is filled with.
#[derive(Debug, Clone, Default)]
pub struct Filling {
    /// Values that are known, as written in TOML, by path: `title`, `section.event.id`.
    pub given: Vec<(&'static str, String)>,
    /// Optional tables that are live nevertheless.
    pub live: &'static [&'static str],
    /// Words said behind a given value: «проверьте».
    pub doubts: Vec<(&'static str, &'static str)>,
}

/// A whole new file: for `.toml` with the line that tells editors of code its schema, for `.md` between lines `+++`.
/// `depth` is how many folders the file lies below the content folder.
pub fn file(kind: FileKind, depth: usize, filling: &Filling) -> String {
    let form = kind.form();
    let mut out = String::new();
    match schema(kind) {
        Some(schema) => {
            let up = "../".repeat(depth);
            let _ = writeln!(out, "#:schema {up}.schema/{schema}.json");
        }
        None => out.push_str("+++\n"),
    }
    let _ = writeln!(
        out,
        "# {}. Впишите значения между кавычками; то, что после #, — пояснения, на сайт они не попадают.",
        crate::text::russian::capitalized(form.name)
    );
    out.push_str("# Строки, где # стоит без пробела, необязательны: чтобы заполнить такую, уберите # и впишите значение.\n");
    out.push_str("# Что осталось заполнить, скажет команда portal check.\n\n");
    let mut writing = Writing {
        filling,
        shown: vec![form],
        out,
    };
    writing.table(form, "", true);
    let mut out = writing.out;
    if schema(kind).is_none() {
        out.push_str("+++\n\n");
    }
    out
}

/// The block of one repeated table, to be added to a file: `[[school]]` and its lines.
pub fn block(kind: FileKind, key: &'static str, filling: &Filling) -> String {
    let Some(field) = kind.form().field(key) else {
        return String::new();
    };
    let mut writing = Writing {
        filling,
        shown: Vec::new(),
        out: String::new(),
    };
    writing.nested(field, "", true);
    writing.out
}

/// The name of the schema of a kind of file; none for Markdown, whose properties no schema reaches.
pub fn schema(kind: FileKind) -> Option<&'static str> {
    Some(match kind {
        FileKind::Settings => "portal",
        FileKind::Region => "region",
        FileKind::Municipality => "municipality",
        FileKind::People => "people",
        FileKind::Schools => "schools",
        FileKind::Curators => "curators",
        FileKind::WorkingGroup => "working-group",
        FileKind::Program => "program",
        FileKind::Plan => "plan",
        FileKind::Document => "document",
        FileKind::Collection => "collection",
        FileKind::Glossary => "glossary",
        FileKind::Risks => "risks",
        FileKind::Cycle => "cycle",
        FileKind::Vocabulary => "search",
        FileKind::Addresses => "ids",
        FileKind::News
        | FileKind::Practice
        | FileKind::SectionNote
        | FileKind::Question
        | FileKind::Page
        | FileKind::Lock
        | FileKind::Attachment => return None,
    })
}

struct Writing<'a> {
    filling: &'a Filling,
    /// Forms that were written out already: the second time a few words are enough.
    shown: Vec<&'static Form>,
    out: String,
}

impl Writing<'_> {
    /// The keys of a table: first the live ones, then the optional ones, then what has a header of its own.
    fn table(&mut self, form: &'static Form, path: &str, live: bool) {
        let plain = |field: &&Field| !has_header(field);
        for field in form.fields.iter().filter(plain) {
            if self.is_live(field, path) {
                self.line(field, path, live);
            }
        }
        for field in form.fields.iter().filter(plain) {
            if !self.is_live(field, path) {
                self.line(field, path, false);
            }
        }
        for field in form.fields.iter().filter(|field| has_header(field)) {
            let live = live && self.is_live(field, path);
            self.nested(field, path, live);
        }
    }

    fn is_live(&self, field: &Field, path: &str) -> bool {
        let own = joined(path, field.key);
        field.required || self.given(&own).is_some() || self.filling.live.contains(&own.as_str())
    }

    fn given(&self, path: &str) -> Option<&str> {
        let given = &self.filling.given;
        given
            .iter()
            .find(|(known, _)| *known == path)
            .map(|(_, value)| value.as_str())
    }

    fn line(&mut self, field: &Field, path: &str, live: bool) {
        let own = joined(path, field.key);
        self.hint(field.hint);
        if is_list_of_tables(field) {
            self.rows(field, live);
            return;
        }
        let value = match self.given(&own) {
            Some(given) => given.to_owned(),
            None => blank(field.shape).to_owned(),
        };
        let meaning = match self.filling.doubts.iter().find(|(known, _)| *known == own) {
            Some((_, doubt)) => format!("{}: {doubt}", field.label),
            None => match self.given(&own) {
                Some(_) => field.label.to_owned(),
                None if live && !field.required => {
                    format!(
                        "{}; если в документе этого нет, уберите строку",
                        meaning(field)
                    )
                }
                None => meaning(field),
            },
        };
        let sign = if live { "" } else { "#" };
        let _ = writeln!(self.out, "{sign}{} = {value}   # {meaning}", field.key);
    }

    /// A list of small tables in one place, such as the columns of a plan: a row for each choice it has.
    fn rows(&mut self, field: &Field, live: bool) {
        let Shape::Tables(form) = field.shape else {
            return;
        };
        let sign = if live { "" } else { "#" };
        let _ = writeln!(
            self.out,
            "# {}: строка на каждый столбец документа, в его порядке; лишние строки уберите",
            field.label
        );
        let _ = writeln!(self.out, "{sign}{} = [", field.key);
        for choice in choices(form) {
            let cells: Vec<String> = form
                .fields
                .iter()
                .map(|field| match field.shape {
                    Shape::OneOf(_) => format!("{} = \"{choice}\"", field.key),
                    shape => format!("{} = {}", field.key, blank(shape)),
                })
                .collect();
            let holds = event::form().field(choice).map_or("", |field| field.label);
            let _ = writeln!(self.out, "{sign}  {{ {} }},   # {holds}", cells.join(", "));
        }
        let _ = writeln!(self.out, "{sign}]");
    }

    /// A table with a header.
    fn nested(&mut self, field: &Field, path: &str, live: bool) {
        let own = joined(path, field.key);
        let (form, header) = match field.shape {
            Shape::Table(form) => (form, format!("[{own}]")),
            Shape::Tables(form) => (form, format!("[[{own}]]")),
            _ => return,
        };
        let sign = if live { "" } else { "#" };
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
        if self.shown.iter().any(|shown| std::ptr::eq(*shown, form)) {
            let _ = writeln!(
                self.out,
                "{sign}{header}   # {}: поля те же, что описаны выше",
                field.label
            );
            return;
        }
        self.shown.push(form);
        self.hint(field.hint);
        let _ = writeln!(self.out, "{sign}{header}   # {}", field.label);
        self.table(form, &own, live);
    }

    fn hint(&mut self, hint: &str) {
        let mut line = String::new();
        for word in hint.split_whitespace() {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= WIDTH {
                let _ = writeln!(self.out, "# {line}");
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            let _ = writeln!(self.out, "# {line}");
        }
    }
}

fn joined(path: &str, key: &str) -> String {
    match path {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    }
}

/// Tables that are written as a list in brackets, by the example of the field.
fn is_list_of_tables(field: &Field) -> bool {
    matches!(field.shape, Shape::Tables(_)) && field.example.starts_with("[{")
}

fn has_header(field: &Field) -> bool {
    matches!(field.shape, Shape::Table(_) | Shape::Tables(_)) && !is_list_of_tables(field)
}

fn choices(form: &Form) -> &'static [&'static str] {
    form.fields
        .iter()
        .find_map(|field| match field.shape {
            Shape::OneOf(choices) => Some(choices),
            _ => None,
        })
        .unwrap_or(&[""])
}

/// A value that says nothing yet.
fn blank(shape: Shape) -> &'static str {
    match shape {
        Shape::Texts | Shape::Ids | Shape::Events | Shape::Territories | Shape::Tables(_) => "[]",
        _ => "\"\"",
    }
}

/// What a key is for: its name and what to write.
fn meaning(field: &Field) -> String {
    let label = field.label;
    match field.shape {
        Shape::OneOf(choices) => {
            let choices: Vec<String> = choices.iter().map(|one| format!("«{one}»")).collect();
            format!("{label}, одно из: {}", choices.join(", "))
        }
        Shape::Flag => format!("{label}: впишите вместо кавычек true (да) или false (нет)"),
        Shape::Number => format!(
            "{label}: впишите число вместо кавычек, например {}",
            field.example
        ),
        _ if matches!(field.example, "" | "\"…\"") => label.to_owned(),
        _ => format!("{label}, например: {}", example(field.example)),
    }
}

/// An example in the words of a person: a text in the quotes of the language, everything else as written.
fn example(written: &str) -> String {
    let inner = written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(text) if !text.contains(['"', '«', '\\']) => format!("«{text}»"),
        _ => written.to_owned(),
    }
}
