//! A proof, looked at more closely: what it is, what its link leads to, which file is behind it.

use jiff::civil::Date;

use crate::model::ledger::kind::EvidenceKind;
use crate::model::plan::status::Proof;
use crate::model::portal::Attachment;
use crate::model::record::document::Document;
use crate::model::record::news::NewsItem;
use crate::model::record::practice::Practice;
use crate::text::russian::lowercase;

/// A proof, looked at more closely.
#[derive(Debug, Clone)]
pub struct Evidence<'a> {
    /// The proof as it is stored.
    pub proof: &'a Proof,
    /// What it is, as far as its link or its title tells.
    pub kind: EvidenceKind,
    /// What its link leads to.
    pub lead: Lead<'a>,
    /// Its day: its own, else that of the act or news item it leads to.
    pub date: Option<Date>,
    /// The file behind it, when the portal publishes that file.
    pub file: Option<&'a Attachment>,
}

/// What the link of a proof leads to.
#[derive(Debug, Clone, Copy)]
pub enum Lead<'a> {
    /// No link: the proof is only named.
    Nothing,
    /// Another site.
    Elsewhere,
    /// An act of the portal.
    Document(&'a Document),
    /// A news item of the portal.
    News(&'a NewsItem),
    /// A practice of the portal.
    Practice(&'a Practice),
    /// A file the portal publishes.
    File(&'a Attachment),
    /// Another page of the portal.
    Page,
}

/// Beginnings of words in titles that tell what a proof is.
const SIGNS: &[(&str, EvidenceKind)] = &[
    ("приказ", EvidenceKind::Order),
    ("распоряжени", EvidenceKind::Order),
    ("постановлени", EvidenceKind::Order),
    ("протокол", EvidenceKind::Minutes),
    ("справк", EvidenceKind::Report),
    ("отчёт", EvidenceKind::Report),
    ("отчет", EvidenceKind::Report),
    ("анализ", EvidenceKind::Report),
    ("новост", EvidenceKind::News),
];

/// Kinds of acts that count as orders.
const ORDERS: &[&str] = &["приказ", "распоряжение", "постановление"];

/// Looks at a proof. `lead` says where a link leads; `file` finds a published file by its path.
pub fn evidence<'a>(
    proof: &'a Proof,
    lead: &dyn Fn(&str) -> Lead<'a>,
    file: &dyn Fn(&str) -> Option<&'a Attachment>,
) -> Evidence<'a> {
    let lead = proof.link.as_deref().map_or(Lead::Nothing, lead);
    let (date, own) = match lead {
        Lead::Document(act) => (
            act.date.as_ref().map(|date| date.value),
            act.file.as_ref().and_then(|path| file(&path.value)),
        ),
        Lead::News(item) => (Some(item.date), None),
        Lead::File(attachment) => (None, Some(attachment)),
        _ => (None, None),
    };
    Evidence {
        proof,
        kind: kind(&proof.title, lead),
        lead,
        date: proof.date.or(date),
        file: own,
    }
}

/// What a proof is: what the portal knows of the page it leads to goes before the words of its title.
fn kind(title: &str, lead: Lead<'_>) -> EvidenceKind {
    let plain = match lead {
        Lead::Document(act) if ORDERS.contains(&lowercase(&act.kind).as_str()) => {
            return EvidenceKind::Order;
        }
        Lead::News(_) => return EvidenceKind::News,
        Lead::Practice(_) => return EvidenceKind::Practice,
        Lead::File(_) => EvidenceKind::File,
        Lead::Nothing => EvidenceKind::Named,
        Lead::Elsewhere | Lead::Document(_) | Lead::Page => EvidenceKind::Link,
    };
    if plain == EvidenceKind::Named {
        return plain;
    }
    let title = lowercase(title);
    let mut words = title.split(|c: char| !c.is_alphabetic());
    words
        .find_map(|word| {
            let mut signs = SIGNS.iter();
            signs.find(|(sign, _)| word.starts_with(sign))
        })
        .map_or(plain, |(_, kind)| *kind)
}
