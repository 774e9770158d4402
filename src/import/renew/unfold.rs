//! Measures and sections written in braces, `event = [{ id = … }]`, get headers of their own: only blocks can be moved.

use std::borrow::Cow;

use crate::content::raw::{Entry, Table, Value};
use crate::desk::toml_edit::edits::Edits;
use crate::desk::toml_edit::layout::{has_header, is_inline, line_break, line_end};
use crate::desk::toml_edit::plan_tables::tables;
use crate::desk::toml_edit::scalars;
use crate::import::renew::assemble::rewritten;
use crate::import::renew::blocks;

/// The text with a header for every section and measure; the text itself when it has them already. `head` is where the
/// last value of the head ends.
pub fn unfolded<'a>(text: &'a str, root: &Table, head: usize) -> Cow<'a, str> {
    let lists = |key| root.entries.iter().filter(move |entry| entry.key == key);
    let mut parts: Vec<&Table> = Vec::new();
    let headed = |table: &&Table| !is_inline(text, table);
    for table in tables(root, "event")
        .chain(tables(root, "section"))
        .filter(headed)
    {
        parts.push(table);
        parts.extend(tables(table, "event").filter(headed));
    }
    let folded = lists("event")
        .chain(lists("section"))
        .any(|entry| !has_header(entry))
        || parts.iter().any(|part| folded_events(part).is_some());
    if !folded {
        return Cow::Borrowed(text);
    }
    parts.sort_by_key(|table| table.span.start);
    let cut = blocks::cut(text, head, &parts);
    let line_break = line_break(text, 0);
    let blank = line_break.repeat(2);
    let mut out = String::with_capacity(text.len());
    let mut last = 0;
    let wholes = [(root, cut.head.clone())];
    for (table, range) in wholes
        .into_iter()
        .chain(parts.into_iter().zip(cut.blocks.clone()))
    {
        out.push_str(&text[last..range.start]);
        let mut edits = Edits::new(text);
        let mut found = Vec::new();
        for entry in &table.entries {
            let is_list = ["event", "section"].contains(&entry.key.as_str());
            if is_list && !has_header(entry) {
                scalars::remove(&mut edits, table, entry);
                let name = if range.start > 0 {
                    "section.event"
                } else {
                    entry.key.as_str()
                };
                found.extend(of_list(text, entry, name, line_break));
            }
        }
        out.push_str(&rewritten(text, range.clone(), edits.into_list()));
        for block in found {
            out.push_str(&blank);
            out.push_str(&block);
        }
        last = range.end;
    }
    out.push_str(&text[last..]);
    Cow::Owned(out)
}

fn folded_events(table: &Table) -> Option<&Entry> {
    let mut entries = table.entries.iter();
    entries.find(|entry| entry.key == "event" && !has_header(entry))
}

/// The blocks of a list's tables, comments between them above the next one or behind the last one.
fn of_list(text: &str, entry: &Entry, name: &str, line_break: &str) -> Vec<String> {
    let Value::List(items) = &entry.node.value else {
        return Vec::new();
    };
    let mut blocks: Vec<String> = Vec::new();
    let mut from = entry.node.span.range().start + 1;
    for item in items {
        let Value::Table(table) = &item.value else {
            continue;
        };
        let range = item.span.range();
        // A comment behind a table on its line speaks of that table.
        let line = line_end(text, from).min(range.start);
        if let Some(last) = blocks.last_mut() {
            *last = comments(&text[from..line], line_break) + last;
        }
        let above = match blocks.is_empty() {
            true => &text[from..range.start],
            false => &text[line..range.start],
        };
        let above = comments(above, line_break);
        blocks.push(format!("{above}{}", block(text, table, name, line_break)));
        from = range.end;
    }
    let rest = comments(&text[from..entry.node.span.range().end], line_break);
    if let Some(last) = blocks.last_mut() {
        *last = format!("{rest}{last}");
    }
    blocks
}

fn block(text: &str, table: &Table, name: &str, line_break: &str) -> String {
    let mut lines = vec![format!("[[{name}]]")];
    let mut below = Vec::new();
    for entry in &table.entries {
        if entry.key == "event" {
            below.extend(of_list(text, entry, "section.event", line_break));
        } else {
            written(text, &entry.key, &entry.node, &mut lines);
        }
    }
    let own = lines.join(line_break);
    let below = below
        .into_iter()
        .map(|block| format!("{0}{0}{block}", line_break));
    own + &below.collect::<String>()
}

/// A key with its value; dotted keys (`as_printed.title = …`) stay dotted.
fn written(text: &str, key: &str, node: &crate::content::raw::Node, lines: &mut Vec<String>) {
    match &node.value {
        Value::Table(table) if !is_inline(text, table) => {
            for entry in &table.entries {
                written(text, &format!("{key}.{}", entry.key), &entry.node, lines);
            }
        }
        _ => lines.push(format!("{key} = {}", &text[node.span.range()])),
    }
}

/// The comments of a part of a list, each on a line of its own.
fn comments(part: &str, line_break: &str) -> String {
    let found = part
        .lines()
        .filter_map(|line| line.find('#').map(|at| line[at..].trim_end()));
    found
        .map(|comment| format!("{comment}{line_break}"))
        .collect()
}
