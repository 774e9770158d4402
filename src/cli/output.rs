//! What the editor's desk worked out, onto the disk.

use std::path::Path;

use crate::desk::change::Change;
use crate::files::disk::{DiskError, Rewrite, write_changes};

/// Writes changes of content files: all or none.
///
/// # Errors
/// When a file is no longer what was read, or the disk refuses.
pub fn write(content: &Path, changes: &[Change]) -> Result<(), DiskError> {
    let rewrites: Vec<Rewrite<'_>> = changes
        .iter()
        .map(|change| Rewrite {
            path: &change.path,
            before: change.before.as_deref(),
            after: &change.after,
        })
        .collect();
    write_changes(content, &rewrites)
}
