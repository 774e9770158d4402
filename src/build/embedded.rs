//! The default theme inside the program, so that it works from any folder.

use include_dir::{Dir, include_dir};

use crate::files::sources::{SourceFile, Sources};

static DEFAULT_THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The default theme as a snapshot of files.
pub fn default_theme() -> Sources {
    let mut files = Vec::new();
    collect(&DEFAULT_THEME, &mut files);
    Sources::new("themes/default", files)
}

fn collect(folder: &Dir<'static>, files: &mut Vec<SourceFile>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push(SourceFile::new(path, file.contents()));
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}
