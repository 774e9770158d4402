//! CSV: by RFC 4180 – UTF-8, comma, CRLF, ISO dates – and as Russian spreadsheets open it – byte order mark, semicolon,
//! decimal comma, dates with points. The first line has the names of columns, the same in both.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front, since content is not trusted to run in
//! somebody's spreadsheet; a cell that begins with an apostrophe gets one too, so that one taken off gives the cell back.

use std::borrow::Cow;

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::export::table::value::{BETWEEN, decimal};
use crate::export::table::{Definition, Row, Value};
use crate::text::russian::date_short;
use crate::text::tame::tamed;

/// The mark by which spreadsheets know UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// For programs.
    Rfc4180,
    /// For Russian spreadsheets.
    Excel,
}

/// A table; its rows may come from many territories.
pub fn table<'r, 'a: 'r>(
    definition: &Definition,
    rows: impl Iterator<Item = &'r Row<'a>>,
    dialect: Dialect,
) -> Vec<u8> {
    let mut writer = writer(dialect);
    let names = definition.columns.iter().map(|column| column.name);
    write(&mut writer, names.map(Cow::Borrowed));
    for row in rows {
        write(&mut writer, row.iter().map(|value| cell(value, dialect)));
    }
    writer.into_inner().expect("memory is always flushed")
}

fn writer(dialect: Dialect) -> Writer<Vec<u8>> {
    let (mark, delimiter) = match dialect {
        Dialect::Rfc4180 => (&[][..], b','),
        Dialect::Excel => (MARK, b';'),
    };
    WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .from_writer(mark.to_vec())
}

fn write<'c>(writer: &mut Writer<Vec<u8>>, cells: impl Iterator<Item = Cow<'c, str>>) {
    // Writing to memory cannot fail, and every row has the same columns.
    for cell in cells {
        writer
            .write_field(cell.as_bytes())
            .expect("a text is always written");
    }
    writer
        .write_record(None::<&[u8]>)
        .expect("rows are equally long");
}

fn cell<'v>(value: &'v Value<'_>, dialect: Dialect) -> Cow<'v, str> {
    match (value, dialect) {
        (Value::Text(text), _) => tamed(text),
        (Value::List(items), _) => Cow::Owned(tamed(&items.join(BETWEEN)).into_owned()),
        (Value::Date(day), Dialect::Excel) => Cow::Owned(date_short(*day)),
        (Value::Decimal(number), Dialect::Excel) => Cow::Owned(decimal(*number, ',')),
        (value, _) => Cow::Owned(value.to_string()),
    }
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
        String::from_utf8(table(&TABLE, rows.iter(), dialect)).expect("UTF-8")
    }

    #[test]
    fn programs_get_commas_and_iso_dates() {
        assert_eq!(
            said(Dialect::Rfc4180),
            "id,words,day,share,yes,many\r\na,\"'=1;\"\"да\"\"\nнет\",2023-04-30,33.3,true,'-1; 2\r\nb,,,,,\r\n"
        );
    }

    #[test]
    fn spreadsheets_get_semicolons_and_their_dates() {
        assert_eq!(
            said(Dialect::Excel),
            "\u{FEFF}id;words;day;share;yes;many\r\na;\"'=1;\"\"да\"\"\nнет\";30.04.2023;33,3;true;\"'-1; 2\"\r\nb;;;;;\r\n"
        );
    }
}
