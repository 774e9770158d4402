//! Words of editors that make no sense.

use std::collections::HashSet;

use crate::model::lasting::lock::Change;
use crate::model::portal::Reach;
use crate::site::lasting::answer::{Idle, Why};
use crate::site::lasting::rules::from_root;
use crate::site::lasting::settle::Settling;

impl Settling<'_> {
    /// Words of editors that make no sense.
    pub(super) fn words(&mut self) {
        let portal = self.portal.settings.address.as_deref();
        let whole = self.portal.reach == Reach::Whole;
        let known: HashSet<String> = self
            .portal
            .lock
            .changes()
            .iter()
            .map(|change| match change {
                Change::Moved { from, .. } => (*from).to_owned(),
                Change::Gone { address, .. } | Change::Back { address } => (*address).to_owned(),
            })
            .collect();
        let mut idle = Vec::new();
        let said = &self.portal.said;
        let moved = said.moved.iter().map(|one| (&one.from, Some(&one.to)));
        let removed = said
            .removed
            .iter()
            .map(|one| (&one.address, one.see.as_ref()));
        for (from, to) in moved.chain(removed) {
            let address = from_root(&from.value, portal);
            let why = if self.stands(address) && !address.contains('#') {
                Some(Why::Stands)
            } else if !self.out.answers.contains_key(address)
                && !address.contains('#')
                && !known.contains(address)
                && !self.absent.contains(address)
                && !self.out.answers.keys().any(|one| one.starts_with(address))
            {
                Some(Why::Unknown)
            } else {
                None
            };
            if let Some(why) = why.filter(|_| whole) {
                idle.push(Idle {
                    at: from.span,
                    address: address.to_owned(),
                    why,
                });
                continue;
            }
            if let Some(to) = to {
                let target = from_root(&to.value, portal);
                let page = target.split('#').next().unwrap_or_default();
                if whole && !self.stands(page) && self.fate(target).0.is_none() {
                    idle.push(Idle {
                        at: to.span,
                        address: target.to_owned(),
                        why: Why::Nowhere,
                    });
                }
            }
        }
        self.out.idle = idle;
    }
}
