//! A responsible cell as a row of atoms. At each place the longest name or role wins; of equal ones the directory
//! before the vocabulary, because a territory knows its own names.

use super::kind::Kind;
use super::names::Names;
use super::patterns::{person_by_pattern, school_by_pattern};
use super::vocabulary;
use crate::content::meaning::words::{Sort, Word};

/// An atom with its words, end excluded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// All atoms of a cell: together they cover every word.
pub(super) fn atoms(words: &[Word], names: &Names) -> Vec<Atom> {
    let mut found: Vec<Atom> = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let (kind, end) = names
            .at(words, start)
            .into_iter()
            .chain(vocabulary::role(words, start, names))
            .chain(school_by_pattern(words, start).map(|end| (Kind::School(None), end)))
            .chain(person_by_pattern(words, start).map(|end| (Kind::Person(None), end)))
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .unwrap_or_else(|| (sign(words, start), start + 1));
        found.push(Atom { kind, start, end });
        start = end;
    }
    found
}

/// What a word or sign without a name is.
fn sign(words: &[Word], place: usize) -> Kind {
    let word = &words[place];
    let between_blanks = words.get(place + 1).is_none_or(|next| next.spaced);
    match word.sort {
        Sort::Comma => Kind::Comma,
        Sort::Semicolon => Kind::Semicolon,
        // A full stop between parties stands alone before a blank: «РУО. Кураторы».
        Sort::Dot if between_blanks && place > 0 && words[place - 1].sort == Sort::Letters => {
            Kind::Comma
        }
        Sort::Slash => Kind::Comma,
        Sort::Dash if place == 0 || is_separator(&words[place - 1]) => Kind::Comma,
        Sort::Open => Kind::Open,
        Sort::Close => Kind::Close,
        Sort::Letters if word.is(&["и", "совместно"]) => Kind::And,
        _ => Kind::Other,
    }
}

fn is_separator(word: &Word) -> bool {
    matches!(word.sort, Sort::Comma | Sort::Semicolon | Sort::Colon)
}
