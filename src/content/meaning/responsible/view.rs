//! The words of a cell from a place on, as the vocabulary looks at them: by steps from that place.

use crate::content::meaning::words::{Sort, Word};

/// The words from a place on.
#[derive(Clone, Copy)]
pub(super) struct View<'w, 'a> {
    pub words: &'w [Word<'a>],
    pub place: usize,
}

impl View<'_, '_> {
    /// True when the word at this step begins with one of `stems`.
    pub fn starts(self, step: usize, stems: &[&str]) -> bool {
        let word = self.words.get(self.place + step);
        word.is_some_and(|word| word.starts(stems))
    }

    /// True when the word at this step is one of `forms`.
    pub fn is(self, step: usize, forms: &[&str]) -> bool {
        let word = self.words.get(self.place + step);
        word.is_some_and(|word| word.is(forms))
    }

    /// True when the sign at this step is of this sort.
    pub fn sort(self, step: usize, sort: Sort) -> bool {
        let word = self.words.get(self.place + step);
        word.is_some_and(|word| word.sort == sort)
    }

    /// True when one of the words up to the next sign, at most `within` of them, begins with one of `stems`.
    pub fn soon(self, step: usize, within: usize, stems: &[&str]) -> bool {
        (step..step + within)
            .take_while(|step| self.sort(*step, Sort::Letters) || self.sort(*step, Sort::Dash))
            .any(|step| self.starts(step, stems))
    }

    /// True when the role's first word is a plural: «Руководители», «ведущие специалисты», «директора».
    pub fn is_plural(self) -> bool {
        let ends = |word: &Word| {
            ["и", "ы", "ые", "ие"]
                .iter()
                .any(|end| word.folded.ends_with(end))
        };
        let word = self.words.get(self.place);
        word.is_some_and(|word| ends(word) || word.is(&["директора", "учителя", "инспектора"]))
    }
}
