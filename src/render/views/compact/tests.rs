//! The pages of a small portal, written as those of a whole country.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;

use crate::model::id::EventRef;
use crate::render::context::Context;
use crate::render::{fixture, page};
use crate::site::{Extent, PageKey, PlacePage, Site};
use crate::text::cell;

/// All pages by their addresses.
fn pages(site: &Site) -> BTreeMap<String, String> {
    let portal = fixture::portal();
    let (theme, edition) = (fixture::theme(), fixture::edition(date(2023, 4, 12)));
    let context = Context::new(&portal, site, &theme, &edition);
    let keys = site.pages().iter();
    keys.map(|key| {
        let made = page(&context, key).unwrap_or_else(|error| panic!("{key:?}: {error}"));
        let html = made.html.expect("nothing stands from an earlier build");
        (key.address().as_str().to_owned(), html)
    })
    .collect()
}

fn compact() -> Site {
    Site::drawn(&fixture::portal(), Extent::Compact)
}

/// The values of an attribute.
fn values<'h>(html: &'h str, attribute: &str) -> impl Iterator<Item = &'h str> {
    let pattern = format!(" {attribute}=\"");
    let starts: Vec<usize> = html
        .match_indices(&pattern)
        .map(|(at, found)| at + found.len())
        .collect();
    starts
        .into_iter()
        .filter_map(|at| html[at..].split('"').next())
}

#[test]
fn every_link_leads_to_a_page_that_exists_and_a_place_on_it() {
    let site = compact();
    let pages = pages(&site);
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(address, html)| (address.as_str(), values(html, "id").collect()))
        .collect();
    let mut lost = Vec::new();
    for (address, html) in &pages {
        for href in values(html, "href") {
            if href.contains(':') {
                continue;
            }
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            let target = match path {
                "" => address.clone(),
                path => fixture::resolved(address, path.split('?').next().unwrap_or_default()),
            };
            // The page of lost addresses has links from the root.
            let target = target.trim_start_matches('/');
            let there = match ids.get(target) {
                Some(ids) => anchor.is_empty() || ids.contains(anchor),
                // These are made after the pages.
                None => {
                    let later = ["assets/", "manifest", "poisk/i/"];
                    site.has_file(target) || later.iter().any(|start| target.starts_with(start))
                }
            };
            if !there && !target.ends_with(".webmanifest") {
                lost.push(format!("{address}: {href}"));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn no_two_things_of_a_page_share_an_anchor() {
    for (address, html) in pages(&compact()) {
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = values(&html, "id").filter(|id| !seen.insert(*id)).collect();
        assert!(twice.is_empty(), "{address}: {twice:?}");
    }
}

#[test]
fn every_page_of_a_smaller_portal_has_a_seat() {
    let portal = fixture::portal();
    let (all, few) = (Site::drawn(&portal, Extent::Detailed), compact());
    let lost: Vec<&PageKey> = all.pages().iter().filter(|page| !few.has(page)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(few.pages().len() < all.pages().len());
    for page in all.pages() {
        let address = page.address();
        let found = few.page_at(address.as_str());
        assert_eq!(found.as_deref(), Some(page), "{}", address.as_str());
    }
}

#[test]
fn every_cell_of_every_measure_stands_at_its_anchor() {
    let (portal, site) = (fixture::portal(), compact());
    let pages = pages(&site);
    let bare = |html: &str| -> String {
        let mut words = String::new();
        let mut inside = false;
        for c in html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside && !c.is_whitespace() => words.push(c),
                _ => {}
            }
        }
        crate::render::words::unescape(&words)
    };
    for territory in &portal.territories {
        for plan in &territory.plans {
            let page = PlacePage::Plan(plan.id.clone());
            let html = &pages[PageKey::place(&territory.path, page).address().as_str()];
            for event in plan.events() {
                let id = EventRef {
                    plan: plan.id.clone(),
                    event: event.id.clone(),
                };
                let key = PageKey::place(&territory.path, PlacePage::Event(id));
                assert!(
                    site.extent()
                        .address(&key)
                        .ends_with(&format!("#{}", event.id))
                );
                let at = html
                    .find(&format!(" id=\"{}\"", event.id))
                    .unwrap_or_else(|| panic!("{} is not on its plan", event.id));
                let own = html[at..].split("\n<li id=").next().unwrap_or_default();
                let own = bare(own);
                let cells = [
                    Some(event.title.value.as_str()),
                    event.deadline.as_ref().map(|c| c.value.verbatim.as_str()),
                    event
                        .responsible
                        .as_ref()
                        .map(|c| c.value.verbatim.as_str()),
                    event.indicator.as_ref().map(|c| c.value.verbatim.as_str()),
                    event.result.as_ref().map(|c| c.value.verbatim.as_str()),
                ];
                for cell in cells.into_iter().flatten() {
                    let shown: String = cell::shown(cell)
                        .chars()
                        .filter(|c| !c.is_whitespace())
                        .collect();
                    assert!(own.contains(&shown), "«{cell}» is not said in {own}");
                }
            }
        }
    }
}

#[test]
fn the_frame_of_a_page_is_light() {
    for (address, html) in pages(&compact()) {
        let lean = html.contains("<body class=\"compact\">");
        let (before, rest) = html.split_once("<main").expect("a main part");
        let (_, after) = rest.split_once("</main>").expect("its end");
        let frame = before.len() + after.len();
        assert!(!lean || frame <= 2800, "{address}: {frame} bytes");
    }
}
