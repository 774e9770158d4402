//! What a school is in the plan of a year.

use serde::Serialize;

use crate::model::place::school::SchoolCategory;
use crate::text::language::Words;

/// What a school is in a year's plan, in words that blame nobody.
#[derive(Debug, Clone, Serialize)]
pub struct CategoryView<'a> {
    /// The category, where the document gives the school one; a school that a plan merely names has none.
    pub category: Option<&'a str>,
    /// The same in plain words.
    pub plain: String,
    /// Year.
    pub year: &'a str,
    /// Which document says so.
    pub source: &'a str,
}

/// The portal's own word for a school that a plan names without giving it a category.
const MERELY_NAMED: &str = "участник плана";

/// Prepares a category.
pub fn category<'a>(category: &'a SchoolCategory, words: &Words) -> CategoryView<'a> {
    let plain = match category.category.as_str() {
        "ШНОР" => "школа получает поддержку, чтобы образовательные результаты стали выше",
        "ШНСУ" => "школа получает поддержку, потому что работает в трудных социальных условиях",
        "зона риска" => "школе помогают заранее",
        "партнёр" => "школа помогает другим школам",
        _ => "школа названа в плане поддержки",
    };
    CategoryView {
        category: Some(category.category.as_str()).filter(|name| *name != MERELY_NAMED),
        plain: words.phrase(plain, &[]),
        year: &category.year,
        source: &category.source,
    }
}
