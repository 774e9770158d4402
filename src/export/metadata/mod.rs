//! Descriptions of the open data, for programs and catalogues: one format a file. Nothing in them is of a clock: their
//! day is the day the data speak of.

pub mod csvw;
pub mod dcat;
pub mod facts;
mod fields;
pub mod package;
pub mod passport;
mod written;

use crate::export::DataFile;
use crate::site::data::Scope;
use crate::site::metadata;
use crate::text::fingerprint::Fingerprint;

use facts::Facts;

/// A file of data by its path, as [`Facts`] want it.
pub fn fingerprint(file: &DataFile) -> (String, Fingerprint) {
    (file.path.clone(), Fingerprint::of(&file.bytes))
}

/// The descriptions of a scope's tables.
pub fn of_scope(facts: &Facts<'_>, scope: &Scope) -> Vec<DataFile> {
    if scope.tables(facts.portal).is_empty() {
        return Vec::new();
    }
    let mut files = vec![package::file(facts, scope)];
    if metadata::is_detailed(scope, facts.portal) {
        files.extend(csvw::files(facts, scope));
    }
    files
}

/// The descriptions of everything: the catalogue, the register with its passports.
pub fn of_portal(facts: &Facts<'_>) -> Vec<DataFile> {
    let mut files = passport::files(facts);
    files.push(dcat::file(facts));
    files
}
