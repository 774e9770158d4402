//! «Какие бывают файлы и поля»: made from the table of fields that content is read by.

use serde::Serialize;

use crate::model::handbook::{FieldGuide, FileGuide, TableGuide};
use crate::render::context::Context;
use crate::render::highlight;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::shared::cite::Cite;
use crate::render::words::Html;
use crate::site::PageKey;

#[derive(Serialize)]
struct FieldsView<'a> {
    files: Vec<FileView<'a>>,
    mistakes: String,
}

#[derive(Serialize)]
struct FileView<'a> {
    anchor: &'a str,
    name: &'a str,
    path: &'a str,
    about: &'a str,
    tables: Vec<TableView<'a>>,
}

#[derive(Serialize)]
struct TableView<'a> {
    anchor: &'a str,
    name: &'a str,
    headers: &'a [String],
    fields: Vec<FieldView<'a>>,
}

#[derive(Serialize)]
struct FieldView<'a> {
    anchor: &'a str,
    key: &'a str,
    label: &'a str,
    value: &'a str,
    required: bool,
    example: Option<Html>,
    hint: &'a str,
    inner: Option<&'a str>,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Fields;
    let cite = Cite::new(context, &key);
    let view = FieldsView {
        files: context.portal.handbook.files.iter().map(file).collect(),
        mistakes: cite.href(&PageKey::Mistakes),
    };
    let head = Head {
        title: cite.say("Какие бывают файлы и поля", &[]),
        description: cite.say("Все файлы содержимого: где лежат, для чего нужны, какие в них поля и что в каждом писать.", &[]),
        parents: vec![(cite.say("Редактору", &[]), PageKey::Editor)],
    };
    let shell = Shell::new(context, &key, head);
    framed(context, "fields.html", &shell, &view)
}

fn file(file: &FileGuide) -> FileView<'_> {
    FileView {
        anchor: &file.anchor,
        name: &file.name,
        path: &file.path,
        about: &file.about,
        tables: file.tables.iter().map(table).collect(),
    }
}

fn table(table: &TableGuide) -> TableView<'_> {
    TableView {
        anchor: &table.anchor,
        name: &table.name,
        headers: &table.headers,
        fields: table.fields.iter().map(field).collect(),
    }
}

fn field(field: &FieldGuide) -> FieldView<'_> {
    FieldView {
        anchor: &field.anchor,
        key: &field.key,
        label: &field.label,
        value: &field.value,
        required: field.required,
        example: field
            .example
            .as_deref()
            .map(|line| Html(highlight::toml(line))),
        hint: &field.hint,
        inner: field.inner.as_deref(),
    }
}
