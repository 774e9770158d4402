//! The cells of a measure that is still there, replaced where they stand. Everything else of it stays; what may not fit
//! the new words any more is said.

use std::ops::Range;

use crate::content::raw::{Entry, Node, Table, Value};
use crate::content::typed::reader::Reader;
use crate::desk::toml_edit::edits::{Edit, Edits};
use crate::desk::toml_edit::layout::{
    self, end, has_header, indent, last_line_end, line_break, line_end, line_start,
};
use crate::desk::toml_edit::plan_tables::{event_form, tables};
use crate::desk::toml_edit::scalars;
use crate::import::renew::gone;
use crate::import::renew::said;
use crate::import::renew::words::tokens;
use crate::import::understand::draft::EventDraft;
use crate::model::plan::roadmap::ColumnRole;
use crate::text::cell::one_line;

/// What becomes of a measure.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Changes of its block.
    pub edits: Vec<Edit>,
    /// What changed, in words.
    pub words: Vec<String>,
    /// What may not fit any more, in words.
    pub doubts: Vec<String>,
}

/// The words of a column in a row of the paper; nothing when the cell is empty.
pub fn words(event: &EventDraft, role: ColumnRole) -> &str {
    match role {
        ColumnRole::Number => event.number.as_deref().unwrap_or_default(),
        role => event.words(role),
    }
}

/// Changes a measure into a row of the paper. With `sectioned` its headers are those of a plan with sections.
pub fn change(text: &str, event: &Table, new: &EventDraft, sectioned: bool, sure: bool) -> Outcome {
    let mut change = Change {
        edits: Edits::new(text),
        event,
        new,
        out: Outcome::default(),
        set_aside: Vec::new(),
    };
    let changed = change.cells();
    if !changed.is_empty() {
        change.stale(&changed, sure);
    }
    change.headers(sectioned);
    change.comments();
    let mut out = change.out;
    out.edits = change.edits.into_list();
    out
}

struct Change<'a> {
    edits: Edits<'a>,
    event: &'a Table,
    new: &'a EventDraft,
    out: Outcome,
    /// Parts of the text that became comments.
    set_aside: Vec<Range<usize>>,
}

impl Change<'_> {
    /// Replaces the cells that differ in more than spaces, and gives their columns.
    fn cells(&mut self) -> Vec<ColumnRole> {
        let reader = Reader::new(self.event);
        let mut changed = Vec::new();
        let mut wanted = Vec::new();
        for (key, role) in ColumnRole::NAMES {
            let old = reader.text(key).unwrap_or_default();
            let new = words(self.new, *role);
            // An editor who put a torn cell together said what is printed: the paper says it again.
            let printed = reader.table("as_printed").and_then(|table| table.text(key));
            let is_printed = printed.is_some_and(|printed| one_line(&printed) == one_line(new));
            if one_line(&old) == one_line(new) || is_printed {
                continue;
            }
            if *role == ColumnRole::Deadline && new.trim().is_empty() {
                self.out.doubts.push(format!(
                    "ячейка срока в новом документе пуста, в файле оставлен прежний срок {}",
                    said::quoted(&old)
                ));
                continue;
            }
            let value = layout::value(self.edits.text, self.event, new);
            wanted.push((*key, (!new.trim().is_empty()).then_some(value)));
            self.out.words.push(said::cell(*role, &old, new));
            changed.push(*role);
        }
        scalars::change(&mut self.edits, self.event, event_form(), &wanted);
        changed
    }

    /// Names what was written to the old words.
    fn stale(&mut self, changed: &[ColumnRole], sure: bool) {
        let reader = Reader::new(self.event);
        let title = reader.required("title");
        let new_title = words(self.new, ColumnRole::Title);
        if !sure {
            self.out.doubts.push(format!(
                "то же ли это мероприятие: раньше оно называлось {}",
                said::quoted(&title)
            ));
        }
        if reader.has("plain") && tokens(&title) != tokens(new_title) {
            self.doubt("пересказ простыми словами (plain) писался к прежнему названию");
        }
        if reader.has("remark") {
            self.doubt("примечание (remark) писалось к прежним словам строки");
        }
        if let Some(printed) = reader.table("as_printed") {
            for role in changed.iter().filter(|role| printed.has(role.name())) {
                self.doubt(format!(
                    "as_printed.{} говорит, как была напечатана прежняя ячейка",
                    role.name()
                ));
            }
        }
        if changed.contains(&ColumnRole::Deadline) {
            if let Some(moved) = reader.text("moved_to") {
                let moved = said::quoted(&moved);
                self.doubt(format!(
                    "срок изменился, а перенос (moved_to) прежний: {moved}"
                ));
            }
            self.pairings();
        }
    }

    fn doubt(&mut self, words: impl Into<String>) {
        self.out.doubts.push(words.into());
    }

    /// Sets pairings aside whose words the new deadline does not have: they would be an error of the portal.
    fn pairings(&mut self) {
        let Some(entry) = self.event.entries.iter().find(|one| one.key == "pairing") else {
            return;
        };
        let cell = packed(words(self.new, ColumnRole::Deadline));
        let lost: Vec<&Table> = tables(self.event, "pairing")
            .filter(|pairing| !cell.contains(&packed(&Reader::new(pairing).required("deadline"))))
            .collect();
        if lost.is_empty() {
            return;
        }
        let text = self.edits.text;
        if has_header(entry) {
            for pairing in &lost {
                let from = line_start(text, pairing.span.range().start);
                self.set_aside(from..last_line_end(text, pairing, &[]));
            }
        } else {
            let from = line_start(text, entry.key_span.range().start);
            self.set_aside(from..line_end(text, end(text, &entry.node)));
        }
        let named: Vec<String> = lost
            .iter()
            .map(|pairing| said::quoted(&Reader::new(pairing).required("deadline")))
            .collect();
        self.doubt(format!(
            "в новом сроке нет слов {}: сроки по школам (pairing) с ними убраны в комментарий",
            named.join(", ")
        ));
    }

    /// Turns lines into comments.
    fn set_aside(&mut self, lines: Range<usize>) {
        let text = self.edits.text;
        let comment = gone::lines(&text[lines.clone()], line_break(text, lines.start));
        self.edits.replace(lines.clone(), comment);
        self.set_aside.push(lines);
    }

    /// Gives headers the path they need: `[[section.event]]` or `[[event]]`.
    fn headers(&mut self, sectioned: bool) {
        let text = self.edits.text;
        let below = self.event.entries.iter().filter(|entry| has_header(entry));
        let spans = below
            .flat_map(header_spans)
            .chain([self.event.span.range()])
            .collect::<Vec<_>>();
        for span in spans {
            let aside = self
                .set_aside
                .iter()
                .any(|aside| aside.contains(&span.start));
            let header = (!aside)
                .then(|| renamed(&text[span.clone()], sectioned))
                .flatten();
            if let Some(header) = header {
                self.edits.replace(span, header);
            }
        }
    }

    /// Writes the doubts above the measure.
    fn comments(&mut self) {
        let text = self.edits.text;
        let at = line_start(text, self.event.span.range().start);
        let blanks = indent(text, at);
        let line_break = line_break(text, at);
        for doubt in &self.out.doubts {
            let doubt: String = doubt.chars().filter(|c| !c.is_control()).collect();
            let comment = format!("{blanks}# проверьте: {doubt}{line_break}");
            // What was said at an earlier import is not said twice.
            if !text[..at].ends_with(&comment) {
                self.edits.insert(at, comment);
            }
        }
    }
}

/// Where the headers of an entry's tables stand.
fn header_spans(entry: &Entry) -> Vec<Range<usize>> {
    let of = |node: &Node| match &node.value {
        Value::Table(table) => Some(table.span.range()),
        _ => None,
    };
    match &entry.node.value {
        Value::List(items) => items.iter().filter_map(of).collect(),
        _ => of(&entry.node).into_iter().collect(),
    }
}

/// A header with or without `section` before it; none when it is right as it is.
fn renamed(header: &str, sectioned: bool) -> Option<String> {
    let name = header.trim_matches(['[', ']', ' ', '\t']);
    let (first, rest) = name.split_once('.').unwrap_or((name, ""));
    let has = first.trim().trim_matches(['"', '\'']) == "section";
    let name = match (has, sectioned) {
        (true, false) => rest.trim().to_owned(),
        (false, true) => format!("section.{name}"),
        _ => return None,
    };
    Some(match header.starts_with("[[") {
        true => format!("[[{name}]]"),
        false => format!("[{name}]"),
    })
}

/// The text without any spaces: cells keep the paper's runs of them.
fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}
