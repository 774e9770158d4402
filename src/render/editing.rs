//! «Исправить эту страницу»: the way from a page to its file on the site that keeps the content, where the portal's
//! settings name one. The portal has no editor of its own that could be opened without a server.

use serde::Serialize;

use crate::diag::show;
use crate::model::portal::Portal;
use crate::render::context::Context;
use crate::site::{NewFile, PageKey, is_one_of_many, origin};
use crate::text::blanks::filled;
use crate::text::percent::encoded;

/// Links for the editor of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Editing {
    /// Where the page's file is edited.
    pub edit: Option<String>,
    /// The line of the file that the page is about, where a file holds many things.
    pub line: Option<Line>,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The page that shows it.
    pub href: String,
    /// From 1.
    pub number: usize,
}

impl Editing {
    /// For the page `key`; none when nothing can be linked.
    pub fn new(context: &Context<'_>, key: &PageKey) -> Option<Editing> {
        let addresses = &context.portal.settings.edit_addresses;
        let span = match key {
            PageKey::Practice(id) => context.practice(id).map(|(_, practice)| practice.span),
            _ => origin(context.portal, key),
        };
        let (sources, span) = (context.sources?, span?);
        let path = by_parts(&sources.file(span.source).path);
        let edit = addresses
            .edit
            .as_ref()
            .map(|template| filled(&template.value, &[("path", &path)]));
        let one_of_many = addresses.source.as_ref().filter(|_| is_one_of_many(key));
        let line = one_of_many.map(|template| {
            let number = show::place(span, sources).line;
            let values = [("path", path.as_str()), ("line", &number.to_string())];
            Line {
                href: filled(&template.value, &values),
                number,
            }
        });
        (edit.is_some() || line.is_some()).then_some(Editing { edit, line })
    }
}

/// Where a new file is made, with its name and text prepared.
pub fn new_file(portal: &Portal, file: &NewFile) -> Option<String> {
    let template = portal.settings.edit_addresses.new.as_ref()?;
    let values = [
        ("folder", by_parts(&file.folder)),
        ("name", encoded(&file.name)),
        ("text", encoded(&file.text)),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, &**value));
    Some(filled(&template.value, &values))
}

/// A path as it may stand inside an address: every part written with percent signs, the slashes kept.
fn by_parts(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(encoded).collect();
    parts.join("/")
}
