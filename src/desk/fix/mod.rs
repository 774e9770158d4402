//! Mends what can be mended without asking: how things are written, never a word of a text. Every byte that no mistake
//! concerns stays as it was.
//!
//! `letters` mends encodings and line ends of whole files, `lines` shows what changed.

mod letters;
mod lines;

use std::collections::{BTreeMap, BTreeSet};

pub use self::lines::Change;

use crate::diag::diagnostic::Patch;
use crate::diag::{Diagnostic, show};
use crate::files::sources::{SourceFile, SourceId, Sources};

/// One mistake may hide another: so many times the content is looked at again.
const ROUNDS: usize = 64;

/// What was done to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Its path relative to the content folder.
    pub path: String,
    /// Its new bytes.
    pub bytes: Vec<u8>,
    /// What was wrong, in Russian, one sentence each, in the order it was mended.
    pub deeds: Vec<String>,
    /// The lines that changed.
    pub changes: Vec<Change>,
}

/// Content with everything mended that can be mended safely.
#[derive(Debug, Clone)]
pub struct Fixed {
    /// All files, the mended ones among them.
    pub sources: Sources,
    /// The files that changed, in order of path.
    pub files: Vec<Mended>,
}

/// Mends content. `judge` says what is wrong with it: the patches it calls safe are made, until there are none.
pub fn fix(sources: &Sources, judge: &dyn Fn(&Sources) -> Vec<Diagnostic>) -> Fixed {
    let mut deeds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut before: BTreeMap<String, String> = BTreeMap::new();
    let mut files: Vec<SourceFile> = sources.iter().map(|(_, file)| file.clone()).collect();
    for file in &mut files {
        let was = letters::readable(file);
        for deed in letters::mend(file) {
            deeds.entry(file.path.clone()).or_default().push(deed);
        }
        before.insert(file.path.clone(), was);
    }
    let mut fixed = Sources::new(sources.label.clone(), files);
    for _ in 0..ROUNDS {
        let Some(next) = round(&fixed, &judge(&fixed), &mut deeds) else {
            break;
        };
        fixed = next;
    }
    let files = deeds
        .into_iter()
        .filter_map(|(path, deeds)| {
            let file = fixed.file(fixed.find(&path)?);
            let changes = lines::changes(before.get(&path)?, &file.text()?);
            Some(Mended {
                bytes: file.bytes().into_owned(),
                path,
                deeds,
                changes,
            })
        })
        .collect();
    Fixed {
        sources: fixed,
        files,
    }
}

/// How many of the problems [`fix`] would mend at once.
pub fn fixable(diagnostics: &[Diagnostic], sources: &Sources) -> usize {
    let patched = diagnostics.iter().filter(|problem| safe(problem).is_some());
    // A file in another encoding is told of; the others need not be looked at again.
    let errors = diagnostics.iter().filter(|problem| problem.is_error());
    let told: BTreeSet<SourceId> = errors.map(|problem| problem.span.source).collect();
    let unreadable = told.into_iter().filter(|id| {
        let file = sources.file(*id).loaded();
        letters::is_text(&file) && file.text().is_none() && letters::recodable(&file)
    });
    patched.count() + unreadable.count()
}

/// The patch of a problem that is made without asking.
fn safe(problem: &Diagnostic) -> Option<&Patch> {
    problem.patch.as_ref().filter(|patch| patch.safe)
}

/// Makes all safe patches that do not touch one another; none when there are none.
fn round(
    sources: &Sources,
    problems: &[Diagnostic],
    deeds: &mut BTreeMap<String, Vec<String>>,
) -> Option<Sources> {
    let mut patches: BTreeMap<SourceId, Vec<(&Patch, &Diagnostic)>> = BTreeMap::new();
    for problem in problems {
        if let Some(patch) = safe(problem) {
            let of_file = patches.entry(patch.span.source).or_default();
            of_file.push((patch, problem));
        }
    }
    let mut changed = false;
    let files = sources.iter().map(|(id, file)| {
        let mut file = file.clone();
        if let Some(patches) = patches.get_mut(&id)
            && let Some(text) = file.text()
        {
            let mut text = text.into_owned();
            for problem in apply(&mut text, patches) {
                let place = show::place(problem.span, sources);
                let deed = format!("строка {}: {}", place.line, problem.message);
                deeds.entry(file.path.clone()).or_default().push(deed);
                changed = true;
            }
            file = SourceFile::new(file.path.clone(), text);
        }
        file
    });
    let next = Sources::new(sources.label.clone(), files.collect());
    changed.then_some(next)
}

/// Makes the patches of one file from its end to its beginning; says which problems were mended, in the order of the
/// file.
fn apply<'d>(text: &mut String, patches: &mut [(&Patch, &'d Diagnostic)]) -> Vec<&'d Diagnostic> {
    patches.sort_by_key(|(patch, _)| (patch.span.start, patch.span.end));
    let mut mended = Vec::new();
    let mut free = usize::MAX;
    for (patch, problem) in patches.iter().rev() {
        let range = patch.span.range();
        let inside = text.get(range.clone());
        if range.end <= free && inside.is_some_and(|old| old != patch.text) {
            text.replace_range(range.clone(), &patch.text);
            free = range.start;
            mended.push(*problem);
        }
    }
    mended.reverse();
    mended
}
