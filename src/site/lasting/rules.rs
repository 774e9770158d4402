//! What became of addresses by the lock and by the words of editors: which beginning of an address took the place of which.

use std::collections::BTreeMap;

use crate::model::lasting::Said;
use crate::model::lasting::lock::Change;
use crate::site::lasting::thing::{roots, ways_up};

/// What became of a beginning of addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Another one took its place.
    Moved(String),
    /// It was taken down.
    Gone(Word),
}

/// What is told of something that was taken down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The day.
    pub date: Option<String>,
    /// Why.
    pub reason: String,
    /// Where to look now.
    pub see: Option<String>,
    /// What to call it instead of its title.
    pub title: Option<String>,
}

/// Fates by the beginnings of addresses.
#[derive(Debug, Clone, Default)]
pub struct Rules(BTreeMap<String, Fate>);

/// An address as the lock has it, from what an editor wrote, which may begin with the address of the portal.
pub fn from_root<'a>(written: &'a str, portal: Option<&str>) -> &'a str {
    if let Some(inside) = portal.and_then(|portal| written.strip_prefix(portal)) {
        return inside.trim_start_matches('/');
    }
    match written.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => written,
    }
}

impl Rules {
    /// The fates that the lock tells, and over them those that editors tell now. What is told of something that stands
    /// where it stood holds for nothing.
    pub fn new(
        changes: &[Change<'_>],
        said: &Said,
        portal: Option<&str>,
        stands: &dyn Fn(&str) -> bool,
    ) -> Rules {
        let mut rules = Rules::default();
        for change in changes {
            match change {
                Change::Moved { from, to } => rules.moved(from, to),
                Change::Back { address } => {
                    for root in roots(address) {
                        rules.0.remove(&root);
                    }
                }
                Change::Gone {
                    address,
                    date,
                    see,
                    reason,
                } => {
                    let word = Word {
                        date: Some((*date).to_owned()),
                        reason: (*reason).to_owned(),
                        see: see.map(str::to_owned),
                        title: None,
                    };
                    rules.gone(address, &word);
                }
            }
        }
        let own = |written: &str| from_root(written, portal).to_owned();
        for one in &said.removed {
            let address = own(&one.address.value);
            if stands(&address) {
                continue;
            }
            let known = rules.0.get(&address).and_then(|fate| match fate {
                Fate::Gone(word) => word.date.clone(),
                Fate::Moved(_) => None,
            });
            let word = Word {
                date: one.date.map(|date| date.to_string()).or(known),
                reason: one.reason.clone(),
                see: one.see.as_ref().map(|see| own(&see.value)),
                title: one.title.clone(),
            };
            rules.gone(&address, &word);
        }
        for one in &said.moved {
            if stands(&own(&one.from.value)) {
                continue;
            }
            rules.moved(&own(&one.from.value), &own(&one.to.value));
        }
        rules
    }

    /// A thing took another address.
    pub fn moved(&mut self, from: &str, to: &str) {
        for (from, to) in roots(from).into_iter().zip(roots(to)) {
            if from != to {
                self.0.insert(from, Fate::Moved(to));
            }
        }
    }

    fn gone(&mut self, address: &str, word: &Word) {
        for root in roots(address) {
            self.0.insert(root, Fate::Gone(word.clone()));
        }
    }

    /// The fate of an address itself, not of what it lies under.
    pub fn of(&self, address: &str) -> Option<&Fate> {
        self.0.get(address)
    }

    /// One step from an address: the nearest beginning that has a fate, and for a move the address after it.
    pub fn step(&self, address: &str) -> Option<(&str, Step<'_>)> {
        let (up, (root, fate)) =
            ways_up(address).find_map(|up| Some((up, self.0.get_key_value(up)?)))?;
        let step = match fate {
            Fate::Moved(to) => Step::To(format!("{to}{}", &address[up.len()..])),
            Fate::Gone(word) => Step::Gone(word),
        };
        Some((root, step))
    }
}

/// One step from an address.
pub enum Step<'a> {
    /// The next address.
    To(String),
    /// It ends here.
    Gone(&'a Word),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_understood_however_it_is_written() {
        let portal = Some("https://a.ru/portal/");
        assert_eq!(
            from_root("https://a.ru/portal/slovar/x/", portal),
            "slovar/x/"
        );
        assert_eq!(from_root("https://b.ru/slovar/x/", None), "slovar/x/");
        assert_eq!(from_root("slovar/x/", portal), "slovar/x/");
    }

    #[test]
    fn the_nearest_beginning_tells() {
        let mut rules = Rules::default();
        rules.moved("a/b/", "a/c/");
        rules.moved("a/b/plan/1/", "a/c/plan/2/");
        let step = |address: &str| match rules.step(address) {
            Some((_, Step::To(to))) => to,
            _ => String::new(),
        };
        assert_eq!(step("a/b/plan/1/m01/"), "a/c/plan/2/m01/");
        assert_eq!(step("a/b/itogi/1/"), "a/c/itogi/2/");
        assert_eq!(step("a/b/itogi/3/"), "a/c/itogi/3/");
        assert_eq!(step("dannye/v1/a/b/plans.json"), "dannye/v1/a/c/plans.json");
        assert_eq!(step("a/d/"), "");
    }
}
