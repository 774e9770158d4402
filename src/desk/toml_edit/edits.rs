//! Edits of a text while they are gathered.

use std::ops::Range;

/// A part of a text and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes replaced; empty where something is put in.
    pub range: Range<usize>,
    /// What is put there.
    pub with: String,
}

/// Edits of one text.
#[derive(Debug)]
pub struct Edits<'a> {
    /// The text as it is.
    pub text: &'a str,
    list: Vec<Edit>,
}

impl<'a> Edits<'a> {
    /// No edits yet.
    pub fn new(text: &'a str) -> Self {
        Edits {
            text,
            list: Vec::new(),
        }
    }

    /// Replaces a part.
    pub fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.list.push(Edit {
            range,
            with: with.into(),
        });
    }

    /// Puts something in; what is put at one place stands in the order of the calls.
    pub fn insert(&mut self, at: usize, with: impl Into<String>) {
        self.replace(at..at, with);
    }

    /// Takes a part out.
    pub fn remove(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    /// The edits.
    pub fn into_list(self) -> Vec<Edit> {
        self.list
    }
}

/// A text with edits made; the edits may come in any order, those at one place are made in the order given.
pub fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.range.start.max(at)]);
        out.push_str(&edit.with);
        at = at.max(edit.range.end);
    }
    out.push_str(&text[at..]);
    out
}
