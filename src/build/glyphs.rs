//! Characters of content that the typefaces of the theme do not have: found once for the whole portal, before readers
//! meet an empty box in the name of a village.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::{SourceFile, SourceId, Sources};
use crate::render::theme::Glyphs;

/// Words of the search are typed by readers and shown nowhere.
const UNSHOWN: &str = "search.toml";

/// One warning for each character, at the first place where it stands.
pub fn missing(sources: &Sources, glyphs: &Glyphs) -> Vec<Diagnostic> {
    let files: Vec<_> = sources.iter().collect();
    let found: Vec<BTreeMap<char, Span>> = files
        .into_par_iter()
        .map(|(id, file)| of_file(id, file, glyphs))
        .collect();
    let mut first: BTreeMap<char, Span> = BTreeMap::new();
    for (character, span) in found.into_iter().flatten() {
        first.entry(character).or_insert(span);
    }
    first
        .into_iter()
        .map(|(character, span)| warning(character, span))
        .collect()
}

fn of_file(id: SourceId, file: &SourceFile, glyphs: &Glyphs) -> BTreeMap<char, Span> {
    let mut found = BTreeMap::new();
    let is_table = file.path.ends_with(".toml") && file.path != UNSHOWN;
    let text = file
        .text()
        .filter(|_| is_table || file.path.ends_with(".md"));
    let mut start = 0;
    for line in text.unwrap_or_default().split_inclusive('\n') {
        let is_comment = is_table && line.trim_start().starts_with('#');
        if !is_comment && !line.is_ascii() {
            for (at, c) in line.char_indices().filter(|(_, c)| !glyphs.shows(*c)) {
                let at = start + at;
                found
                    .entry(c)
                    .or_insert(Span::new(id, at..at + c.len_utf8()));
            }
        }
        start += line.len();
    }
    found
}

fn warning(character: char, span: Span) -> Diagnostic {
    let code = u32::from(character);
    let message = format!("в шрифте портала нет знака «{character}» (U+{code:04X})");
    Diagnostic::warning(codes::NO_GLYPH, span, message)
        .label("здесь впервые")
        .help(
            "читатели увидят его другим шрифтом, непохожим на соседние буквы, или пустым квадратом",
        )
        .help("если он появился по ошибке, замените его; слова документа оставьте как есть")
        .help("если знак нужен, добавьте в тему шрифт, в котором он есть")
}
