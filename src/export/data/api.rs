//! The entrance of the API: the list of everything, and the schemas.

use serde_json::{Map, Value as Json, json};

use crate::export::DataFile;
use crate::export::data::{Data, definition};
use crate::export::formats::json::{LICENCE, VERSION, pretty, schema};
use crate::site::Address;
use crate::site::data::{self, Format, Scope};
use crate::site::downloads::Downloads;
use crate::text::fingerprint::Fingerprint;

/// The schemas, one for each kind of document.
pub fn schemas(data: &Data<'_>) -> Vec<DataFile> {
    let tables = Scope::Portal.published(data.portal, Format::Json);
    let tables = tables.iter().map(|table| DataFile {
        path: data::schema(table.api),
        bytes: pretty(&schema::of(definition(*table))),
    });
    let list = match data::is_country(data.portal) {
        true => schema::country(),
        false => schema::index(),
    };
    let list = DataFile {
        path: data::schema("index"),
        bytes: pretty(&list),
    };
    tables.chain([list]).collect()
}

/// The list of everything: addresses from the root of the portal. `downloads` know how many rows each table has;
/// `print` gives length and SHA-256 of an archive.
pub fn index(
    data: &Data<'_>,
    downloads: &Downloads,
    print: &dyn Fn(&str) -> Option<Fingerprint>,
) -> DataFile {
    let portal = data.portal;
    let mut list = json!({
        "$schema": Address::new(data::INDEX).to(&data::schema("index")),
        "version": VERSION,
        "date": data.today.to_string(),
        "licence": LICENCE,
        "title": portal.settings.title,
        "description": portal.settings.description,
        "tables": tables(data, downloads, &Scope::Portal),
    });
    let scopes = data::scopes(portal);
    let places = scopes.iter().filter_map(|scope| {
        let Scope::Place(path) = scope else {
            return None;
        };
        let territory = portal.territory(path)?;
        let mut said = json!({
            "id": path.to_string(),
            "name": territory.names.name,
            "url": format!("/{path}/"),
            "tables": tables(data, downloads, scope),
        });
        if let Some(archive) = scope.archive(portal) {
            said["municipalities"] = json!(portal.municipalities_of(&path.region).count());
            said["archive"] = match print(&archive) {
                Some(print) => json!({
                    "url": format!("/{archive}"),
                    "bytes": print.bytes,
                    "sha256": print.sha256,
                }),
                None => json!({ "url": format!("/{archive}") }),
            };
        }
        Some(said)
    });
    let places: Vec<Json> = places.collect();
    match data::is_country(portal) {
        true => list["regions"] = json!(places),
        false => {
            list["database"] = json!(format!("/{}", data::DATABASE));
            list["territories"] = json!(places);
        }
    }
    DataFile {
        path: data::INDEX.to_owned(),
        bytes: pretty(&list),
    }
}

/// The tables of a scope with their files; of an archive, the name in it.
fn tables(data: &Data<'_>, downloads: &Downloads, scope: &Scope) -> Vec<Json> {
    let archived = scope.archive(data.portal).is_some();
    let listed = downloads.of(scope).map(|(note, count)| {
        let table = note.name;
        let formats = scope.formats(data.portal, table);
        let mut said = json!({
            "name": table.api,
            "title": note.title,
            "count": count,
        });
        if archived {
            said["file"] = json!(format!("{}.csv", table.file));
        } else {
            let files = formats.iter().map(|format| {
                let path = format!("/{}", scope.file(table, *format));
                (format.code().to_owned(), json!(path))
            });
            said["files"] = json!(files.collect::<Map<String, Json>>());
            if formats.contains(&Format::Json) {
                said["schema"] = json!(format!("/{}", data::schema(table.api)));
            }
        }
        said
    });
    listed.collect()
}
