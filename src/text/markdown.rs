//! Which extensions of Markdown texts may use: reading and rendering must agree on them.

use pulldown_cmark::Options;

/// Tables, footnotes, strikethrough, task lists. Typographic replacement is off: it makes English quotes.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}
