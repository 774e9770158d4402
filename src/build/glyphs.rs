//! Characters of content that the typefaces of the theme do not have: found once for the whole portal, before readers
//! meet an empty box in the name of a village.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::{SourceFile, SourceId};
use crate::render::theme::Glyphs;

/// Words of the search are typed by readers and shown nowhere.
const UNSHOWN: &str = "search.toml";

/// The characters of texts, each with the first place where it stands.
#[derive(Debug, Clone, Default)]
pub struct Letters {
    first: BTreeMap<char, Span>,
}

impl Letters {
    /// Adds the characters of a file; lines of plain Latin letters need no look.
    pub fn read(&mut self, id: SourceId, file: &SourceFile) {
        let is_table = file.path.ends_with(".toml") && file.path != UNSHOWN;
        if !is_table && !file.path.ends_with(".md") {
            return;
        }
        let text = file.text().unwrap_or_default();
        let mut seen = Seen::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let is_comment = is_table && line.trim_start().starts_with('#');
            if !is_comment && !line.is_ascii() {
                for (at, c) in line.char_indices().filter(|(_, c)| seen.is_new(*c)) {
                    let at = start + at;
                    self.note(c, Span::new(id, at..at + c.len_utf8()));
                }
            }
            start += line.len();
        }
    }

    /// Adds the characters of other texts.
    pub fn add(&mut self, other: Letters) {
        for (c, span) in other.first {
            self.note(c, span);
        }
    }

    fn note(&mut self, c: char, span: Span) {
        let first = self.first.entry(c).or_insert(span);
        *first = span.min(*first);
    }
}

/// Characters met already, as far as they stand in the first pages of Unicode; of the others nothing is remembered.
struct Seen([u64; Seen::WORDS]);

impl Default for Seen {
    fn default() -> Self {
        Seen([0; Seen::WORDS])
    }
}

impl Seen {
    /// Latin, Cyrillic, marks and signs.
    const WORDS: usize = 0x2800 / 64;

    fn is_new(&mut self, c: char) -> bool {
        let code = u32::from(c) as usize;
        let Some(word) = self.0.get_mut(code / 64) else {
            return true;
        };
        let bit = 1 << (code % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }
}

/// One warning for each character that the typefaces do not have, at the first place where it stands.
pub fn missing(letters: &Letters, glyphs: &Glyphs) -> Vec<Diagnostic> {
    let places = letters.first.iter();
    places
        .filter(|(character, _)| !glyphs.shows(**character))
        .map(|(character, span)| warning(*character, *span))
        .collect()
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
