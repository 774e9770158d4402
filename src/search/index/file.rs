//! A file of the index.

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path on the site.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}
