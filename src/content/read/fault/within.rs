//! What a value stands in, and so where it must end. Whether the value is right is not known here.

use super::words;

/// What a value stands in: this decides what may follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// A line of its own.
    Line,
    /// A list in brackets.
    List,
    /// A table in braces.
    Braces,
}

impl Within {
    /// True for signs that may follow a value here.
    pub fn ends_with(self, c: char) -> bool {
        match self {
            Within::Line => c == '#' || c == '\n' || c == '\r',
            Within::List => ",]#\n\r".contains(c),
            Within::Braces => ",}#\n\r".contains(c),
        }
    }

    /// How far a text goes that lost its closing quote: to a comment or to the bracket that ends the line.
    pub fn closing_place(self, line: &str) -> usize {
        let text = words::without_comment(line);
        let text = match self {
            Within::Line => text,
            Within::List => text.trim_end_matches([',', ' ']).trim_end_matches(']'),
            Within::Braces => text.trim_end_matches([',', ']', ' ']).trim_end_matches('}'),
        };
        text.trim_end_matches([',', ' ']).len().max(1)
    }
}
