//! Every file of open data. The rows of a territory are made once; each file takes them from there, so work can be
//! shared out by [`place`] and [`jobs`] without a table being copied.

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use crate::export::DataFile;
use crate::export::formats::csv::{self, Dialect};
use crate::export::formats::json::{self, Head, LICENCE, VERSION, schema};
use crate::export::formats::sqlite::{self, About, Filled};
use crate::export::formats::xlsx;
use crate::export::table::{Definition, Row, Table};
use crate::export::tables::changes::CHANGES;
use crate::export::tables::{self, place::Place};
use crate::model::portal::Portal;
use crate::site::Address;
use crate::site::data::{self, Format, Scope, TableName};
use crate::site::downloads::{ColumnNote, TableNote};
use crate::text::language::{self, Words};

/// All rows of a territory.
pub struct PlaceTables<'a> {
    tables: Vec<Table<'a>>,
}

/// The words in which data are told: those of the documents, whatever the pages are in.
pub fn words() -> Words {
    language::russian()
}

/// The rows of a territory, each table in its fixed place.
pub fn place<'a>(place: &Place<'a>) -> PlaceTables<'a> {
    PlaceTables {
        tables: tables::of(place),
    }
}

impl<'a> PlaceTables<'a> {
    /// Adds what the history tells of the place.
    pub fn add_changes(&mut self, rows: Vec<Row<'a>>) {
        self.tables.push(Table {
            definition: &CHANGES,
            rows,
        });
    }

    /// The changes of no place: of what the portal shares, and of places that are gone.
    pub fn of_changes(rows: Vec<Row<'a>>) -> PlaceTables<'a> {
        let mut tables = PlaceTables { tables: Vec::new() };
        tables.add_changes(rows);
        tables
    }
}

/// Which files are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// All there are.
    All,
    /// Those that cost next to nothing: no workbooks, no database, no descriptions of files.
    Quick,
}

/// What all files are made from.
#[derive(Clone, Copy)]
pub struct Data<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The day the data speak of.
    pub today: Date,
    /// The rows of all territories, in the order of the portal.
    pub places: &'a [PlaceTables<'a>],
    /// Rows that belong to the portal and to no territory.
    pub shared: &'a PlaceTables<'a>,
    /// Which files are wanted.
    pub choice: Choice,
}

/// A piece of work that makes files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// A table of a scope in all its formats.
    Table(Scope, TableName),
    /// The database of the portal.
    Database,
    /// The list of everything, and the schemas.
    Api,
}

/// What a job made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The table, when it was one, and how many rows it has.
    pub table: Option<(Scope, TableName, usize)>,
    /// Its files.
    pub files: Vec<DataFile>,
}

/// All work there is, the longest first.
pub fn jobs(portal: &Portal, choice: Choice) -> Vec<Job> {
    let scopes = Scope::all(portal).into_iter();
    let tables = scopes.flat_map(|scope| {
        let tables = scope.tables(portal);
        tables
            .into_iter()
            .map(move |table| Job::Table(scope.clone(), table))
    });
    let database = match choice {
        Choice::All => Some(Job::Database),
        Choice::Quick => None,
    };
    let fixed = database.into_iter().chain([Job::Api]);
    fixed.chain(tables).collect()
}

impl<'a> Data<'a> {
    /// Does a piece of work.
    pub fn make(&self, job: &Job) -> Made {
        match job {
            Job::Table(scope, table) => self.table(scope, *table),
            Job::Database => Made {
                table: None,
                files: vec![self.database()],
            },
            Job::Api => Made {
                table: None,
                files: self.api(),
            },
        }
    }

    fn table(&self, scope: &Scope, table: TableName) -> Made {
        let definition = definition(table);
        let count = self.rows(scope, table).count();
        let formats = scope.formats(self.portal).iter();
        let wanted = |format: &&Format| self.choice == Choice::All || **format != Format::Xlsx;
        let files = formats.filter(wanted).map(|format| {
            let path = scope.file(table, *format);
            let rows = self.rows(scope, table);
            let bytes = match format {
                Format::Csv => csv::table(definition, rows, Dialect::Rfc4180),
                Format::ExcelCsv => csv::table(definition, rows, Dialect::Excel),
                Format::JsonLines => json::lines(definition, rows),
                Format::Json => {
                    let head = Head {
                        schema: Address::new(path.clone()).to(&data::schema(table.api)),
                        today: self.today,
                        territory: scope.id(),
                        count,
                    };
                    json::document(definition, rows, &head)
                }
                Format::Xlsx => {
                    let title = self.portal.settings.title.as_str();
                    xlsx::workbook(definition, rows, (title, self.today))
                        .expect("rows of open data fit on a sheet")
                }
            };
            DataFile { path, bytes }
        });
        Made {
            files: files.collect(),
            table: Some((scope.clone(), table, count)),
        }
    }

    /// The rows of a table in a scope, territory by territory.
    fn rows<'r>(
        &'r self,
        scope: &'r Scope,
        table: TableName,
    ) -> impl Iterator<Item = &'r Row<'a>> + 'r {
        let places = &self.places[scope.range(self.portal)];
        let shared = (*scope == Scope::Portal).then_some(self.shared);
        shared.into_iter().chain(places).flat_map(move |place| {
            let found = place
                .tables
                .iter()
                .filter(move |one| one.definition.api == table.api);
            found.flat_map(|table| &table.rows)
        })
    }

    fn database(&self) -> DataFile {
        let all = Scope::Portal;
        let filled = all.tables(self.portal).into_iter().map(|table| Filled {
            definition: definition(table),
            rows: self.rows(&all, table).collect(),
        });
        let about = About {
            title: &self.portal.settings.title,
            today: self.today,
        };
        let filled: Vec<_> = filled.collect();
        DataFile {
            path: data::DATABASE.to_owned(),
            bytes: sqlite::database(&about, &filled).expect("rows keep what their columns promise"),
        }
    }

    fn api(&self) -> Vec<DataFile> {
        let tables = Scope::Portal.tables(self.portal);
        let schemas = tables.iter().map(|table| DataFile {
            path: data::schema(table.api),
            bytes: json::pretty(&schema::of(definition(*table))),
        });
        let index = [
            DataFile {
                path: data::INDEX.to_owned(),
                bytes: json::pretty(&self.index()),
            },
            DataFile {
                path: data::schema("index"),
                bytes: json::pretty(&schema::index()),
            },
        ];
        schemas.chain(index).collect()
    }

    /// The list of everything: addresses from the root of the portal.
    fn index(&self) -> Json {
        let portal = self.portal;
        let scopes = Scope::all(portal);
        let places = scopes.iter().filter_map(|scope| {
            let Scope::Place(path) = scope else {
                return None;
            };
            let territory = portal.territory(path)?;
            Some(json!({
                "id": path.to_string(),
                "name": territory.names.name,
                "url": format!("/{path}/"),
                "tables": self.listed(scope),
            }))
        });
        json!({
            "$schema": Address::new(data::INDEX).to(&data::schema("index")),
            "version": VERSION,
            "date": self.today.to_string(),
            "licence": LICENCE,
            "title": portal.settings.title,
            "description": portal.settings.description,
            "database": format!("/{}", data::DATABASE),
            "tables": self.listed(&Scope::Portal),
            "territories": places.collect::<Vec<_>>(),
        })
    }

    /// The tables of a scope with their files.
    fn listed(&self, scope: &Scope) -> Vec<Json> {
        let tables = scope.tables(self.portal).into_iter();
        let listed = tables.map(|table| {
            let formats = scope.formats(self.portal).iter();
            let files: Map<String, Json> = formats
                .map(|format| {
                    let path = format!("/{}", scope.file(table, *format));
                    (format.code().to_owned(), json!(path))
                })
                .collect();
            json!({
                "name": table.api,
                "title": definition(table).title,
                "count": self.rows(scope, table).count(),
                "schema": format!("/{}", data::schema(table.api)),
                "files": files,
            })
        });
        listed.collect()
    }
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
