//! A working copy of TOML text that may be mended while every byte remembers where it came from.
//! It knows nothing of TOML: it only keeps places in the original file true.

use std::ops::Range;

use crate::diag::span::Span;
use crate::files::sources::SourceId;

/// Text under repair.
#[derive(Debug, Clone)]
pub struct Draft {
    source: SourceId,
    text: String,
    /// For every byte of `text`, and for its end, the byte of the file it stands for.
    origin: Vec<u32>,
}

impl Draft {
    /// Takes a range of a file's text.
    pub fn new(source: SourceId, whole: &str, range: Range<usize>) -> Self {
        let origin = (range.start..=range.end).map(|at| at as u32).collect();
        Draft {
            source,
            text: whole[range].to_owned(),
            origin,
        }
    }

    /// The file the text was taken from.
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Replaces a part; the new bytes stand for the beginning of what they replace.
    pub fn replace(&mut self, range: Range<usize>, with: &str) {
        let from = self.origin[range.start];
        self.text.replace_range(range.clone(), with);
        self.origin
            .splice(range, std::iter::repeat_n(from, with.len()));
    }

    /// Turns a part into blanks, so that lines stay where they are.
    pub fn blank(&mut self, range: Range<usize>) {
        let blanks: String = self.text[range.clone()]
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        self.text.replace_range(range, &blanks);
    }

    /// The place in the file for a range of the draft.
    pub fn span(&self, range: Range<usize>) -> Span {
        let last = self.origin.len() - 1;
        let start = self.origin[range.start.min(last)];
        let end = self.origin[range.end.min(last)].max(start);
        Span {
            source: self.source,
            start,
            end,
        }
    }
}
