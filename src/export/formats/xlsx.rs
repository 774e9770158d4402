//! Workbooks: the table on the first sheet, the meaning of its columns on the second. Words are written as words, so no
//! cell is ever run as a formula; numbers are numbers, days are days, yes and no are logical values.

use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use crate::export::table::value::BETWEEN;
use crate::export::table::{Column, Definition, Row, Value};

/// Letters that a cell has room for.
const ROOM: usize = 32_767;

/// Widths of columns, in letters.
const WIDTHS: (usize, usize) = (9, 56);

/// A table; its rows may come from many territories. `today` is written as the day the file was made: the clock would
/// give other bytes each time.
///
/// # Errors
/// When there are more rows than a sheet has.
pub fn workbook<'r, 'a: 'r>(
    definition: &Definition,
    rows: impl Iterator<Item = &'r Row<'a>>,
    (portal, today): (&str, Date),
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(definition.title)
        .set_subject(definition.about)
        .set_author(portal)
        .set_creation_datetime(&day(today)?);
    workbook.set_properties(&properties);
    let styles = Styles::new();
    fill(workbook.add_worksheet(), definition, rows, &styles)?;
    explain(workbook.add_worksheet(), definition, &styles)?;
    workbook.save_to_buffer()
}

struct Styles {
    heading: Format,
    words: Format,
    day: Format,
}

impl Styles {
    fn new() -> Styles {
        let words = || Format::new().set_align(FormatAlign::Top);
        Styles {
            heading: words().set_bold().set_text_wrap(),
            words: words().set_text_wrap(),
            day: words().set_num_format("dd.mm.yyyy"),
        }
    }
}

fn fill<'r, 'a: 'r>(
    sheet: &mut Worksheet,
    definition: &Definition,
    rows: impl Iterator<Item = &'r Row<'a>>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name(definition.title)?;
    let mut widths = Vec::new();
    for (at, column) in (0_u16..).zip(definition.columns) {
        sheet.write_string_with_format(0, at, column.title, &styles.heading)?;
        widths.push(longest_word(column.title));
    }
    let mut last = 0;
    for row in rows {
        last += 1;
        for (at, value) in (0_u16..).zip(row) {
            write(sheet, (last, at), value, styles)?;
            let width = &mut widths[usize::from(at)];
            *width = (*width).max(length(value));
        }
    }
    for (at, width) in (0_u16..).zip(widths) {
        let width = (width + 2).clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(at, width as f64)?;
    }
    let columns = u16::try_from(definition.columns.len()).expect("a table has few columns");
    sheet.autofilter(0, 0, last, columns - 1)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let words = &styles.words;
    match value {
        Value::Nothing => return Ok(()),
        Value::Text(text) => sheet.write_string_with_format(row, column, fitting(text), words)?,
        Value::List(items) => {
            let text = items.join(BETWEEN);
            sheet.write_string_with_format(row, column, fitting(&text), words)?
        }
        Value::Integer(number) => {
            sheet.write_number_with_format(row, column, *number as f64, words)?
        }
        Value::Decimal(number) => {
            let number = number.thousandths as f64 / 1000.0;
            sheet.write_number_with_format(row, column, number, words)?
        }
        Value::Date(date) => match day(*date) {
            Ok(day) => sheet.write_datetime_with_format(row, column, day, &styles.day)?,
            // Workbooks know no days before 1900; a mistyped year must not cost the table.
            Err(_) => sheet.write_string_with_format(row, column, date.to_string(), words)?,
        },
        Value::Boolean(yes) => sheet.write_boolean_with_format(row, column, *yes, words)?,
    };
    Ok(())
}

/// The second sheet: what each column means.
fn explain(
    sheet: &mut Worksheet,
    definition: &Definition,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name("Столбцы")?;
    let headings = [
        ("Столбец", 26.0),
        ("Имя в других форматах", 22.0),
        ("Что в нём", 80.0),
        ("Вид", 18.0),
        ("Всегда заполнен", 12.0),
        ("Откуда значения", 26.0),
    ];
    for (at, (heading, width)) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, at, heading, &styles.heading)?;
        sheet.set_column_width(at, width)?;
    }
    for (row, column) in (1_u32..).zip(definition.columns) {
        for (at, words) in (0_u16..).zip(described(column)) {
            sheet.write_string_with_format(row, at, words, &styles.words)?;
        }
    }
    let after = u32::try_from(definition.columns.len()).expect("a table has few columns") + 2;
    sheet.write_string(after, 0, definition.about)?;
    sheet.write_string(
        after + 1,
        0,
        "Условия использования: Creative Commons «С указанием авторства» 4.0 (CC BY 4.0).",
    )?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn described(column: &Column) -> [String; 6] {
    let foreign = column.foreign;
    [
        column.title.to_owned(),
        column.name.to_owned(),
        column.meaning.to_owned(),
        column.kind.words(column.many),
        if column.required { "да" } else { "нет" }.to_owned(),
        foreign.map_or_else(String::new, |(table, target)| format!("{table}.{target}")),
    ]
}

/// A day as the workbook counts them.
fn day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        day.year().unsigned_abs(),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )
}

/// As much of a text as a cell has room for.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= ROOM {
        return text.to_owned();
    }
    let mut units = 1;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= ROOM
    });
    kept.chain(['…']).collect()
}

fn longest_word(text: &str) -> usize {
    let words = text.split(' ').map(|word| word.chars().count());
    words.max().unwrap_or_default()
}

/// How many letters a cell would like to have side by side.
fn length(value: &Value<'_>) -> usize {
    match value {
        Value::Date(_) => 10,
        Value::Text(text) => text.chars().take(WIDTHS.1).count(),
        value => value.to_string().chars().take(WIDTHS.1).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::table::ColumnKind;

    #[test]
    fn a_text_too_long_for_a_cell_says_that_it_goes_on() {
        let long = "ж".repeat(ROOM + 5);
        let said = fitting(&long);
        assert_eq!(said.encode_utf16().count(), ROOM);
        assert!(said.ends_with('…'));
        assert_eq!(fitting("=1+1"), "=1+1");
        assert_eq!(ColumnKind::Id.words(true), "имена через «; »");
    }
}
