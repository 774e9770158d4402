//! Blocks put together to a file again.

use std::ops::Range;

use crate::desk::toml_edit::edits::{Edit, edited};
use crate::import::renew::blocks::Blocks;

/// A block of the new file.
#[derive(Debug)]
pub struct Piece {
    /// Its text without line breaks at the end.
    pub text: String,
    /// The block of the old file that it was.
    pub origin: Option<usize>,
}

/// A part of a text with edits made in it, without line breaks at the end; edits outside it are not made.
pub fn rewritten(text: &str, part: Range<usize>, edits: Vec<Edit>) -> String {
    let inside = edits
        .into_iter()
        .filter(|edit| part.start <= edit.range.start && edit.range.start <= part.end)
        .map(|edit| Edit {
            // A last line that is taken out reaches behind the part.
            range: edit.range.start - part.start..edit.range.end.min(part.end) - part.start,
            with: edit.with,
        });
    let text = edited(&text[part.clone()], inside.collect());
    text.trim_end_matches(['\r', '\n']).to_owned()
}

/// The new file: neighbours that were neighbours keep the lines between them, others get a blank one.
pub fn joined(
    text: &str,
    blocks: &Blocks,
    head: &str,
    pieces: &[Piece],
    line_break: &str,
) -> String {
    let blank = line_break.repeat(2);
    let mut out = head.to_owned();
    let mut before: Option<Option<usize>> = None;
    for piece in pieces {
        let gap = match (before, piece.origin) {
            (None, Some(0)) => gap(text, blocks, 0),
            (Some(Some(before)), Some(at)) if before + 1 == at => gap(text, blocks, at),
            _ => blank.as_str(),
        };
        out.push_str(gap);
        out.push_str(&piece.text);
        before = Some(piece.origin);
    }
    out
}

/// What stands between a block and the one before it, or the head.
fn gap<'a>(text: &'a str, blocks: &Blocks, at: usize) -> &'a str {
    let from = match at {
        0 => blocks.head.end,
        at => blocks.blocks[at - 1].end,
    };
    &text[from..blocks.blocks[at].start]
}

/// The end of a file with comments added to it.
pub fn ended(tail: &str, comments: &[String], line_break: &str) -> String {
    if comments.is_empty() {
        return tail.to_owned();
    }
    let comments = comments.join(&line_break.repeat(2));
    format!(
        "{}{line_break}{line_break}{comments}{line_break}",
        tail.trim_end()
    )
}
