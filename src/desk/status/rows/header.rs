//! The first line of a table: which column is what, and by which sign columns are parted.

use crate::desk::place::folded;
use crate::desk::status::column::{Column, columns};
use crate::desk::status::table::{Cell, Record, records};
use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::SourceId;
use crate::text::nearest::nearest;

/// The file of a table: tables are shown as the only file of a snapshot.
pub const TABLE: SourceId = SourceId(0);

/// How much longer a misspelled heading may be than the one that is meant.
const SLIP: usize = 2;

/// The meaning of each column of a table, in its order; none for foreign ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header(Vec<Option<Column>>);

impl Header {
    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.0.iter().position(|one| *one == Some(column))
    }

    /// All columns that are understood, with their places.
    pub fn columns(&self) -> impl Iterator<Item = (usize, Column)> {
        self.0
            .iter()
            .enumerate()
            .filter_map(|(place, column)| Some((place, (*column)?)))
    }

    /// How many columns the table has.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// How many headings of a line are known, whatever parts them.
pub fn known_headings(line: &str) -> usize {
    separator(line).1
}

/// The sign that parts the columns of a line, and how many headings it makes known.
pub fn separator(line: &str) -> (char, usize) {
    [';', ',', '\t']
        .map(|sign| {
            let known = records(line, sign).ok().and_then(|rows| {
                let row = rows.into_iter().next()?;
                let known = row
                    .cells
                    .iter()
                    .filter(|cell| Column::headed(&cell.text).is_some());
                Some(known.count())
            });
            (sign, known.unwrap_or_default())
        })
        .into_iter()
        // Of equals the first wins, and max_by_key takes the last.
        .rev()
        .max_by_key(|(_, known)| *known)
        .unwrap_or((';', 0))
}

/// Understands the headings; what is wrong with them is added to `found`.
pub fn header(record: &Record, rows: &[Record], found: &mut Vec<Diagnostic>) -> Header {
    let meant: Vec<Option<Column>> = record
        .cells
        .iter()
        .map(|cell| Column::headed(&cell.text))
        .collect();
    for (place, cell) in record.cells.iter().enumerate() {
        match meant[place] {
            Some(column) if meant[..place].contains(&Some(column)) => {
                found.push(doubled(cell, column));
            }
            Some(_) => {}
            None => found.extend(foreign(cell, place, &meant, rows)),
        }
    }
    let header = Header(meant);
    let told = found.iter().any(Diagnostic::is_error);
    if header.place(Column::Code).is_none() && !told {
        found.push(
            Diagnostic::error(
                codes::STATUS_COLUMN,
                whole(record),
                "в таблице нет столбца «Код»: непонятно, к какому мероприятию относится строка",
            )
            .help("верните столбец «Код» из выгрузки (portal status --out status.csv)"),
        );
    }
    header
}

fn whole(record: &Record) -> Span {
    let start = record.cells.first().map_or(0, |cell| cell.range.start);
    let end = record.cells.last().map_or(0, |cell| cell.range.end);
    Span::new(TABLE, start..end)
}

fn doubled(cell: &Cell, column: Column) -> Diagnostic {
    Diagnostic::error(
        codes::STATUS_COLUMN,
        Span::new(TABLE, cell.range.clone()),
        format!("столбец «{}» стоит в таблице дважды", column.heading()),
    )
    .label("второй такой же")
    .help("оставьте один из двух столбцов")
}

/// A heading that is not ours: misspelled when it is near one that is missing, else somebody's own column.
fn foreign(
    cell: &Cell,
    place: usize,
    meant: &[Option<Column>],
    rows: &[Record],
) -> Option<Diagnostic> {
    let heading = cell.text.trim();
    let used = rows.iter().any(|row| {
        row.cells
            .get(place)
            .is_some_and(|cell| !cell.text.trim().is_empty())
    });
    if !used {
        return None;
    }
    let span = Span::new(TABLE, cell.range.clone());
    if let Some(column) = misspelled(heading, meant) {
        return Some(
            Diagnostic::error(
                codes::STATUS_COLUMN,
                span,
                format!("столбец «{heading}» не понят"),
            )
            .help(format!("возможно, вы имели в виду «{}»", column.heading()))
            .patch(span, column.heading()),
        );
    }
    let called = match heading {
        "" => format!("столбец {} без заголовка", place + 1),
        heading => format!("столбец «{heading}» порталу неизвестен и"),
    };
    Some(
        Diagnostic::warning(
            codes::STATUS_COLUMN,
            span,
            format!("{called} пропущен: его ячейки ничего не меняют"),
        )
        .help("если столбец ваш собственный, так и надо; иначе назовите его, как в выгрузке portal status"),
    )
}

fn misspelled(heading: &str, meant: &[Option<Column>]) -> Option<Column> {
    let heading = folded(heading);
    let missing: Vec<(String, Column)> = columns(1)
        .into_iter()
        .filter(|column| !meant.contains(&Some(*column)))
        .map(|column| (folded(&column.heading()), column))
        .collect();
    let near = nearest(&heading, missing.iter().map(|(name, _)| name.as_str()))?;
    // A longer heading that only begins like one of ours («Срок контроля») is somebody's own.
    let slip = near.chars().count().abs_diff(heading.chars().count()) <= SLIP;
    let column = missing.iter().find(|(name, _)| name == near)?.1;
    (slip && (column.is_ours() || column == Column::Code)).then_some(column)
}
