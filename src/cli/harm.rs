//! Whether changes of content files would do harm: errors that the portal does not have now.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::build;
use crate::cli::report;
use crate::desk::change::Change;
use crate::diag::Diagnostic;
use crate::files::sources::{SourceFile, Sources};

/// Shows the errors that the portal would have after the changes and does not have now. True when there are any.
pub fn shown(sources: &Sources, changes: &[Change], today: Date) -> bool {
    let errors = |sources: &Sources| -> Vec<Diagnostic> {
        build::check(sources, Some(today))
            .diagnostics
            .into_iter()
            .filter(Diagnostic::is_error)
            .collect()
    };
    let changed = with(sources, changes);
    let mut before: BTreeMap<(String, &str, String), usize> = BTreeMap::new();
    for error in errors(sources) {
        *before.entry(name(&error, sources)).or_default() += 1;
    }
    let new: Vec<Diagnostic> = errors(&changed)
        .into_iter()
        .filter(|error| match before.get_mut(&name(error, &changed)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        })
        .collect();
    report::show_problems(&new, &changed);
    !new.is_empty()
}

/// An error without its place, which may move: file, code, message.
fn name(error: &Diagnostic, sources: &Sources) -> (String, &'static str, String) {
    let path = sources.file(error.span.source).path.clone();
    (path, error.code.id, error.message.clone())
}

/// The content with changes made.
fn with(sources: &Sources, changes: &[Change]) -> Sources {
    let changed = |path: &str| changes.iter().find(|change| change.path == path);
    let old = sources.iter().map(|(_, file)| {
        SourceFile::new(
            file.path.clone(),
            changed(&file.path)
                .map_or_else(|| file.bytes().into_owned(), |change| change.after.clone()),
        )
    });
    let new = changes
        .iter()
        .filter(|change| sources.find(&change.path).is_none())
        .map(|change| SourceFile::new(change.path.clone(), change.after.clone()));
    Sources::new(sources.label.clone(), old.chain(new).collect())
}
