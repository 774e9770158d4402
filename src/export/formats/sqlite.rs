//! One SQLite database of the whole portal: a table each, with keys that the database can check, and two tables that
//! say what everything means. Lists are JSON arrays, days ISO texts, yes and no 1 and 0.
//!
//! The same rows give the same bytes: made in memory in one order, table after table, with a fixed size of pages, without a
//! journal.

use jiff::civil::Date;
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, Result, ToSql, params, params_from_iter};

use crate::export::formats::json;
use crate::export::table::{Column, ColumnKind, Definition, Row, Value};

/// What the database says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About<'a> {
    /// Name of the portal.
    pub title: &'a str,
    /// The day the data speak of.
    pub today: Date,
}

/// The tables that a database will have: what rows may point at.
pub type Tables<'t> = &'t [&'static Definition];

/// A database being filled, table after table.
pub struct Database {
    connection: Connection,
}

impl Database {
    /// An empty one.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn new(about: &About<'_>) -> Result<Database> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; \
             PRAGMA foreign_keys = ON; PRAGMA user_version = 1; BEGIN;",
        )?;
        connection.execute_batch(DESCRIPTION)?;
        for (key, value) in [
            ("title", about.title.to_owned()),
            ("date", about.today.to_string()),
            ("licence", json::LICENCE.to_owned()),
        ] {
            connection.execute("INSERT INTO about VALUES (?, ?)", params![key, value])?;
        }
        Ok(Database { connection })
    }

    /// Adds a table. It must stand after those whose keys it names; `tables` are all that there will be.
    ///
    /// # Errors
    /// When the rows break what their columns promise: a bug of the tables.
    pub fn add<'r, 'a: 'r>(
        &mut self,
        definition: &'static Definition,
        tables: Tables<'_>,
        rows: impl Iterator<Item = &'r Row<'a>>,
    ) -> Result<()> {
        let known = |api: &str| tables.iter().any(|table| table.api == api);
        self.connection.execute_batch(&create(definition, &known))?;
        let count = fill(&self.connection, definition, rows)?;
        describe(&self.connection, definition, count)
    }

    /// Its bytes.
    ///
    /// # Errors
    /// When a row points at nothing: a bug of the tables.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        self.connection.execute_batch("COMMIT")?;
        Ok(self.connection.serialize("main")?.to_vec())
    }
}

const DESCRIPTION: &str = "
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE tables (name TEXT PRIMARY KEY, title TEXT NOT NULL, about TEXT NOT NULL, file TEXT NOT NULL,
  rows INTEGER NOT NULL) STRICT;
CREATE TABLE columns (table_name TEXT NOT NULL REFERENCES tables (name), position INTEGER NOT NULL, name TEXT NOT NULL,
  title TEXT NOT NULL, meaning TEXT NOT NULL, kind TEXT NOT NULL, is_list INTEGER NOT NULL, is_required INTEGER NOT NULL,
  foreign_table TEXT, foreign_column TEXT, PRIMARY KEY (table_name, name)) STRICT;
";

fn create(definition: &Definition, known: &dyn Fn(&str) -> bool) -> String {
    let mut parts: Vec<String> = definition.columns.iter().map(column).collect();
    let keys = definition.foreign_keys();
    let keys = keys.filter(|(_, table, _)| known(table));
    parts.extend(keys.map(|(column, table, target)| {
        format!(
            "FOREIGN KEY (\"{}\") REFERENCES \"{table}\" (\"{target}\")",
            column.name
        )
    }));
    format!(
        "CREATE TABLE \"{}\" (\n  {}\n) STRICT;",
        definition.api,
        parts.join(",\n  ")
    )
}

fn column(column: &Column) -> String {
    let kind = match column.kind {
        _ if column.many => "TEXT",
        ColumnKind::Integer | ColumnKind::Boolean => "INTEGER",
        ColumnKind::Decimal | ColumnKind::Percent => "REAL",
        ColumnKind::Id
        | ColumnKind::Text
        | ColumnKind::Date
        | ColumnKind::Address
        | ColumnKind::OneOf(_) => "TEXT",
    };
    let rule = match (column.required, column.unique) {
        (_, true) => " PRIMARY KEY NOT NULL",
        (true, false) => " NOT NULL",
        (false, false) => "",
    };
    format!("\"{}\" {kind}{rule}", column.name)
}

fn describe(connection: &Connection, definition: &Definition, rows: usize) -> Result<()> {
    connection.execute(
        "INSERT INTO tables VALUES (?, ?, ?, ?, ?)",
        params![
            definition.api,
            definition.title,
            definition.about,
            definition.name,
            i64::try_from(rows).expect("counts of things in memory fit"),
        ],
    )?;
    let mut insert =
        connection.prepare("INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
    for (position, column) in (1_i64..).zip(definition.columns) {
        insert.execute(params![
            definition.api,
            position,
            column.name,
            column.title,
            column.meaning,
            column.kind.code(),
            column.many,
            column.required,
            column.foreign.map(|(table, _)| table),
            column.foreign.map(|(_, target)| target),
        ])?;
    }
    Ok(())
}

fn fill<'r, 'a: 'r>(
    connection: &Connection,
    definition: &Definition,
    rows: impl Iterator<Item = &'r Row<'a>>,
) -> Result<usize> {
    let places = vec!["?"; definition.columns.len()].join(", ");
    let insert = format!("INSERT INTO \"{}\" VALUES ({places})", definition.api);
    let mut insert = connection.prepare(&insert)?;
    let mut count = 0;
    for row in rows {
        insert.execute(params_from_iter(row.iter()))?;
        count += 1;
    }
    Ok(count)
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Nothing => ToSqlOutput::Borrowed(ValueRef::Null),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Integer(number) => ToSqlOutput::Owned(Sql::Integer(*number)),
            Value::Decimal(number) => {
                // Thousandths of a table of a plan are far below the 52 bits that stay exact.
                ToSqlOutput::Owned(Sql::Real(number.thousandths as f64 / 1000.0))
            }
            Value::Date(day) => ToSqlOutput::Owned(Sql::Text(day.to_string())),
            Value::Boolean(yes) => ToSqlOutput::Owned(Sql::Integer((*yes).into())),
            Value::List(items) => {
                let mut bytes = Vec::new();
                json::list(&mut bytes, items);
                ToSqlOutput::Owned(Sql::Text(
                    String::from_utf8(bytes).expect("JSON of texts is a text"),
                ))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    static TABLE: Definition = Definition {
        name: "proba",
        api: "sample",
        title: "Проба",
        about: "Проба.",
        columns: &[
            Column::new("id", ColumnKind::Id, "Имя", "Имя.").key(),
            Column::new("day", ColumnKind::Date, "День", "День."),
            Column::new("many", ColumnKind::Text, "Список", "Список.").many(),
        ],
    };

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let row = vec![
            Value::text("a"),
            Value::Date(date(2023, 4, 30)),
            Value::list(["да", "\"нет\""]),
        ];
        let made = || {
            let about = About {
                title: "Портал",
                today: date(2026, 11, 22),
            };
            let mut database = Database::new(&about).expect("memory");
            let rows = std::iter::once(&row);
            database.add(&TABLE, &[&TABLE], rows).expect("sound rows");
            database.finish().expect("sound rows")
        };
        let bytes = made();
        assert_eq!(bytes, made());
        let mut connection = Connection::open_in_memory().expect("memory");
        connection
            .deserialize_read_exact("main", bytes.as_slice(), bytes.len(), true)
            .expect("a database");
        let said: (String, String) = connection
            .query_row(
                "SELECT day, json_extract(many, '$[1]') FROM sample",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .expect("a row");
        assert_eq!(said, ("2023-04-30".to_owned(), "\"нет\"".to_owned()));
    }
}
