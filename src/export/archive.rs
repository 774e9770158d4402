//! All tables of a region of a country in one archive: CSV files for programs, the description of their columns and of
//! the keys between them, and a word to people. Columns that only repeat others are left out, see
//! [`Column::repeats`](crate::export::table::Column::repeats): of a country they would be the larger part.

use crate::export::DataFile;
use crate::export::data::{Data, definition};
use crate::export::formats::{archive::Archive, csv, json};
use crate::export::metadata::facts::Facts;
use crate::export::metadata::package;
use crate::site::data::{Scope, TableName};

/// How much of a table is gathered before it is pressed, in bytes.
const PORTION: usize = 1 << 16;

/// An archive, and how many rows of each table it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// The file.
    pub file: DataFile,
    /// Its tables.
    pub rows: Vec<(TableName, usize)>,
}

/// The archive of a scope; none where there is none. It depends on what its region and its municipalities hold, on the
/// title of the portal, on the day, and on the address of the portal.
pub fn archive(data: &Data<'_>, facts: &Facts<'_>, scope: &Scope) -> Option<Archived> {
    let path = scope.archive(data.portal)?;
    let tables = scope.tables(data.portal);
    let mut archive = Archive::new(data.today);
    archive.file("o-tablitsakh.txt", about(facts, scope).as_bytes());
    let package = json::pretty(&package::archived(facts, scope));
    archive.file("datapackage.json", &package);
    let rows = tables.into_iter().map(|table| {
        archive.begin(&format!("{}.csv", table.file));
        (table, pressed(data, scope, table, &mut archive))
    });
    let rows = rows.collect();
    Some(Archived {
        file: DataFile {
            path,
            bytes: archive.finish(),
        },
        rows,
    })
}

/// Puts a table into the archive, territory by territory; gives its number of rows.
fn pressed(data: &Data<'_>, scope: &Scope, table: TableName, archive: &mut Archive) -> usize {
    let definition = definition(table);
    let mut portion = String::with_capacity(2 * PORTION);
    csv::archived_head(&mut portion, definition);
    let mut count = 0;
    for territory in &data.portal.territories[scope.range(data.portal)] {
        let rows = data.rows(table, territory);
        count += rows.len();
        csv::archived_rows(&mut portion, definition, &rows);
        if portion.len() > PORTION {
            archive.add(portion.as_bytes());
            portion.clear();
        }
    }
    archive.add(portion.as_bytes());
    count
}

/// What is in the archive, for people who open it.
fn about(facts: &Facts<'_>, scope: &Scope) -> String {
    let [title, about] = [facts.title(scope), facts.about(scope)];
    let day = crate::text::russian::date(facts.today);
    let portal = &facts.portal.settings.title;
    let address = facts.address.unwrap_or_default();
    format!(
        "{title}\r\n\r\n{about}\r\n\r\n\
         Данные на {day}. Портал: «{portal}» {address}\r\n\r\n\
         Каждая таблица — файл CSV: UTF-8, запятая, даты вида 2023-04-30. В Excel: «Данные», затем «Из текстового/CSV-файла».\r\n\
         Ячейка, похожая на формулу, начинается с апострофа, чтобы таблица её не вычислила.\r\n\
         Что значит каждый столбец, сказано в файле datapackage.json и на портале.\r\n\
         Мероприятия связаны с другими таблицами столбцом event: в нём имя из столбца id таблицы sobytiya.\r\n\r\n\
         Условия использования: Creative Commons «С указанием авторства» 4.0, {}\r\n",
        json::LICENCE
    )
}
