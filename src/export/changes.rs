//! Changes of the content for feeds: an entry for each changed thing.

use crate::model::history::{Change, History};
use crate::model::id::TerritoryPath;
use crate::model::portal::Portal;
use crate::site::target::target;
use crate::site::{PageKey, PlacePage, Site};
use crate::text::russian;
use jiff::Timestamp;

/// A changed thing for a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeEntry {
    /// Stable in the whole portal: commit, territory, kind and identifier.
    pub id: String,
    /// «Срок перенесён с апреля на май: Определение кураторов».
    pub title: String,
    /// When.
    pub updated: Timestamp,
    /// Address from the root of the portal: the thing, or the page of changes when it is gone.
    pub link: String,
    /// What happened, a sentence a line, plain text.
    pub lines: Vec<String>,
    /// Name of the territory, when there is one.
    pub place: Option<String>,
}

/// Entries of a feed, newest first and at most so many; of the whole portal or of a territory. What changes no promise
/// and no fact is left to the page.
pub fn entries(
    portal: &Portal,
    site: &Site,
    territory: Option<&TerritoryPath>,
    most: usize,
) -> Vec<ChangeEntry> {
    let history = &portal.history;
    let own = |change: &&Change| territory.is_none() || change.territory.as_ref() == territory;
    let mut changes: Vec<&Change> = history.changes().iter().filter(own).collect();
    changes.reverse();
    // A stable sort: of one moment the last one stays first.
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    let weighty = changes.into_iter().filter(|change| !change.is_minor());
    weighty
        .take(most)
        .map(|change| entry(history, site, change))
        .collect()
}

fn entry(history: &History, site: &Site, change: &Change) -> ChangeEntry {
    let place = change.territory.as_ref();
    let page = match place {
        Some(path) => PageKey::place(path, PlacePage::Changes(None)),
        None => PageKey::Changes(None),
    };
    let page = Some(page)
        .filter(|page| site.is_page(page))
        .unwrap_or(PageKey::Changes(None));
    let first = change
        .details
        .first()
        .map(|one| russian::capitalized(&one.words));
    ChangeEntry {
        id: format!(
            "{}/{}/{}/{}",
            change.commit,
            place.map(ToString::to_string).unwrap_or_default(),
            change.subject.code(),
            change.subject.id()
        ),
        title: format!("{}: {}", first.unwrap_or_default(), change.title),
        updated: change.at,
        link: address(site, change).unwrap_or_else(|| page.address().as_str().to_owned()),
        lines: change
            .details
            .iter()
            .map(|one| russian::capitalized(&one.words))
            .collect(),
        place: place.and_then(|path| history.places.get(path)).cloned(),
    }
}

/// Address of the changed thing from the root of the portal.
fn address(site: &Site, change: &Change) -> Option<String> {
    let (page, anchor) = target(site, change)?;
    Some(match anchor {
        Some(anchor) if site.is_page(&page) => format!("{}#{anchor}", page.address().as_str()),
        _ => site.address(&page),
    })
}
