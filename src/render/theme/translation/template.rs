//! The words of a template. A sentence is what stands between two block tags or statements: words, expressions and
//! inline tags, translated as one, since another language puts them in another order.

use super::lexer::{Token, tokens};
use super::literal;
use super::run::{Piece, PieceKind, translated as run};
use super::speaker::Speaker;
use super::tag;

/// Attributes that people hear or read.
const SPOKEN: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "content",
    "label",
    "placeholder",
    "title",
];

/// Classes of elements that hold words of documents: they stay Russian on pages of any language.
const OF_DOCUMENTS: &[&str] = &[
    "verbatim",
    "raw",
    "printed",
    "signature",
    "page-title--official",
    "event-title",
];

/// The template in the language of the speaker.
pub fn translated(source: &str, speaker: &mut Speaker<'_>) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, token) in tokens(source) {
        let (kind, text) = match token {
            Token::Text(text) => (PieceKind::Text, text.to_owned()),
            Token::Expression(code) => (PieceKind::Value, literal::translated(code, at, speaker)),
            Token::Tag(source) if tag::is_inline(source) => {
                (kind_of(source), whole_tag(source, at, speaker))
            }
            other => {
                out.push_str(&run(&std::mem::take(&mut pieces), speaker));
                out.push_str(&apart(other, at, speaker));
                continue;
            }
        };
        pieces.push(Piece { kind, text, at });
    }
    out.push_str(&run(&pieces, speaker));
    out
}

fn kind_of(source: &str) -> PieceKind {
    match tag::is_closing(source) {
        true => PieceKind::Close(tag::name(source).to_owned()),
        false => PieceKind::Open(tag::name(source).to_owned()),
    }
}

/// A piece that belongs to no sentence.
fn apart(token: Token<'_>, at: usize, speaker: &mut Speaker<'_>) -> String {
    match token {
        Token::Tag(source) => whole_tag(source, at, speaker),
        // Texts in conditions are compared with data; only what is stored to be printed is for people.
        Token::Statement(code)
            if code
                .trim_start_matches(['{', '%', '-', ' '])
                .starts_with("set ") =>
        {
            literal::translated(code, at, speaker)
        }
        Token::Statement(text)
        | Token::Opaque(text)
        | Token::Text(text)
        | Token::Expression(text) => text.to_owned(),
    }
}

/// A tag with its attributes in the language, and with the language itself where pages say it.
fn whole_tag(source: &str, at: usize, speaker: &mut Speaker<'_>) -> String {
    let attributes = tag::attributes(source);
    let is_locale = attributes
        .iter()
        .any(|a| &source[a.value.clone()] == "og:locale");
    let mut out = String::with_capacity(source.len());
    let mut done = 0;
    for attribute in &attributes {
        let value = &source[attribute.value.clone()];
        let said = match attribute.name {
            "lang" if tag::name(source) == "html" => speaker.words.code().to_owned(),
            "content" if is_locale => speaker.words.locale().to_owned(),
            name if SPOKEN.contains(&name) => {
                attribute_value(value, at + attribute.value.start, speaker)
            }
            _ => continue,
        };
        out.push_str(&source[done..attribute.value.start]);
        out.push_str(&said);
        done = attribute.value.end;
    }
    out.push_str(&source[done..]);
    let classes = attributes
        .iter()
        .find(|a| a.name == "class")
        .map(|a| &source[a.value.clone()]);
    if !speaker.words.is_source()
        && !tag::is_closing(source)
        && classes.is_some_and(is_of_documents)
    {
        out.insert_str(1 + tag::name(source).len(), " lang=\"ru\"");
    }
    out
}

fn is_of_documents(classes: &str) -> bool {
    classes
        .split_whitespace()
        .any(|class| OF_DOCUMENTS.contains(&class))
}

/// A value of an attribute: its own words and expressions between statements.
fn attribute_value(value: &str, at: usize, speaker: &mut Speaker<'_>) -> String {
    let mut out = String::with_capacity(value.len());
    let mut pieces = Vec::new();
    for (inside, token) in tokens(value) {
        let at = at + inside;
        let (kind, text) = match token {
            Token::Expression(code) => (PieceKind::Value, literal::translated(code, at, speaker)),
            Token::Statement(code) => {
                out.push_str(&run(&std::mem::take(&mut pieces), speaker));
                out.push_str(code);
                continue;
            }
            Token::Text(text) | Token::Tag(text) | Token::Opaque(text) => {
                (PieceKind::Text, text.to_owned())
            }
        };
        pieces.push(Piece { kind, text, at });
    }
    out.push_str(&run(&pieces, speaker));
    out
}
