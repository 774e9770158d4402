//! CSV: by RFC 4180 – UTF-8, comma, CRLF, ISO dates – and as Russian spreadsheets open it – byte order mark, semicolon,
//! decimal comma, dates with points. The first line has the names of columns, the same in both.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front, since content is not trusted to run in
//! somebody's spreadsheet; a cell that begins with an apostrophe gets one too, so that one taken off gives the cell back.

use std::fmt::Write as _;

use crate::export::table::value::{BETWEEN, decimal};
use crate::export::table::{Column, Definition, Row, Value};
use crate::text::russian::date_short;
use crate::text::tame::tamed;

/// The mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{FEFF}";

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// For programs.
    Rfc4180,
    /// For Russian spreadsheets.
    Excel,
}

impl Dialect {
    fn delimiter(self) -> char {
        match self {
            Dialect::Rfc4180 => ',',
            Dialect::Excel => ';',
        }
    }
}

/// The beginning of a file: the names of all columns.
pub fn head(definition: &Definition, dialect: Dialect) -> Vec<u8> {
    let mark = match dialect {
        Dialect::Rfc4180 => "",
        Dialect::Excel => MARK,
    };
    let mut out = mark.to_owned();
    names(&mut out, definition.columns.iter(), dialect);
    out.into_bytes()
}

/// Rows, each with its line end.
pub fn rows(definition: &Definition, rows: &[Row<'_>], dialect: Dialect) -> Vec<u8> {
    let mut out = String::new();
    for row in rows {
        debug_assert_eq!(row.len(), definition.columns.len());
        line(&mut out, row.iter(), dialect);
    }
    out.into_bytes()
}

/// The names of the columns that archives have, for programs.
pub fn archived_head(out: &mut String, definition: &Definition) {
    names(out, definition.archived(), Dialect::Rfc4180);
}

/// Rows as archives have them, for programs.
pub fn archived_rows(out: &mut String, definition: &Definition, rows: &[Row<'_>]) {
    for row in rows {
        let cells = definition.columns.iter().zip(row);
        let cells = cells.filter(|(column, _)| !column.repeats);
        line(out, cells.map(|(_, cell)| cell), Dialect::Rfc4180);
    }
}

fn names<'c>(out: &mut String, columns: impl Iterator<Item = &'c Column>, dialect: Dialect) {
    for (index, column) in columns.enumerate() {
        if index > 0 {
            out.push(dialect.delimiter());
        }
        // Names are letters and lines: they need no quotes.
        out.push_str(column.name);
    }
    out.push_str("\r\n");
}

fn line<'v, 'a: 'v>(
    out: &mut String,
    cells: impl Iterator<Item = &'v Value<'a>>,
    dialect: Dialect,
) {
    for (index, value) in cells.enumerate() {
        if index > 0 {
            out.push(dialect.delimiter());
        }
        cell(out, value, dialect);
    }
    out.push_str("\r\n");
}

/// Writing to memory cannot fail.
fn cell(out: &mut String, value: &Value<'_>, dialect: Dialect) {
    match (value, dialect) {
        (Value::Text(text), _) => quoted(out, &tamed(text), dialect),
        (Value::List(items), _) => quoted(out, &tamed(&items.join(BETWEEN)), dialect),
        (Value::Date(day), Dialect::Excel) => out.push_str(&date_short(*day)),
        (Value::Decimal(number), Dialect::Excel) => out.push_str(&decimal(*number, ',')),
        (value, _) => {
            let _ = write!(out, "{value}");
        }
    }
}

/// A text, in quotes where it could be taken for more than one cell.
fn quoted(out: &mut String, text: &str, dialect: Dialect) {
    let delimiter = dialect.delimiter() as u8;
    let is_sign = |byte: &u8| {
        let byte = *byte;
        (byte == b'"') | (byte == delimiter) | (byte == b'\n') | (byte == b'\r')
    };
    // Pieces are looked at whole, which processors do many letters at a time.
    let mut pieces = text.as_bytes().chunks(64);
    let plain = pieces.all(|piece| piece.iter().filter(|byte| is_sign(byte)).count() == 0);
    if plain {
        out.push_str(text);
        return;
    }
    out.push('"');
    for (index, part) in text.split('"').enumerate() {
        if index > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::export::table::{Column, ColumnKind};
    use crate::model::plan::indicator::Number;

    static TABLE: Definition = Definition {
        name: "proba",
        api: "proba",
        title: "Проба",
        about: "Проба.",
        columns: &[
            Column::new("id", ColumnKind::Id, "Имя", "Имя.").key(),
            Column::new("words", ColumnKind::Text, "Слова", "Слова."),
            Column::new("day", ColumnKind::Date, "День", "День."),
            Column::new("share", ColumnKind::Percent, "Доля", "Доля."),
            Column::new("yes", ColumnKind::Boolean, "Да", "Да."),
            Column::new("many", ColumnKind::Text, "Список", "Список.").many(),
        ],
    };

    fn said(dialect: Dialect) -> String {
        let rows = [
            vec![
                Value::text("a"),
                Value::text("=1;\"да\"\nнет"),
                Value::Date(date(2023, 4, 30)),
                Value::Decimal(Number {
                    thousandths: 33_300,
                }),
                Value::Boolean(true),
                Value::list(["-1", "2"]),
            ],
            std::iter::once(Value::text("b"))
                .chain(std::iter::repeat_n(Value::Nothing, 5))
                .collect(),
        ];
        let file = [head(&TABLE, dialect), super::rows(&TABLE, &rows, dialect)].concat();
        String::from_utf8(file).expect("UTF-8")
    }

    #[test]
    fn programs_get_commas_and_iso_dates() {
        assert_eq!(
            said(Dialect::Rfc4180),
            "id,words,day,share,yes,many\r\na,\"'=1;\"\"да\"\"\nнет\",2023-04-30,33.3,true,'-1; 2\r\nb,,,,,\r\n"
        );
    }

    #[test]
    fn archives_leave_out_columns_that_repeat_others() {
        static LEAN: Definition = Definition {
            columns: &[
                Column::new("id", ColumnKind::Id, "Имя", "Имя.").key(),
                Column::new("words", ColumnKind::Text, "Слова", "Слова.").repeating(),
                Column::new("day", ColumnKind::Date, "День", "День."),
            ],
            ..TABLE
        };
        let rows = [vec![
            Value::text("a"),
            Value::text("б"),
            Value::Date(date(2023, 4, 30)),
        ]];
        let mut out = String::new();
        archived_head(&mut out, &LEAN);
        archived_rows(&mut out, &LEAN, &rows);
        assert_eq!(out, "id,day\r\na,2023-04-30\r\n");
    }

    #[test]
    fn spreadsheets_get_semicolons_and_their_dates() {
        assert_eq!(
            said(Dialect::Excel),
            "\u{FEFF}id;words;day;share;yes;many\r\na;\"'=1;\"\"да\"\"\nнет\";30.04.2023;33,3;true;\"'-1; 2\"\r\nb;;;;;\r\n"
        );
    }
}
