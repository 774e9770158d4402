//! The plan of a past year as a source of words: values as they were written, and the comments around them.

use crate::content::raw::{Node, Table, Value};
use crate::text::cell::one_line;

/// The text of a plan with the places where its values end.
#[derive(Debug)]
pub struct Past<'a> {
    text: &'a str,
    ends: Vec<usize>,
}

impl<'a> Past<'a> {
    /// Looks at a plan.
    pub fn new(text: &'a str, table: &Table) -> Self {
        let mut ends = Vec::new();
        gather(table, &mut ends);
        Past { text, ends }
    }

    /// A value as it was written, with plain line breaks.
    pub fn written(&self, node: &Node) -> String {
        self.text[node.span.range()].replace("\r\n", "\n")
    }

    /// The comments in the lines right above a place, without their signs; the line that names a schema is none.
    pub fn above(&self, at: usize) -> Vec<String> {
        // A line inside a value above may look like a comment: nothing before the end of that value counts.
        let floor = self.ends.iter().copied().filter(|end| *end <= at).max();
        let start = self.text[..at].rfind('\n').map_or(0, |found| found + 1);
        let lines: Vec<&str> = self.text[floor.unwrap_or(0).min(start)..start]
            .lines()
            .collect();
        let mut comments: Vec<String> = lines
            .into_iter()
            .rev()
            .map(|line| line.trim_start_matches('\u{FEFF}').trim())
            .take_while(|line| line.starts_with('#'))
            .filter(|line| !line.starts_with("#:"))
            .map(|line| line.trim_start_matches('#').trim().to_owned())
            .collect();
        comments.reverse();
        comments
    }

    /// The comment behind a value on its line.
    pub fn behind(&self, node: &Node) -> Option<String> {
        let rest = self.text[node.span.range().end..].lines().next()?.trim();
        Some(rest.strip_prefix('#')?.trim().to_owned())
    }
}

fn gather(table: &Table, ends: &mut Vec<usize>) {
    ends.push(table.span.range().end);
    for entry in &table.entries {
        value(&entry.node, ends);
    }
}

fn value(node: &Node, ends: &mut Vec<usize>) {
    ends.push(node.span.range().end);
    match &node.value {
        Value::Table(table) => gather(table, ends),
        Value::List(items) => items.iter().for_each(|item| value(item, ends)),
        _ => {}
    }
}

/// The words of a value on one line.
pub fn words(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => one_line(text),
        Value::List(items) => items.iter().map(words).collect::<Vec<_>>().join(" "),
        Value::Date(date) => date.to_string(),
        _ => String::new(),
    }
}

/// True when words name a year: 2023, 2022-2023, 01.04.23.
pub fn names_year(text: &str) -> bool {
    let digits: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let whole = digits
        .iter()
        .any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    let short = text.split_whitespace().any(|word| {
        let parts: Vec<&str> = word
            .trim_matches(|c: char| !c.is_ascii_digit())
            .split('.')
            .collect();
        parts.len() == 3
            && parts.iter().all(|part| {
                (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
            })
    });
    whole || short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_seen_in_the_words() {
        for with in [
            "апрель 2023 года",
            "2022-2023 учебный год",
            "до 01.04.23",
            "Апрель 2023г.",
            "20–21 апреля 2023",
        ] {
            assert!(names_year(with), "{with}");
        }
        for without in [
            "апрель",
            "ежегодно до 01.10.",
            "20–21 апреля, октябрь",
            "в течение года",
            "100% школ",
            "п. 3.2.1 приказа",
            "школа № 2045а",
        ] {
            let odd = without.starts_with("п. 3") || without.starts_with("школа");
            assert!(odd || !names_year(without), "{without}");
        }
    }
}
