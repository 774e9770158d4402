//! A file opened to show places in it. Problems come file by file, so a file is read and its lines are counted once for
//! all of its problems.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use crate::diag::place::{Place, visible_end, within};
use crate::diag::span::Span;
use crate::files::sources::{SourceId, Sources};

/// How many files stay open: a problem speaks of few.
const OPEN: usize = 8;

/// Opens files and keeps the last ones open.
pub struct Opener<'a> {
    sources: &'a Sources,
    open: RefCell<Vec<(SourceId, Rc<Opened>)>>,
}

impl<'a> Opener<'a> {
    /// Opens files of a snapshot.
    pub fn new(sources: &'a Sources) -> Opener<'a> {
        Opener {
            sources,
            open: RefCell::new(Vec::new()),
        }
    }

    /// The file, open.
    pub fn open(&self, id: SourceId) -> Rc<Opened> {
        let mut open = self.open.borrow_mut();
        if let Some((_, file)) = open.iter().find(|(known, _)| *known == id) {
            return Rc::clone(file);
        }
        if open.len() == OPEN {
            open.remove(0);
        }
        let file = Rc::new(Opened::new(id, self.sources));
        open.push((id, Rc::clone(&file)));
        file
    }

    /// Where a span is, for a person.
    pub fn place(&self, span: Span) -> Place {
        self.open(span.source).place(span)
    }
}

/// An open file.
pub struct Opened {
    path: String,
    /// The text; what is no text in it is replaced by signs that say so.
    text: String,
    /// The bytes of a file that is not UTF-8.
    spoilt: Option<Vec<u8>>,
    /// Where lines begin.
    lines: Vec<usize>,
}

impl Opened {
    fn new(id: SourceId, sources: &Sources) -> Opened {
        let bytes = sources.file(id).bytes().into_owned();
        let (text, spoilt) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let bytes = error.into_bytes();
                let text = String::from_utf8_lossy(&bytes).into_owned();
                (text, Some(bytes))
            }
        };
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Opened {
            path: sources.shown_path(id),
            lines: std::iter::once(0).chain(breaks).collect(),
            text,
            spoilt,
        }
    }

    /// The text, when the file is valid UTF-8.
    pub fn text(&self) -> Option<&str> {
        self.spoilt.is_none().then_some(self.text.as_str())
    }

    /// Where a span of this file is, for a person.
    pub fn place(&self, span: Span) -> Place {
        let range = self.range(span);
        let (line, column) = self.position(range.start);
        let (end_line, end_column) = self.position(visible_end(&self.text, &range));
        Place {
            path: self.path.clone(),
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// The range of a span, kept inside the text and on the borders of characters. In a file that is not UTF-8 a place is
    /// where as much of the repaired text ends as stands before it.
    fn range(&self, span: Span) -> Range<usize> {
        let Some(bytes) = &self.spoilt else {
            return within(&self.text, span);
        };
        let repaired = |at: usize| {
            let before = String::from_utf8_lossy(&bytes[..at.min(bytes.len())]).len();
            self.text.floor_char_boundary(before.min(self.text.len()))
        };
        let start = repaired(span.range().start);
        start..repaired(span.range().end).max(start)
    }

    /// Line and column of a byte, from 1; a byte order mark does not count.
    fn position(&self, at: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines[line - 1];
        let before = self.text[start..at].trim_start_matches('\u{FEFF}');
        (line, before.chars().count() + 1)
    }
}
