//! The headers and fields of a text in their order, as they are written.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::content::read::statement::{self, Line};

/// A header or a field in the order of the file.
pub struct Statement {
    /// Its place.
    pub range: Range<usize>,
    /// The place of its name, without brackets and value.
    pub name: Range<usize>,
    /// The parts of its dotted name.
    pub path: Vec<String>,
    /// True for a header.
    pub header: bool,
    /// True for a header in double brackets.
    pub list: bool,
}

/// All headers and fields of a text.
pub fn outline(text: &str) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = statement::end(text, at);
        let line = &text[at..statement::line_end(text, at)];
        let start = statement::skip_blanks(line, 0);
        let name = match statement::kind(line) {
            Line::Header => {
                let inner = line[start..].trim_start_matches(['[', ' ', '\t']);
                let begin = line.len() - inner.len();
                let length = inner.rfind(']').map_or(inner.len(), |close| {
                    inner[..close].trim_end_matches([']', ' ', '\t']).len()
                });
                Some((begin..begin + length, true))
            }
            Line::Field => statement::value_start(line).map(|value| {
                let sign = line[..value].rfind('=').unwrap_or(value);
                (start..line[..sign].trim_end().len().max(start), false)
            }),
            Line::Empty | Line::Prose => None,
        };
        if let Some((name, header)) = name {
            let path = path(&line[name.clone()]);
            let list = header && line[start..].starts_with("[[");
            statements.push(Statement {
                range: at..end,
                name: at + name.start..at + name.end,
                path,
                header,
                list,
            });
        }
        at = statement::next_line(text, end);
    }
    statements
}

/// The parts of a dotted name.
fn path(name: &str) -> Vec<String> {
    let text = format!("{name} = 0");
    let Ok(parsed) = DeTable::parse(&text) else {
        return vec![name.to_owned()];
    };
    let mut parts = Vec::new();
    let mut table = parsed.get_ref();
    while let Some((key, value)) = table.iter().next() {
        parts.push(key.get_ref().to_string());
        match value.get_ref() {
            DeValue::Table(inner) => table = inner,
            _ => break,
        }
    }
    parts
}
