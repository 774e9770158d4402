//! The map of the house: which folder of `src` may import which. No import upward, no circle.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Folder and what it may import; `diag::span` and the like stand for one module of a folder. The command line makes
/// the edition and the theme that a build is given, hence its way to `render`, asks the index what was typed, hence
/// `search`, and counts things in Russian, hence `text`.
const MAY: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "serve", "build", "desk", "import", "search", "diag", "files", "render", "text",
        ],
    ),
    ("serve", &["build", "diag", "files"]),
    (
        "build",
        &[
            "content",
            "history",
            "check",
            "site",
            "render",
            "search",
            "export",
            "desk",
            "federation",
            "model",
            "diag",
            "files",
            "text::fingerprint",
        ],
    ),
    ("federation", &["site", "model", "diag::span", "text"]),
    ("check", &["site", "model", "diag", "text"]),
    (
        "render",
        &["site", "model", "diag", "text", "files::sources"],
    ),
    ("search", &["site", "model", "diag", "text"]),
    ("export", &["site", "model", "diag", "text"]),
    (
        "desk",
        &["content", "model", "diag", "text", "files::sources"],
    ),
    (
        "import",
        &["content", "desk", "model", "diag", "text", "files::sources"],
    ),
    (
        "history",
        &[
            "content",
            "model",
            "text",
            "diag::span",
            "files::sources",
            "files::past",
        ],
    ),
    // Where a page comes from is a place in a file.
    ("site", &["model", "diag::span", "text"]),
    ("content", &["model", "diag", "text", "files::sources"]),
    (
        "model",
        &["diag::span", "diag::Span", "files::sources", "text"],
    ),
    ("diag", &["files::sources"]),
    ("files", &[]),
    ("text", &[]),
];

#[test]
fn imports_follow_the_map() {
    let mut wrong = BTreeSet::new();
    for (folder, allowed) in MAY {
        for file in rust_files(&Path::new("src").join(folder)) {
            let text = fs::read_to_string(&file).expect("readable");
            for import in imports(&text) {
                let own = import == *folder || import.starts_with(&format!("{folder}::"));
                let fine = allowed
                    .iter()
                    .any(|may| import == *may || import.starts_with(&format!("{may}::")));
                if !own && !fine {
                    wrong.insert(format!("{}: crate::{import}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Paths after `crate::` anywhere in a file, comments and unit tests aside.
fn imports(text: &str) -> Vec<String> {
    let program = text.split("#[cfg(test)]").next().unwrap_or(text);
    let code = program
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| {
        line.match_indices("crate::")
            .map(|(at, word)| {
                line[at + word.len()..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':'))
                    .collect::<String>()
            })
            .collect::<Vec<_>>()
    })
    .collect()
}

fn rust_files(folder: &Path) -> Vec<std::path::PathBuf> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}
