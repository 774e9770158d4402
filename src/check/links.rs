//! All links and pictures that editors wrote, and what each address means before anybody looks whether it exists.

use crate::check::texts::{self, Text};
use crate::diag::Span;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::site::{PageKey, PlacePage, Site};

/// A link or picture with its page.
#[derive(Debug, Clone)]
pub struct Link<'a> {
    /// The page it stands on.
    pub page: PageKey,
    /// The address as written.
    pub written: &'a str,
    /// What it means.
    pub target: Target,
    /// Where it is written.
    pub span: Span,
    /// True for pictures.
    pub image: bool,
    /// Link words or the picture's description.
    pub text: &'a str,
}

/// What an address means. Anchors are without their `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// No address at all.
    Empty,
    /// A place on the same page.
    Here(String),
    /// A page or file from the root, without the leading slash, and a place on it.
    Root(String, Option<String>),
    /// A file beside the text, as a path from the root; none when the path leaves the content folder.
    Beside(Option<String>),
    /// Another site, without the scheme.
    Web(String),
    /// An e-mail address.
    Mail(String),
    /// A telephone.
    Phone(String),
    /// A web address without its host or its scheme.
    Unfinished,
    /// Another scheme, in lower case.
    Forbidden(String),
}

/// Every link and picture of the texts that belong to no territory.
pub fn shared(portal: &Portal) -> Vec<Link<'_>> {
    texts::shared(portal).flat_map(in_text).collect()
}

/// Every link and picture of a territory's texts, then the proofs of its plans.
pub fn of(territory: &Territory) -> Vec<Link<'_>> {
    let in_texts = texts::of(territory).flat_map(in_text);
    in_texts.chain(proofs(territory)).collect()
}

fn in_text(text: Text<'_>) -> impl Iterator<Item = Link<'_>> {
    text.prose.links.iter().map(move |link| Link {
        page: text.page.clone(),
        written: &link.target,
        target: read(&link.target, &text.folder),
        span: link.span,
        image: link.image,
        text: &link.text,
    })
}

/// Links to proofs; a relative one is a file beside the plan.
fn proofs(place: &Territory) -> impl Iterator<Item = Link<'_>> {
    place.plans.iter().flat_map(move |plan| {
        let proofs = plan.events().flat_map(|event| &event.status.proofs);
        proofs.filter_map(move |proof| {
            let written = proof.link.as_deref()?;
            Some(Link {
                page: PageKey::place(&place.path, PlacePage::Plan(plan.id.clone())),
                written,
                target: read(written, &format!("{}/plans", place.path)),
                span: proof.span,
                image: false,
                text: &proof.title,
            })
        })
    })
}

/// Reads an address written in a file of `folder`.
pub fn read(written: &str, folder: &str) -> Target {
    // Browsers drop control characters, so that «java⇥script:» is a scheme as well.
    let target: String = written.trim().chars().filter(|c| !c.is_control()).collect();
    if target.is_empty() {
        return Target::Empty;
    }
    if let Some(anchor) = target.strip_prefix('#') {
        return Target::Here(decoded(anchor));
    }
    if target.starts_with("//") {
        return Target::Unfinished;
    }
    if let Some(path) = target.strip_prefix('/') {
        let (path, anchor) = split(path);
        return Target::Root(path, anchor);
    }
    if let Some((scheme, rest)) = scheme(&target) {
        return with_scheme(scheme, rest);
    }
    Target::Beside(beside(folder, &split(&target).0))
}

fn with_scheme(scheme: String, rest: &str) -> Target {
    let without_query = |text: &str| decoded(text.split('?').next().unwrap_or_default());
    match scheme.as_str() {
        "http" | "https" => match rest.strip_prefix("//") {
            Some(site) if !site.starts_with(['/', '?', '#', ':']) && !site.is_empty() => {
                Target::Web(site.to_owned())
            }
            _ => Target::Unfinished,
        },
        "mailto" => Target::Mail(without_query(rest)),
        "tel" => Target::Phone(rest.to_owned()),
        _ => Target::Forbidden(scheme),
    }
}

/// The scheme of an address in lower case, and what follows its colon.
fn scheme(target: &str) -> Option<(String, &str)> {
    let (scheme, rest) = target.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| (scheme.to_ascii_lowercase(), rest))
}

/// Path and anchor, both without percent signs; a query changes neither.
fn split(target: &str) -> (String, Option<String>) {
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (
            path,
            Some(decoded(anchor)).filter(|anchor| !anchor.is_empty()),
        ),
        None => (target, None),
    };
    (decoded(path.split('?').next().unwrap_or_default()), anchor)
}

/// A relative path from the root; none when it climbs out of the content folder.
fn beside(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The text with `%D0%B0` and the like as letters; as it was when that makes no text.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(decoded) if byte == b'%' => {
                bytes.push(decoded);
                rest = &after[2..];
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Kinds of files that people attach: an address that ends so means a file and not a page.
const FILE_KINDS: &[&str] = &[
    "7z", "avif", "bmp", "csv", "doc", "docx", "gif", "heic", "ics", "jpeg", "jpg", "json", "mp3",
    "mp4", "odp", "ods", "odt", "pdf", "png", "ppt", "pptx", "rar", "rtf", "svg", "tif", "tiff",
    "txt", "webp", "xls", "xlsx", "xml", "zip",
];

/// True when an address means a file by its ending.
pub fn looks_like_file(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, kind)| FILE_KINDS.contains(&kind.to_lowercase().as_str()))
}

/// True when a page or a published file answers at this path from the root.
pub fn exists(site: &Site, path: &str) -> bool {
    site.has_file(path) || site.page_at(path).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_a_browser_reads_it() {
        let read = |written: &str| read(written, "a/b/news");
        let root = |path: &str, anchor: Option<&str>| {
            Target::Root(path.to_owned(), anchor.map(str::to_owned))
        };
        assert_eq!(read("  "), Target::Empty);
        assert_eq!(read("#m07"), Target::Here("m07".to_owned()));
        assert_eq!(read("/a/b/?x=1#m07"), root("a/b/", Some("m07")));
        assert_eq!(read("/"), root("", None));
        assert_eq!(
            read("foto.png"),
            Target::Beside(Some("a/b/news/foto.png".to_owned()))
        );
        assert_eq!(
            read("../%D1%84.pdf#page=2"),
            Target::Beside(Some("a/b/ф.pdf".to_owned()))
        );
        assert_eq!(read("../../../../etc/passwd"), Target::Beside(None));
        assert_eq!(
            read("https://fioko.ru/x"),
            Target::Web("fioko.ru/x".to_owned())
        );
        assert_eq!(read("https:/fioko.ru"), Target::Unfinished);
        assert_eq!(read("//fioko.ru"), Target::Unfinished);
        assert_eq!(
            read("mailto:a@b.ru?subject=x"),
            Target::Mail("a@b.ru".to_owned())
        );
        assert_eq!(
            read("JavaScript:alert(1)"),
            Target::Forbidden("javascript".to_owned())
        );
        assert_eq!(
            read("java\tscript:alert(1)"),
            Target::Forbidden("javascript".to_owned())
        );
        assert_eq!(read("C:\\Users\\1.png"), Target::Forbidden("c".to_owned()));
    }

    #[test]
    fn a_file_is_told_by_its_ending() {
        assert!(looks_like_file("a/b/Приказ.PDF") && looks_like_file("foto.jpeg"));
        assert!(
            !looks_like_file("www.fioko.ru")
                && !looks_like_file("a/b/")
                && !looks_like_file("01-chto.md")
        );
    }
}
