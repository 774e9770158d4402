//! Links as they are written into one page.

use std::sync::Arc;

use crate::render::edition::Edition;
use crate::site::{Address, PageKey, Seats, anchors};

/// Writes links for one page.
#[derive(Debug, Clone)]
pub struct Linker {
    here: Address,
    /// What links begin with where they cannot be relative: for the page of unknown addresses the path of the portal on
    /// its host, for files that are read elsewhere its whole address.
    base_path: Option<String>,
    seats: Arc<Seats>,
}

impl Linker {
    /// Links for the page `key`.
    pub fn new(key: &PageKey, edition: &Edition, seats: &Arc<Seats>) -> Linker {
        let base_path = match key {
            PageKey::NotFound => edition.base_url.as_deref().map(path_of),
            _ => None,
        };
        Linker {
            here: key.address(),
            base_path,
            seats: Arc::clone(seats),
        }
    }

    /// Links for a file that is not a page: from the address of the portal where it is known, since such files are read
    /// elsewhere, else relative to the file.
    pub fn for_file(path: &str, address: Option<&str>, seats: &Arc<Seats>) -> Linker {
        Linker {
            here: Address::new(path),
            base_path: address.map(str::to_owned),
            seats: Arc::clone(seats),
        }
    }

    /// Link to another page.
    pub fn page(&self, key: &PageKey) -> String {
        match self.seats.seat(key) {
            None => self.path(key.address().as_str()),
            Some((seat, None)) => self.path(seat.address().as_str()),
            Some((seat, Some(anchor))) => self.at(&seat, &anchor),
        }
    }

    /// Link to a place on a page.
    pub fn anchor(&self, key: &PageKey, anchor: &str) -> String {
        match self.seats.seat(key) {
            // People keep their anchors wherever they stand; headings of a section do not.
            Some((seat, _)) if anchors::is_person(anchor) => self.at(&seat, anchor),
            Some(_) => self.page(key),
            None => self.at(key, anchor),
        }
    }

    fn at(&self, page: &PageKey, anchor: &str) -> String {
        let address = page.address();
        match address == self.here {
            true => format!("#{anchor}"),
            false => format!("{}#{anchor}", self.path(address.as_str())),
        }
    }

    /// Link to any file or page by its path from the root.
    pub fn path(&self, path: &str) -> String {
        match &self.base_path {
            Some(base) => format!("{base}{path}"),
            None => self.here.to(path),
        }
    }
}

/// «https://host/portal/» → «/portal/».
fn path_of(base_url: &str) -> String {
    let after_scheme = base_url
        .split_once("://")
        .map_or(base_url, |(_, rest)| rest);
    let path = after_scheme.find('/').map_or("/", |at| &after_scheme[at..]);
    if path.ends_with('/') {
        path.to_owned()
    } else {
        format!("{path}/")
    }
}
