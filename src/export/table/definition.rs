//! A table: what it is, the same for every place, and its rows, which are not.

use crate::export::table::column::Column;
use crate::export::table::value::Value;

/// What a table is.
#[derive(Debug, PartialEq, Eq)]
pub struct Definition {
    /// Name of its files: `sobytiya`.
    pub name: &'static str,
    /// English name, in addresses of the API and in the database: `events`.
    pub api: &'static str,
    /// Name for people: «Мероприятия».
    pub title: &'static str,
    /// What one row is, in a sentence.
    pub about: &'static str,
    /// Columns in the order of every format. The first is the key, except in tables that have none.
    pub columns: &'static [Column],
}

/// Cells in the order of the columns.
pub type Row<'a> = Vec<Value<'a>>;

/// A table of one place, or of several together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'a> {
    /// What it is.
    pub definition: &'static Definition,
    /// Its rows in a fixed order.
    pub rows: Vec<Row<'a>>,
}

impl Definition {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The columns that point at other tables, one value a cell: what a database checks.
    pub fn foreign_keys(
        &self,
    ) -> impl Iterator<Item = (&'static Column, &'static str, &'static str)> {
        let single = self.columns.iter().filter(|column| !column.many);
        single.filter_map(|column| {
            let (table, target) = column.foreign?;
            Some((column, table, target))
        })
    }
}
