//! What the paper does not have any more: kept in comments at the end of the file, so that no fact is lost, no identifier
//! is given twice, and a measure that comes back finds its status.

use std::ops::Range;

use crate::content::raw::{Table, Value};
use crate::content::read;
use crate::desk::toml_edit::layout::{line_end, line_start, next_line};
use crate::desk::toml_edit::plan_tables::{event_id, tables};
use crate::files::sources::{SourceFile, Sources};

/// The words that begin the comment of a measure.
const EVENT: &str = "# исчезло из документа при повторном импорте: ";
/// The words that begin the comment of a section.
const SECTION: &str = "# раздел исчез из документа при повторном импорте: ";

/// A measure in a comment.
#[derive(Debug)]
pub struct Kept {
    /// Its identifier.
    pub id: String,
    /// Its block as it stood in the file, with plain line breaks.
    pub text: String,
    /// Its table; places are those in `text`.
    pub table: Table,
    /// Where the comment stands in the file, with the blank line above it.
    pub range: Range<usize>,
}

/// The comment that keeps a measure.
pub fn event(block: &str, words: &str, line_break: &str) -> String {
    commented(EVENT, block, words, line_break)
}

/// The comment that keeps a section.
pub fn section(block: &str, words: &str, line_break: &str) -> String {
    commented(SECTION, block, words, line_break)
}

fn commented(begin: &str, block: &str, words: &str, line_break: &str) -> String {
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    format!("{begin}{words}{line_break}{}", lines(block, line_break))
}

/// Lines as comments.
pub fn lines(text: &str, line_break: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| match line.is_empty() {
            true => "#".to_owned(),
            false => format!("# {line}"),
        })
        .collect();
    lines.join(line_break)
}

/// The measures that comments of a text keep, from a place on.
pub fn kept(text: &str, from: usize) -> Vec<Kept> {
    let mut found = Vec::new();
    let mut at = from;
    while at < text.len() {
        let end = next_line(text, at);
        if !text[at..].starts_with(EVENT) {
            at = end;
            continue;
        }
        let mut block = String::new();
        let mut last = end;
        while last < text.len() && text[last..].starts_with('#') && !begins(&text[last..]) {
            let line = &text[last + 1..line_end(text, last)];
            block.push_str(line.strip_prefix(' ').unwrap_or(line));
            block.push('\n');
            last = next_line(text, last);
        }
        let above = match at > from && text[line_start(text, at - 1)..at].trim().is_empty() {
            true => line_start(text, at - 1).max(from),
            false => at,
        };
        if let Some((id, table)) = parsed(&block) {
            found.push(Kept {
                id,
                table,
                text: block.trim_end().to_owned(),
                range: above..last,
            });
        }
        at = last;
    }
    found
}

fn begins(text: &str) -> bool {
    text.starts_with(EVENT) || text.starts_with(SECTION)
}

/// The measure that a block of its own holds.
fn parsed(block: &str) -> Option<(String, Table)> {
    let file = SourceFile::new("plan.toml", block.as_bytes());
    let sources = Sources::new("", vec![file]);
    let (id, file) = sources.iter().next()?;
    let (raw, problems) = read::document(id, file);
    let root = raw.filter(|_| problems.is_empty())?.table;
    let holder = match root.get("section").map(|node| &node.value) {
        Some(Value::Table(section)) => section.clone(),
        _ => root,
    };
    let mut events = tables(&holder, "event");
    let event = events.next().filter(|event| !event_id(event).is_empty())?;
    let alone = events.next().is_none();
    alone.then(|| (event_id(event), event.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_comes_back_from_its_comment() {
        let block = "# пояснение\n[[section.event]]\nid = \"m07\"\nfact = \"\"\"\nраз\n\n  два\n\"\"\"\n\n[[section.event.proof]]\ntitle = \"Приказ\"";
        for line_break in ["\n", "\r\n"] {
            let block = block.replace('\n', line_break);
            let comment = event(&block, "m07 — «Со\u{1}брание»", line_break);
            assert!(comment.lines().all(|line| line.starts_with('#')));
            let other = section("[[section]]\ntitle = \"Р\"", "«Р»", line_break);
            let text = format!(
                "x = 1{line_break}{line_break}{comment}{line_break}{line_break}{other}{line_break}"
            );
            let found = kept(&text, 5);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].id, "m07");
            assert_eq!(found[0].text, block.replace("\r\n", "\n"));
            let mut left = text.clone();
            left.replace_range(found[0].range.clone(), "");
            assert_eq!(
                left,
                format!("x = 1{line_break}{line_break}{other}{line_break}")
            );
        }
        assert!(
            kept(
                "# исчезло из документа при повторном импорте: m07\n# id = \n",
                0
            )
            .is_empty()
        );
    }
}
