//! Statements that are right one by one but not together: a field or a table written twice. It reads TOML's refusals
//! and finds the earlier place each of them clashes with.

use std::ops::Range;

use toml::de::DeTable;

use crate::content::read::draft::Draft;
use crate::content::read::lost_header;
use crate::content::read::outline::{Statement, outline};
use crate::diag::{Diagnostic, codes};

/// How often tables are put right before the rest is reported as it is.
const ROUNDS: usize = 16;

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
        let lost_header = clashing.iter().find_map(|&index| {
            let is_field = !statements[index].header;
            is_field.then(|| lost_header::find(draft.text(), &statements, index))?
        });
        if let Some(found) = lost_header {
            diagnostics.push(found.problem(draft));
            draft.replace(found.at..found.at, &format!("{}\n", found.header));
            continue;
        }
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
    if let Some(first) = before_its_list(statements, same[0]) {
        diagnostics.push(lost_table(draft, statements, first, same[0]));
        // The list is begun above, so that what follows is read as its elements.
        let at = statements[first].range.start;
        draft.replace(at..at, &format!("[[{name}]]\n"));
        return true;
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

/// The first header inside of a list that only begins later, at `begin`.
fn before_its_list(statements: &[Statement], begin: usize) -> Option<usize> {
    let path = &statements[begin].path;
    if !statements[begin].list {
        return None;
    }
    let headers = || {
        statements[..begin]
            .iter()
            .enumerate()
            .filter(|(_, other)| other.header)
    };
    let begun = headers().any(|(_, other)| &other.path == path);
    let inner = |other: &Statement| other.path.len() > path.len() && other.path.starts_with(path);
    headers()
        .find(|(_, other)| inner(other))
        .map(|(index, _)| index)
        .filter(|_| !begun)
}

/// A table of a list's element before any element.
fn lost_table(draft: &Draft, statements: &[Statement], first: usize, begin: usize) -> Diagnostic {
    let (inner, list) = (
        statements[first].path.join("."),
        statements[begin].path.join("."),
    );
    let problem = Diagnostic::error(
        codes::LOST_TABLE,
        draft.span(statements[first].range.clone()),
        format!("[[{inner}]] стоит выше первой строки [[{list}]]"),
    )
    .label(format!("выше нет строки [[{list}]]"))
    .help(format!(
        "поставьте над этой строкой заголовок [[{list}]] с его полями, а [[{inner}]] — под ним"
    ));
    let above = statements[..first].iter().rfind(|other| other.header);
    match above {
        Some(above) => problem.related(draft.span(above.range.clone()), "заголовок перед ней"),
        None => problem,
    }
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
