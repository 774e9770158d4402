//! Statements that are right one by one but not together: a field or a table written twice. It reads TOML's refusals
//! and finds the earlier place each of them clashes with.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::content::read::draft::Draft;
use crate::content::read::statement::{self, Line};
use crate::diag::{Diagnostic, codes};

/// How often tables are put right before the rest is reported as it is.
const ROUNDS: usize = 16;

/// A header or a field in the order of the file.
struct Statement {
    range: Range<usize>,
    /// The place of its name, without brackets and value.
    name: Range<usize>,
    path: Vec<String>,
    header: bool,
    list: bool,
}

/// Reports what clashes; true when something had to be left out.
pub fn resolve(draft: &mut Draft, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let mut lost = false;
    for _ in 0..ROUNDS {
        let statements = outline(draft.text());
        let clashing = clashing(draft.text(), &statements);
        let headers: Vec<usize> = clashing
            .iter()
            .copied()
            .filter(|&index| statements[index].header)
            .collect();
        let Some(&first) = headers.first() else {
            for index in clashing {
                diagnostics.push(field(draft, &statements, index));
            }
            return lost;
        };
        let same: Vec<usize> = headers
            .into_iter()
            .filter(|&index| statements[index].path == statements[first].path)
            .collect();
        lost |= table(draft, &statements, &same, diagnostics);
    }
    lost
}

/// The statements TOML refuses although each is right on its own.
fn clashing(text: &str, statements: &[Statement]) -> Vec<usize> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let mut indexes: Vec<usize> = errors
        .iter()
        .filter_map(|error| error.span())
        .filter_map(|span| {
            statements
                .iter()
                .position(|statement| statement.range.contains(&span.start))
        })
        .collect();
    indexes.sort_unstable();
    indexes.dedup();
    indexes
}

/// All headers and fields of a text.
fn outline(text: &str) -> Vec<Statement> {
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

/// A field whose name is taken.
fn field(draft: &Draft, statements: &[Statement], index: usize) -> Diagnostic {
    let this = &statements[index];
    let name = this.path.join(".");
    let block = statements[..index]
        .iter()
        .rposition(|other| other.header)
        .map_or(0, |header| header + 1);
    let overlaps = |other: &&Statement| {
        other.path.starts_with(&this.path) || this.path.starts_with(&other.path)
    };
    let earlier = statements[block..index]
        .iter()
        .find(|other| other.path == this.path);
    let earlier = earlier.or_else(|| statements[block..index].iter().find(overlaps));
    let problem = Diagnostic::error(
        codes::DUPLICATE_KEY,
        draft.span(this.name.clone()),
        format!("поле {name} записано дважды"),
    )
    .label("второй раз")
    .help("оставьте одно из двух значений, другую строку удалите");
    match earlier {
        Some(first) => problem.related(draft.span(first.name.clone()), "первый раз"),
        None => problem,
    }
}

/// Headers of one name where there can be only one table; true when their fields had to be left out.
fn table(
    draft: &mut Draft,
    statements: &[Statement],
    same: &[usize],
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let last = same[same.len() - 1];
    let path = &statements[last].path;
    let name = path.join(".");
    // All headers of the name up to the last one that clashes, back to the list element they belong to.
    let parent = statements[..same[0]]
        .iter()
        .rposition(|other| {
            other.header && other.path.len() < path.len() && path.starts_with(&other.path)
        })
        .map_or(0, |index| index + 1);
    let family: Vec<usize> = (parent..=last)
        .filter(|&index| statements[index].header && &statements[index].path == path)
        .collect();
    let single: Vec<usize> = family
        .iter()
        .copied()
        .filter(|&index| !statements[index].list)
        .collect();
    let meant_as_list = !single.is_empty() && (single.len() < family.len() || single.len() > 2);
    if meant_as_list {
        diagnostics.push(single_brackets(draft, statements, &family, &single));
        for &index in single.iter().rev() {
            draft.replace(statements[index].range.clone(), &format!("[[{name}]]"));
        }
        return false;
    }
    let this = draft.span(statements[same[0]].name.clone());
    let earlier = statements[..same[0]]
        .iter()
        .rfind(|other| &other.path == path || other.path.last() == path.last());
    let problem = Diagnostic::error(codes::DUPLICATE_KEY, this, format!("таблица {name} записана дважды"))
        .label("второй раз")
        .help(format!("если это одна таблица, сведите её поля под одним заголовком; если это список, пишите заголовок с двойными скобками: [[{name}]]"));
    diagnostics.push(match earlier {
        Some(first) => problem.related(draft.span(first.name.clone()), "первый раз"),
        None => problem,
    });
    let blocks = if family.len() > same.len() {
        &family
    } else {
        same
    };
    for &index in blocks.iter().rev() {
        draft.blank(block(statements, index));
    }
    true
}

/// A list whose headers, or some of them, have single brackets.
fn single_brackets(
    draft: &Draft,
    statements: &[Statement],
    family: &[usize],
    single: &[usize],
) -> Diagnostic {
    let first = &statements[single[0]];
    let name = first.path.join(".");
    let place = |index: usize| draft.span(statements[index].range.clone());
    let message = match single.len() {
        1 => format!("у заголовка [{name}] одинарные скобки, а это элемент списка"),
        count => format!(
            "заголовок [{name}] с одинарными скобками повторяется, всего таких строк: {count}"
        ),
    };
    let problem = Diagnostic::error(codes::DUPLICATE_KEY, place(single[0]), message)
        .label(format!("здесь нужно [[{name}]]"))
        .help("каждый элемент списка начинают заголовком в двойных скобках")
        .patch(place(single[0]), format!("[[{name}]]"));
    match family.iter().find(|&&index| index != single[0]) {
        Some(&other) => problem.related(place(other), "ещё один элемент того же списка"),
        None => problem,
    }
}

/// A header with its fields and the tables inside it.
fn block(statements: &[Statement], index: usize) -> Range<usize> {
    let path = &statements[index].path;
    let inner = |other: &Statement| {
        !other.header || (other.path.len() > path.len() && other.path.starts_with(path))
    };
    let last = statements[index + 1..]
        .iter()
        .take_while(|other| inner(other))
        .last();
    statements[index].range.start..last.unwrap_or(&statements[index]).range.end
}
