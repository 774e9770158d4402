//! Identifiers: names made of lower-case Latin letters, digits and hyphens, which become addresses and never change.

use std::fmt;

use crate::diag::span::Span;

/// An identifier of at most [`Slug::MAX`] characters `a–z 0–9 -`, not beginning or ending with a hyphen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The longest identifier: long ones make addresses that do not fit on paper.
    pub const MAX: usize = 60;

    /// Takes a text that already has the right form.
    pub fn parse(text: &str) -> Option<Slug> {
        let ok = !text.is_empty()
            && text.len() <= Self::MAX
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !text.starts_with('-')
            && !text.ends_with('-');
        ok.then(|| Slug(text.to_owned()))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which region, and which municipality in it. Regions sort before their municipalities.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TerritoryPath {
    /// The region: number of the subject of the federation and a short name, `38-irkutskaya`.
    pub region: Slug,
    /// The municipality inside it; none for the region itself.
    pub municipality: Option<Slug>,
}

impl TerritoryPath {
    /// Reads `38-irkutskaya` or `38-irkutskaya/ziminskoe`.
    pub fn parse(text: &str) -> Option<TerritoryPath> {
        let (region, municipality) = match text.split_once('/') {
            Some((region, municipality)) => (region, Some(Slug::parse(municipality)?)),
            None => (text, None),
        };
        Some(TerritoryPath {
            region: Slug::parse(region)?,
            municipality,
        })
    }
}

impl fmt::Display for TerritoryPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.municipality {
            Some(municipality) => write!(f, "{}/{municipality}", self.region),
            None => write!(f, "{}", self.region),
        }
    }
}

/// Names an event across the portal: its plan's id and its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventRef {
    /// Id of the roadmap in its territory, e.g. `2023` or `2022-2023`.
    pub plan: Slug,
    /// Id of the event in the roadmap, e.g. `m07`.
    pub event: Slug,
}

impl EventRef {
    /// Reads `2023/m07`.
    pub fn parse(text: &str) -> Option<EventRef> {
        let (plan, event) = text.split_once('/')?;
        Some(EventRef {
            plan: Slug::parse(plan)?,
            event: Slug::parse(event)?,
        })
    }
}

impl fmt::Display for EventRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.plan, self.event)
    }
}

/// A name that points at something else, with the place where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<T> {
    /// What it names.
    pub to: T,
    /// Where it is written.
    pub span: Span,
}
