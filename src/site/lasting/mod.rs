//! Addresses are for ever: what answers where nothing stands any more, and which addresses would be lost.
//!
//! The lock tells what was ever published. Whatever of it the portal still holds answers by itself; what has moved, by the
//! word of an editor or because it is found elsewhere without a doubt, answers with a page that leads there; what was
//! taken down, with a page that says what stood there. The rest is lost, and `check` stops the build.

pub mod answer;
mod files;
pub mod find;
pub mod present;
pub mod renew;
mod rules;
pub mod settle;
pub mod thing;

pub use answer::{Answer, Former, Gone};
pub use renew::renewed;
pub use settle::{Ground, settle};

use std::collections::BTreeMap;

use answer::{Idle, Lost, Taken};

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
}

impl Lasting {
    /// Where what stood at an address stands now: an address from the root, maybe with a place on the page.
    pub fn moved(&self, address: &str) -> Option<&str> {
        match self.answers.get(address)? {
            Answer::Moved { to } => Some(to),
            Answer::Gone(_) => None,
        }
    }
}
