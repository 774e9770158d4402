//! Files of open data. The rows of a territory are made once and written once in every format; each file takes its lines
//! from there, see [`table`]. A country publishes archives by region instead, see [`crate::export::archive`].
//!
//! Every file depends on the day of the data, the settings of the portal (its title, in workbooks and descriptions) and the
//! territories of its scope alone: of a municipality itself, of a region the region with its municipalities, of the whole
//! portal all. Of other territories rows know only whether a page or an attached file exists; the table of changes depends
//! on the history of the content. Only descriptions know where the portal is published.

pub mod api;
pub mod database;
pub mod table;

use std::borrow::Cow;

use jiff::civil::Date;

use crate::export::table::{Definition, Row};
use crate::export::tables::changes::{ByPlace, CHANGES};
use crate::export::tables::{self, place::Place};
use crate::model::id::TerritoryPath;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::data::{Scope, TableName};
use crate::site::downloads::{ColumnNote, TableNote};
use crate::text::language::{self, Words};

/// Which files are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// All there are.
    All,
    /// Those that cost next to nothing: no workbooks, no database, no archives, no descriptions of files.
    Quick,
}

/// What all files are made from.
#[derive(Clone, Copy)]
pub struct Data<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// Its map: which pages and files there are.
    pub site: &'a Site,
    /// The day the data speak of.
    pub today: Date,
    /// Russian, see [`words`].
    pub words: &'a Words,
    /// Rows of the history.
    pub changes: &'a ByPlace<'a>,
    /// Which files are wanted.
    pub choice: Choice,
}

impl<'a> Data<'a> {
    /// The rows of a table that a territory has.
    pub fn rows(&self, table: TableName, territory: &'a Territory) -> Cow<'a, [Row<'a>]> {
        if table.api == CHANGES.api {
            return Cow::Borrowed(self.changed(Some(&territory.path)));
        }
        let place = Place {
            portal: self.portal,
            site: self.site,
            territory,
            today: self.today,
            words: self.words,
        };
        Cow::Owned(tables::rows(table.api, &place))
    }

    /// The rows of a table that belong to the portal and to no territory: changes of what the portal shares, and of
    /// places that are gone.
    pub fn shared(&self, table: TableName) -> &'a [Row<'a>] {
        match table.api == CHANGES.api {
            true => self.changed(None),
            false => &[],
        }
    }

    fn changed(&self, place: Option<&'a TerritoryPath>) -> &'a [Row<'a>] {
        self.changes.get(&place).map_or(&[], Vec::as_slice)
    }
}

/// The words in which data are told: those of the documents, whatever the pages are in.
pub fn words() -> Words {
    language::russian()
}

/// What a table is.
pub fn definition(table: TableName) -> &'static Definition {
    tables::all()
        .find(|definition| definition.api == table.api)
        .expect("the map of the site names tables that are made")
}

/// What the tables of a portal are, in words.
pub fn notes(portal: &Portal) -> Vec<TableNote> {
    let tables = Scope::Portal.tables(portal).into_iter();
    let notes = tables.map(|name| {
        let definition = definition(name);
        let columns = definition.columns.iter().map(|column| ColumnNote {
            name: column.name,
            title: column.title,
            meaning: column.meaning,
            repeats: column.repeats,
        });
        TableNote {
            name,
            title: definition.title,
            about: definition.about,
            columns: columns.collect(),
        }
    });
    notes.collect()
}
