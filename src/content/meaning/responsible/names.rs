//! Names in a cell that the directory knows, in their literal forms.
//! Schools and bodies may stand in another case than in the directory; people may not, since «Петров» and «Петрова»
//! are two people.

use rustc_hash::FxHashMap;

use super::kind::Kind;
use crate::content::meaning::words::{Sort, Word, words};
use crate::model::plan::responsible::{Directory, Role};

/// How many letters of a name another case never changes.
const SAME: usize = 4;

/// A directory with its forms cut into words, made once for all cells of a territory.
pub struct Names<'d> {
    /// What it was made from.
    pub directory: &'d Directory,
    forms: Vec<Form<'d>>,
    /// For the first letters of a form the forms that begin so, in the order of the directory.
    by_beginning: FxHashMap<String, Vec<usize>>,
}

struct Form<'d> {
    words: Vec<Word<'d>>,
    means: Means<'d>,
}

#[derive(Clone, Copy)]
enum Means<'d> {
    Person(&'d str),
    School(&'d str),
    Body(&'d str, Role),
}

impl<'d> Names<'d> {
    /// Cuts every form once, so that a cell can be compared word by word.
    pub fn new(directory: &'d Directory) -> Self {
        let people = directory
            .people
            .iter()
            .map(|(form, id)| (form, Means::Person(id)));
        let schools = directory
            .schools
            .iter()
            .map(|(form, id)| (form, Means::School(id)));
        let bodies = directory
            .bodies
            .iter()
            .map(|(form, id, role)| (form, Means::Body(id, *role)));
        let forms: Vec<Form<'d>> = people
            .chain(schools)
            .chain(bodies)
            .map(|(form, means)| Form {
                words: words(form).into_iter().filter(is_key).collect(),
                means,
            })
            .filter(|form| !form.words.is_empty())
            .collect();
        let mut by_beginning: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (index, form) in forms.iter().enumerate() {
            let first = beginning(&form.words[0].folded).to_owned();
            by_beginning.entry(first).or_default().push(index);
        }
        Names {
            directory,
            forms,
            by_beginning,
        }
    }

    /// The longest name that begins at `place`, and the place after it. Of equal ones a literal form comes before
    /// an inflected one, and a body with a role of its own before the authority that shares its name.
    pub(super) fn at(&self, words: &[Word], place: usize) -> Option<(Kind, usize)> {
        let first = words.get(place).filter(|word| is_key(word))?;
        let mut best: Option<((usize, bool, bool), Means)> = None;
        for index in self.by_beginning.get(beginning(&first.folded))? {
            let form = &self.forms[*index];
            let Some((end, exact)) = form.matches(words, place) else {
                continue;
            };
            let special = !matches!(form.means, Means::Body(_, Role::Authority));
            let rank = (end, exact, special);
            if best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, form.means));
            }
        }
        best.map(|((end, ..), means)| (means.kind(), end))
    }
}

impl Means<'_> {
    fn kind(self) -> Kind {
        match self {
            Means::Person(id) => Kind::Person(Some(id.to_owned())),
            Means::School(id) => Kind::School(Some(id.to_owned())),
            Means::Body(id, role) => Kind::Body {
                id: Some(id.to_owned()),
                role,
            },
        }
    }
}

impl Form<'_> {
    /// The place after this form, when it stands at `place`, and whether it stands there literally.
    fn matches(&self, cell: &[Word], place: usize) -> Option<(usize, bool)> {
        let mut exact = true;
        let mut next = place;
        for (index, key) in self.words.iter().enumerate() {
            while index > 0 && cell.get(next).is_some_and(is_skipped) {
                next += 1;
            }
            let word = cell.get(next).filter(|word| is_key(word))?;
            if word.folded != key.folded {
                let bends = self.words.len() > 1 && !matches!(self.means, Means::Person(_));
                if !bends || !is_other_case(word, key) {
                    return None;
                }
                exact = false;
            }
            next += 1;
        }
        Some((with_closing(cell, place, next), exact))
    }
}

/// The letters by which forms are found.
fn beginning(folded: &str) -> &str {
    let end = folded.char_indices().nth(SAME);
    end.map_or(folded, |(at, _)| &folded[..at])
}

/// Words that must be the same; signs between them may differ.
fn is_key(word: &Word) -> bool {
    matches!(word.sort, Sort::Letters | Sort::Digits)
}

fn is_skipped(word: &Word) -> bool {
    matches!(
        word.sort,
        Sort::Quote | Sort::Dot | Sort::NumberSign | Sort::Dash
    )
}

/// «Кемской» for «Кемская», «Комитета» for «Комитет»: long words that differ only in their last letters.
fn is_other_case(word: &Word, key: &Word) -> bool {
    let (length, other) = (word.folded.chars().count(), key.folded.chars().count());
    let same = word
        .folded
        .chars()
        .zip(key.folded.chars())
        .take_while(|(one, two)| one == two)
        .count();
    let letters = word.sort == Sort::Letters && key.sort == Sort::Letters;
    let short = word.is_abbreviation() || key.is_abbreviation();
    letters
        && !short
        && length.min(other) >= 5
        && same >= SAME.max(length.max(other).saturating_sub(3))
}

/// The dot of the last initial and the quotation mark that closes a name belong to it.
fn with_closing(cell: &[Word], start: usize, end: usize) -> usize {
    let mut next = end;
    let initial = next > 0 && cell[next - 1].raw.chars().count() == 1;
    if initial
        && cell
            .get(next)
            .is_some_and(|word| word.sort == Sort::Dot && !word.spaced)
    {
        next += 1;
    }
    let opened = cell[start..next]
        .iter()
        .any(|word| word.sort == Sort::Quote);
    while opened
        && cell
            .get(next)
            .is_some_and(|word| word.sort == Sort::Quote && !word.spaced)
    {
        next += 1;
    }
    next
}
