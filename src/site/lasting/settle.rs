//! Goes through everything ever published and finds what answers there now.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::model::id::TerritoryPath;
use crate::model::lasting::Kind;
use crate::model::lasting::lock::{Entry, Head, moment};
use crate::model::place::territory::Territory;
use crate::model::portal::{Portal, Reach};
use crate::site::lasting::account::Lasting;
use crate::site::lasting::answer::Lost;
use crate::site::lasting::find::{
    self, Name, Record, by_name, likeness, records, renamed, renamed_plans,
};
use crate::site::lasting::present::{self, Present};
use crate::site::lasting::rules::{Fate, Rules, Step, Word, from_root};
use crate::site::lasting::thing;

/// What the site of today holds.
pub struct Ground<'a> {
    /// True for the address of a page or file that is published.
    pub stands: &'a dyn Fn(&str) -> bool,
    /// Where the contents of a page stand that a smaller portal has and this one has not.
    pub seat: &'a dyn Fn(&str) -> Option<String>,
}

/// An address that nothing stands at, and what is known of what stood there.
pub(super) struct Pending {
    pub(super) kind: Option<Kind>,
    pub(super) title: String,
    pub(super) place: Option<String>,
    pub(super) since: String,
}

/// The work on it.
pub(super) struct Settling<'a> {
    pub(super) portal: &'a Portal,
    pub(super) ground: &'a Ground<'a>,
    pub(super) rules: Rules,
    pub(super) pending: BTreeMap<String, Pending>,
    /// Addresses of all things that are not there by their names.
    pub(super) absent: HashSet<String>,
    /// Pages with the places on them that are there no more.
    pub(super) former: Vec<(String, String, String)>,
    pub(super) out: Lasting,
}

/// Where an address leads in the end.
enum End {
    /// To something that stands.
    Stands(String),
    /// To a word about its end, and the beginning of the address the word is about.
    Gone(String, Word),
    /// To an address that nothing stands at and nothing is told of.
    Nowhere(String),
}

/// What became of every address that the lock knows.
pub fn settle(portal: &Portal, ground: &Ground<'_>) -> Lasting {
    if portal.lock.is_empty() && portal.said == Default::default() {
        return Lasting::default();
    }
    let changes = portal.lock.changes();
    let address = portal.settings.address.as_deref();
    let mut settling = Settling {
        portal,
        ground,
        rules: Rules::new(&changes, &portal.said, address, ground.stands),
        pending: BTreeMap::new(),
        absent: HashSet::new(),
        former: Vec::new(),
        out: Lasting::default(),
    };
    settling.places();
    // Where a territory stands is settled first: what has moved there leads on from there.
    let (standing, moved): (Vec<_>, Vec<_>) = portal
        .lock
        .places()
        .into_iter()
        .partition(|path| portal.territory(path).is_some());
    for path in standing.into_iter().chain(moved) {
        settling.block(path);
    }
    settling.shared();
    settling.answers();
    settling.words();
    settling.out
}

/// True when some file of a territory, or of what all share, could not be read: what it holds is not lost.
fn is_broken(portal: &Portal, path: Option<&TerritoryPath>) -> bool {
    let folder = path.map(|path| format!("{path}/"));
    portal.broken.iter().any(|file| match &folder {
        Some(folder) => file.starts_with(folder.as_str()),
        None => !file.starts_with(|c: char| c.is_ascii_digit()),
    })
}

impl<'a> Settling<'a> {
    pub(super) fn stands(&self, address: &str) -> bool {
        (self.ground.stands)(address)
    }

    /// Where an address leads, or the last word about it.
    pub(super) fn fate(&self, address: &str) -> (Option<String>, Option<(String, Fate)>) {
        match self.follow(address) {
            End::Stands(to) => (Some(to), None),
            End::Gone(root, word) => (None, Some((root, Fate::Gone(word)))),
            End::Nowhere(_) => (None, None),
        }
    }

    /// Follows an address from move to move.
    fn follow(&self, address: &str) -> End {
        let mut at = address.to_owned();
        let mut seen = HashSet::new();
        while seen.insert(at.clone()) {
            let page = at.split('#').next().unwrap_or_default();
            if at != address && self.stands(page) {
                return End::Stands(at);
            }
            match self.rules.step(&at) {
                Some((_, Step::To(next))) => at = next,
                Some((root, Step::Gone(word))) => return End::Gone(root.to_owned(), word.clone()),
                None => {
                    let seat = (self.ground.seat)(page).filter(|seat| {
                        let page = seat.split('#').next().unwrap_or_default();
                        self.stands(page)
                    });
                    return seat.map_or(End::Nowhere(at), End::Stands);
                }
            }
        }
        End::Nowhere(at)
    }

    /// True when an old address leads to this one.
    pub(super) fn leads_to(&self, old: &str, address: &str) -> bool {
        matches!(self.follow(old), End::Stands(to) if to == address)
    }

    /// True for what has moved by an earlier word: what became of it is told where it moved to.
    fn has_moved(&self, address: &str) -> bool {
        matches!(self.rules.of(address), Some(Fate::Moved(_)))
    }

    /// True when there is a word about an address: an end, or a move to what stands.
    fn is_told(&self, address: &str) -> bool {
        // A move that leads nowhere is told of as such.
        let portal = self.portal.settings.address.as_deref();
        let mut said = self.portal.said.moved.iter();
        let is_said = said.any(|one| address.starts_with(from_root(&one.from.value, portal)));
        let (to, end) = self.fate(address);
        is_said || to.is_some() || end.is_some()
    }

    /// Territories that are missing: found under another name, or lost.
    fn places(&mut self) {
        let portal = self.portal;
        let known: BTreeSet<&TerritoryPath> = portal.lock.places().into_iter().collect();
        let is_fresh = |path: &TerritoryPath| {
            let contents = portal.lock.contents(&Head::Place(path.clone()));
            let published = contents.entries.iter().any(|one| one.kind == Kind::Place);
            let fate = self.rules.of(&format!("{path}/"));
            !known.contains(path) || !published || fate.is_some()
        };
        let fresh: Vec<(&Territory, Vec<Present<'_>>)> = portal
            .places()
            .filter(|place| is_fresh(&place.path))
            .map(|place| (place, present::of_place(place)))
            .collect();
        let mut taken: HashMap<String, usize> = HashMap::new();
        let mut found = Vec::new();
        for path in known {
            let address = format!("{path}/");
            if portal.territory(path).is_some()
                || portal.is_elsewhere(path)
                || is_broken(portal, Some(path))
                || self.has_moved(&address)
                || self.is_told(&address)
            {
                continue;
            }
            let contents = portal.lock.contents(&Head::Place(path.clone()));
            let records = records(&contents.entries);
            let Some(own) = records.get(&(Kind::Place, "", "")) else {
                continue;
            };
            let like: Vec<_> = fresh
                .iter()
                .filter(|(place, _)| place.is_region() == path.municipality.is_none())
                .map(|(place, present)| (place, likeness(&records, present)))
                .filter(|(_, likeness)| likeness.is_possible())
                .collect();
            let sure: Vec<_> = like
                .iter()
                .filter(|(_, one)| one.is_beyond_doubt())
                .collect();
            if let [(place, _)] = sure.as_slice() {
                let to = format!("{}/", place.path);
                *taken.entry(to.clone()).or_default() += 1;
                found.push((address, to));
                continue;
            }
            // A municipality of a region that was renamed goes with it.
            let maybe = match like.as_slice() {
                [(place, _)] => Some(format!("{}/", place.path)),
                _ => None,
            };
            self.out.lost.push(lost(own, &address, None, maybe));
        }
        for (from, to) in found {
            if taken[&to] == 1 {
                self.rules.moved(&from, &to);
                self.out.found.push((from, to));
            }
        }
        // What is told of a region holds for its municipalities.
        let told: Vec<bool> = self
            .out
            .lost
            .iter()
            .map(|lost| self.is_told(&lost.address))
            .collect();
        let mut told = told.into_iter();
        self.out.lost.retain(|_| !told.next().unwrap_or_default());
        let gone: BTreeSet<String> = self
            .out
            .lost
            .iter()
            .map(|one| one.address.clone())
            .collect();
        self.out.lost.retain(|lost| {
            let mut above = thing::ways_up(&lost.address).skip(1);
            !above.any(|up| gone.contains(up))
        });
    }

    /// The territory that a block of the lock is about: itself, or what took its place.
    fn image(&self, path: &TerritoryPath) -> Option<&'a Territory> {
        if let Some(place) = self.portal.territory(path) {
            return Some(place);
        }
        let (to, _) = self.fate(&format!("{path}/"));
        let path = TerritoryPath::parse(to?.trim_end_matches('/'))?;
        self.portal.territory(&path)
    }

    fn block(&mut self, path: &TerritoryPath) {
        let portal = self.portal;
        if portal.is_elsewhere(path) || is_broken(portal, Some(path)) {
            return;
        }
        let head = Head::Place(path.clone());
        let contents = portal.lock.contents(&head);
        let records = records(&contents.entries);
        let own = records.get(&(Kind::Place, "", ""));
        let name = own.map(|own| own.title().to_owned());
        let image = self.image(path);
        let mut missing: Vec<(&Name<'_>, &Record<'_>)> = records.iter().collect();
        if let Some(place) = image {
            let present = present::of_place(place);
            let named = by_name(&present);
            missing.retain(|(name, _)| !named.contains_key(name) && name.0 != Kind::Place);
            let same = place.path == *path;
            let of_image = match same {
                true => None,
                false => Some(portal.lock.contents(&Head::Place(place.path.clone()))),
            };
            let of_image = of_image.map(|contents| self::records_of(&contents.entries));
            let is_known = |one: &Present<'_>| {
                let own = (one.kind, one.parent, one.id);
                records.contains_key(&own)
                    || of_image.as_ref().is_some_and(|known| {
                        known.contains(&(one.kind, one.parent.to_owned(), one.id.to_owned()))
                    })
            };
            // What came back after it was taken down or moved away is new again.
            let is_fresh = |one: &&Present<'_>| {
                let address = thing::address(Some(&place.path), one.kind, one.parent, one.id);
                !is_known(one) || self.rules.of(&address).is_some()
            };
            let fresh: Vec<&Present<'_>> = present.iter().filter(is_fresh).collect();
            self.missing(path, place, &missing, &records, &fresh, &present);
            if same {
                self.taken(Some(path), &present, &records);
            }
        }
        for (thing, record) in &records {
            let (kind, parent, id) = *thing;
            let address = thing::address(Some(path), kind, parent, id);
            let of_place = name.clone().filter(|_| kind != Kind::Place);
            if !address.contains('#') && !self.stands(&address) {
                // In a country events have no pages; those that had one, in a smaller portal, keep it.
                if record.had_page() {
                    self.pending(
                        address,
                        Some(kind),
                        record.title(),
                        of_place,
                        record.since(),
                    );
                }
            }
        }
        let absent = missing.iter();
        self.absent.extend(
            absent.map(|((kind, parent, id), _)| thing::address(Some(path), *kind, parent, id)),
        );
        let stood: Vec<_> = missing
            .iter()
            .filter_map(|((kind, parent, id), _)| {
                let (page, anchor) = thing::seat(Some(path), *kind, parent, id)?;
                Some((page, anchor, thing::address(Some(path), *kind, parent, id)))
            })
            .collect();
        self.former.extend(stood);
        for (file, since) in &contents.files {
            let address = format!("{path}/{file}");
            if !self.stands(&address) {
                self.pending(address, None, "", name.clone(), since);
            }
        }
    }

    fn pending(
        &mut self,
        address: String,
        kind: Option<Kind>,
        title: &str,
        place: Option<String>,
        since: &str,
    ) {
        let pending = Pending {
            kind,
            title: title.to_owned(),
            place,
            since: moment(since).0.to_owned(),
        };
        self.pending.insert(address, pending);
    }

    /// Things of a territory that are not there by their names: found under another one, told of, or lost.
    fn missing(
        &mut self,
        path: &TerritoryPath,
        place: &Territory,
        missing: &[(&Name<'_>, &Record<'_>)],
        records: &BTreeMap<Name<'_>, Record<'_>>,
        fresh: &[&Present<'_>],
        present: &[Present<'_>],
    ) {
        let address = |name: &Name<'_>| thing::address(Some(path), name.0, name.1, name.2);
        let new =
            |one: &Present<'_>| thing::address(Some(&place.path), one.kind, one.parent, one.id);
        // What was told of things while the territory was away, under its other name, must hold at home, too.
        let is_home_again = place.path == *path && self.rules.of(&format!("{path}/")).is_some();
        // Plans first: their events go with them.
        let untold: Vec<&str> = missing
            .iter()
            .filter(|(name, _)| name.0 == Kind::Plan && !self.has_moved(&address(name)))
            .filter(|(name, _)| !self.is_told(&address(name)))
            .map(|(name, _)| name.2)
            .collect();
        let fresh_plans: Vec<&str> = fresh
            .iter()
            .filter(|one| one.kind == Kind::Plan)
            .map(|one| one.id)
            .collect();
        for (old, now) in renamed_plans(&untold, records, &fresh_plans, present) {
            let from = thing::address(Some(path), Kind::Plan, "", old);
            let to = thing::address(Some(&place.path), Kind::Plan, "", now);
            self.rules.moved(&from, &to);
            self.out.found.push((from, to));
        }
        let plans = find::plans(present);
        let named = by_name(present);
        let mut left: Vec<(Name<'_>, &Record<'_>)> = Vec::new();
        for (name, record) in missing {
            let own = address(name);
            if is_home_again && self.rules.of(&own).is_none() {
                self.keep_word(&own);
            }
            if self.has_moved(&own) || self.is_settled(path, place, name, &plans, &named) {
                continue;
            }
            // What stood in a territory under its old name and is lost there under its new one is one loss.
            let end = self.follow(&own);
            let mut lost = self.out.lost.iter();
            if matches!(&end, End::Nowhere(last) if *last != own
                && lost.any(|one| last.starts_with(&one.address)))
            {
                continue;
            }
            left.push((**name, record));
        }
        let borrowed: Vec<(&Name<'_>, &Record<'_>)> =
            left.iter().map(|(name, record)| (name, *record)).collect();
        let found: Vec<_> = renamed(&borrowed, fresh)
            .into_iter()
            .filter(|(name, _)| name.0 != Kind::Plan)
            .collect();
        for (name, one) in &found {
            let (from, to) = (address(name), new(one));
            self.rules.moved(&from, &to);
            self.out.found.push((from, to));
        }
        let is_found = |name: &Name<'_>| found.iter().any(|(one, _)| one == name);
        let lost_plans: BTreeSet<&str> = left
            .iter()
            .filter(|(name, _)| name.0 == Kind::Plan)
            .map(|(name, _)| name.2)
            .collect();
        let of_place = Some(place.names.name.clone());
        for (name, record) in left.iter().filter(|(name, _)| !is_found(name)) {
            if name.0 == Kind::Event && lost_plans.contains(name.1) {
                continue;
            }
            let kin = |one: &&&Present<'_>| one.kind == name.0 && one.parent == name.1;
            let rivals = left
                .iter()
                .filter(|(one, _)| one.0 == name.0 && one.1 == name.1);
            let mut likely = fresh.iter().filter(kin);
            let maybe = match (likely.next(), likely.next(), rivals.count()) {
                (Some(only), None, 1) => Some(new(only)),
                _ => None,
            };
            let lost = lost(record, &address(name), of_place.clone(), maybe);
            self.out.lost.push(lost);
        }
    }

    /// Writes down under an address what became of it under another one.
    fn keep_word(&mut self, address: &str) {
        match self.follow(address) {
            End::Stands(to) => self.out.found.push((address.to_owned(), to)),
            End::Gone(_, word) => self.out.ended.push((address.to_owned(), word)),
            End::Nowhere(_) => {}
        }
    }

    /// True when a missing thing is accounted for: its address leads somewhere, or there is a word about it.
    fn is_settled(
        &self,
        path: &TerritoryPath,
        place: &Territory,
        name: &Name<'_>,
        plans: &BTreeSet<&str>,
        named: &HashMap<Name<'_>, &Present<'_>>,
    ) -> bool {
        let (kind, parent, id) = *name;
        let address = thing::address(Some(path), kind, parent, id);
        // A practice may have gone to another territory: its address is the same.
        if matches!(kind, Kind::Practice | Kind::Collection) && self.stands(&address) {
            return true;
        }
        let (to, end) = self.fate(&address);
        if end.is_some() {
            return true;
        }
        let Some(to) = to else { return false };
        match kind {
            // The event must be in the plan that took the place of its own, not only the plan be there.
            Kind::Event if self.rules.of(&address).is_none() => {
                let home = format!("{}/plan/", place.path);
                let rest = to.strip_prefix(&home).unwrap_or_default();
                let mut parts = rest.split(['/', '#']).filter(|part| !part.is_empty());
                match (parts.next(), parts.next()) {
                    (Some(plan), Some(event)) => {
                        plans.contains(plan) && named.contains_key(&(Kind::Event, plan, event))
                    }
                    _ => false,
                }
            }
            Kind::Person if self.rules.of(&address).is_none() => {
                named.contains_key(&(Kind::Person, "", id))
            }
            Kind::Event | Kind::Person => true,
            // A page of a list that took its place by being above it proves nothing.
            _ => thing::is_page(&to) || kind == Kind::File,
        }
    }

    /// What all territories share, and files.
    fn shared(&mut self) {
        let portal = self.portal;
        let contents = portal.lock.contents(&Head::Shared);
        let records = records(&contents.entries);
        let present = present::shared(portal);
        let named = by_name(&present);
        let is_file_elsewhere = |id: &str| {
            let region = id.split('/').next().and_then(TerritoryPath::parse);
            portal.reach != Reach::Whole
                && id.starts_with(|c: char| c.is_ascii_digit())
                && region.is_none_or(|region| {
                    portal.is_elsewhere(&region)
                        || portal.reach != Reach::Part(vec![region.clone()])
                })
        };
        let missing: Vec<(&Name<'_>, &Record<'_>)> = records
            .iter()
            .filter(|(name, _)| !named.contains_key(*name))
            .filter(|(name, _)| name.0 != Kind::File || !is_file_elsewhere(name.2))
            .collect();
        let address = |name: &Name<'_>| thing::address(None, name.0, name.1, name.2);
        if !is_broken(portal, None) {
            let left: Vec<(&Name<'_>, &Record<'_>)> = missing
                .iter()
                .copied()
                .filter(|(name, _)| {
                    let address = address(name);
                    !(self.has_moved(&address)
                        || self.is_told(&address)
                        || self.stands(&address) && !address.contains('#'))
                })
                .collect();
            let is_fresh = |one: &&Present<'_>| {
                let known = records.contains_key(&(one.kind, one.parent, one.id));
                !known
                    || self
                        .rules
                        .of(&thing::address(None, one.kind, "", one.id))
                        .is_some()
            };
            let fresh: Vec<&Present<'_>> = present.iter().filter(is_fresh).collect();
            let found = renamed(&left, &fresh);
            for (name, one) in &found {
                let to = thing::address(None, one.kind, one.parent, one.id);
                self.rules.moved(&address(name), &to);
                self.out.found.push((address(name), to));
            }
            let under_lost: Vec<String> = self
                .out
                .lost
                .iter()
                .map(|lost| lost.address.clone())
                .collect();
            for (name, record) in left {
                let own = address(name);
                let is_found = found.iter().any(|(one, _)| one == name);
                // A file of a territory that is lost, or could not be read, is not a loss of its own.
                let is_part = thing::ways_up(&own).any(|up| under_lost.iter().any(|one| one == up));
                let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
                let is_unread = portal.broken.iter().any(|file| file.starts_with(folder));
                let is_told = is_found || is_part || (name.0 == Kind::File && is_unread);
                if !is_told {
                    self.out.lost.push(lost(record, &own, None, None));
                }
            }
        }
        self.taken(None, &present, &records);
        let stood: Vec<_> = missing
            .iter()
            .filter_map(|(name, _)| {
                let (page, anchor) = thing::seat(None, name.0, name.1, name.2)?;
                Some((page, anchor, address(name)))
            })
            .collect();
        self.former.extend(stood);
        for (name, record) in &missing {
            let own = address(name);
            if !own.contains('#') && !self.stands(&own) {
                self.pending(own, Some(name.0), record.title(), None, record.since());
            }
        }
        // Lists that depend on all territories are not known from a part of them.
        if portal.reach == Reach::Whole {
            for (file, since) in &contents.files {
                if !self.stands(file) {
                    self.pending((*file).to_owned(), None, "", None, since);
                }
            }
        }
    }
}

fn records_of(entries: &[Entry<'_>]) -> HashSet<(Kind, String, String)> {
    let names = entries.iter();
    names
        .map(|one| (one.kind, one.parent.to_owned(), one.id.to_owned()))
        .collect()
}

fn lost(record: &Record<'_>, address: &str, place: Option<String>, maybe: Option<String>) -> Lost {
    Lost {
        kind: record.first.kind,
        address: address.to_owned(),
        title: record.title().to_owned(),
        place,
        since: record.since().to_owned(),
        at: record.first.at,
        maybe,
    }
}
