//! How the letters of a paragraph are set, when all are set alike.

use crate::import::paper::Emphasis;

/// Letters and digits counted by how they are set.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    all: usize,
    bold: usize,
    italic: usize,
}

impl Tally {
    /// Counts the letters of a text set so.
    pub fn add(&mut self, text: &str, bold: bool, italic: bool) {
        let count = text
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .count();
        self.all += count;
        if bold {
            self.bold += count;
        }
        if italic {
            self.italic += count;
        }
    }

    /// Counts what another paragraph has.
    pub fn join(&mut self, other: Tally) {
        self.all += other.all;
        self.bold += other.bold;
        self.italic += other.italic;
    }

    /// What holds of all letters.
    pub fn emphasis(self) -> Emphasis {
        match self {
            Tally { all: 0, .. } => Emphasis::None,
            Tally { all, bold, .. } if bold == all => Emphasis::Bold,
            Tally { all, italic, .. } if italic == all => Emphasis::Italic,
            _ => Emphasis::None,
        }
    }
}
