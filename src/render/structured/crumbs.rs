//! The way from the home page down to a page.

use crate::render::structured::around::Around;
use crate::render::structured::node::Node;
use crate::site::PageKey;

/// A page on the way.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// What it is called on the way.
    pub text: String,
    /// The page.
    pub page: PageKey,
}

/// `BreadcrumbList`: the way as the page shows it, and the page itself.
pub fn list(around: &Around<'_, '_>, title: &str, way: &[Crumb]) -> Node {
    let step = |(at, crumb): (usize, &Crumb)| {
        item(at + 1, &crumb.text).with("item", around.page(&crumb.page))
    };
    let last = item(way.len() + 1, title);
    let last = match around.key {
        // Shown at addresses that do not exist: it has none of its own.
        PageKey::NotFound => last,
        _ => last.with("item", around.here()),
    };
    let items = way.iter().enumerate().map(step).chain([last]);
    Node::new("BreadcrumbList").with("itemListElement", items.collect::<Vec<_>>())
}

fn item(position: usize, name: &str) -> Node {
    Node::new("ListItem")
        .with("position", position)
        .with("name", name)
}
