//! Where the links of a text lead: pages and files that exist, and the few schemes that are allowed.

use crate::render::context::Context;
use crate::render::linker::Linker;

/// What is needed to write the links of a text.
pub struct Links<'a> {
    /// Links of the page the text stands on.
    pub linker: &'a Linker,
    /// The portal, to know which pages exist.
    pub context: &'a Context<'a>,
}

/// Where a link leads.
pub enum Target {
    /// Inside the portal, a letter or a call.
    Here(String),
    /// To another site.
    Away(String),
}

impl Links<'_> {
    /// The address to write, or nothing when the link must stay plain words: a scheme that is not allowed, or a page
    /// that does not exist.
    pub fn resolve(&self, target: &str, folder: &str) -> Option<Target> {
        let target = target.trim();
        if target.starts_with('#') {
            return (target.len() > 1).then(|| Target::Here(target.to_owned()));
        }
        if let Some(scheme) = scheme(target) {
            return match scheme.as_str() {
                "http" | "https" => Some(Target::Away(target.to_owned())),
                "mailto" | "tel" => Some(Target::Here(target.to_owned())),
                _ => None,
            };
        }
        self.own(&path_of(target, folder)?).map(Target::Here)
    }

    /// Width and height of a picture of the portal, so that the page keeps room for it.
    pub fn picture_size(&self, target: &str, folder: &str) -> Option<(u32, u32)> {
        let path = path_of(target.trim(), folder)?;
        self.context.portal.attachment(&path)?.size
    }

    /// The address of a page or file of the portal by its path from the root, `a/b/#c`; none when nothing is there.
    pub fn own(&self, path: &str) -> Option<String> {
        let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
        let path = path.split('?').next().unwrap_or_default();
        let site = self.context.site;
        match site.page_at(path) {
            Some(key) if fragment.is_empty() => Some(self.linker.page(&key)),
            Some(key) => Some(self.linker.anchor(&key, fragment)),
            None => site.has_file(path).then(|| self.linker.path(path)),
        }
    }
}

/// «https» of `https://…`; none for a path. A colon behind a slash belongs to the path.
fn scheme(target: &str) -> Option<String> {
    let (before, _) = target.split_once(':')?;
    (!before.contains(['/', '#', '?'])).then(|| before.to_ascii_lowercase())
}

/// The path from the root that a link without a scheme means; none for the address of another host.
fn path_of(target: &str, folder: &str) -> Option<String> {
    match target.strip_prefix('/') {
        Some(rest) if rest.starts_with('/') => None,
        Some(rest) => Some(rest.to_owned()),
        None => Some(below(folder, target)),
    }
}

/// A relative path as a path from the root.
fn below(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let mut rest = target;
    loop {
        if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else if let Some(after) = rest.strip_prefix("../") {
            parts.pop();
            rest = after;
        } else {
            break;
        }
    }
    parts.push(rest);
    parts.join("/")
}
