//! Numbers of terms: whoever reads thousands of texts compares and counts numbers, not words.

use std::sync::Arc;

use rustc_hash::FxHashMap;

/// Number of a term in a [`Terms`]. It depends on what was read before and must not reach a file.
pub type TermNumber = u32;

/// A term at a place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermAt {
    /// The term.
    pub term: TermNumber,
    /// Number of the word in the text, counted like [`super::Token::at`].
    pub at: u32,
    /// A stop word.
    pub stop: bool,
}

/// Terms with their numbers, from 0 on.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// Only ever looked up, so its order reaches nothing.
    numbers: FxHashMap<Arc<str>, TermNumber>,
    names: Vec<Arc<str>>,
}

impl Terms {
    /// The number of a term; a new term gets the next one.
    pub fn number(&mut self, term: &str) -> TermNumber {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = self.names.len() as TermNumber;
        let name: Arc<str> = Arc::from(term);
        self.names.push(Arc::clone(&name));
        self.numbers.insert(name, number);
        number
    }

    /// How many terms there are.
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// The term of a number given by these terms.
    pub fn name(&self, number: TermNumber) -> &Arc<str> {
        &self.names[number as usize]
    }
}
