//! Files of open data as a list for people: what each table holds, in which formats, how large.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::views::parts::count;
use crate::render::views::parts::link::LinkNote;
use crate::site::data::{Format, Scope};
use crate::site::downloads::TableNote;
use crate::site::metadata;
use crate::site::{PageKey, anchors};
use crate::text::language::Words;

/// A table that can be taken.
#[derive(Debug, Clone, Serialize)]
pub struct Download {
    /// «Мероприятия».
    pub title: &'static str,
    /// Unique on the page.
    pub anchor: String,
    /// What one row is.
    pub about: &'static str,
    /// «141 запись».
    pub rows: String,
    /// Its files.
    pub files: Vec<LinkNote>,
    /// Its name in archives, where it lies there alone: `sobytiya.csv`.
    pub archived: Option<String>,
    /// Where its columns are explained.
    pub columns: String,
}

/// What people come for stands first; the rest keeps its order.
const FIRST: &[&str] = &[
    "events",
    "indicators",
    "responsible",
    "schools",
    "categories",
    "people",
];

/// The tables of a scope; `linker` is that of the page.
pub fn downloads(context: &Context<'_>, scope: &Scope, linker: &Linker) -> Vec<Download> {
    let mut tables: Vec<_> = context.downloads.of(scope).collect();
    tables.sort_by_key(|(table, _)| {
        let place = FIRST.iter().position(|api| *api == table.name.api);
        place.unwrap_or(FIRST.len())
    });
    tables
        .into_iter()
        .map(|(table, rows)| download(context, (scope, table), rows, linker))
        .collect()
}

fn download(
    context: &Context<'_>,
    (scope, table): (&Scope, &TableNote),
    rows: usize,
    linker: &Linker,
) -> Download {
    let words = context.words;
    let files = Format::ALL.iter().filter_map(|format| {
        let path = scope.file(table.name, *format);
        let bytes = context.downloads.size(&path)?;
        Some(LinkNote {
            text: words.phrase(name(*format), &[]),
            href: linker.path(&path),
            note: size(bytes, words),
        })
    });
    let alone = scope.formats(context.portal, table.name).is_empty();
    Download {
        title: table.title,
        archived: alone.then(|| format!("{}.csv", table.name.file)),
        anchor: anchors::table(table.name),
        about: table.about,
        rows: words.counted(rows, count::ROWS),
        files: files.collect(),
        columns: linker.anchor(&PageKey::DataColumns, table.name.file),
    }
}

/// The archive of all tables of a scope, where there is one.
pub fn archive(context: &Context<'_>, scope: &Scope, linker: &Linker) -> Option<LinkNote> {
    let path = scope.archive(context.portal)?;
    let bytes = context.downloads.size(&path);
    Some(LinkNote {
        text: context.words.phrase("Все таблицы, ZIP", &[]),
        href: linker.path(&path),
        note: bytes.map_or_else(String::new, |bytes| size(bytes, context.words)),
    })
}

/// The files that describe the tables of a scope, for programs and catalogues.
pub fn descriptions(context: &Context<'_>, scope: &Scope, linker: &Linker) -> Vec<LinkNote> {
    let words = context.words;
    let own = [
        (
            metadata::package(scope),
            "Data Package",
            "состав таблиц, виды столбцов, связи между таблицами, источники",
        ),
        (
            metadata::group(scope),
            "CSV on the Web",
            "то же для программ, которые читают CSV по стандарту W3C; у каждого файла CSV есть и своё описание",
        ),
    ];
    let shared = [
        (
            metadata::CATALOG.to_owned(),
            "DCAT",
            "каталог всех таблиц портала, районов и планов по годам",
        ),
        (
            metadata::REGISTER.to_owned(),
            "Реестр наборов",
            "наборы с паспортами и описанием структуры",
        ),
    ];
    let shared = shared.into_iter().filter(|_| *scope == Scope::Portal);
    let files = own.into_iter().chain(shared);
    let files = files.filter_map(|(path, name, about)| {
        let bytes = context.downloads.size(&path)?;
        Some(LinkNote {
            text: words.phrase(name, &[]),
            href: linker.path(&path),
            note: format!("{}: {}", size(bytes, words), words.phrase(about, &[])),
        })
    });
    files.collect()
}

/// A format as people call it.
fn name(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "Книга Excel",
        Format::ExcelCsv => "CSV для русского Excel",
        Format::Csv => "CSV",
        Format::JsonLines => "JSON Lines",
        Format::Json => "JSON",
    }
}

/// «24 КБ»: whole kilobytes, rounded up.
pub fn size(bytes: usize, words: &Words) -> String {
    words.phrase("{1} КБ", &[&bytes.div_ceil(1024).to_string()])
}
