//! Words of a plan as the paragraphs of a document: line breaks, tabs and runs of spaces as they are, formulas as
//! formulas, each paragraph with the mark by which it is found again.

use crate::desk::word::formula::formula;
use crate::desk::word::xml::{element, escaped, value};
use crate::model::plan::mark::Mark;
use crate::text::formula::{Piece, pieces};

/// What is counted while a document is written: bookmarks and content controls have numbers of their own.
#[derive(Debug, Default)]
pub struct Counted {
    bookmarks: usize,
    formulas: usize,
}

/// A paragraph in one of the styles of the document.
pub fn paragraph(counted: &mut Counted, style: &str, mark: Option<Mark>, words: &str) -> String {
    let properties = element("w:pPr", &[], &value("w:pStyle", style));
    let (start, end) = mark.map_or_else(Default::default, |mark| bookmark(counted, mark));
    let inside = runs(counted, words);
    element("w:p", &[], &[properties, start, inside, end].concat())
}

fn bookmark(counted: &mut Counted, mark: Mark) -> (String, String) {
    counted.bookmarks += 1;
    let id = counted.bookmarks.to_string();
    let name = mark.name(counted.bookmarks);
    (
        element(
            "w:bookmarkStart",
            &[("w:id", id.as_str()), ("w:name", name.as_str())],
            "",
        ),
        element("w:bookmarkEnd", &[("w:id", id.as_str())], ""),
    )
}

fn runs(counted: &mut Counted, words: &str) -> String {
    let words = words.replace("\r\n", "\n");
    pieces(words.trim())
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => element("w:r", &[], &text_of(text)),
            Piece::Formula { source, parts } => {
                counted.formulas += 1;
                formula(source, &parts, counted.formulas)
            }
        })
        .collect()
}

/// The text of a run: breaks and tabs are elements of their own.
fn text_of(text: &str) -> String {
    let mut out = String::new();
    let mut from = 0;
    let put = |out: &mut String, text: &str| {
        let text = escaped(text);
        if !text.is_empty() {
            out.push_str(&element("w:t", &[("xml:space", "preserve")], &text));
        }
    };
    for (at, sign) in text.match_indices(['\n', '\r', '\t', '\u{B}']) {
        put(&mut out, &text[from..at]);
        out.push_str(if sign == "\t" { "<w:tab/>" } else { "<w:br/>" });
        from = at + sign.len();
    }
    put(&mut out, &text[from..]);
    out
}
