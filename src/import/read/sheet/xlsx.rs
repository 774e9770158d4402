//! Workbooks of Excel since 2007.

use std::io::Cursor;

use calamine::{
    Data, DataRef, HorizontalAlignment, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError,
};

use crate::import::paper::{At, Block, Emphasis, Paper, Remark};
use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;
use crate::import::read::room::Room;
use crate::import::read::sheet::layout::{Layout, layout, parts};
use crate::import::read::sheet::shown;
use crate::import::read::sheet::table::{Cells, Filled, Sheet, table};
use crate::text::russian;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads a workbook: a table for each sheet that is seen and has something in it.
///
/// # Errors
/// When it is damaged, asks for a password or holds more than may be read.
pub fn xlsx(bytes: &[u8], archive: &mut Archive<'_>) -> Result<Paper, ReadFailure> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| trouble(&error))?;
    let parts = parts(archive)?;
    let mut paper = Paper::default();
    let mut room = Room::default();
    let is_1904 = book.has_1904_epoch();
    for sheet in book.sheets_metadata().to_owned() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let at = At {
            sheet: Some(sheet.name.clone()),
            table: paper.blocks.len() as u32 + 1,
            ..At::default()
        };
        if sheet.visible != SheetVisible::Visible {
            remark(
                &mut paper,
                &at,
                0,
                "лист скрыт и не взят: покажите его, если в нём план",
            );
            continue;
        }
        let layout = match parts.get(&sheet.name) {
            Some(part) => layout(archive, part)?,
            None => Layout::default(),
        };
        let cells = cells(&mut book, &at, &layout, is_1904, &mut paper)?;
        if layout.drawing {
            remark(&mut paper, &at, 0, "рисунки и диаграммы листа не взяты");
        }
        if layout.comments {
            remark(&mut paper, &at, 0, "примечания к ячейкам не взяты");
        }
        let sheet = Sheet {
            at,
            merged: layout.merged,
            hidden: layout.hidden_rows.into_keys().collect(),
        };
        paper
            .blocks
            .extend(table(&sheet, cells, &mut room)?.map(Block::Table));
    }
    if archive.has("xl/vbaProject.bin") {
        remark(
            &mut paper,
            &At::default(),
            0,
            "в файле есть макросы: они не читались и не запускались",
        );
    }
    Ok(paper)
}

fn cells(
    book: &mut Book<'_>,
    at: &At,
    layout: &Layout,
    is_1904: bool,
    paper: &mut Paper,
) -> Result<Cells, ReadFailure> {
    let sheet = at.sheet.as_deref().unwrap_or_default();
    let mut reader = book
        .worksheet_cells_reader(sheet)
        .map_err(|error| trouble(&error))?;
    let styles = reader.styles().to_vec();
    let mut room = Room::default();
    let mut cells = Cells::new();
    let mut told = None;
    while let Some((cell, style)) = reader
        .next_cell_with_style_id()
        .map_err(|error| trouble(&error))?
    {
        let (row, column) = cell.get_position();
        let style = styles.get(style);
        let text = words(cell.get_value(), style, is_1904);
        if text.trim().is_empty() {
            continue;
        }
        room.take(text.len())?;
        if let Some(folded) = layout.hidden_rows.get(&row) {
            if told != Some(row) {
                let words = if *folded {
                    "строка свёрнута или отфильтрована, но взята: проверьте, нужна ли она"
                } else {
                    "скрытая строка не взята"
                };
                remark(paper, at, row + 1, words);
                told = Some(row);
            }
            if !folded {
                continue;
            }
        }
        let columns = &layout.hidden_columns;
        if columns
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&column))
        {
            remark(
                paper,
                at,
                row + 1,
                &format!("ячейка скрытого столбца не взята: «{text}»"),
            );
            continue;
        }
        if style
            .and_then(|style| style.font.as_ref())
            .is_some_and(|font| font.strikethrough)
        {
            remark(
                paper,
                at,
                row + 1,
                &format!("зачёркнутые слова не взяты: «{text}»"),
            );
            continue;
        }
        if matches!(cell.get_value(), DataRef::Error(_)) {
            remark(paper, at, row + 1, &format!("формула с ошибкой: «{text}»"));
        }
        cells
            .entry(row)
            .or_default()
            .insert(column, filled(text, style));
    }
    Ok(cells)
}

fn filled(text: String, style: Option<&Style>) -> Filled {
    let font = style.and_then(|style| style.font.as_ref());
    let emphasis = match font {
        Some(font) if font.is_bold() => Emphasis::Bold,
        Some(font) if font.style == calamine::FontStyle::Italic => Emphasis::Italic,
        _ => Emphasis::None,
    };
    let way = style.and_then(|style| style.alignment.as_ref());
    let centred = way.is_some_and(|way| {
        matches!(
            way.horizontal,
            HorizontalAlignment::Center | HorizontalAlignment::CenterContinuous
        )
    });
    Filled {
        text,
        emphasis,
        centred,
    }
}

fn words(value: &DataRef<'_>, style: Option<&Style>, is_1904: bool) -> String {
    let code = style
        .and_then(|style| style.number_format.as_ref())
        .map_or("", |format| format.format_code.as_str());
    match value {
        DataRef::Float(number) => shown::number(*number, code, is_1904),
        DataRef::DateTime(moment) => shown::date(moment, code),
        other => plain(&Data::from(other.clone())),
    }
}

/// A value that needs no format.
pub fn plain(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::String(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
        Data::Bool(true) => "ИСТИНА".to_owned(),
        Data::Bool(false) => "ЛОЖЬ".to_owned(),
        Data::Float(number) => shown::number(*number, "", false),
        Data::DateTime(moment) => shown::date(moment, ""),
        Data::DateTimeIso(text) => iso_date(text).unwrap_or_else(|| text.clone()),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A date that the file keeps in words, «2025-04-30T00:00:00», as an editor sees it.
fn iso_date(text: &str) -> Option<String> {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let day: jiff::civil::Date = day.parse().ok()?;
    let time = time.get(..5).filter(|time| *time != "00:00");
    let shown = russian::date_short(day);
    Some(time.map_or_else(|| shown.clone(), |time| format!("{shown} {time}")))
}

fn remark(paper: &mut Paper, at: &At, row: u32, words: &str) {
    paper.remarks.push(Remark {
        at: At { row, ..at.clone() },
        words: words.to_owned(),
    });
}

fn trouble(error: &XlsxError) -> ReadFailure {
    match error {
        XlsxError::Password => ReadFailure::locked(),
        _ => ReadFailure::damaged("книга Excel обрывается или записана с ошибкой"),
    }
}
