//! A theme in another language: words of its templates and scripts are looked up in the file of the language and
//! replaced before anything is compiled, so that a page costs the same in every language.

mod lexer;
mod literal;
mod run;
mod script;
mod speaker;
mod tag;
mod template;

pub use speaker::Found;

use crate::text::language::Words;
use speaker::Speaker;

/// A template with its words in the language of `words`, and every phrase that was met.
pub fn template(source: &str, words: &Words) -> (String, Vec<Found>) {
    let mut speaker = Speaker::new(source, words);
    let text = template::translated(source, &mut speaker);
    (text, speaker.found)
}

/// A module of a script, likewise.
pub fn script(source: &str, words: &Words) -> (String, Vec<Found>) {
    let mut speaker = Speaker::new(source, words);
    let text = script::translated(source, &mut speaker);
    (text, speaker.found)
}

#[cfg(test)]
mod tests;
