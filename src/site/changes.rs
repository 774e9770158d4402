//! Pages of changes: which there are.

use crate::model::history::History;
use crate::model::id::TerritoryPath;

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
