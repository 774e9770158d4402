//! From an address of a request to a file of the site. Whatever an address says, it cannot reach the disk.

use std::sync::Arc;

use super::problem::ShownProblem;
use super::site::Files;

/// What an address leads to.
pub(super) enum Found {
    /// This file: its output path and bytes.
    File(String, Arc<[u8]>),
    /// There is no such file, but a folder with a page; its address ends with a slash.
    Folder,
    Nothing,
}

/// The address as text. `None` when a `%` leads nowhere, the bytes are not UTF-8 or one is zero.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|path| !path.contains('\0'))
}

/// Looks for the file at an address that was [`decoded`].
pub(super) fn find(site: &dyn Files, path: &str) -> Result<Found, Box<ShownProblem>> {
    let Some(path) = path.strip_prefix('/') else {
        return Ok(Found::Nothing);
    };
    let folder = path.strip_suffix('/').unwrap_or(path);
    let is_odd = |part: &str| matches!(part, "" | "." | "..") || part.contains('\\');
    // An empty part must not reach a redirect: `//name/` would lead to another site.
    if !path.is_empty() && folder.split('/').any(is_odd) {
        return Ok(Found::Nothing);
    }
    let name = match path {
        "" => "index.html".to_owned(),
        path if path.ends_with('/') => format!("{path}index.html"),
        path => path.to_owned(),
    };
    Ok(match site.file(&name)? {
        Some(bytes) => Found::File(name, bytes),
        None if site.has_page(&format!("{name}/index.html")) => Found::Folder,
        None => Found::Nothing,
    })
}
