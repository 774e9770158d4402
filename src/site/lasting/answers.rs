//! What answers at every address that nothing stands at.

use crate::site::lasting::answer::{Answer, Former, Gone};
use crate::site::lasting::rules::Fate;
use crate::site::lasting::settle::{Pending, Settling};
use crate::site::lasting::thing;

impl Settling<'_> {
    /// What answers at every address that nothing stands at.
    pub(super) fn answers(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        for (address, pending) in pending {
            let answer = self.answer(&address, &pending);
            if let Answer::Moved { to } = &answer
                && !thing::is_page(&address)
                && !to.contains('#')
                && !thing::is_page(to)
            {
                let copies = self.out.copies.entry(to.clone()).or_default();
                copies.push(address.clone());
            }
            self.out.answers.insert(address, answer);
        }
        let former = std::mem::take(&mut self.former);
        for (page, anchor, address) in former {
            let page = match self.stands(&page) {
                true => page,
                false => match self.fate(&page).0 {
                    Some(to) => to.split('#').next().unwrap_or_default().to_owned(),
                    None => continue,
                },
            };
            let pending = Pending {
                kind: None,
                title: String::new(),
                place: None,
                since: String::new(),
            };
            let answer = match self.out.answers.get(&address) {
                Some(answer) => answer.clone(),
                None => self.answer(&address, &pending),
            };
            // Where the same place is there again on the new page nothing has to be said.
            let same = [format!("{page}#{anchor}"), format!("{page}{anchor}/")];
            if matches!(&answer, Answer::Moved { to } if same.contains(to)) {
                continue;
            }
            let places = self.out.former.entry(page).or_default();
            if places.iter().all(|one| one.anchor != anchor) {
                places.push(Former { anchor, answer });
            }
        }
    }

    fn answer(&self, address: &str, pending: &Pending) -> Answer {
        let (to, end) = self.fate(address);
        if let Some(to) = to {
            return Answer::Moved { to };
        }
        let mut gone = Gone {
            kind: pending.kind,
            title: pending.title.clone(),
            place: pending.place.clone(),
            since: Some(pending.since.clone()).filter(|since| !since.is_empty()),
            see: self.above(address),
            ..Gone::default()
        };
        if let Some((root, Fate::Gone(word))) = end {
            gone.until = word.date;
            gone.reason = Some(word.reason).filter(|reason| !reason.is_empty());
            if root == address
                && let Some(title) = word.title
            {
                gone.title = title;
            }
            let see = word.see.and_then(|see| {
                let page = see.split('#').next().unwrap_or_default();
                match self.stands(page) {
                    true => Some(see),
                    false => self.fate(&see).0,
                }
            });
            gone.see = see.unwrap_or(gone.see);
        }
        Answer::Gone(Box::new(gone))
    }

    /// The nearest page above an address.
    fn above(&self, address: &str) -> String {
        let mut up = thing::ways_up(address).skip(1);
        let near = up.find_map(|up| match self.stands(up) {
            true => Some(up.to_owned()),
            false => (self.ground.seat)(up),
        });
        near.unwrap_or_default()
    }
}
