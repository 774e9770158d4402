//! Fields whose header was lost: they fall to the table above, where most of their names are taken.

use std::collections::BTreeSet;

use crate::content::read::draft::Draft;
use crate::content::read::outline::Statement;
use crate::diag::{Diagnostic, codes};

/// A header that was there.
pub struct LostHeader {
    /// Where it belongs.
    pub at: usize,
    /// How it is written.
    pub header: String,
    /// The first field under it.
    first: std::ops::Range<usize>,
    /// How many fields it had.
    fields: usize,
}

/// The lost header above a field whose name is taken; none when a single field was repeated.
pub fn find(text: &str, statements: &[Statement], clashing: usize) -> Option<LostHeader> {
    let start = group_start(text, statements, clashing)?;
    let group: BTreeSet<&Vec<String>> = statements[start..]
        .iter()
        .enumerate()
        .take_while(|(offset, field)| {
            !field.header && (*offset == 0 || !apart(text, statements, start + offset))
        })
        .map(|(_, field)| &field.path)
        .collect();
    let header = likest(statements, start, &group).filter(|_| group.len() > 1)?;
    let name = statements[header].path.join(".");
    Some(LostHeader {
        at: statements[start].range.start,
        header: match statements[header].list {
            true => format!("[[{name}]]"),
            false => return None,
        },
        first: statements[start].name.clone(),
        fields: group.len(),
    })
}

/// The first field of the lines that stand together with this one; none when a header begins them.
fn group_start(text: &str, statements: &[Statement], index: usize) -> Option<usize> {
    let mut start = index;
    while !apart(text, statements, start) {
        start = start
            .checked_sub(1)
            .filter(|above| !statements[*above].header)?;
    }
    Some(start)
}

/// True when an empty line stands above a statement.
fn apart(text: &str, statements: &[Statement], index: usize) -> bool {
    let Some(above) = index.checked_sub(1) else {
        return false;
    };
    let between = &text[statements[above].range.end..statements[index].range.start];
    between.lines().skip(1).any(|line| line.trim().is_empty())
}

/// The header, before or after, whose fields are most like these.
fn likest(statements: &[Statement], start: usize, group: &BTreeSet<&Vec<String>>) -> Option<usize> {
    let before = statements[..start].iter().rposition(|other| other.header);
    let after = statements[start..]
        .iter()
        .position(|other| other.header)
        .map(|at| start + at);
    let alike = |header: &usize| {
        let fields = statements[header + 1..]
            .iter()
            .take_while(|field| !field.header);
        let names: BTreeSet<&Vec<String>> = fields.map(|field| &field.path).collect();
        names.intersection(group).count()
    };
    [before, after]
        .into_iter()
        .flatten()
        .filter(|header| alike(header) > 1 && statements[*header].list)
        .max_by_key(|header| (alike(header), std::cmp::Reverse(*header)))
}

impl LostHeader {
    /// What to say about it.
    pub fn problem(&self, draft: &Draft) -> Diagnostic {
        let gap = draft.span(self.at..self.at);
        Diagnostic::error(
            codes::DUPLICATE_KEY,
            draft.span(self.first.clone()),
            format!(
                "над этими полями нет заголовка: они ({}) повторяют поля таблицы выше",
                self.fields
            ),
        )
        .label(format!("выше должно стоять {}", self.header))
        .help(format!(
            "поставьте над этой строкой заголовок {}",
            self.header
        ))
        .patch(gap, format!("{}\n", self.header))
    }
}
