//! What the lock has to say after a build: everything that is published now and was not written down before.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::civil::Date;

use crate::model::id::TerritoryPath;
use crate::model::lasting::Kind;
use crate::model::lasting::lock::{Change, Head, mark, moment, short};
use crate::model::portal::{Portal, Reach};
use crate::site::lasting::account::Lasting;
use crate::site::lasting::find::{Record, records};
use crate::site::lasting::present::{self, Present};
use crate::site::lasting::rules::from_root;
use crate::site::lasting::thing;

/// What is published now.
pub struct Published<'a> {
    /// The addresses of all pages and files.
    pub addresses: Vec<&'a str>,
    /// True when events have no pages of their own, so that their marks are enough.
    pub is_compact: bool,
    /// The day.
    pub today: Date,
}

/// The new text of the lock; none when it stays as it is.
pub fn renewed(portal: &Portal, lasting: &Lasting, published: &Published<'_>) -> Option<String> {
    let mut more: BTreeMap<Head, BTreeSet<String>> = BTreeMap::new();
    let mut add = |head: &Head, lines: Vec<String>| {
        if !lines.is_empty() {
            more.entry(head.clone()).or_default().extend(lines);
        }
    };
    let mut lists = by_head(portal, published);
    for place in portal.places() {
        let head = Head::Place(place.path.clone());
        let list = lists.remove(&head).unwrap_or_default();
        let things = present::of_place(place);
        add(&head, block(portal, &head, &things, &list, published));
    }
    let shared = present::shared(portal);
    // Lists that depend on all territories are not known from a part of them.
    let list = match portal.reach {
        Reach::Whole => lists.remove(&Head::Shared).unwrap_or_default(),
        _ => Vec::new(),
    };
    add(
        &Head::Shared,
        block(portal, &Head::Shared, &shared, &list, published),
    );
    add(&Head::Changes, changes(portal, lasting, published));
    portal.lock.with(more)
}

/// Addresses by the territories they belong to.
fn by_head<'a>(portal: &Portal, published: &Published<'a>) -> BTreeMap<Head, Vec<&'a str>> {
    let mut lists: BTreeMap<Head, Vec<&str>> = BTreeMap::new();
    for address in &published.addresses {
        let mut parts = address.splitn(3, '/');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next());
        let both = second.and_then(|second| TerritoryPath::parse(&format!("{first}/{second}")));
        let place = both
            .filter(|path| portal.territory(path).is_some())
            .or_else(|| {
                TerritoryPath::parse(first).filter(|path| portal.territory(path).is_some())
            });
        let head = place.map_or(Head::Shared, Head::Place);
        lists.entry(head).or_default().push(address);
    }
    lists
}

/// The lines that a block lacks.
fn block(
    portal: &Portal,
    head: &Head,
    things: &[Present<'_>],
    list: &[&str],
    published: &Published<'_>,
) -> Vec<String> {
    let contents = portal.lock.contents(head);
    let records = records(&contents.entries);
    let path = match head {
        Head::Place(path) => Some(path),
        _ => None,
    };
    let day = published.today;
    let (mut lines, mut marks) = (Vec::new(), BTreeMap::new());
    for one in things {
        let record = records.get(&(one.kind, one.parent, one.id));
        let is_event = one.kind == Kind::Event;
        let is_known = record.is_some_and(|record| record.was_called(&one.title));
        // Of a country they are places on other pages, and no page has to answer for them later.
        let is_seated = published.is_compact && one.kind == Kind::Practice;
        let wants_title = one.kind.may_be_seated() && !published.is_compact;
        if is_known && !(wants_title && record.is_some_and(|record| !record.had_page())) {
            continue;
        }
        if is_event && published.is_compact {
            let of_plan: &mut Vec<String> = marks.entry(one.parent).or_default();
            of_plan.push(format!("{}={:08x}", one.id, mark(&one.title)));
            continue;
        }
        let when = when(day, record);
        let title = match one.kind.is_private() || one.kind == Kind::File || is_seated {
            true => format!("#{:08x}", mark(&one.title)),
            false => one.title.clone(),
        };
        let code = one.kind.code();
        lines.push(match one.kind {
            Kind::Place => format!("{code} {when} {title}"),
            Kind::Event => format!("{code} {when} {}/{} {title}", one.parent, one.id),
            _ => format!("{code} {when} {} {title}", one.id),
        });
    }
    let marked = marks.into_iter();
    lines.extend(marked.map(|(plan, events)| format!("events {day} {plan} {}", events.join(" "))));
    lines.extend(files(path, things, list, &contents.files, day));
    lines
}

/// The day, told from other lines of the same day about the same thing.
fn when(day: Date, record: Option<&Record<'_>>) -> String {
    let day = day.to_string();
    let same = record.map_or(0, |record| record.told_on(&day));
    match same {
        0 => day,
        many => format!("{day}~{many}"),
    }
}

/// Pages and files that belong to no single thing, or to one beside its own page; those of one folder share a line.
fn files(
    path: Option<&TerritoryPath>,
    things: &[Present<'_>],
    list: &[&str],
    known: &[(&str, &str)],
    day: Date,
) -> Vec<String> {
    let own: HashSet<String> = things
        .iter()
        .map(|one| thing::address(path, one.kind, one.parent, one.id))
        .collect();
    let known: HashSet<&str> = known.iter().map(|(file, _)| *file).collect();
    let home = path.map(|path| format!("{path}/")).unwrap_or_default();
    let mut by_folder: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in list.iter().filter(|address| !own.contains(**address)) {
        let file = address.strip_prefix(&home).unwrap_or(address);
        if !file.is_empty() && !known.contains(file) && file != NOT_FOUND {
            let folder = file.split('/').next().unwrap_or_default();
            by_folder.entry(folder).or_default().push(file);
        }
    }
    let lines = by_folder.into_values();
    lines
        .map(|mut files| {
            files.sort_unstable();
            format!("files {day} {}", files.join(" "))
        })
        .collect()
}

/// The page for addresses that do not exist is no address.
const NOT_FOUND: &str = "404.html";

/// What has moved, gone and come back since the last time.
fn changes(portal: &Portal, lasting: &Lasting, published: &Published<'_>) -> Vec<String> {
    let standing: HashSet<&str> = published.addresses.iter().copied().collect();
    let known = portal.lock.changes();
    let mut last: BTreeMap<&str, &Change<'_>> = BTreeMap::new();
    for change in &known {
        let address = match change {
            Change::Moved { from, .. } => from,
            Change::Gone { address, .. } | Change::Back { address } => address,
        };
        last.insert(address, change);
    }
    let day = published.today.to_string();
    let of_today = portal.lock.change_count_on(&day);
    let number = match of_today {
        0 => day.clone(),
        many => format!("{day}~{many}"),
    };
    let mut lines = Vec::new();
    let is_absent = |address: &str| !standing.contains(address);
    for (address, change) in &last {
        if standing.contains(address) && !matches!(change, Change::Back { .. }) {
            lines.push(format!("back {number} {address}"));
        }
    }
    let own = |written: &str| from_root(written, portal.settings.address.as_deref()).to_owned();
    let said = portal.said.moved.iter();
    let said = said.map(|one| (own(&one.from.value), own(&one.to.value)));
    let mut moves: BTreeMap<String, String> = lasting.found.iter().cloned().collect();
    moves.extend(said);
    for (from, to) in moves.iter().filter(|(from, _)| is_absent(from)) {
        let same =
            matches!(last.get(from.as_str()), Some(Change::Moved { to: old, .. }) if old == to);
        if !same {
            lines.push(format!("moved {number} {from} {to}"));
        }
    }
    for (address, word) in &lasting.ended {
        let date = word.date.clone().unwrap_or_else(|| number.clone());
        let see = word.see.as_deref().unwrap_or("-");
        lines.push(format!(
            "gone {date} {address} {see} {}",
            short(&word.reason)
        ));
    }
    for one in &portal.said.removed {
        let address = own(&one.address.value);
        let see = one.see.as_ref().map(|see| own(&see.value));
        let reason = short(&one.reason);
        let same = matches!(
            last.get(address.as_str()),
            Some(Change::Gone { see: old, reason: known, .. })
                if *old == see.as_deref() && *known == reason
        );
        if is_absent(&address) && !same && !moves.contains_key(&address) {
            let date = one
                .date
                .map_or_else(|| number.clone(), |date| date.to_string());
            let see = see.unwrap_or_else(|| "-".to_owned());
            lines.push(format!("gone {date} {address} {see} {reason}"));
        }
    }
    lines
}

impl Record<'_> {
    /// How many lines a day has about it.
    fn told_on(&self, day: &str) -> usize {
        self.days.iter().filter(|one| moment(one).0 == day).count()
    }
}
