//! What pages tell of the files of open data: made by `export`, shown by `render`, which must not know each other.

use std::collections::BTreeMap;

use crate::site::data::{Scope, TableName};

/// The published tables: what they are, how many rows each has where, how large each file is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Downloads {
    /// Every table of the portal.
    pub tables: Vec<TableNote>,
    /// Rows of a table in a scope; empty tables are not published.
    pub rows: BTreeMap<(Scope, &'static str), usize>,
    /// Bytes of each file, by its path.
    pub sizes: BTreeMap<String, usize>,
}

/// What a table is, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableNote {
    /// Its names.
    pub name: TableName,
    /// «Мероприятия».
    pub title: &'static str,
    /// What one row is.
    pub about: &'static str,
    /// Its columns.
    pub columns: Vec<ColumnNote>,
}

/// What a column is, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnNote {
    /// Name for programs.
    pub name: &'static str,
    /// Name for people.
    pub title: &'static str,
    /// What it means and where it comes from.
    pub meaning: &'static str,
    /// True when it only repeats other columns, so that archives leave it out.
    pub repeats: bool,
}

impl Downloads {
    /// The tables with rows in a scope, and how many.
    pub fn of<'a>(&'a self, scope: &'a Scope) -> impl Iterator<Item = (&'a TableNote, usize)> {
        self.tables.iter().filter_map(|table| {
            let rows = self.rows.get(&(scope.clone(), table.name.api))?;
            Some((table, *rows))
        })
    }

    /// Bytes of a file; none for a file that is not published.
    pub fn size(&self, path: &str) -> Option<usize> {
        self.sizes.get(path).copied()
    }
}
