//! Root causes first: the order in which a few of many problems are shown.
//!
//! A problem is nearer to the root the more others may follow from it. A file that cannot be read, is missing or stands
//! elsewhere hides everything it says; of two things with one identifier only one is known to those who refer to it.
//! Then come values, then what is compared with other files, such as references and links.

use std::collections::BTreeMap;

use crate::diag::codes;
use crate::diag::diagnostic::Diagnostic;
use crate::files::sources::{SourceId, Sources};

/// Problems in that order: errors before warnings, then by their distance from the root; of one kind in one file the
/// first one, then those of other files, so that a file with a hundred slips does not hide its neighbours.
pub(super) fn ordered<'a>(diagnostics: &'a [Diagnostic], sources: &Sources) -> Vec<&'a Diagnostic> {
    let mut seen: BTreeMap<(SourceId, &str), usize> = BTreeMap::new();
    let mut keyed: Vec<_> = diagnostics
        .iter()
        .map(|problem| {
            let times = seen
                .entry((problem.span.source, problem.code.id))
                .or_default();
            *times += 1;
            let path = &sources.file(problem.span.source).path;
            let key = (problem.severity, distance(problem), *times, depth(path));
            (key, problem)
        })
        .collect();
    // The sort is stable: problems of one rank stay in the order of files and places.
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, problem)| problem).collect()
}

/// How far from the root a problem is by its code.
fn distance(problem: &Diagnostic) -> u8 {
    const ROOTS: [codes::Code; 8] = [
        codes::NOT_UTF8,
        codes::MERGE_CONFLICT,
        codes::FRONT_MATTER,
        codes::MISPLACED_FILE,
        codes::BAD_FILE_NAME,
        codes::MISSING_FILE,
        codes::DUPLICATE_ID,
        codes::DUPLICATE_ADDRESS,
    ];
    if ROOTS.contains(&problem.code) {
        return 0;
    }
    match problem.code.id.chars().nth(1) {
        Some('0') => 1,
        Some('1') => 2,
        _ => 3,
    }
}

/// How many files can depend on a file, the most first: settings, then a region, a municipality, and what others name.
fn depth(path: &str) -> u8 {
    let name = path.rsplit('/').next().unwrap_or_default();
    match name {
        "portal.toml" => 0,
        "region.toml" => 1,
        "municipality.toml" => 2,
        "people.toml" | "schools.toml" | "glossary.toml" | "risks.toml" => 3,
        _ if path.contains("/documents/") => 3,
        _ if path.contains("/plans/") => 4,
        _ => 5,
    }
}
