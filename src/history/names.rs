//! What identifiers were called at the time of a change.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::history::version::{Content, Version};
use crate::model::id::{Slug, TerritoryPath};
use crate::text::russian;

/// The last good version of every file, by its path.
pub type Files = BTreeMap<String, Arc<Version>>;

/// Looks names up among the files of one territory.
pub struct Names<'a> {
    /// All files at that time.
    pub files: &'a Files,
    /// What stood at some of the paths before; it goes first.
    pub earlier: Option<&'a BTreeMap<String, Option<Arc<Version>>>>,
    /// The territory; none for what the portal shares.
    pub territory: Option<&'a TerritoryPath>,
}

impl Names<'_> {
    fn find(&self, tail: &str) -> Option<&Content> {
        let path = format!("{}/{tail}", self.territory?);
        let earlier = self.earlier.and_then(|files| files.get(&path));
        let version = match earlier {
            Some(version) => version.as_ref(),
            None => self.files.get(&path),
        };
        version.map(|version| &version.content)
    }

    /// A person's name; the identifier when it is not known.
    pub fn person(&self, id: &Slug) -> String {
        let known = match self.find("people.toml") {
            Some(Content::People(people)) => people.iter().find(|one| &one.id == id),
            _ => None,
        };
        known.map_or_else(|| id.to_string(), |person| person.name.clone())
    }

    /// A school's name; the identifier when it is not known.
    pub fn school(&self, id: &Slug) -> String {
        let known = match self.find("schools.toml") {
            Some(Content::Schools(schools)) => schools.iter().find(|one| &one.id == id),
            _ => None,
        };
        known.map_or_else(|| id.to_string(), |school| school.name.clone())
    }

    /// The short name of an act: «приказ от 30.03.2023 № 114-од».
    pub fn document(&self, id: &Slug) -> String {
        match self.find(&format!("documents/{id}.toml")) {
            Some(Content::Document(document)) => document.short_name(),
            _ => id.to_string(),
        }
    }

    /// The name of a territory.
    pub fn territory(&self, path: &TerritoryPath) -> String {
        let names = Names {
            territory: Some(path),
            ..*self
        };
        let main = match path.municipality {
            Some(_) => "municipality.toml",
            None => "region.toml",
        };
        match names.find(main) {
            Some(Content::Territory(territory)) => territory.names.name.clone(),
            _ => path.to_string(),
        }
    }

    /// Names of several things, in their order.
    pub fn all<'b>(
        ids: impl Iterator<Item = &'b Slug>,
        name: impl Fn(&Slug) -> String,
    ) -> Option<String> {
        let names: Vec<String> = ids.map(name).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}

/// A thing's own name at the head of a line.
pub fn headed(text: &str) -> String {
    russian::capitalized(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
