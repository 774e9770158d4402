//! Pages of changes: which there are, and when pages were changed.

use jiff::civil::Date;

use crate::model::history::{History, Subject};
use crate::model::id::TerritoryPath;
use crate::site::page::{PageKey, PlacePage};

/// How many changes stand on the first page; when there are more, every year has a page.
pub const LATEST: usize = 100;

/// Years that have a page of their own, newest first.
pub fn years(history: &History, territory: Option<&TerritoryPath>) -> Vec<i16> {
    let number = match territory {
        Some(path) => history.in_territory(path).count(),
        None => history.changes().len(),
    };
    match number > LATEST {
        true => history.years(territory),
        false => Vec::new(),
    }
}

/// The day a page of a territory was last changed; none for pages that are made of many things.
pub fn last_day(history: &History, page: &PageKey) -> Option<Date> {
    let PageKey::Place(path, page) = page else {
        return None;
    };
    let subject = match page {
        PlacePage::Event(event) => Subject::Event(event.clone()),
        PlacePage::Document(id) => Subject::Document(id.clone()),
        PlacePage::School(id) => Subject::School(id.clone()),
        PlacePage::NewsItem(id) => Subject::News(id.clone()),
        _ => return history.last_change(path).map(|change| change.day),
    };
    let last = history.of(Some(path), &subject).last();
    last.map(|change| change.day)
}
