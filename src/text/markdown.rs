//! Which extensions of Markdown texts may use: reading and rendering must agree on them. And such a text without its
//! markup.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

use crate::text::cell;

/// Tables, footnotes, strikethrough, task lists. Typographic replacement is off: it makes English quotes.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// Words of a text without markup, paragraphs on one line.
pub fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::Rule => text.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock,
            ) => text.push(' '),
            _ => {}
        }
    }
    cell::one_line(&text)
}
