//! Typography of editors' texts: each paragraph, cell and heading is set as one text, whatever emphasis and links stand
//! in it. Code stays as written, and so do quotations («> …»), which are words of documents; notes («> [!NOTE]») are not.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::text::typography::{OBJECT, Typography};

/// Sets the texts among the events of a Markdown text.
pub fn set(events: &mut [Event<'_>]) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut kept = Kept::default();
    for at in 0..events.len() {
        kept.meet(&events[at]);
        match &events[at] {
            Event::Text(text) if !kept.as_written() => pieces.push(Piece::text(at, text)),
            Event::SoftBreak | Event::HardBreak => pieces.push(Piece::other("\n")),
            Event::Code(_) | Event::InlineHtml(_) => pieces.push(Piece::other(&OBJECT.to_string())),
            Event::Start(tag) if is_inline(tag) => {}
            Event::End(tag) if is_inline_end(*tag) => {}
            Event::Text(_) | Event::FootnoteReference(_) => {}
            _ => put(events, &mut pieces),
        }
    }
    put(events, &mut pieces);
}

/// A piece of a paragraph.
struct Piece {
    /// Which event it came from; none for what is not set.
    event: Option<usize>,
    text: String,
}

impl Piece {
    fn text(at: usize, text: &str) -> Piece {
        Piece {
            event: Some(at),
            text: text.to_owned(),
        }
    }

    fn other(text: &str) -> Piece {
        Piece {
            event: None,
            text: text.to_owned(),
        }
    }
}

/// Puts a paragraph that is complete back into its events.
fn put(events: &mut [Event<'_>], pieces: &mut Vec<Piece>) {
    let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let set = Typography::Russian.set_pieces(&texts);
    for (piece, text) in pieces.iter().zip(set) {
        if let Some(at) = piece.event {
            events[at] = Event::Text(text.into());
        }
    }
    pieces.clear();
}

/// What is being read, as far as it must stay as written.
#[derive(Default)]
struct Kept {
    in_code: bool,
    /// For each quotation that is open, whether it is one.
    quotes: Vec<bool>,
}

impl Kept {
    fn meet(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Start(Tag::BlockQuote(kind)) => self.quotes.push(kind.is_none()),
            Event::End(TagEnd::BlockQuote(_)) => {
                self.quotes.pop();
            }
            _ => {}
        }
    }

    fn as_written(&self) -> bool {
        self.in_code || self.quotes.contains(&true)
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
