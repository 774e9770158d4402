//! A `.docx`, `.xlsx`, `.odt` or `.ods` is a zip archive. Its parts are unpacked here, into memory only: names inside are
//! keys to look for and never paths to write to, and an archive that would swell beyond reason is refused beforehand.

use std::io::{Cursor, Read};

use encoding_rs::{Encoding, UTF_8};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::import::read::failure::ReadFailure;

/// Bytes of the file itself.
const MOST_PACKED: usize = 64 << 20;

/// Bytes of one part, unpacked.
const MOST_PART: u64 = 64 << 20;

/// Bytes of all parts of text together: several are kept in memory at once, and those of a long order come to two.
const MOST_MARKUP: u64 = 48 << 20;

/// Bytes of all parts, unpacked.
const MOST_ALL: u64 = 256 << 20;

/// Parts.
const MOST_PARTS: usize = 10_000;

/// How many times smaller than its text a packed part may be; text of documents reaches fifty.
const MOST_SWELLING: u64 = 400;

/// Parts below this size may swell as they like.
const SMALL: u64 = 4 << 20;

/// Tags in one part: readers of other libraries keep a record for each.
const MOST_TAGS: usize = 3_000_000;

/// Tags in the part with styles of a workbook: the library keeps a long record for each, and Excel allows 65 490 of them.
const MOST_STYLES: usize = 200_000;

/// An archive whose parts are known to be of a sensible size.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Name in lower case with plain slashes, and the number in the archive.
    names: Vec<(String, usize)>,
}

impl<'a> Archive<'a> {
    /// Looks the archive over and unpacks every part of text once to nowhere, so that lies about sizes come out.
    ///
    /// # Errors
    /// When it is cut off, too large, protected by a password, or a part declares entities.
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, ReadFailure> {
        if bytes.len() > MOST_PACKED {
            return Err(ReadFailure::too_large("больше 64 МБ"));
        }
        if promised(bytes).is_some_and(|parts| parts > MOST_PARTS) {
            return Err(ReadFailure::too_large("в архиве больше 10 000 частей"));
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| cut_off())?;
        let mut all = 0_u64;
        let mut names = Vec::with_capacity(zip.len());
        for number in 0..zip.len() {
            let part = zip.by_index_raw(number).map_err(|error| trouble(&error))?;
            let name = part
                .name()
                .map_err(|_| cut_off())?
                .replace('\\', "/")
                .to_lowercase();
            if part.encrypted() {
                return Err(ReadFailure::locked());
            }
            all = all.saturating_add(part.size());
            if part.size() > MOST_PART || all > MOST_ALL {
                return Err(swells());
            }
            if part.size() > SMALL && part.size() / part.compressed_size().max(1) > MOST_SWELLING {
                return Err(swells());
            }
            names.push((name, number));
        }
        let mut archive = Archive { zip, names };
        archive.survey()?;
        Ok(archive)
    }

    /// True when there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.number(name).is_some()
    }

    /// A part of markup as text; none when it is not there.
    ///
    /// # Errors
    /// When it cannot be unpacked or is not text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadFailure> {
        let Some(number) = self.number(name) else {
            return Ok(None);
        };
        let part = self.zip.by_index(number).map_err(|error| trouble(&error))?;
        let mut bytes = Vec::new();
        read_whole(part, |chunk| bytes.extend_from_slice(chunk))?;
        decoded(bytes, name).map(Some)
    }

    /// The text of every part whose name ends so, two of one name included.
    ///
    /// # Errors
    /// When one cannot be unpacked or is not text.
    pub fn texts_ending(&mut self, end: &str) -> Result<Vec<String>, ReadFailure> {
        let mut texts = Vec::new();
        for at in 0..self.names.len() {
            let (name, number) = &self.names[at];
            if !name.ends_with(end) {
                continue;
            }
            let part = self
                .zip
                .by_index(*number)
                .map_err(|error| trouble(&error))?;
            let mut bytes = Vec::new();
            read_whole(part, |chunk| bytes.extend_from_slice(chunk))?;
            texts.push(decoded(bytes, name)?);
        }
        Ok(texts)
    }

    fn number(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/').to_lowercase();
        self.names
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, number)| *number)
    }

    fn survey(&mut self) -> Result<(), ReadFailure> {
        let mut sum = 0_u64;
        let markup: Vec<(String, usize)> = self
            .names
            .iter()
            .filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"))
            .cloned()
            .collect();
        for (name, number) in markup {
            let part = self.zip.by_index(number).map_err(|error| trouble(&error))?;
            sum = sum.saturating_add(part.size());
            if sum > MOST_MARKUP {
                return Err(swells());
            }
            let mut survey = Survey::default();
            read_whole(part, |chunk| survey.look(chunk))?;
            if survey.entities || (survey.types && !names_its_type(&name)) {
                return Err(ReadFailure::new(
                    format!(
                        "в части «{name}» объявлены сущности XML или чужой тип документа: так подсовывают посторонние файлы"
                    ),
                    "Такой файл не читается. Откройте его в Word или LibreOffice и сохраните заново.",
                ));
            }
            let most = if name == "xl/styles.xml" {
                MOST_STYLES
            } else {
                MOST_TAGS
            };
            if survey.tags > most {
                return Err(ReadFailure::too_large(format!(
                    "в части «{name}» миллионы элементов"
                )));
            }
        }
        Ok(())
    }
}

/// What is counted in a part while it is unpacked to nowhere.
#[derive(Default)]
struct Survey {
    tags: usize,
    /// It declares entities.
    entities: bool,
    /// It names a document type.
    types: bool,
    /// The last bytes of the piece before: a word may be cut in two.
    tail: Vec<u8>,
}

impl Survey {
    fn look(&mut self, chunk: &[u8]) {
        self.tags += chunk.iter().filter(|byte| **byte == b'<').count();
        self.tail.extend_from_slice(chunk);
        let joined = &self.tail;
        self.types |= finds(joined, b"<!DOCTYPE");
        self.entities |= finds(joined, b"<!ENTITY");
        let keep = self.tail.len().saturating_sub(8);
        self.tail.drain(..keep);
    }
}

/// Old LibreOffice names the type of formulas, macros and the list of parts; nothing is fetched for it. No other part of a
/// document has a reason to.
fn names_its_type(part: &str) -> bool {
    part == "meta-inf/manifest.xml"
        || ["object", "basic/", "dialogs/"]
            .iter()
            .any(|start| part.starts_with(start))
}

fn finds(text: &[u8], word: &[u8]) -> bool {
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| *byte == word[0]) {
        let rest = &text[from + at..];
        if rest.len() >= word.len() && rest[..word.len()].eq_ignore_ascii_case(word) {
            return true;
        }
        from += at + 1;
    }
    false
}

fn read_whole<R: Read>(
    part: ZipFile<'_, R>,
    mut take: impl FnMut(&[u8]),
) -> Result<(), ReadFailure> {
    // The header may lie about the size: no more is unpacked than it says.
    let promised = part.size();
    let mut left = part.take(promised.saturating_add(1));
    let mut chunk = [0_u8; 16 << 10];
    let mut sum = 0_u64;
    loop {
        let count = left.read(&mut chunk).map_err(|_| cut_off())?;
        if count == 0 {
            return Ok(());
        }
        sum += count as u64;
        if sum > promised {
            return Err(swells());
        }
        take(&chunk[..count]);
    }
}

/// How many parts the end of the archive promises; the library would make a record of each before it can be asked.
fn promised(bytes: &[u8]) -> Option<usize> {
    let from = bytes.len().saturating_sub(66_000);
    let end = bytes[from..]
        .windows(4)
        .rposition(|word| word == b"PK\x05\x06")?;
    let count = bytes.get(from + end + 10..from + end + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

fn decoded(bytes: Vec<u8>, name: &str) -> Result<String, ReadFailure> {
    let (encoding, mark) = Encoding::for_bom(&bytes)
        .or_else(|| declared(&bytes).map(|encoding| (encoding, 0)))
        .unwrap_or((UTF_8, 0));
    if encoding == UTF_8 {
        let mut text = String::from_utf8(bytes)
            .map_err(|_| ReadFailure::damaged(format!("часть «{name}» — не текст")))?;
        text.drain(..mark);
        return Ok(text);
    }
    Ok(encoding
        .decode_without_bom_handling(&bytes[mark..])
        .0
        .into_owned())
}

/// The encoding of the XML declaration, if it says one.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(200)];
    let line = String::from_utf8_lossy(start);
    let line = line.strip_prefix("<?xml")?;
    let value = line[..line.find("?>")?].split_once("encoding")?.1;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Encoding::for_label(value[1..].split(quote).next()?.as_bytes())
}

fn cut_off() -> ReadFailure {
    ReadFailure::damaged("архив оборван или испорчен — возможно, скачан не до конца")
}

fn swells() -> ReadFailure {
    ReadFailure::too_large("при распаковке он занял бы сотни мегабайт")
}

fn trouble(error: &ZipError) -> ReadFailure {
    match error {
        ZipError::UnsupportedArchive(words) if words.contains("assword") => ReadFailure::locked(),
        ZipError::UnsupportedArchive(_) => {
            ReadFailure::damaged("части сжаты способом, который в документах не употребляется")
        }
        _ => cut_off(),
    }
}
