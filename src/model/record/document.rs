//! Acts: orders with their points, and acts that are only cited.

use jiff::civil::Date;

use crate::diag::span::{Span, Spanned};
use crate::model::id::{Reference, Slug};
use crate::model::plan::deadline::Deadline;

/// An act. Mirrors the printed paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Identifier and address.
    pub id: Slug,
    /// Place of the title.
    pub span: Span,
    /// «приказ», «распоряжение» …
    pub kind: String,
    /// «федеральный», «региональный», «муниципальный», «школьный».
    pub level: String,
    /// Number as printed, «114- од».
    pub number: Option<Spanned<String>>,
    /// Date.
    pub date: Option<Spanned<Date>>,
    /// The date's words as printed.
    pub date_verbatim: Option<String>,
    /// Other dates under which documents cite the same act.
    pub other_dates: Vec<OtherDate>,
    /// Who issued it.
    pub issuer: String,
    /// Place of issue.
    pub place: Option<String>,
    /// Title word for word.
    pub title: String,
    /// Lines of the letterhead.
    pub letterhead: Option<String>,
    /// The words of the kind as printed, «ПРИКАЗ / ЖАКАРУ».
    pub heading: Option<String>,
    /// Stamp of approval, where only it is known.
    pub approval_stamp: Option<String>,
    /// Preamble.
    pub preamble: Option<String>,
    /// The word «приказываю» as printed.
    pub order_word: Option<String>,
    /// Acts it rests on.
    pub basis: Vec<Reference<Slug>>,
    /// Points.
    pub points: Vec<Point>,
    /// Signature: post, name, person.
    pub signatory: Signatory,
    /// False when the act is only cited and its text is not here.
    pub text_known: bool,
    /// Attached file, a path in content.
    pub file: Option<Spanned<String>>,
    /// Where it is cited or was taken from.
    pub source: Option<String>,
}

/// The signature under an act.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signatory {
    /// Name as printed, «Ю.Л.Богатова».
    pub name: Option<String>,
    /// Post as printed.
    pub post: Option<String>,
    /// The person.
    pub person: Option<Reference<Slug>>,
}

/// The same act cited with another date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherDate {
    /// The other date.
    pub date: Date,
    /// Place of the date in the file.
    pub span: Span,
    /// Where it is cited so.
    pub citing: String,
}

/// A point of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Number as printed.
    pub number: String,
    /// Text.
    pub text: String,
    /// The words of a deadline inside the text, with their meaning.
    pub deadline: Option<Spanned<Deadline>>,
    /// True for the point about control.
    pub control: bool,
    /// People it names.
    pub people: Vec<Reference<Slug>>,
    /// Schools it names.
    pub schools: Vec<Reference<Slug>>,
}

impl Document {
    /// Short name for lists: «приказ от 30.03.2023 № 114- од».
    pub fn short_name(&self) -> String {
        let mut name = self.kind.clone();
        if let Some(date) = &self.date {
            let d = date.value;
            name.push_str(&format!(" от {:02}.{:02}.{}", d.day(), d.month(), d.year()));
        }
        if let Some(number) = &self.number {
            name.push_str(&format!(
                " № {}",
                number.value.trim_start_matches('№').trim_start()
            ));
        }
        name
    }
}
