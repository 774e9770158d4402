//! Schools as the documents name them.

use crate::diag::span::Span;
use crate::model::id::{Reference, Slug};

/// A school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Identifier and address.
    pub id: Slug,
    /// Place of the identifier.
    pub span: Span,
    /// Fullest name in the documents.
    pub name: String,
    /// Every other literal form, cases included.
    pub aliases: Vec<String>,
    /// МБОУ, МАОУ, МКОУ.
    pub legal_form: Option<String>,
    /// СОШ, ООШ.
    pub level: Option<String>,
    /// The head, when the documents say so.
    pub head: Option<Reference<Slug>>,
    /// People written beside the school.
    pub contacts: Vec<Reference<Slug>>,
    /// Site.
    pub site: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// What it is in the plans, by year.
    pub categories: Vec<SchoolCategory>,
    /// Which document names it.
    pub source: Option<String>,
}

/// What a school is in a year's plan, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolCategory {
    /// Year.
    pub year: String,
    /// One of [`CATEGORIES`].
    pub category: String,
    /// Which document says so.
    pub source: String,
}

/// Words for what a school is in a plan.
pub const CATEGORIES: &[&str] = &["ШНОР", "ШНСУ", "зона риска", "партнёр", "участник плана"];

impl School {
    /// Every literal form of the name.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }

    /// True when some document says that the school gets support.
    pub fn is_supported(&self) -> bool {
        self.categories.iter().any(|c| c.category != "партнёр")
    }
}
