//! Files of the index as they are read.

use serde::de::DeserializeOwned;

/// Gives the content of a file of the site by its path.
pub type Read<'a> = &'a dyn Fn(&str) -> Option<Vec<u8>>;

/// A file that holds JSON.
pub fn parsed<T: DeserializeOwned>(read: Read<'_>, folder: &str, name: &str) -> Option<T> {
    let bytes = read(&format!("{folder}/{name}.json"))?;
    serde_json::from_slice(&bytes).ok()
}
