//! A proof as pages show it: what it is, where it leads, and the fingerprint of a file.

use serde::Serialize;

use crate::model::ledger::{Evidence, Lead};
use crate::model::plan::status::Proof;
use crate::render::markdown::targets::Links;
use crate::render::views::parts::day::Day;
use crate::render::views::parts::title::document_name;
use crate::render::views::place::parts::place::Place;

/// Where the link of a proof leads.
#[derive(Debug, Clone, Serialize)]
pub struct ProofLink {
    /// Address relative to the page, or of another site.
    pub href: Option<String>,
    /// True for another site.
    pub external: bool,
}

/// A proof with all that is known of it.
#[derive(Debug, Clone, Serialize)]
pub struct ProofView<'a> {
    /// «приказ», «новость».
    kind: String,
    title: &'a str,
    #[serde(flatten)]
    link: ProofLink,
    date: Option<Day>,
    /// What the portal calls the page behind the link, where its title says something else.
    page: Option<String>,
    file: Option<FileView<'a>>,
}

/// The file behind a proof.
#[derive(Debug, Clone, Serialize)]
struct FileView<'a> {
    name: &'a str,
    href: String,
    size: String,
    sha256: &'a str,
}

impl ProofLink {
    /// Follows the link of a proof; what leads nowhere stays plain words.
    pub fn new(place: &Place<'_>, proof: &Proof) -> ProofLink {
        let links = Links {
            linker: &place.linker,
            context: place.context,
        };
        let link = proof.link.as_deref();
        let external =
            link.is_some_and(|link| link.starts_with("https://") || link.starts_with("http://"));
        let href = link.and_then(|link| match external {
            true => Some(link.to_owned()),
            false => links.own(link.trim_start_matches('/')),
        });
        ProofLink { href, external }
    }
}

impl<'a> ProofView<'a> {
    /// Prepares a proof.
    pub fn new(place: &Place<'_>, evidence: &Evidence<'a>) -> ProofView<'a> {
        let title = evidence.proof.title.as_str();
        let page = match evidence.lead {
            Lead::Document(act) => Some(document_name(act)),
            Lead::News(item) => Some(item.title.clone()),
            Lead::Practice(practice) => Some(practice.title.clone()),
            _ => None,
        };
        ProofView {
            kind: place.say(evidence.kind.words(), &[]),
            title,
            link: ProofLink::new(place, evidence.proof),
            date: evidence.date.map(|day| place.day(day)),
            page: page.filter(|page| page != title),
            file: evidence.file.map(|file| FileView {
                name: file.path.rsplit('/').next().unwrap_or(&file.path),
                href: place.linker.path(&file.path),
                size: size(place, file.fingerprint.bytes),
                sha256: &file.fingerprint.sha256,
            }),
        }
    }
}

/// «12 КБ»: kilobytes of 1024 bytes, rounded up, since no file is empty to its reader.
fn size(place: &Place<'_>, bytes: usize) -> String {
    match bytes.div_ceil(1024) {
        large if large >= 10 * 1024 => place.say("{1} МБ", &[&large.div_ceil(1024).to_string()]),
        small => place.say("{1} КБ", &[&small.to_string()]),
    }
}
