//! The account of everything ever published.

use std::collections::BTreeMap;

use crate::site::lasting::answer::{Answer, Former, Idle, Lost, Taken};
use crate::site::lasting::rules::Word;

/// What became of every address ever published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lasting {
    /// Addresses that nothing of the portal stands at, and what answers there.
    pub answers: BTreeMap<String, Answer>,
    /// By the address of a page: places on it that are there no more.
    pub former: BTreeMap<String, Vec<Former>>,
    /// Files that answer at old addresses as well, by their new path.
    pub copies: BTreeMap<String, Vec<String>>,
    /// What was published and is nowhere.
    pub lost: Vec<Lost>,
    /// Addresses that something else stands at.
    pub taken: Vec<Taken>,
    /// Words of editors that make no sense.
    pub idle: Vec<Idle>,
    /// Moves that were found without an editor's word: the old address and the new one.
    pub found: Vec<(String, String)>,
    /// What was taken down under another name of its territory: addresses, and the words.
    pub ended: Vec<(String, Word)>,
}

impl Lasting {
    /// True for a place that a page had, and that still answers there.
    pub fn had_place(&self, page: &str, anchor: &str) -> bool {
        let places = self.former.get(page).into_iter().flatten();
        places.into_iter().any(|one| one.anchor == anchor)
    }
}
