//! Nouns that pages and data count, for `Words::counted`, which knows the language.

use crate::text::language::Noun;

/// Schools.
pub const SCHOOLS: Noun = ["школа", "школы", "школ"];

/// Roadmaps.
pub const PLANS: Noun = ["план", "плана", "планов"];

/// Practices.
pub const PRACTICES: Noun = ["практика", "практики", "практик"];

/// News.
pub const NEWS: Noun = ["новость", "новости", "новостей"];

/// People.
pub const PEOPLE: Noun = ["человек", "человека", "человек"];

/// Acts.
pub const DOCUMENTS: Noun = ["документ", "документа", "документов"];

/// Curators of schools.
pub const CURATORS: Noun = ["куратор", "куратора", "кураторов"];
