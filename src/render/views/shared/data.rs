//! Open data of the whole portal: the text of the editors, then every file there is.

use serde::Serialize;

use crate::model::prose::Prose;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::downloads::{Download, archive, descriptions, downloads, size};
use crate::render::views::parts::link::LinkNote;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::words::Html;
use crate::site::anchors;
use crate::site::data::{self, Format, Scope};
use crate::site::downloads::TableNote;
use crate::site::routes::SITEMAP;
use crate::site::{PageKey, PlacePage};

#[derive(Serialize)]
struct DataView {
    title: Html,
    lead: String,
    /// The text of the editors.
    text: Option<Html>,
    toc: Vec<TocRow>,
    /// True for a whole country, whose tables lie in an archive for each region.
    country: bool,
    tables: Vec<Download>,
    database: Option<FileLink>,
    places: Vec<PlaceRow>,
    /// Files that describe the tables.
    described: Vec<LinkNote>,
    index: FileLink,
    documents: Vec<ApiRow>,
    /// There is none without a public address.
    sitemap: Option<FileLink>,
    columns: String,
}

/// A region: the page of its data, and the archive of them where there is one.
#[derive(Serialize)]
struct PlaceRow {
    page: Link,
    archive: Option<LinkNote>,
}

#[derive(Serialize)]
struct TocRow {
    text: String,
    href: String,
}

#[derive(Serialize)]
struct FileLink {
    path: String,
    href: String,
    size: String,
}

/// A document of the API with its schema.
#[derive(Serialize)]
struct ApiRow {
    title: &'static str,
    json: FileLink,
    schema: FileLink,
}

/// The HTML of the page of open data.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Data;
    let cite = Cite::new(context, &key);
    let linker = context.linker(&key);
    let mut pages = context.portal.pages.iter();
    let page = pages.find(|page| page.id.as_str() == "dannye");
    let title = page.map_or_else(
        || cite.say("Открытые данные", &[]),
        |page| page.title.clone(),
    );
    let description = page.map_or_else(
        || {
            cite.say(
                "Все мероприятия, школы и документы портала таблицами и в виде для программ: можно скачать, посчитать и использовать.",
                &[],
            )
        },
        |page| page.description.clone(),
    );
    let text = page.map(|page| &page.text);
    let view = DataView {
        title: context.glossary.html(&title, None),
        lead: description.clone(),
        text: text.map(|text| cite.prose(text, 2)),
        toc: toc(&cite, text),
        country: data::is_country(context.portal),
        tables: downloads(context, &Scope::Portal, &linker),
        database: file_if_there(&cite, data::DATABASE),
        places: places(&cite, &linker),
        described: descriptions(context, &Scope::Portal, &linker),
        index: file(&cite, data::INDEX),
        documents: documents(&cite),
        sitemap: context.address().map(|_| file(&cite, SITEMAP)),
        columns: cite.href(&PageKey::DataColumns),
    };
    let head = Head {
        title,
        description,
        parents: Vec::new(),
    };
    framed(
        context,
        "data.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// The headings of the lists of files, then those of the text.
fn toc(cite: &Cite<'_, '_>, text: Option<&Prose>) -> Vec<TocRow> {
    let headings = text.map_or(&[][..], |text| text.headings.as_slice());
    let own = headings.iter().map(|heading| TocRow {
        text: heading.text.clone(),
        href: format!("#{}", heading.anchor),
    });
    let lists = [
        "Таблицы всего портала",
        "Таблицы районов и регионов",
        "Адреса для программ",
        "Описания для программ и каталогов",
    ];
    let lists = lists
        .iter()
        .zip(anchors::DATA)
        .map(|(text, anchor)| TocRow {
            text: cite.say(text, &[]),
            href: format!("#{anchor}"),
        });
    lists.chain(own).collect()
}

/// Regions, each with a page that leads on to its municipalities.
fn places(cite: &Cite<'_, '_>, linker: &Linker) -> Vec<PlaceRow> {
    let regions = cite.context.portal.regions();
    regions
        .map(|region| {
            let page = PageKey::place(&region.path, PlacePage::Data);
            let scope = Scope::Place(region.path.clone());
            PlaceRow {
                page: cite.link(&region.names.name, &page),
                archive: archive(cite.context, &scope, linker),
            }
        })
        .collect()
}

fn documents(cite: &Cite<'_, '_>) -> Vec<ApiRow> {
    let context = cite.context;
    let published = Scope::Portal.published(context.portal, Format::Json);
    let tables = context.downloads.tables.iter();
    tables
        .filter(|table| published.contains(&table.name))
        .map(|table| ApiRow {
            title: table.title,
            json: file(cite, &Scope::Portal.file(table.name, Format::Json)),
            schema: file(cite, &data::schema(table.name.api)),
        })
        .collect()
}

fn file(cite: &Cite<'_, '_>, path: &str) -> FileLink {
    let bytes = cite.context.downloads.size(path);
    FileLink {
        path: format!("/{path}"),
        href: cite.file(path),
        size: bytes.map_or_else(String::new, |bytes| size(bytes, cite.context.words)),
    }
}

fn file_if_there(cite: &Cite<'_, '_>, path: &str) -> Option<FileLink> {
    cite.context.downloads.size(path)?;
    Some(file(cite, path))
}

#[derive(Serialize)]
struct ColumnsView<'a> {
    /// True where tables lie in archives, which leave out columns that repeat others.
    archives: bool,
    tables: Vec<TableRow<'a>>,
    data: String,
}

#[derive(Serialize)]
struct TableRow<'a> {
    anchor: &'static str,
    api: &'static str,
    title: &'static str,
    about: &'static str,
    columns: Vec<ColumnRow<'a>>,
}

#[derive(Serialize)]
struct ColumnRow<'a> {
    name: &'a str,
    title: &'a str,
    meaning: &'a str,
    repeats: bool,
}

/// The HTML of the page that says what each column means.
///
/// # Errors
/// When the template is at fault.
pub fn columns(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::DataColumns;
    let cite = Cite::new(context, &key);
    let view = ColumnsView {
        archives: data::is_country(context.portal),
        tables: context.downloads.tables.iter().map(table_row).collect(),
        data: cite.href(&PageKey::Data),
    };
    let head = Head {
        title: cite.say("Что в столбцах таблиц", &[]),
        description: cite.say(
            "Каждый столбец открытых данных: что он значит, в каких единицах и откуда взят.",
            &[],
        ),
        parents: vec![(cite.say("Открытые данные", &[]), PageKey::Data)],
    };
    let shell = Shell::new(context, &key, head);
    framed(context, "data-columns.html", &shell, &view)
}

fn table_row(table: &TableNote) -> TableRow<'_> {
    let columns = table.columns.iter().map(|column| ColumnRow {
        name: column.name,
        title: column.title,
        meaning: column.meaning,
        repeats: column.repeats,
    });
    TableRow {
        anchor: table.name.file,
        api: table.name.api,
        title: table.title,
        about: table.about,
        columns: columns.collect(),
    }
}
