//! The past of the content told, old versions of files read side by side.

use rayon::prelude::*;

use crate::files::past::{FileVersion, NoPast, Past};
use crate::history::{self, Depth};

pub use crate::history::ENDINGS;
pub use crate::model::history::History;

/// Tells what changed in the content.
pub fn told(past: &Result<Past, NoPast>) -> History {
    let contents = |file: &FileVersion| past.as_ref().ok()?.blobs.get(&file.blob);
    let read = |(file, depth): &(FileVersion, Depth)| {
        history::version(&file.path, contents(file)?, *depth)
    };
    history::told(past, &|versions| versions.par_iter().map(read).collect())
}
