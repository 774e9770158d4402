//! Files of any kind an editor may have into a [`Paper`], without judgement: what is bold is said to be bold, and nobody
//! here knows what a deadline is.

pub mod failure;

mod archive;
mod docx;
mod html;
mod kind;
mod label;
mod lay;
mod math;
mod odf;
mod parts;
mod room;
mod sheet;
mod signs;
mod spaces;
mod tally;
mod text;
mod xml;

use crate::import::paper::{At, Paper, Remark};

use archive::Archive;
use failure::ReadFailure;
use kind::{Kind, kind};

/// Bytes of a text or a web page.
const MOST_TEXT: usize = 8 << 20;

/// Reads a file of any kind. What it is, is told by what is in it; the name, which may be empty, only helps where the bytes
/// leave a choice, and a name that says something else is remarked on.
///
/// # Errors
/// When it is nothing that can be read, with what the editor can do about it.
pub fn paper(name: &str, bytes: &[u8]) -> Result<Paper, ReadFailure> {
    let (mut paper, what, endings) = match kind(bytes)? {
        Kind::Archive => archived(bytes)?,
        Kind::OldWorkbook => (
            sheet::xls(bytes)?,
            "книга старого Excel",
            &["xls", "xlt"][..],
        ),
        Kind::Text => written(name, bytes)?,
    };
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    if let Some(ending) = ending.filter(|ending| OFFICE.contains(&ending.as_str()))
        && !endings.contains(&ending.as_str())
    {
        let words =
            format!("по имени это «.{ending}», а внутри {what}: файл прочитан по содержимому");
        paper.remarks.insert(
            0,
            Remark {
                at: At::default(),
                words,
            },
        );
    }
    Ok(paper.without_hidden())
}

/// Endings that promise a format.
const OFFICE: &[&str] = &[
    "doc", "docx", "docm", "dotx", "dotm", "rtf", "odt", "xls", "xlsx", "xlsm", "xltx", "ods",
    "pdf", "htm", "html",
];

type Read = (Paper, &'static str, &'static [&'static str]);

fn archived(bytes: &[u8]) -> Result<Read, ReadFailure> {
    let mut archive = Archive::open(bytes)?;
    let kind = archive.text("mimetype").ok().flatten().unwrap_or_default();
    if kind.starts_with("application/vnd.oasis.opendocument") || archive.has("content.xml") {
        let paper = odf::odf(&mut archive)?;
        return Ok(if kind.contains("spreadsheet") {
            (paper, "таблица OpenDocument", &["ods"])
        } else {
            (paper, "документ OpenDocument", &["odt"])
        });
    }
    if archive.has("[Content_Types].xml") || archive.has("_rels/.rels") {
        let main = parts::main_part(&mut archive)?.to_lowercase();
        if main.ends_with("workbook.bin") {
            return Err(ReadFailure::new(
                "это книга Excel в двоичном виде (.xlsb)",
                "Откройте её в Excel и сохраните как «Книга Excel (.xlsx)».",
            ));
        }
        if main.contains("presentation") {
            return Err(ReadFailure::new(
                "это презентация",
                "Перенесите план в документ Word или книгу Excel и укажите новый файл.",
            ));
        }
        if main.contains("workbook") || main.starts_with("xl/") {
            let paper = sheet::xlsx(bytes, &mut archive)?;
            return Ok((paper, "книга Excel", &["xlsx", "xlsm", "xltx"]));
        }
        let paper = docx::docx(&mut archive)?;
        return Ok((paper, "документ Word", &["docx", "docm", "dotx", "dotm"]));
    }
    Err(ReadFailure::new(
        "это архив, а не документ",
        "Распакуйте его и укажите файл, который лежит внутри.",
    ))
}

fn written(name: &str, bytes: &[u8]) -> Result<Read, ReadFailure> {
    if bytes.len() > MOST_TEXT {
        return Err(ReadFailure::too_large("больше 8 МБ текста"));
    }
    let (text, encoding) = text::decoded(bytes, html::declared(bytes));
    if !is_text(&text) {
        return Err(ReadFailure::new(
            "это не документ, не таблица и не текст",
            "Укажите файл Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), веб-страницу или текст с табуляциями.",
        ));
    }
    if text.contains("<?mso-application")
        || text.contains("<pkg:package")
        || text.contains("<w:wordDocument")
    {
        return Err(ReadFailure::new(
            "это документ Office в виде одного файла XML",
            "Откройте его в Word или Excel и сохраните как .docx или .xlsx.",
        ));
    }
    let (mut paper, what, endings): Read = if html::is_page(&text) {
        (html::html(&text)?, "веб-страница", &["htm", "html"])
    } else {
        (text::text(name, &text)?, "простой текст", &[])
    };
    if let Some(encoding) = encoding {
        paper.remarks.push(Remark {
            at: At::default(),
            words: format!("файл в кодировке {encoding}: проверьте, что буквы прочитаны верно"),
        });
    }
    Ok((paper, what, endings))
}

/// Text has next to no control characters.
fn is_text(text: &str) -> bool {
    let strange = |letter: &char| {
        (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{C}' | '\u{B}'))
            || *letter == '\u{FFFD}'
    };
    let sample = text.chars().take(20_000);
    let count = sample.clone().count();
    sample.filter(strange).count() * 50 <= count
}
