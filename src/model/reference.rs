//! What the whole portal shares: glossary, risk factors, steps of the management cycle, questions, pages about the portal.

use jiff::civil::Date;

use crate::diag::span::Span;
use crate::model::id::{Slug, TerritoryPath};
use crate::model::prose::Prose;

/// A word or abbreviation with its meanings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Identifier, the last part of its address.
    pub id: Slug,
    /// Place of the identifier.
    pub span: Span,
    /// The abbreviation, «ШНОР».
    pub abbr: Option<String>,
    /// The full word for terms without an abbreviation.
    pub name: Option<String>,
    /// Other literal forms of the same.
    pub forms: Vec<String>,
    /// The group it is listed in.
    pub group: String,
    /// One sentence for a parent.
    pub plain: Option<String>,
    /// Meanings, in the order of the file.
    pub meanings: Vec<Meaning>,
}

/// One meaning of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The expansion.
    pub text: String,
    /// Territories in which this meaning holds; empty means everywhere.
    pub scope: Vec<TerritoryPath>,
    /// Where each of them is named; empty for a meaning that was not read from a file.
    pub scope_places: Vec<Span>,
    /// Which document gives it.
    pub source: Option<String>,
    /// False when no document confirms it: shown with «требует сверки».
    pub confirmed: bool,
}

impl Term {
    /// How the term is headed in lists: the abbreviation, else the full word.
    pub fn title(&self) -> &str {
        self.abbr
            .as_deref()
            .or(self.name.as_deref())
            .unwrap_or(self.id.as_str())
    }

    /// The meaning that holds in a territory: one scoped to it, else to its region, else one without scope; of two
    /// meanings in one place the one that the file lists first.
    pub fn meaning_in(&self, territory: Option<&TerritoryPath>) -> Option<&Meaning> {
        let rank = |meaning: &Meaning| match territory {
            Some(path) if meaning.scope.contains(path) => Some(0),
            Some(path)
                if meaning
                    .scope
                    .iter()
                    .any(|s| s.municipality.is_none() && s.region == path.region) =>
            {
                Some(1)
            }
            _ if meaning.scope.is_empty() => Some(2),
            _ => None,
        };
        // min_by_key keeps the first of equals: the order of the file decides between two meanings of one place.
        self.meanings
            .iter()
            .filter_map(|m| rank(m).map(|r| (r, m)))
            .min_by_key(|(r, _)| *r)
            .map(|(_, m)| m)
    }
}

/// A risk factor of the adaptive-help vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskFactor {
    /// Identifier.
    pub id: Slug,
    /// Place of the identifier.
    pub span: Span,
    /// Official name.
    pub name: String,
    /// In plain words.
    pub plain: Option<String>,
    /// False: shown with «требует сверки».
    pub confirmed: bool,
}

/// A step of the management cycle that regulation asks for, and the section that shows it.
/// Data and not code, because the methodology changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CycleStep {
    /// Number of the step.
    pub number: i64,
    /// Name of the step.
    pub name: String,
    /// Code of the required section that shows it.
    pub section: String,
    /// Place of the section's name.
    pub span: Span,
    /// Where the step's name comes from.
    pub source: Option<String>,
}

/// A question of parents with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Identifier and anchor.
    pub id: Slug,
    /// Place of the title.
    pub span: Span,
    /// The question.
    pub title: String,
    /// The group it is listed in.
    pub group: String,
    /// The answer.
    pub answer: Prose,
    /// The day by which an editor is to read it again.
    pub review_by: Option<Date>,
}

/// A page about the portal itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InfoPage {
    /// Identifier: `o-portale`, `metodika`, `dostupnost`, `personalnye-dannye`, `dannye` or another.
    pub id: Slug,
    /// Place of the title.
    pub span: Span,
    /// Heading.
    pub title: String,
    /// One sentence for search engines and lists.
    pub description: String,
    /// The text.
    pub text: Prose,
    /// The day by which an editor is to read it again.
    pub review_by: Option<Date>,
}
