//! Texts as cards show them: on one line, without traces of other programs and of Markdown, short enough.

use crate::model::prose::Prose;
use crate::text::{cell, markdown};

/// Longest excerpt of a text on a card, in characters.
pub const EXCERPT: usize = 160;

/// Words of a cell on one line, as pages show them.
pub fn line(cell: &str) -> String {
    cell::shown_line(cell)
}

/// The text, cut at a word boundary with «…» when it is longer than so many characters.
pub fn shortened(text: &str, longest: usize) -> String {
    let Some((limit, _)) = text.char_indices().nth(longest) else {
        return text.to_owned();
    };
    // One character is kept for the dots. A word that ends just there stays whole.
    let limit = text[..limit].char_indices().next_back().map_or(0, |c| c.0);
    let whole = text[limit..].starts_with(char::is_whitespace);
    let end = match text[..limit].rfind(char::is_whitespace) {
        Some(end) if !whole => end,
        _ => limit,
    };
    let kept = text[..end].trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-(".contains(c));
    format!("{kept}…")
}

/// Words of a Markdown text without markup, paragraphs on one line.
pub fn plain(prose: &Prose) -> String {
    markdown::plain(&prose.markdown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("школа", 5), "школа");
        assert_eq!(shortened("школа и дети", 8), "школа и…");
        assert_eq!(shortened("школа и дети", 9), "школа и…");
        assert_eq!(shortened("школа, и дети", 8), "школа…");
        assert_eq!(shortened("оченьдлинноеслово", 6), "очень…");
        assert_eq!(shortened("школа и дети", 8).chars().count(), 8);
    }

    #[test]
    fn markup_is_not_text() {
        let prose = Prose {
            markdown: "# Заголовок\n\nСлово [план](/plan/ \"x\") и\n**ещё**.\n\n* раз\n* два\n"
                .to_owned(),
            ..Prose::default()
        };
        assert_eq!(plain(&prose), "Заголовок Слово план и ещё. раз два");
    }
}
