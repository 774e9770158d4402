//! Best practices and their collections. Cards are made from the measures that documents describe; what a document
//! does not say is shown as «в документе не указано».

use crate::diag::span::Span;
use crate::model::id::{EventRef, Reference, Slug};
use crate::model::prose::Prose;

/// A practice card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Identifier, unique in the whole portal.
    pub id: Slug,
    /// Place of the title.
    pub span: Span,
    /// Heading.
    pub title: String,
    /// Kind of practice.
    pub kind: String,
    /// Level: школьный, муниципальный, региональный.
    pub level: String,
    /// Year of the plan that describes it.
    pub year: String,
    /// One plain sentence.
    pub summary: String,
    /// Measures that describe it.
    pub events: Vec<Reference<EventRef>>,
    /// Schools.
    pub schools: Vec<Reference<Slug>>,
    /// People.
    pub people: Vec<Reference<Slug>>,
    /// Risk factors it answers.
    pub risks: Vec<Reference<Slug>>,
    /// How far it is checked.
    pub status: String,
    /// Steps.
    pub steps: Vec<String>,
    /// The other fields of a card that the document gives: key of [`PRACTICE_FACTS`] and text.
    pub facts: Vec<(&'static str, String)>,
    /// Text.
    pub text: Prose,
}

/// Fields of a practice card beside the main ones: key in content, and its Russian name.
pub const PRACTICE_FACTS: &[(&str, &str)] = &[
    ("problem", "Какую трудность решает"),
    ("goal", "Цель"),
    ("target_group", "Для кого"),
    ("classes", "Классы"),
    ("subject", "Предмет"),
    ("period", "Когда"),
    ("resources", "Что понадобилось"),
    ("results", "Результат: было и стало"),
    ("conditions", "Условия применения"),
    ("limits", "Ограничения"),
    ("what_did_not_work", "Что не получилось"),
    ("expert_review", "Экспертная оценка"),
    ("contact", "К кому обратиться"),
];

impl Practice {
    /// The text of a fact, when the document gives it.
    pub fn fact(&self, key: &str) -> Option<&str> {
        self.facts
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, text)| text.as_str())
    }
}

/// A collection of practices that reads and prints as one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection {
    /// Identifier; shares addresses with practices.
    pub id: Slug,
    /// Place of the title.
    pub span: Span,
    /// Heading.
    pub title: String,
    /// Year.
    pub year: Option<String>,
    /// Introduction.
    pub intro: Prose,
    /// Practices in the order of the collection.
    pub practices: Vec<Reference<Slug>>,
}
