//! Styles of Word: how letters are set when a paragraph does not say so itself, which paragraphs are headings, which are
//! numbered.

use std::collections::HashMap;

use crate::import::read::failure::ReadFailure;
use crate::import::read::xml::{self, Node};

/// Styles that are based on styles that are based on styles.
const MOST_BASES: usize = 24;

/// How letters are set, where it is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Hidden text.
    pub hidden: Option<bool>,
    /// Struck through.
    pub struck: Option<bool>,
}

impl Look {
    /// This look where it says something, else the other.
    pub fn over(self, other: Look) -> Look {
        Look {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
        }
    }
}

/// Reads the look from `w:rPr`.
pub fn look(properties: Option<&Node>) -> Look {
    let Some(node) = properties else {
        return Look::default();
    };
    Look {
        bold: node.toggle("w:b"),
        italic: node.toggle("w:i"),
        hidden: node.toggle("w:vanish").or(node.toggle("w:specVanish")),
        struck: node.toggle("w:strike").or(node.toggle("w:dstrike")),
    }
}

/// A list that a paragraph belongs to, as it is written: either half may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListPlace {
    /// Key of the list; «0» takes a paragraph out of the list of its style.
    pub list: Option<String>,
    /// Level, from nought.
    pub level: Option<usize>,
}

/// Reads the place in a list from `w:pPr`.
pub fn list_place(properties: Option<&Node>) -> ListPlace {
    let numbers = properties.and_then(|node| node.child("w:numPr"));
    ListPlace {
        list: numbers
            .and_then(|node| node.value("w:numId"))
            .map(str::to_owned),
        level: numbers
            .and_then(|node| node.value("w:ilvl"))
            .and_then(|level| level.parse().ok()),
    }
}

/// A style with everything that it takes from those it is based on.
#[derive(Debug, Clone, Default)]
pub struct Style {
    /// How its letters are set.
    pub look: Look,
    /// True when it is centred.
    pub centred: Option<bool>,
    /// Level of a heading, 1–9.
    pub heading: Option<u8>,
    /// Place in a list.
    pub list: ListPlace,
}

#[derive(Debug, Default)]
struct Written {
    base: Option<String>,
    style: Style,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    written: HashMap<String, Written>,
    usual: Option<String>,
    defaults: Look,
}

impl Styles {
    /// Reads the part with styles.
    ///
    /// # Errors
    /// When it is no well-formed XML.
    pub fn read(text: Option<&str>) -> Result<Styles, ReadFailure> {
        let mut styles = Styles::default();
        let Some(text) = text else {
            return Ok(styles);
        };
        let root = xml::tree("styles.xml", text)?;
        styles.defaults = look(root.under(&["w:docDefaults", "w:rPrDefault", "w:rPr"]));
        for node in root.nodes().filter(|node| node.name() == "w:style") {
            let Some(id) = node.attribute("w:styleId") else {
                continue;
            };
            let is_default = matches!(node.attribute("w:default"), Some("1" | "true" | "on"));
            if is_default && node.attribute("w:type") == Some("paragraph") {
                styles.usual = Some(id.to_owned());
            }
            styles.written.insert(id.to_owned(), written(node));
        }
        Ok(styles)
    }

    /// A style of paragraphs; the usual one when none is named.
    pub fn paragraph(&self, id: Option<&str>) -> Style {
        let id = id
            .filter(|id| self.written.contains_key(*id))
            .or(self.usual.as_deref());
        let mut style = self.resolved(id);
        style.look = style.look.over(self.defaults);
        style
    }

    /// The look of a style of letters.
    pub fn letters(&self, id: Option<&str>) -> Look {
        self.resolved(id).look
    }

    fn resolved(&self, id: Option<&str>) -> Style {
        let mut style = Style::default();
        let mut next = id.and_then(|id| self.written.get(id));
        for _ in 0..MOST_BASES {
            let Some(Written { base, style: own }) = next else {
                break;
            };
            style.look = style.look.over(own.look);
            style.centred = style.centred.or(own.centred);
            style.heading = style.heading.or(own.heading);
            style.list.list = style.list.list.or_else(|| own.list.list.clone());
            style.list.level = style.list.level.or(own.list.level);
            next = base.as_ref().and_then(|base| self.written.get(base));
        }
        style
    }
}

fn written(node: &Node) -> Written {
    let properties = node.child("w:pPr");
    let named = node.value("w:name").and_then(heading_name);
    Written {
        base: node.value("w:basedOn").map(str::to_owned),
        style: Style {
            look: look(node.child("w:rPr")),
            centred: centred(properties),
            heading: named.or_else(|| heading(properties)),
            list: list_place(properties),
        },
    }
}

/// True when `w:pPr` says that a paragraph is centred, false when it says how else, none when it does not say.
pub fn centred(properties: Option<&Node>) -> Option<bool> {
    let way = properties?.value("w:jc")?;
    Some(way == "center")
}

/// Level of a heading by the outline level of `w:pPr`.
pub fn heading(properties: Option<&Node>) -> Option<u8> {
    let level: u8 = properties?.value("w:outlineLvl")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

fn heading_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let number = name
        .strip_prefix("heading ")
        .or_else(|| name.strip_prefix("заголовок "))?;
    number.parse().ok().filter(|level| (1..=9).contains(level))
}
