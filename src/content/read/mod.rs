//! From the bytes of a content file to a raw document: which encoding, where the properties are, what they say.
//! Every mistake becomes a [`Diagnostic`] in the words of the person who wrote the file; nothing is judged that needs
//! to know which fields exist.
//!
//! The steps: `text` (bytes, with `text::encoding`), `foreign` and `spoilt` (texts of other programs, or gone through them),
//! `conflict` (merge markers), `front` (the `+++` lines), `toml` (statements mended one by
//! one with `statement` and `fault`, then all together with `clash`), `convert` (the raw table).

mod clash;
mod conflict;
mod convert;
mod draft;
mod fault;
mod foreign;
mod front;
mod lost_header;
mod outline;
mod spoilt;
mod statement;
#[cfg(test)]
mod tests;
mod text;
mod toml;

pub use statement::is_invisible;

pub use self::text::recoded;

use crate::content::raw::{Body, RawDocument};
use crate::diag::{Diagnostic, Span, diagnostic};
use crate::files::sources::{SourceFile, SourceId};

/// Reads a content file: `.md` as front matter and body, everything else as TOML.
///
/// The document is missing only when the bytes are not text. Its problems come in the order of the file.
pub fn document(id: SourceId, file: &SourceFile) -> (Option<RawDocument>, Vec<Diagnostic>) {
    let bytes = file.bytes();
    let whole = match text::decode(id, &bytes, file.known_text()) {
        Ok(whole) => whole,
        Err(problem) => return (None, vec![*problem]),
    };
    let begin = text::mark_length(whole);
    let markdown = file.extension() == "md";
    let unreadable = foreign::find(id, whole, begin, markdown).or_else(|| spoilt::find(id, whole));
    if let Some(problem) = unreadable {
        return (None, vec![problem]);
    }
    let conflicts = conflict::find(id, whole, begin);
    let mut diagnostics = conflicts.diagnostics;
    let (range, body, uncertain) = match markdown {
        true => {
            let front = front::split(id, whole, begin, &conflicts.dropped);
            diagnostics.extend(front.problem);
            let body = Body {
                text: whole[front.body..].to_owned(),
                offset: front.body,
            };
            (front.toml, Some(body), front.uncertain)
        }
        false => (begin..whole.len(), None, false),
    };
    let outcome = toml::read(id, whole, range, &conflicts.dropped);
    let told: Vec<usize> = diagnostics
        .iter()
        .map(|told| line_start(whole, told.span))
        .collect();
    let fresh = |found: &Diagnostic| !told.contains(&line_start(whole, found.span));
    diagnostics.extend(outcome.diagnostics.into_iter().filter(fresh));
    let document = RawDocument {
        table: outcome.table,
        body,
        damaged: outcome.damaged || uncertain,
    };
    (Some(document), diagnostic::sorted(diagnostics))
}

/// The beginning of the line a span begins on.
fn line_start(text: &str, span: Span) -> usize {
    text[..span.range().start]
        .rfind('\n')
        .map_or(0, |at| at + 1)
}
