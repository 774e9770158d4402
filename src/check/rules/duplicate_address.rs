//! Two pages or files with one address (П202, error).
//!
//! Why: one of them would silently replace the other. Zola names both files for this mistake, Hugo none; we name the
//! file and the address. Equal identifiers of one kind are П201 and are not reported again.
//!
//! Example: a region's folder is called `slovar`, and the glossary of the portal lives at `/slovar/`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::model::id::TerritoryPath;
use crate::model::place::section::REQUIRED;
use crate::model::portal::Portal;
use crate::site::{Address, PageKey, PlacePage, Site};

/// First parts of addresses that are taken without being pages.
const TAKEN: &[&str] = &["assets"];

/// Last parts of a region's own addresses beside the required sections.
const OWN_PAGES: &[&str] = &[
    "alfavit",
    "kalendar",
    "polnota",
    "arkhiv",
    "obeshchaniya",
    "sravnenie",
    "podtverzhdenie",
];

/// Finds folders named like the portal's own pages, then whatever else meets at one address.
pub fn check(portal: &Portal, site: &Site, found: &mut Vec<Diagnostic>) {
    let misnamed = misnamed_territories(portal, site);
    for (path, span) in &misnamed {
        let message = format!("имя папки занято: по адресу /{path}/ уже есть страница портала");
        let help = "переименуйте папку, например добавьте номер региона: 38-irkutskaya";
        found.push(Diagnostic::error(codes::DUPLICATE_ADDRESS, *span, message).help(help));
    }
    let is_misnamed = |page: &PageKey| match page {
        PageKey::Place(path, _) => {
            misnamed.contains_key(path) || misnamed.keys().any(|m| m.region == path.region)
        }
        _ => false,
    };
    let mut owners: BTreeMap<Address, &PageKey> = BTreeMap::new();
    for page in site.pages() {
        match owners.insert(page.address(), page) {
            Some(first) if !same_id(first, page) && !is_misnamed(first) && !is_misnamed(page) => {
                found.extend(two_pages(portal, first, page));
            }
            _ => {}
        }
    }
    attachments(portal, &owners, found);
}

/// Territories whose folder has the name of a page: regions beside the portal's pages, municipalities beside their
/// region's.
fn misnamed_territories(portal: &Portal, site: &Site) -> BTreeMap<TerritoryPath, Span> {
    let shared: Vec<Address> = site
        .pages()
        .iter()
        .filter(|page| !matches!(page, PageKey::Place(..)))
        .map(PageKey::address)
        .collect();
    let mut taken: BTreeSet<&str> = shared
        .iter()
        .filter_map(|address| address.as_str().split('/').next())
        .collect();
    taken.extend(TAKEN);
    let mut own: BTreeSet<&str> = REQUIRED.iter().map(|section| section.code).collect();
    own.extend(OWN_PAGES);
    let is_taken = |path: &TerritoryPath| match &path.municipality {
        Some(municipality) => own.contains(municipality.as_str()),
        None => taken.contains(path.region.as_str()),
    };
    let misnamed = portal
        .territories
        .iter()
        .filter(|territory| is_taken(&territory.path));
    misnamed
        .map(|territory| (territory.path.clone(), territory.span))
        .collect()
}

/// Equal identifiers are the mistake of П201.
fn same_id(first: &PageKey, second: &PageKey) -> bool {
    match (first, second) {
        (
            PageKey::Practice(a) | PageKey::Collection(a),
            PageKey::Practice(b) | PageKey::Collection(b),
        ) => a == b,
        _ => first == second,
    }
}

fn two_pages(portal: &Portal, first: &PageKey, second: &PageKey) -> Option<Diagnostic> {
    let message = format!("у двух страниц один адрес: /{}", second.address().as_str());
    let (span, other) = match (span_of(portal, first), span_of(portal, second)) {
        (first, Some(second)) => (second, first),
        (Some(first), None) => (first, None),
        (None, None) => return None,
    };
    let error = Diagnostic::error(codes::DUPLICATE_ADDRESS, span, message)
        .help("измените идентификатор или имя файла одной из них");
    Some(match other {
        Some(other) => error.related(other, "вторая страница"),
        None => error,
    })
}

/// Where a page comes from, as far as one place makes it.
fn span_of(portal: &Portal, page: &PageKey) -> Option<Span> {
    match page {
        PageKey::Practice(id) => portal
            .practices()
            .find(|(_, p)| &p.id == id)
            .map(|(_, p)| p.span),
        PageKey::Collection(id) => portal
            .collections
            .iter()
            .find(|c| &c.id == id)
            .map(|c| c.span),
        PageKey::Term(id) => portal
            .terms
            .iter()
            .find(|term| &term.id == id)
            .map(|term| term.span),
        PageKey::Info(id) => portal
            .pages
            .iter()
            .find(|info| &info.id == id)
            .map(|info| info.span),
        PageKey::Place(path, page) => {
            let territory = portal.territory(path)?;
            match page {
                PlacePage::Document(id) => territory.document(id).map(|document| document.span),
                PlacePage::Plan(id) | PlacePage::Wall(id) | PlacePage::Results(id) => {
                    territory.plan(id).map(|plan| plan.span)
                }
                PlacePage::Event(at) => territory
                    .plan(&at.plan)?
                    .event(&at.event)
                    .map(|(_, event)| event.span),
                PlacePage::School(id) => territory.school(id).map(|school| school.span),
                PlacePage::NewsItem(id) => territory
                    .news
                    .iter()
                    .find(|item| &item.id == id)
                    .map(|item| item.span),
                _ => Some(territory.span),
            }
        }
        _ => None,
    }
}

fn attachments(portal: &Portal, owners: &BTreeMap<Address, &PageKey>, found: &mut Vec<Diagnostic>) {
    let files: BTreeSet<String> = owners.keys().map(Address::file).collect();
    for attachment in portal
        .attachments
        .iter()
        .filter(|attachment| files.contains(&attachment.path))
    {
        let message = format!("файл занял бы место страницы портала: {}", attachment.path);
        let error = Diagnostic::error(
            codes::DUPLICATE_ADDRESS,
            Span::start_of(attachment.source),
            message,
        );
        found.push(error.help("переименуйте файл"));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        attachment, brief, collection, portal, practice, run_whole, territory,
    };

    #[test]
    fn a_folder_named_like_a_page_is_found_once() {
        let names = ["slovar", "assets", "04-altay/kalendar", "04-altay/gornyy"];
        let found = run_whole(check, &portal(names.map(territory)));
        assert_eq!(
            brief(&found),
            [
                "П202 1 имя папки занято: по адресу /04-altay/kalendar/ уже есть страница портала",
                "П202 1 имя папки занято: по адресу /assets/ уже есть страница портала",
                "П202 1 имя папки занято: по адресу /slovar/ уже есть страница портала",
            ]
        );
    }

    #[test]
    fn a_file_cannot_stand_in_for_a_page() {
        let mut portal = portal([territory("04-altay/gornyy")]);
        portal.attachments = vec![
            attachment("04-altay/gornyy/index.html"),
            attachment("04-altay/gornyy/foto.png"),
        ];
        let found = run_whole(check, &portal);
        assert_eq!(
            brief(&found),
            ["П202 0 файл занял бы место страницы портала: 04-altay/gornyy/index.html"]
        );
    }

    #[test]
    fn equal_identifiers_are_left_to_their_own_rule() {
        let mut place = territory("04-altay/gornyy");
        place.practices = vec![practice("nastavnichestvo", 2)];
        let mut portal = portal([place]);
        portal.collections = vec![collection("nastavnichestvo", 3, [])];
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }
}
