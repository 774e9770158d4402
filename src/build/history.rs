//! The past of the content told, old versions of files read side by side.

use rayon::prelude::*;

use crate::files::past::{FileVersion, NoPast, Past};
use crate::history;

pub use crate::history::ENDINGS;
pub use crate::model::history::History;

/// Tells what changed in the content.
pub fn told(past: &Result<Past, NoPast>) -> History {
    history::told(past, &|versions: &[(FileVersion, &[u8])]| {
        let read = |(file, bytes): &(FileVersion, &[u8])| history::version(&file.path, bytes);
        versions.par_iter().map(read).collect()
    })
}
