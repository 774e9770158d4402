//! In which shape an old address answers: a page, a file of its own kind, or the file that took its place.

use crate::site::lasting::account::Lasting;
use crate::site::lasting::answer::Answer;
use crate::site::page::PageKey;

/// Kinds of files that programs read and that say in their own notation that there is nothing more.
const TOLD: &[&str] = &["ics", "xml", "json", "jsonl", "csv", "xlsx"];

impl Lasting {
    /// The pages that answer at old addresses. Where a picture or a document was, a folder of its name holds the page: a
    /// page under the name of a picture would be shown by no browser.
    pub fn pages(&self) -> Vec<PageKey> {
        let pages = self.answers.keys().filter_map(|address| self.page(address));
        pages.collect()
    }

    /// The page that answers at an old address; none when a file does, or when nothing has to.
    pub fn page(&self, address: &str) -> Option<PageKey> {
        let answer = self.answers.get(address)?;
        if address.ends_with('/') {
            return Some(PageKey::Former(address.to_owned()));
        }
        let is_file = is_told(address) || self.copied(answer).is_some();
        (!is_file).then(|| PageKey::Former(format!("{address}/")))
    }

    /// The answer behind a page.
    pub fn behind(&self, page: &str) -> Option<&Answer> {
        let bare = || {
            page.strip_suffix('/')
                .and_then(|bare| self.answers.get(bare))
        };
        self.answers.get(page).or_else(bare)
    }

    /// The file that took the place of a file.
    pub fn copied<'a>(&self, answer: &'a Answer) -> Option<&'a str> {
        match answer {
            Answer::Moved { to } => self.copies.contains_key(to).then_some(to.as_str()),
            Answer::Gone(_) => None,
        }
    }

    /// Files that say in their own notation that there is nothing more.
    pub fn told(&self) -> impl Iterator<Item = (&str, &Answer)> {
        let files = self.answers.iter();
        files
            .filter(|(address, answer)| is_told(address) && self.copied(answer).is_none())
            .map(|(address, answer)| (address.as_str(), answer))
    }
}

fn is_told(address: &str) -> bool {
    let kind = address.rsplit_once('.').map_or("", |(_, kind)| kind);
    TOLD.contains(&kind)
}
