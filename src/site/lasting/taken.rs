//! Addresses that something else stands at than before.

use std::collections::{BTreeMap, HashMap};

use crate::model::id::TerritoryPath;
use crate::model::lasting::Kind;
use crate::site::lasting::answer::Taken;
use crate::site::lasting::find::{Name, Record};
use crate::site::lasting::present::Present;
use crate::site::lasting::rules::{Fate, from_root};
use crate::site::lasting::settle::Settling;
use crate::site::lasting::thing;

impl Settling<'_> {
    /// Addresses that something else stands at than before.
    pub(super) fn taken(
        &mut self,
        path: Option<&TerritoryPath>,
        present: &[Present<'_>],
        records: &BTreeMap<Name<'_>, Record<'_>>,
    ) {
        let mut holders: HashMap<(Kind, &str, &str), Vec<&Present<'_>>> = HashMap::new();
        let changed: Vec<(&Present<'_>, &Record<'_>)> = present
            .iter()
            .filter_map(|one| {
                let record = records.get(&(one.kind, one.parent, one.id))?;
                (!record.was_called(&one.title)).then_some((one, record))
            })
            .collect();
        if changed.is_empty() {
            return;
        }
        for one in present {
            let holder = holders.entry((one.kind, one.parent, &one.title));
            holder.or_default().push(one);
        }
        for (one, record) in changed {
            let address = thing::address(path, one.kind, one.parent, one.id);
            if one.kind == Kind::File || self.is_reused(&address) {
                continue;
            }
            let elsewhere = match self.rules.of(&address) {
                // What was taken down or moved away must not be found under the title of something new.
                Some(Fate::Gone(_)) => None,
                // What had moved away has come home.
                Some(Fate::Moved(to)) if !self.stands(to) && self.leads_to(to, &address) => {
                    continue;
                }
                Some(Fate::Moved(to)) => Some(to.clone()),
                None => {
                    let title = record.titles.last();
                    let mut same = present.iter().filter(|other| {
                        (other.kind, other.parent) == (one.kind, one.parent)
                            && title.is_some_and(|title| title.is(&other.title))
                    });
                    let (Some(other), None) = (same.next(), same.next()) else {
                        continue;
                    };
                    let known = records.get(&(other.kind, other.parent, other.id));
                    if known.is_some_and(|known| known.was_called(&other.title))
                        || one.kind == Kind::Place
                    {
                        continue;
                    }
                    Some(thing::address(path, other.kind, other.parent, other.id))
                }
            };
            self.out.taken.push(Taken {
                kind: one.kind,
                address,
                before: record.title().to_owned(),
                now: one.title.clone(),
                elsewhere,
                at: one.span,
                lock: record.first.at,
            });
        }
    }

    fn is_reused(&self, address: &str) -> bool {
        let portal = self.portal.settings.address.as_deref();
        let mut reused = self.portal.said.reused.iter();
        reused.any(|one| from_root(&one.address.value, portal) == address)
    }
}
