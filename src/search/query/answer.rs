//! What an answer says.

use serde::Serialize;

use crate::search::query::rank::Ranked;

/// How a part of the query was read when not as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Interpretation {
    /// `layout`, `typo`, `beginning`, `everyday`, `quote`, `unknown`.
    pub how: &'static str,
    /// What was typed.
    pub from: String,
    /// What was looked for.
    pub to: String,
}

/// An answer.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// How many documents answer.
    pub total: usize,
    /// How many of them have all the words.
    pub full: usize,
    /// The first of them.
    pub results: Vec<Result>,
    /// How the query was read.
    pub interpreted: Vec<Interpretation>,
    /// Terms that were looked for, for marking them in the texts.
    pub terms: Vec<String>,
    /// Words of the query, in the order of the shares of a result.
    pub words: Vec<String>,
}

/// A document that answers.
#[derive(Debug, Clone, Serialize)]
pub struct Result {
    /// Address on the site, from its root.
    pub url: String,
    /// Kind.
    pub kind: String,
    /// Title.
    pub title: String,
    /// Second line.
    pub note: String,
    /// Third line.
    pub text: String,
    /// Name of the municipality or region.
    pub municipality: String,
    /// Name of the region a municipality lies in.
    pub region: String,
    /// Year.
    pub year: Option<i16>,
    /// Status of a measure.
    pub status: String,
    /// Worth in thousandths.
    pub score: u32,
    /// How the worth came about.
    #[serde(skip)]
    pub ranked: Ranked,
}
