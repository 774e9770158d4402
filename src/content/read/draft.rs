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
    origin: Origin,
}

/// Which byte of the file each byte of the text, and its end, stands for.
#[derive(Debug, Clone)]
enum Origin {
    /// Nothing was mended yet: the text begins at this byte of the file.
    Whole(usize),
    /// For every byte of the text, and for its end, its place.
    Mended(Vec<u32>),
}

impl Draft {
    /// Takes a range of a file's text.
    pub fn new(source: SourceId, whole: &str, range: Range<usize>) -> Self {
        Draft {
            source,
            origin: Origin::Whole(range.start),
            text: whole[range].to_owned(),
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
        if let Origin::Whole(start) = self.origin {
            let places = start..=start + self.text.len();
            self.origin = Origin::Mended(places.map(|at| at as u32).collect());
        }
        if let Origin::Mended(origin) = &mut self.origin {
            let from = origin[range.start];
            origin.splice(range.clone(), std::iter::repeat_n(from, with.len()));
        }
        self.text.replace_range(range, with);
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
        let last = self.text.len();
        let place = |at: usize| match &self.origin {
            Origin::Whole(start) => (start + at.min(last)) as u32,
            Origin::Mended(origin) => origin[at.min(last)],
        };
        let start = place(range.start);
        let end = place(range.end).max(start);
        Span {
            source: self.source,
            start,
            end,
        }
    }
}
