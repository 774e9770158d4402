//! A table in every scope and format. What a territory has to say is written once in each format; the files of a region
//! and of the whole portal are those lines one after another.

use std::borrow::Cow;

use crate::export::DataFile;
use crate::export::data::{Choice, Data, definition};
use crate::export::formats::csv::{self, Dialect};
use crate::export::formats::json::{self, Head};
use crate::export::formats::xlsx;
use crate::export::table::{Definition, Row};
use crate::model::place::territory::Territory;
use crate::site::Address;
use crate::site::data::{self, Format, Scope, TableName};

/// The rows of one territory, or those of no territory, in every format.
pub struct Piece<'a> {
    /// As they are.
    pub rows: Cow<'a, [Row<'a>]>,
    csv: Vec<u8>,
    excel: Vec<u8>,
    lines: Vec<u8>,
    sheet: xlsx::Lines,
}

/// Writes the rows of a territory.
pub fn piece<'a>(data: &Data<'a>, table: TableName, territory: &'a Territory) -> Piece<'a> {
    written(data, definition(table), data.rows(table, territory))
}

/// Writes the rows that belong to no territory.
pub fn shared<'a>(data: &Data<'a>, table: TableName) -> Piece<'a> {
    let rows = Cow::Borrowed(data.shared(table));
    written(data, definition(table), rows)
}

fn written<'a>(data: &Data<'a>, definition: &Definition, rows: Cow<'a, [Row<'a>]>) -> Piece<'a> {
    let sheet = match data.choice {
        Choice::All => xlsx::Lines::of(definition, &rows),
        Choice::Quick => xlsx::Lines::default(),
    };
    Piece {
        csv: csv::rows(definition, &rows, Dialect::Rfc4180),
        excel: csv::rows(definition, &rows, Dialect::Excel),
        lines: json::lines(definition, &rows),
        sheet,
        rows,
    }
}

/// A file of a table: the lines of these pieces in turn.
pub fn file(
    data: &Data<'_>,
    (scope, table, format): (&Scope, TableName, Format),
    pieces: &[&Piece<'_>],
) -> DataFile {
    let definition = definition(table);
    let path = scope.file(table, format);
    let joined = |head: Vec<u8>, lines: &dyn for<'p> Fn(&'p Piece<'_>) -> &'p [u8]| {
        let size: usize = pieces.iter().map(|piece| lines(piece).len()).sum();
        let mut bytes = head;
        bytes.reserve_exact(size);
        for piece in pieces {
            bytes.extend_from_slice(lines(piece));
        }
        bytes
    };
    let bytes = match format {
        Format::Csv => joined(csv::head(definition, Dialect::Rfc4180), &|one| &one.csv),
        Format::ExcelCsv => joined(csv::head(definition, Dialect::Excel), &|one| &one.excel),
        Format::JsonLines => joined(Vec::new(), &|one| &one.lines),
        Format::Json => {
            let head = Head {
                schema: Address::new(path.clone()).to(&data::schema(table.api)),
                today: data.today,
                territory: scope.id(),
                count: pieces.iter().map(|piece| piece.rows.len()).sum(),
            };
            json::document(
                definition,
                pieces.iter().map(|piece| piece.lines.as_slice()),
                &head,
            )
        }
        Format::Xlsx => {
            let lines: Vec<&xlsx::Lines> = pieces.iter().map(|piece| &piece.sheet).collect();
            let title = data.portal.settings.title.as_str();
            xlsx::workbook(definition, &lines, (title, data.today))
        }
    };
    DataFile { path, bytes }
}
