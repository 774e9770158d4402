//! Lists: what came, what went, what stayed under the same name.

use crate::history::compare::draft::Draft;
use crate::history::words::quote::quoted;
use crate::history::words::sameness::same;
use crate::model::history::{Detail, Subject, What};
use crate::text::language::Noun;
use crate::text::russian::counted;

/// More things than this that come or go at once are told by their number.
pub const ONE_BY_ONE: usize = 8;

/// Things of two lists that belong together.
pub struct Matched<'a, T> {
    /// In both, old and new, in the order of the new list.
    pub kept: Vec<(&'a T, &'a T)>,
    /// Only in the new list.
    pub added: Vec<&'a T>,
    /// Only in the old list.
    pub removed: Vec<&'a T>,
}

/// Matches two lists by a key.
pub fn matched<'a, T, K: PartialEq>(
    before: &'a [T],
    after: &'a [T],
    key: impl Fn(&'a T) -> K,
) -> Matched<'a, T> {
    let mut taken = vec![false; before.len()];
    let mut found = Matched {
        kept: Vec::new(),
        added: Vec::new(),
        removed: Vec::new(),
    };
    for new in after {
        let twin = (0..before.len()).find(|at| !taken[*at] && key(&before[*at]) == key(new));
        match twin {
            Some(at) => {
                taken[at] = true;
                found.kept.push((&before[at], new));
            }
            None => found.added.push(new),
        }
    }
    let rest = before.iter().zip(&taken).filter(|(_, taken)| !**taken);
    found.removed = rest.map(|(old, _)| old).collect();
    found
}

/// How things that come or go are told.
pub struct Arrivals<'a> {
    /// «школа добавлена».
    pub added: &'a str,
    /// «школа убрана из списка».
    pub removed: &'a str,
    /// «школа, школы, школ».
    pub noun: Noun,
    /// Who is told about when they are many, with its name.
    pub owner: (Subject, String),
}

/// Things that came or went, one by one; many at once by their number.
pub fn arrivals<T>(
    found: &Matched<'_, T>,
    how: &Arrivals<'_>,
    named: impl Fn(&T) -> (Subject, String),
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if found.added.len() > ONE_BY_ONE {
        drafts.push(crowd(how, "добавлено", What::Appeared, found.added.len()));
    } else {
        drafts.extend(found.added.iter().map(|one| {
            let (subject, title) = named(one);
            Draft::appeared(subject, title, how.added)
        }));
    }
    if found.removed.len() > ONE_BY_ONE {
        drafts.push(crowd(how, "убрано", What::Vanished, found.removed.len()));
    } else {
        drafts.extend(found.removed.iter().map(|one| {
            let (subject, title) = named(one);
            Draft::vanished(subject, title, how.removed)
        }));
    }
    drafts
}

fn crowd(how: &Arrivals<'_>, verb: &str, what: What, number: usize) -> Draft {
    let number = counted(number, how.noun);
    let (subject, title) = how.owner.clone();
    let detail = Detail {
        // The owner itself is neither new nor gone.
        what: What::Members,
        before: (what == What::Vanished).then(|| number.clone()),
        after: (what == What::Appeared).then(|| number.clone()),
        words: format!("{verb} {number}"),
        minor: false,
    };
    Draft::new(subject, title, vec![detail])
}

/// Words of a list that came or went: «добавлена должность: «…»».
pub fn items(
    before: &[String],
    after: &[String],
    what: What,
    (added, removed): (&str, &str),
) -> Vec<Detail> {
    let lacks = |among: &[String], one: &String| !among.iter().any(|other| same(other, one));
    let come = after
        .iter()
        .filter(|one| lacks(before, one))
        .map(|one| Detail {
            what,
            before: None,
            after: Some(one.clone()),
            words: format!("{added}: {}", quoted(one)),
            minor: false,
        });
    let gone = before
        .iter()
        .filter(|one| lacks(after, one))
        .map(|one| Detail {
            what,
            before: Some(one.clone()),
            after: None,
            words: format!("{removed}: {}", quoted(one)),
            minor: false,
        });
    come.chain(gone).collect()
}
