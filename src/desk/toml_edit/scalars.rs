//! Keys with one value each: replaced, put in, taken out.

use crate::content::fields::Form;
use crate::content::raw::{Entry, Table};
use crate::desk::toml_edit::edits::Edits;
use crate::desk::toml_edit::layout::{
    comma, end, indent, is_inline, line_break, line_end, line_start, next_line, own_entries,
};

/// A key and the value it shall have as written; none when it shall go.
pub type Wanted<'a> = (&'a str, Option<String>);

/// Changes keys of a table. New ones go where the form has them: behind the nearest key before them that stays.
pub fn change(edits: &mut Edits<'_>, table: &Table, form: &Form, wanted: &[Wanted<'_>]) {
    let gone: Vec<&str> = wanted
        .iter()
        .filter(|(_, value)| value.is_none())
        .map(|(key, _)| *key)
        .collect();
    for field in form.fields {
        let Some((key, value)) = wanted.iter().find(|(key, _)| *key == field.key) else {
            continue;
        };
        let entry = table.entries.iter().find(|entry| entry.key == *key);
        match (entry, value) {
            (Some(entry), Some(value)) => edits.replace(entry.node.span.range(), value.clone()),
            (Some(entry), None) => remove(edits, table, entry),
            (None, Some(value)) => {
                let anchor = anchor(table, form, key, &gone);
                insert(edits, table, anchor, &format!("{key} = {value}"));
            }
            (None, None) => {}
        }
    }
}

/// The entry behind which a key belongs.
fn anchor<'a>(table: &'a Table, form: &Form, key: &str, gone: &[&str]) -> Option<&'a Entry> {
    let order = |key: &str| form.fields.iter().position(|field| field.key == key);
    own_entries(table)
        .filter(|entry| !gone.contains(&entry.key.as_str()))
        .filter(|entry| order(&entry.key) < order(key))
        .max_by_key(|entry| order(&entry.key))
}

/// Puts `key = value` behind an entry; without one at the beginning of the table.
fn insert(edits: &mut Edits<'_>, table: &Table, anchor: Option<&Entry>, line: &str) {
    let text = edits.text;
    if is_inline(text, table) {
        match anchor {
            Some(anchor) => edits.insert(end(text, &anchor.node), format!(", {line}")),
            None => {
                let comma = if table.entries.is_empty() { " " } else { "," };
                edits.insert(table.span.range().start + 1, format!(" {line}{comma}"));
            }
        }
        return;
    }
    let (at, blanks) = match anchor {
        Some(anchor) => (
            end(text, &anchor.node),
            indent(text, anchor.key_span.range().start),
        ),
        None => (
            table.span.range().end,
            indent(text, table.span.range().start),
        ),
    };
    let at = line_end(text, at);
    let line_break = line_break(text, at);
    edits.insert(at, format!("{line_break}{blanks}{line}"));
}

/// Takes an entry out with its line; a comment behind it keeps the line.
pub fn remove(edits: &mut Edits<'_>, table: &Table, entry: &Entry) {
    let text = edits.text;
    let (from, to) = (entry.key_span.range().start, end(text, &entry.node));
    if is_inline(text, table) {
        remove_inline(edits, table, entry);
        return;
    }
    let start = line_start(text, from);
    let rest = &text[to..line_end(text, to)];
    if let Some(comment) = rest.find('#') {
        edits.remove(from..to + comment);
        return;
    }
    match next_line(text, to) {
        // The last line of a file without a line break at its end takes the break before it along.
        next if next == text.len() && !text.ends_with('\n') && start > 0 => {
            edits.remove(line_end(text, start - 1)..next);
        }
        next => edits.remove(start..next),
    }
}

/// Takes an entry of `{ … }` out with the comma that parts it from its neighbour.
fn remove_inline(edits: &mut Edits<'_>, table: &Table, entry: &Entry) {
    let text = edits.text;
    let (from, to) = (entry.key_span.range().start, end(text, &entry.node));
    let before = own_entries(table)
        .map(|other| end(text, &other.node))
        .filter(|other| *other <= from)
        .max();
    match before {
        Some(before) => {
            let comma = comma(text, before..from).unwrap_or(before);
            // Between the comma and the key may stand a comment of a table on several lines.
            match text[comma..from].contains('#') {
                true => {
                    edits.remove(comma..comma + 1);
                    edits.remove(from..to);
                }
                false => edits.remove(before..to),
            }
        }
        None => {
            let after = comma(text, to..table.span.range().end).map_or(to, |comma| comma + 1);
            let blanks = text[after..].len() - text[after..].trim_start_matches(' ').len();
            edits.remove(from..after + blanks);
        }
    }
}
