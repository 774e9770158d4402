//! What orders are made with, and what they make.

use crate::desk::change::Change;
use crate::desk::place::{self, Known};
use crate::files::sources::Sources;
use crate::model::id::{Slug, TerritoryPath};
use crate::text::slug::slug;

/// The files an order makes, and what the editor should know about them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// The files, the main one first.
    pub changes: Vec<Change>,
    /// Sentences about what was done besides what was asked.
    pub notes: Vec<String>,
    /// What to do next.
    pub next: Vec<String>,
}

/// What orders are made with.
#[derive(Debug)]
pub struct Desk<'a> {
    /// The content as it is.
    pub sources: &'a Sources,
    /// Its territories.
    pub known: Vec<Known>,
}

impl Desk<'_> {
    /// The territory that is meant, which must exist.
    ///
    /// # Errors
    /// That it does not, or that several are meant; how to make it when it is written as an address.
    pub fn territory(&self, asked: &str) -> Result<TerritoryPath, String> {
        place::find(asked, &self.known).map_err(|why| match place::address(asked) {
            Ok(path) if !why.contains("возможно") => {
                let kind = match path.municipality {
                    Some(_) => "municipality",
                    None => "region",
                };
                format!("{why}. Создать: portal new {kind} {path}")
            }
            _ => why,
        })
    }

    /// The name of a territory; its address when it has none.
    pub fn name(&self, path: &TerritoryPath) -> String {
        self.known
            .iter()
            .find(|one| &one.path == path)
            .map_or_else(|| path.to_string(), Known::called)
    }

    /// A new file.
    ///
    /// # Errors
    /// When there is one of this path, also one that differs in large and small letters only.
    pub fn new_file(&self, path: String, text: String) -> Result<Change, String> {
        let same = |other: &str| other.to_lowercase() == path.to_lowercase();
        if let Some((_, file)) = self.sources.iter().find(|(_, file)| same(&file.path)) {
            return Err(format!(
                "файл {}/{} уже есть: откройте его или дайте новому другое имя",
                self.sources.label, file.path
            ));
        }
        Ok(Change {
            path,
            before: None,
            after: text.into_bytes(),
        })
    }
}

/// The identifier that was given, or one made from words; `option` is how to give one.
///
/// # Errors
/// When neither is an identifier, with a proposal where there is one.
pub fn identifier(given: Option<&str>, words: &str, option: &str) -> Result<Slug, String> {
    let Some(given) = given else {
        return Slug::parse(slug(words).trim_matches('-')).ok_or_else(|| {
            format!("из слов «{words}» не получается адрес: задайте его сами, например {option} nazvanie")
        });
    };
    Slug::parse(given).ok_or_else(|| {
        let proposal = match slug(given).as_str() {
            "" => String::new(),
            proposal => format!(", например {option} {proposal}"),
        };
        format!(
            "«{given}» не годится для адреса: нужны маленькие латинские буквы, цифры и дефисы, не больше {} знаков{proposal}",
            Slug::MAX
        )
    })
}
