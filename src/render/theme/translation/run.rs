//! One run of words, expressions and inline tags: which sentences it holds, and how they are said.

use super::speaker::{Speaker, is_russian, spaced};
use crate::text::language::pattern::{Part, parts};

/// What a piece of a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PieceKind {
    /// Words and spaces.
    Text,
    /// An expression.
    Value,
    /// An inline tag that opens, by its name.
    Open(String),
    /// An inline tag that closes.
    Close(String),
}

/// A piece of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// As it goes into the page's template.
    pub text: String,
    /// Its place in the file.
    pub at: usize,
}

impl Piece {
    fn is_blank(&self) -> bool {
        self.kind == PieceKind::Text && self.text.trim_ascii().is_empty()
    }
}

/// The run in the language of the speaker.
pub fn translated(run: &[Piece], speaker: &mut Speaker<'_>) -> String {
    let pairs = pairs(run);
    let lonely = |at: &usize| {
        pairs[*at].is_none() && matches!(run[*at].kind, PieceKind::Open(_) | PieceKind::Close(_))
    };
    // A tag whose other half stands beyond a statement or a block ends the sentence.
    if let Some(at) = (0..run.len())
        .find(lonely)
        .or_else(|| between_elements(run, &pairs))
    {
        let (before, rest) = run.split_at(at);
        return [
            translated(before, speaker),
            rest[0].text.clone(),
            translated(&rest[1..], speaker),
        ]
        .concat();
    }
    if let Some(start) = run.iter().position(|piece| !piece.is_blank()) {
        let end = run
            .iter()
            .rposition(|piece| !piece.is_blank())
            .unwrap_or(start);
        return [
            blank(&run[..start]),
            wrapped(&run[start..=end], speaker),
            blank(&run[end + 1..]),
        ]
        .concat();
    }
    blank(run)
}

/// For each piece that is a tag, where its other half stands.
fn pairs(run: &[Piece]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; run.len()];
    let mut open: Vec<(usize, &str)> = Vec::new();
    for (at, piece) in run.iter().enumerate() {
        match &piece.kind {
            PieceKind::Open(name) => open.push((at, name)),
            PieceKind::Close(name) => {
                if let Some(found) = open.iter().rposition(|(_, opened)| opened == name) {
                    pairs[at] = Some(open[found].0);
                    pairs[open[found].0] = Some(at);
                    open.truncate(found);
                }
            }
            PieceKind::Text | PieceKind::Value => {}
        }
    }
    pairs
}

/// A space that stands between two whole elements: «<a>…</a> <span>…</span>» are two phrases, not one.
fn between_elements(run: &[Piece], pairs: &[Option<usize>]) -> Option<usize> {
    let mut at = 0;
    while at < run.len() {
        let closed = at > 0 && matches!(run[at - 1].kind, PieceKind::Close(_));
        let opens = matches!(
            run.get(at + 1).map(|next| &next.kind),
            Some(PieceKind::Open(_))
        );
        if run[at].is_blank() && closed && opens {
            return Some(at);
        }
        at = pairs[at].filter(|end| *end > at).unwrap_or(at) + 1;
    }
    None
}

fn blank(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// A run without blanks at its ends; tags around the whole of it are no part of the phrase.
fn wrapped(run: &[Piece], speaker: &mut Speaker<'_>) -> String {
    if run.len() > 1 && pairs(run)[0] == Some(run.len() - 1) {
        let inside = translated(&run[1..run.len() - 1], speaker);
        return [run[0].text.as_str(), &inside, &run[run.len() - 1].text].concat();
    }
    let has_words = run
        .iter()
        .any(|piece| piece.kind == PieceKind::Text && !piece.is_blank());
    match has_words {
        true => phrase(run, speaker),
        false => blank(run),
    }
}

/// A phrase: its key is made of its words and numbered places, and the places are filled again.
fn phrase(run: &[Piece], speaker: &mut Speaker<'_>) -> String {
    let mut places = Places::default();
    let mut key = String::new();
    for (at, piece) in run.iter().enumerate() {
        match &piece.kind {
            PieceKind::Text => key.push_str(&spaced(&piece.text)),
            PieceKind::Value => {
                places.values.push(at);
                key.push_str(&format!("{{{}}}", places.values.len()));
            }
            PieceKind::Open(_) => {
                let end = pairs(run)[at].unwrap_or(at);
                places.tags.push((at, end));
                key.push_str(&format!("<{}>", places.tags.len()));
            }
            PieceKind::Close(_) => {
                let number = places.tags.iter().position(|(_, end)| *end == at);
                key.push_str(&format!("</{}>", number.map_or(0, |number| number + 1)));
            }
        }
    }
    let trimmed = key.trim_matches(' ');
    let first = run
        .iter()
        .find(|piece| is_russian(&piece.text))
        .unwrap_or(&run[0]);
    let lead = first.text.len() - first.text.trim_start().len();
    let said = speaker.say(trimmed, first.at + lead);
    let (start, end) = key.split_once(trimmed).unwrap_or_default();
    [start, &places.filled(&said, run), end].concat()
}

/// Where the places of a phrase stand in its run.
#[derive(Default)]
struct Places {
    values: Vec<usize>,
    /// Pieces that open and close each tag.
    tags: Vec<(usize, usize)>,
}

impl Places {
    fn filled(&self, said: &str, run: &[Piece]) -> String {
        let tag = |number: usize| self.tags.get(number.wrapping_sub(1));
        let text = parts(said).into_iter().map(|part| match part {
            Part::Words(words) => words,
            Part::Value(number) => self
                .values
                .get(number.wrapping_sub(1))
                .map_or("", |at| &run[*at].text),
            Part::Open(number) => tag(number).map_or("", |(open, _)| &run[*open].text),
            Part::Close(number) => tag(number).map_or("", |(_, close)| &run[*close].text),
        });
        text.collect()
    }
}
