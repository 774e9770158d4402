//! What the server shows: files of a site, wherever they come from. It knows neither how they are made nor HTTP.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::problem::ShownProblem;

/// The files of a site. They may be made when they are asked for, so to ask may take a while.
pub trait Files: Send + Sync {
    /// The bytes of the file at an output path, `38-irkutskaya/index.html`; none when the site has no such file.
    ///
    /// # Errors
    /// When the file cannot be made: most often a template is at fault.
    fn file(&self, path: &str) -> Result<Option<Arc<[u8]>>, Box<ShownProblem>>;

    /// True when the site has a page at this output path. No page is made to answer.
    fn has_page(&self, path: &str) -> bool;

    /// How many pages there are.
    fn pages(&self) -> usize;

    /// Fingerprint of the style sheets.
    fn styles(&self) -> u64;

    /// Fingerprint of what pages show beside their own words: pictures, scripts.
    fn surroundings(&self) -> u64;
}

/// All files of a site by output path, made beforehand.
pub type Site = BTreeMap<String, Arc<[u8]>>;

impl Files for Site {
    fn file(&self, path: &str) -> Result<Option<Arc<[u8]>>, Box<ShownProblem>> {
        Ok(self.get(path).cloned())
    }

    fn has_page(&self, path: &str) -> bool {
        self.contains_key(path)
    }

    fn pages(&self) -> usize {
        self.keys().filter(|path| path.ends_with(".html")).count()
    }

    fn styles(&self) -> u64 {
        let sheets = self.iter().filter(|(path, _)| path.ends_with(".css"));
        fingerprint(&sheets.collect::<Vec<_>>())
    }

    fn surroundings(&self) -> u64 {
        let is_page_or_sheet = |path: &str| path.ends_with(".html") || path.ends_with(".css");
        let others = self.iter().filter(|(path, _)| !is_page_or_sheet(path));
        fingerprint(&others.collect::<Vec<_>>())
    }
}

/// A number that tells one value from another.
pub(super) fn fingerprint(value: &impl Hash) -> u64 {
    let mut hasher = Xxh3::new();
    value.hash(&mut hasher);
    hasher.finish()
}
