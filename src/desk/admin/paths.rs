//! Paths in the repository that the editor writes to.

/// The path of something in the repository.
pub fn joined(folder: &str, path: &str) -> String {
    match folder {
        "" => path.to_owned(),
        folder => format!("{folder}/{path}"),
    }
}
