//! Names in a cell that the directory knows, in their literal forms.
//! Schools and bodies may stand in another case than in the directory; people may not, since «Петров» and «Петрова»
//! are two people.

use super::kind::Kind;
use crate::content::meaning::words::{Sort, Word, words};
use crate::model::plan::responsible::{Directory, Role};

/// The directory with its forms cut into words.
pub(super) struct Names<'d> {
    forms: Vec<Form<'d>>,
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
        let forms = people
            .chain(schools)
            .chain(bodies)
            .map(|(form, means)| Form {
                words: words(form).into_iter().filter(is_key).collect(),
                means,
            })
            .filter(|form| !form.words.is_empty())
            .collect();
        Names { forms }
    }

    /// The longest name that begins at `place`, and the place after it. Of equal ones a literal form comes before
    /// an inflected one, and a body with a role of its own before the authority that shares its name.
    pub fn at(&self, words: &[Word], place: usize) -> Option<(Kind, usize)> {
        let mut best: Option<((usize, bool, bool), Kind)> = None;
        for form in &self.forms {
            let Some((end, exact)) = form.matches(words, place) else {
                continue;
            };
            let special = !matches!(form.means, Means::Body(_, Role::Authority));
            let rank = (end, exact, special);
            if best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, form.means.kind()));
            }
        }
        best.map(|((end, ..), kind)| (kind, end))
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
        && same >= 4.max(length.max(other).saturating_sub(3))
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
