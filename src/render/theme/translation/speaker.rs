//! Looks phrases up, and remembers which of them were met and where.

use crate::text::language::{Words, pattern};
use crate::text::typography::Typography;

/// A phrase of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The Russian words, with places.
    pub phrase: String,
    /// Line of the file, from 1.
    pub line: usize,
    /// Whether the language has words for it.
    pub translated: bool,
}

/// Says the phrases of one file in a language.
pub struct Speaker<'a> {
    source: &'a str,
    /// The language.
    pub words: &'a Words,
    /// Phrases met so far.
    pub found: Vec<Found>,
}

impl<'a> Speaker<'a> {
    /// For the file `source`.
    pub fn new(source: &'a str, words: &'a Words) -> Self {
        Speaker {
            source,
            words,
            found: Vec::new(),
        }
    }

    /// What the language says for a phrase that stands at byte `at` of the file; its places are not filled. Without
    /// Russian letters there is nothing to translate.
    pub fn say(&mut self, phrase: &str, at: usize) -> String {
        let translation = self.words.translation(phrase).map(str::to_owned);
        if is_russian(phrase) {
            let line = self.source[..at].matches('\n').count() + 1;
            self.found.push(Found {
                phrase: phrase.to_owned(),
                line,
                translated: translation.is_some() || self.words.is_source(),
            });
        }
        translation.unwrap_or_else(|| pattern::set(Typography::Russian, phrase))
    }
}

/// Whether a text has Russian letters.
pub fn is_russian(text: &str) -> bool {
    text.contains(|c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
}

/// Runs of spaces and line breaks as one space; other spaces stay.
pub fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\n' | '\r' | '\t' if out.ends_with(' ') => {}
            ' ' | '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
