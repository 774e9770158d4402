//! What a file is, by what is in it. Names lie: a `.doc` may be a web page, an `.xlsx` a document of Word.

use crate::import::read::failure::ReadFailure;

/// A kind of file that is opened further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A zip archive: what is in it decides.
    Archive,
    /// A workbook of Excel before 2007.
    OldWorkbook,
    /// Text: a page or a table, when read.
    Text,
}

/// Files that begin so are pictures.
const PICTURES: &[&[u8]] = &[
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"AT&TFORM",
    b"\0\0\0\x18ftyphei",
    b"\0\0\0\x1Cftyphei",
    b"\0\0\0\x20ftyphei",
];

/// What these bytes are.
///
/// # Errors
/// When it is nothing that can be read, with what to do about it.
pub fn kind(bytes: &[u8]) -> Result<Kind, ReadFailure> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if bytes
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || *byte == 0)
    {
        return Err(ReadFailure::new(
            "файл пуст",
            "Проверьте, тот ли это файл: возможно, его ещё не сохранили или он не докачался.",
        ));
    }
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return Ok(Kind::Archive);
    }
    if begins(b"\xD0\xCF\x11\xE0") {
        return old_office(bytes);
    }
    if begins(b"%PDF")
        || bytes[..bytes.len().min(1024)]
            .windows(5)
            .any(|word| word == b"%PDF-")
    {
        return Err(ReadFailure::new(
            "это PDF: слова в нём есть, а таблицы нет — строки и столбцы из него не восстановить",
            "Попросите у автора документ в Word (.docx). Если его нет, откройте PDF в Word («Файл» → «Открыть»), \
             сверьте получившуюся таблицу с оригиналом и сохраните как .docx.",
        ));
    }
    if begins(b"{\\rtf") {
        return Err(ReadFailure::new(
            "это документ RTF (под каким бы именем он ни был)",
            "Откройте его в Word или LibreOffice и сохраните как «Документ Word (.docx)».",
        ));
    }
    let bitmap = begins(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    if bitmap
        || PICTURES.iter().any(|magic| begins(magic))
        || (begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
    {
        return Err(ReadFailure::new(
            "это картинка: снимок или скан документа, в нём нет ни одной буквы",
            "Попросите у автора документ в Word (.docx) или распознайте скан программой, сверьте с оригиналом и сохраните \
             как .docx.",
        ));
    }
    if begins(b"Rar!") || begins(b"7z\xBC\xAF") || begins(b"\x1F\x8B") {
        return Err(ReadFailure::new(
            "это архив, а не документ",
            "Распакуйте его и укажите файл, который лежит внутри.",
        ));
    }
    if begins(b"MIME-Version:") {
        return Err(ReadFailure::new(
            "это веб-страница в одном файле (MHT)",
            "Откройте её в Word и сохраните как «Документ Word (.docx)».",
        ));
    }
    Ok(Kind::Text)
}

/// Files of Office before 2007 keep the names of their streams in two-byte letters.
fn old_office(bytes: &[u8]) -> Result<Kind, ReadFailure> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes
            .windows(name.len())
            .step_by(2)
            .any(|window| window == name)
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        return Err(ReadFailure::locked());
    }
    if holds("WordDocument") {
        return Err(ReadFailure::new(
            "это документ старого Word (.doc)",
            "Откройте его в Word или LibreOffice, выберите «Файл» → «Сохранить как» → «Документ Word (.docx)» и укажите \
             новый файл.",
        ));
    }
    if holds("Workbook") || holds("Book") {
        return Ok(Kind::OldWorkbook);
    }
    Err(ReadFailure::new(
        "это файл старого Office, но не документ и не таблица",
        "Откройте его в программе, в которой он сделан, и сохраните как .docx или .xlsx.",
    ))
}
