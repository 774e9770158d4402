//! The abbreviations that stand in the texts of a page, each with its meaning in this territory.

use serde::Serialize;

use crate::render::views::place::parts::place::Place;
use crate::site::PageKey;

/// An abbreviation with a link to its page.
#[derive(Debug, Clone, Serialize)]
pub struct AbbrView<'a> {
    abbr: &'a str,
    /// One meaning: in a territory an abbreviation means one thing.
    meanings: [Meaning<'a>; 1],
    href: String,
}

#[derive(Debug, Clone, Serialize)]
struct Meaning<'a> {
    words: &'a str,
    confirmed: bool,
}

impl<'a> Place<'a> {
    /// The abbreviations of these texts that are explained here.
    pub fn abbreviations(&self, texts: &mut dyn Iterator<Item = &str>) -> Vec<AbbrView<'a>> {
        self.context
            .glossary
            .used_in(texts, Some(&self.territory.path))
            .into_iter()
            .map(|row| AbbrView {
                abbr: row.abbr,
                meanings: [Meaning {
                    words: row.meaning,
                    confirmed: row.confirmed,
                }],
                href: self.linker.page(&PageKey::Term(row.term.clone())),
            })
            .collect()
    }
}
