//! What things on one page are told with: the portal, and addresses as they stand in JSON-LD of that page.

use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::structured::node::Node;
use crate::site::{PageKey, PlacePage};

/// The language of documents, whatever language the pages are in.
pub const RUSSIAN: &str = "ru";

/// The licence of what the portal publishes.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The page that things are told on.
pub struct Around<'c, 'a> {
    /// What the page is made from.
    pub context: &'c Context<'a>,
    /// The page.
    pub key: &'c PageKey,
    linker: Linker,
}

impl<'c, 'a> Around<'c, 'a> {
    /// For the page `key`.
    pub fn new(context: &'c Context<'a>, key: &'c PageKey) -> Self {
        Around {
            context,
            key,
            linker: context.linker(key),
        }
    }

    /// Address of a page: absolute where the portal's address is known, else relative to this page, as JSON-LD allows.
    pub fn page(&self, key: &PageKey) -> String {
        match self.context.address() {
            Some(home) => format!("{home}{}", self.context.site.address(key)),
            None => self.linker.page(key),
        }
    }

    /// Address of this page.
    pub fn here(&self) -> String {
        self.page(self.key)
    }

    /// Address of a place on a page.
    pub fn anchor(&self, key: &PageKey, anchor: &str) -> String {
        match self.context.address() {
            Some(home) if self.context.site.is_page(key) => {
                format!("{home}{}#{anchor}", key.address().as_str())
            }
            Some(_) => self.page(key),
            None => self.linker.anchor(key, anchor),
        }
    }

    /// Address of a file by its path from the root.
    pub fn file(&self, path: &str) -> String {
        match self.context.address() {
            Some(home) => format!("{home}{path}"),
            None => self.linker.path(path),
        }
    }

    /// A region or municipality as the area that something is for.
    pub fn area(&self, territory: &Territory) -> Node {
        let home = PageKey::place(&territory.path, PlacePage::Home);
        Node::new("AdministrativeArea")
            .with("name", territory.names.name.as_str())
            .with("url", self.page(&home))
    }

    /// Address of an act's page; none when the territory has no such act.
    pub fn act(&self, territory: &Territory, id: &Slug) -> Option<String> {
        let act = territory.document(id)?;
        let page = PlacePage::Document(act.id.clone());
        Some(self.page(&PageKey::place(&territory.path, page)))
    }

    /// The portal as the publisher of its own texts.
    pub fn publisher(&self) -> Node {
        Node::new("Organization")
            .with("name", self.context.portal.settings.title.as_str())
            .with("url", self.page(&PageKey::Home))
    }
}
