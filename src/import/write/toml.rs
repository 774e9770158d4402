//! Lines of a content file. Whatever the words of a paper hold, a line of comment stays one line of comment.

use crate::desk::literal;
use crate::text::cell::one_line;

/// The longest comment, in letters: what is longer is cut, and the cut is seen.
const LONGEST: usize = 4_000;

/// A content file in the making.
#[derive(Debug, Default)]
pub struct Toml {
    out: String,
}

impl Toml {
    /// Begins with lines that are written already.
    pub fn begun(head: String) -> Toml {
        Toml { out: head }
    }

    /// The whole text.
    pub fn text(self) -> String {
        self.out
    }

    /// A key with words; nothing when there are none.
    pub fn words(&mut self, key: &str, words: Option<&str>) {
        if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
            self.value(key, &literal::text(words, "\n"));
        }
    }

    /// A key with a value as TOML writes it.
    pub fn value(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    /// A key with a list of texts, one a line; nothing when the list is empty.
    pub fn list(&mut self, key: &str, items: &[String]) {
        let items: Vec<&String> = items
            .iter()
            .filter(|item| !item.trim().is_empty())
            .collect();
        if items.is_empty() {
            return;
        }
        self.line(&format!("{key} = ["));
        for item in items {
            self.line(&format!("  {},", literal::text(item, "\n")));
        }
        self.line("]");
    }

    /// The header of a table, with comments above it and an empty line before them.
    pub fn header(&mut self, header: &str, above: &[String]) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.comments(above);
        self.line(header);
    }

    /// Comments, a line each.
    pub fn comments(&mut self, comments: &[String]) {
        for words in comments {
            self.out.push_str(&comment(words));
        }
    }

    /// Text that is written already.
    pub fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }
}

/// Words as a line of comment: line breaks become spaces, what would break the file or turn its letters about is left out.
pub fn comment(words: &str) -> String {
    let tame: String = words
        .chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|letter| !letter.is_control() && !is_unseen(*letter))
        .collect();
    let line = one_line(&tame);
    let short: String = line.chars().take(LONGEST).collect();
    match short.len() == line.len() {
        true => format!("# {line}\n"),
        false => format!("# {short}… (дальше смотрите в файле)\n"),
    }
}

/// Marks of direction, joiners of no width, leftovers of encodings.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_one_line_whatever_it_is_made_of() {
        for hostile in [
            "раз\nid = \"m01\"",
            "раз\r[[event]]",
            "а\u{0}б\u{7f}\u{1b}[31m",
            "а\u{2028}б\u{85}в\u{b}г\u{c}д",
            "\u{202e}навыворот\u{feff}",
            "",
        ] {
            let line = comment(hostile);
            assert_eq!(line.matches('\n').count(), 1, "{line:?}");
            assert!(line.starts_with('#') && line.ends_with('\n'));
            let table: ::toml::Table = line.parse().unwrap_or_else(|e| panic!("{line:?}: {e}"));
            assert!(table.is_empty());
        }
        assert_eq!(comment("а\n б"), "# а б\n");
        assert!(comment(&"я".repeat(9_000)).ends_with("смотрите в файле)\n"));
    }
}
