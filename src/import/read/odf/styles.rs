//! Styles of OpenDocument, named and automatic ones alike.

use std::collections::HashMap;

use crate::import::read::odf::lists::{ListStyle, list_style};
use crate::import::read::xml::Node;

/// Styles that are based on styles that are based on styles.
const MOST_BASES: usize = 24;

/// What a style says, where it says something.
#[derive(Debug, Clone, Default)]
pub struct Style {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Struck through.
    pub struck: Option<bool>,
    /// Hidden.
    pub hidden: Option<bool>,
    /// Centred.
    pub centred: Option<bool>,
    /// Level of a heading.
    pub heading: Option<u8>,
    /// The list that paragraphs of this style belong to.
    pub list: Option<String>,
    parent: Option<String>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<(String, String), Style>,
    lists: HashMap<String, ListStyle>,
}

impl Styles {
    /// Takes over the styles of a part.
    pub fn add(&mut self, root: &Node) {
        for group in root.nodes() {
            if matches!(group.name(), "office:styles" | "office:automatic-styles") {
                group.nodes().for_each(|node| self.one(node));
            }
        }
    }

    /// Takes over one style.
    pub fn one(&mut self, node: &Node) {
        let Some(name) = node.attribute("style:name").map(str::to_owned) else {
            return;
        };
        match node.name() {
            "style:style" => {
                let family = node.attribute("style:family").unwrap_or_default();
                self.styles.insert((family.to_owned(), name), style(node));
            }
            "text:list-style" => {
                self.lists.insert(name, list_style(node));
            }
            _ => {}
        }
    }

    /// A style with everything it is based on.
    pub fn style(&self, family: &str, name: Option<&str>) -> Style {
        let mut found = Style::default();
        let mut next = name.map(str::to_owned);
        for _ in 0..MOST_BASES {
            let Some(own) = next.and_then(|name| self.styles.get(&(family.to_owned(), name)))
            else {
                break;
            };
            found.bold = found.bold.or(own.bold);
            found.italic = found.italic.or(own.italic);
            found.struck = found.struck.or(own.struck);
            found.hidden = found.hidden.or(own.hidden);
            found.centred = found.centred.or(own.centred);
            found.heading = found.heading.or(own.heading);
            found.list = found.list.or_else(|| own.list.clone());
            next = own.parent.clone();
        }
        found
    }

    /// A style of lists.
    pub fn list(&self, name: &str) -> Option<&ListStyle> {
        self.lists.get(name)
    }
}

fn style(node: &Node) -> Style {
    let text = node.child("style:text-properties");
    let letters = |name: &str| text.and_then(|node| node.attribute(name));
    let paragraph = node.child("style:paragraph-properties");
    let table = node.child("style:table-properties");
    let way = paragraph.and_then(|node| node.attribute("fo:text-align"));
    let shown = table.and_then(|node| node.attribute("table:display"));
    Style {
        bold: letters("fo:font-weight").map(is_bold),
        italic: letters("fo:font-style").map(|style| style != "normal"),
        struck: letters("style:text-line-through-style").map(|style| style != "none"),
        hidden: letters("text:display")
            .map(|display| display == "none")
            .or(shown.map(|shown| shown == "false")),
        centred: way.map(|way| way == "center"),
        heading: node
            .attribute("style:default-outline-level")
            .and_then(|level| level.parse().ok()),
        list: node
            .attribute("style:list-style-name")
            .filter(|name| !name.is_empty())
            .map(str::to_owned),
        parent: node.attribute("style:parent-style-name").map(str::to_owned),
    }
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600)
}
