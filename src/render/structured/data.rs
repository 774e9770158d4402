//! Open data as search engines of data sets look for it: the catalogue with the tables of the whole portal, and the
//! tables of a place together.

use crate::model::place::territory::Territory;
use crate::render::structured::around::{Around, LICENCE, RUSSIAN};
use crate::render::structured::node::Node;
use crate::site::data::{ARCHIVE_TYPE, Format, Scope};
use crate::site::downloads::TableNote;
use crate::site::{PageKey, anchors, metadata};

/// `DataCatalog` with a `Dataset` for each table, in all its formats.
pub fn catalogue(around: &Around<'_, '_>, title: &str) -> Node {
    let scope = Scope::Portal;
    let tables = around.context.downloads.of(&scope);
    let sets = tables.map(|(table, _)| {
        let address = around.anchor(around.key, &anchors::table(table.name));
        let formats = Format::ALL.iter();
        let files = formats.filter_map(|format| {
            let path = scope.file(table.name, *format);
            file(around, &path, format.media_type(), table.title)
        });
        Node::new("Dataset")
            .with("@id", address.as_str())
            .with("url", address)
            .with("name", table.title)
            .with(
                "description",
                format!("{} {}", table.about, metadata::ABOUT),
            )
            .with("license", LICENCE)
            .with("creator", around.publisher())
            .maybe("temporalCoverage", period(around, &scope))
            .with("distribution", files.collect::<Vec<_>>())
    });
    identity(around, "DataCatalog")
        .with("name", title)
        .with("description", metadata::ABOUT)
        .with("inLanguage", RUSSIAN)
        .with("license", LICENCE)
        .with("publisher", around.publisher())
        .with("dataset", sets.collect::<Vec<_>>())
}

/// `Dataset`: the Data Package of a place and its CSV files.
pub fn place(around: &Around<'_, '_>, territory: &Territory, title: &str) -> Node {
    let scope = Scope::Place(territory.path.clone());
    let package = metadata::package(&scope);
    let package = file(around, &package, "application/json", "Data Package");
    let tables = around.context.downloads.of(&scope);
    let csv = |table: &TableNote| {
        let path = scope.file(table.name, Format::Csv);
        file(around, &path, Format::Csv.media_type(), table.title)
    };
    let files = tables.filter_map(|(table, _)| csv(table));
    let archive = scope.archive(around.context.portal);
    let archive = archive.and_then(|path| file(around, &path, ARCHIVE_TYPE, "Все таблицы"));
    let files: Vec<Node> = package.into_iter().chain(archive).chain(files).collect();
    let catalogue = around.page(&PageKey::Data);
    identity(around, "Dataset")
        .with("name", title)
        .with("description", metadata::ABOUT)
        .with("inLanguage", RUSSIAN)
        .with("license", LICENCE)
        .with("creator", around.publisher())
        .with("spatialCoverage", around.area(territory))
        .maybe("temporalCoverage", period(around, &scope))
        .with(
            "includedInDataCatalog",
            Node::new("DataCatalog")
                .with("@id", catalogue.as_str())
                .with("url", catalogue),
        )
        .with("distribution", files)
}

fn identity(around: &Around<'_, '_>, kind: &str) -> Node {
    let here = around.here();
    Node::new(kind).with("@id", here.as_str()).with("url", here)
}

/// A file that is published.
fn file(around: &Around<'_, '_>, path: &str, kind: &str, title: &str) -> Option<Node> {
    let bytes = around.context.downloads.size(path)?;
    let node = Node::new("DataDownload")
        .with("name", title)
        .with("contentUrl", around.file(path))
        .with("encodingFormat", kind)
        .with("contentSize", format!("{bytes} B"));
    Some(node)
}

/// From the first day of the earliest plan to the last day of the latest.
fn period(around: &Around<'_, '_>, scope: &Scope) -> Option<String> {
    let (first, last) = scope.days(around.context.portal)?;
    Some(format!("{first}/{last}"))
}
