//! Proofs of a measure: tables under headers of their own, or a list in the measure's table.

use crate::content::raw::{Entry, Table};
use crate::desk::literal;
use crate::desk::status::state::{Proof, State};
use crate::desk::toml_edit::edits::Edits;
use crate::desk::toml_edit::layout::{
    self, comma, has_header, indent, is_blank, is_inline, last_line_end, line_break, line_end,
    line_start, next_line, own_entries,
};
use crate::desk::toml_edit::plan_tables::{event_form, proof_form, tables};
use crate::desk::toml_edit::scalars;

const KEY: &str = "proof";

/// Changes the proofs of a measure; `gone` are keys of the measure that are taken out at the same time.
pub fn change(edits: &mut Edits<'_>, event: &Table, gone: &[&str], old: &State, new: &State) {
    let written: Vec<&Table> = tables(event, KEY).collect();
    let wanted = arranged(written.len(), &new.proofs);
    let added: Vec<&Proof> = wanted.iter().skip(written.len()).flatten().collect();
    let mut removed = Vec::new();
    for (place, table) in written.iter().enumerate() {
        let after = wanted.get(place).and_then(Option::as_ref);
        match (old.proof(place), after) {
            (Some(before), Some(after)) => rewrite(edits, table, before, after),
            (Some(_), None) => removed.push(*table),
            (None, _) => {}
        }
    }
    let entry = event.entries.iter().find(|entry| entry.key == KEY);
    match entry {
        Some(entry) if has_header(entry) => {
            for table in &removed {
                remove_headed(edits, table);
            }
            let last = written.iter().rfind(|table| !removed.contains(table));
            append_headed(edits, event, last.copied(), gone, &added);
        }
        Some(entry) if removed.len() == written.len() && added.is_empty() => {
            scalars::remove(edits, event, entry);
        }
        Some(entry) => {
            remove_listed(edits, entry, &written, &removed);
            append_listed(edits, entry, &written, &added);
        }
        None if is_inline(edits.text, event) => {
            let list: Vec<String> = added.iter().map(|proof| braces(proof)).collect();
            if !list.is_empty() {
                let wanted = [(KEY, Some(format!("[{}]", list.join(", "))))];
                scalars::change(edits, event, event_form(), &wanted);
            }
        }
        None => append_headed(edits, event, None, gone, &added),
    }
}

/// The proofs that are wanted, each at the place of a table that is written, those behind the last one to be added. When
/// some are taken away while others are added, all move up, so that they stand in the order of the columns.
fn arranged(written: usize, wanted: &[Option<Proof>]) -> Vec<Option<Proof>> {
    let kept = &wanted[..written.min(wanted.len())];
    let gaps = kept.len() < written || kept.contains(&None);
    if gaps && wanted.len() > written {
        return wanted
            .iter()
            .filter(|proof| proof.is_some())
            .cloned()
            .collect();
    }
    wanted.to_vec()
}

fn rewrite(edits: &mut Edits<'_>, table: &Table, before: &Proof, after: &Proof) {
    let file = edits.text;
    let words = |value: &Option<String>| {
        value
            .as_deref()
            .map(|text| layout::value(file, table, text))
    };
    let mut wanted = Vec::new();
    if before.title != after.title {
        wanted.push(("title", words(&after.title)));
    }
    if before.link != after.link {
        wanted.push(("link", words(&after.link)));
    }
    if before.date != after.date {
        wanted.push(("date", after.date.map(|date| date.to_string())));
    }
    scalars::change(edits, table, proof_form(), &wanted);
}

/// The keys of a proof, in the order of the form, with texts written in a given way.
fn lines(proof: &Proof, text: impl Fn(&str) -> String) -> Vec<String> {
    let title = proof.title.as_deref().map(&text);
    let link = proof.link.as_deref().map(&text);
    let date = proof.date.map(|date| date.to_string());
    [("title", title), ("link", link), ("date", date)]
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key} = {}", value?)))
        .collect()
}

fn braces(proof: &Proof) -> String {
    format!("{{ {} }}", lines(proof, literal::line).join(", "))
}

/// Takes out the header and the lines of a proof; comments among them stay, a blank line around it does not stay twice.
fn remove_headed(edits: &mut Edits<'_>, table: &Table) {
    let text = edits.text;
    let header = table.span.range();
    let last = last_line_end(text, table, &[]);
    let next = next_line(text, last);
    let mut start = line_start(text, header.start);
    let alone = next >= text.len() || is_blank(text, next);
    if start > 0 && alone && is_blank(text, start - 1) {
        start = line_start(text, start - 1);
    }
    match text[header.end..line_end(text, header.end)].find('#') {
        Some(comment) => edits.remove(header.start..header.end + comment),
        None => edits.remove(start..next_line(text, header.end)),
    }
    for entry in own_entries(table) {
        scalars::remove(edits, table, entry);
    }
}

/// Puts proofs under headers behind the last one that stays, else behind the lines of the measure.
fn append_headed(
    edits: &mut Edits<'_>,
    event: &Table,
    last: Option<&Table>,
    gone: &[&str],
    added: &[&Proof],
) {
    let text = edits.text;
    let (at, header, like) = match last {
        Some(last) => (
            last_line_end(text, last, &[]),
            text[last.span.range()].to_owned(),
            last,
        ),
        None => (
            last_line_end(text, event, gone),
            below(&text[event.span.range()]),
            event,
        ),
    };
    let line_break = line_break(text, at);
    let start = line_start(text, like.span.range().start);
    let apart = last.is_some() && start > 0 && is_blank(text, start - 1);
    let blanks = indent(text, start);
    let in_lines = |words: &str| literal::text(words, line_break);
    for proof in added {
        let mut block = String::new();
        if apart {
            block.push_str(line_break);
        }
        for line in std::iter::once(header.clone()).chain(lines(proof, in_lines)) {
            block.push_str(&format!("{line_break}{blanks}{line}"));
        }
        edits.insert(at, block);
    }
}

/// The header of proofs below the header of a measure.
fn below(header: &str) -> String {
    let name = header.trim_matches(['[', ']', ' ', '\t']);
    format!("[[{name}.{KEY}]]")
}

/// Takes items out of a list, each with the comma behind it, or before it when it is the last.
fn remove_listed(edits: &mut Edits<'_>, entry: &Entry, written: &[&Table], removed: &[&Table]) {
    let text = edits.text;
    let stays: Vec<bool> = written
        .iter()
        .map(|table| !removed.contains(table))
        .collect();
    for (place, table) in written
        .iter()
        .enumerate()
        .filter(|(place, _)| !stays[*place])
    {
        let item = table.span.range();
        let behind = written
            .get(place + 1)
            .map_or(entry.node.span.range().end, |next| next.span.range().start);
        let any_behind = stays[place + 1..].contains(&true);
        match comma(text, item.end..behind) {
            Some(comma) => {
                let blanks =
                    text[comma + 1..].len() - text[comma + 1..].trim_start_matches(' ').len();
                let spare = if any_behind { blanks } else { 0 };
                edits.remove(item.start..comma + 1 + spare);
            }
            None => edits.remove(item),
        }
        // The comma of the last one that stays would be left hanging before nothing: TOML allows it.
    }
}

/// Puts items at the end of a list.
fn append_listed(edits: &mut Edits<'_>, entry: &Entry, written: &[&Table], added: &[&Proof]) {
    let text = edits.text;
    let list = entry.node.span.range();
    let Some(last) = written.last().map(|table| table.span.range()) else {
        let items: Vec<String> = added.iter().map(|proof| braces(proof)).collect();
        edits.insert(list.start + 1, items.join(", "));
        return;
    };
    let own_line = text[line_start(text, last.start)..last.start]
        .trim()
        .is_empty();
    let comma = comma(text, last.end..list.end);
    let parting = match own_line {
        true => {
            let blanks = indent(text, last.start);
            format!("{}{blanks}", line_break(text, last.end))
        }
        false => " ".to_owned(),
    };
    for proof in added {
        match comma {
            Some(comma) if own_line => {
                edits.insert(
                    line_end(text, comma),
                    format!("{parting}{},", braces(proof)),
                );
            }
            Some(comma) => edits.insert(comma + 1, format!("{parting}{},", braces(proof))),
            None => edits.insert(last.end, format!(",{parting}{}", braces(proof))),
        }
    }
}
