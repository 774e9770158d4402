//! The database of the whole portal.

use crate::export::DataFile;
use crate::export::data::{Data, definition};
use crate::export::formats::sqlite::{About, Database};
use crate::export::table::Row;
use crate::site::data::{DATABASE, Scope, TableName};

/// The database being filled. Its tables come in the order of [`Scope::tables`].
pub struct Filling(Database);

impl Filling {
    /// An empty one.
    pub fn new(data: &Data<'_>) -> Filling {
        let about = About {
            title: &data.portal.settings.title,
            today: data.today,
        };
        Filling(Database::new(&about).expect("a database fits into memory"))
    }

    /// Adds the rows of a table, of the whole portal.
    pub fn add<'r, 'a: 'r>(
        &mut self,
        data: &Data<'a>,
        table: TableName,
        rows: impl Iterator<Item = &'r Row<'a>>,
    ) {
        let tables = Scope::Portal.tables(data.portal).into_iter();
        let tables: Vec<_> = tables.map(definition).collect();
        self.0
            .add(definition(table), &tables, rows)
            .expect("rows keep what their columns promise");
    }

    /// The file.
    pub fn finish(self) -> DataFile {
        DataFile {
            path: DATABASE.to_owned(),
            bytes: self.0.finish().expect("rows point at rows"),
        }
    }
}
