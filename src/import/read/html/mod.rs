//! Web pages: of departments and schools, and what Word saves as «веб-страница». A complete browser engine would bring fifty
//! libraries and half a minute of building for four tags, so the tokens come from a small library that follows the
//! standard, and only what tables and paragraphs need of the tree is built here: which end tags may be missing, what spans,
//! what nests.

mod charset;
mod formula;
mod lines;
mod look;
mod page;
mod state;
mod tables;

pub use charset::declared;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::import::paper::Paper;
use crate::import::read::failure::ReadFailure;

use formula::Formula;
use state::Page;

/// True when a text is a web page or a piece of one.
pub fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(4096).collect::<String>().to_lowercase();
    let start =
        start.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}');
    let begins = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<meta",
        "<div",
        "<p>",
        "<p ",
    ];
    begins.iter().any(|tag| start.starts_with(tag))
        || (start.starts_with('<') && (start.contains("<html") || start.contains("<table")))
}

/// Reads a web page.
///
/// # Errors
/// When there is more in it than may be read.
pub fn html(text: &str) -> Result<Paper, ReadFailure> {
    let mut emitter: DefaultEmitter = DefaultEmitter::default();
    // Scripts and styles hold signs that look like tags.
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    let mut formula = Formula::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        if formula.takes(&token) {
            if let Some(line) = formula.ended() {
                page.words(&line);
            }
            continue;
        }
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(&value.0).into_owned())
                };
                page.open(
                    &String::from_utf8_lossy(&tag.name),
                    &attribute,
                    tag.self_closing,
                )?;
            }
            Token::EndTag(tag) => page.close(&String::from_utf8_lossy(&tag.name))?,
            Token::String(words) => page.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.end()
}
