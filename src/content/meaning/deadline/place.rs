//! What stands at a place among the words of a cell. Readers look from a place on and say what they found and where
//! it ends. What the words mean is not known here.

use crate::content::meaning::words::{Sort, Word};

/// What was read and the place after it.
pub(super) type Read<T> = Option<(T, usize)>;

/// The word at a place, or an empty answer past the end.
pub(super) fn at<'w, 'a>(words: &'w [Word<'a>], place: usize) -> Option<&'w Word<'a>> {
    words.get(place)
}

/// True when the word at `place` is one of `forms`.
pub(super) fn is(words: &[Word], place: usize, forms: &[&str]) -> bool {
    at(words, place).is_some_and(|word| word.is(forms))
}

/// True when the word at `place` begins with one of `stems`.
pub(super) fn starts(words: &[Word], place: usize, stems: &[&str]) -> bool {
    at(words, place).is_some_and(|word| word.starts(stems))
}

/// True when the sign at `place` is of this sort.
pub(super) fn sort(words: &[Word], place: usize, sort: Sort) -> bool {
    at(words, place).is_some_and(|word| word.sort == sort)
}

/// The place after a dot that belongs to the word before `place`.
pub(super) fn after_dot(words: &[Word], place: usize) -> usize {
    let glued = at(words, place).is_some_and(|word| word.sort == Sort::Dot && !word.spaced);
    place + usize::from(glued)
}
