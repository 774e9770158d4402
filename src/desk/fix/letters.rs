//! How the letters of a whole file are stored: its encoding, the mark at its beginning, the ends of its lines.

use crate::content::read::recoded;
use crate::files::sources::SourceFile;

/// The mark that some programs put at the beginning of a text.
const MARK: &str = "\u{FEFF}";

/// True for files that hold words of editors.
pub fn is_text(file: &SourceFile) -> bool {
    matches!(file.extension().as_str(), "toml" | "md")
}

/// True when there is no doubt about the encoding of a file that is not UTF-8.
pub fn recodable(file: &SourceFile) -> bool {
    recoded(&file.bytes()).is_some()
}

/// The file's text, whatever its encoding, for showing what changed.
pub fn readable(file: &SourceFile) -> String {
    match recoded(&file.bytes()) {
        Some((text, _)) => text,
        None => String::from_utf8_lossy(&file.bytes()).into_owned(),
    }
}

/// Saves a file in UTF-8 with ordinary line ends; says what was done.
pub fn mend(file: &mut SourceFile) -> Vec<String> {
    if !is_text(file) {
        return Vec::new();
    }
    let mut deeds = Vec::new();
    let recoded = recoded(&file.bytes());
    if let Some((text, name)) = recoded {
        deeds.push(format!("файл перекодирован в UTF-8, был в {name}"));
        *file = SourceFile::new(file.path.clone(), text);
    }
    let Some(text) = file.text() else {
        return deeds;
    };
    let mut text = text.into_owned();
    while let Some(rest) = text.strip_prefix(MARK) {
        text = rest.to_owned();
        deeds.push("убрана невидимая метка BOM в начале файла".to_owned());
    }
    if !text.contains('\n') && text.trim_end().contains('\r') {
        text = text.replace('\r', "\n");
        deeds.push("устаревшие концы строк (CR) заменены обычными".to_owned());
    }
    *file = SourceFile::new(file.path.clone(), text);
    deeds
}
