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

impl Definition {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Its columns in archives: those that do not only repeat others.
    pub fn archived(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().filter(|column| !column.repeats)
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
