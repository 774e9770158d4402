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
use crate::site::data::{Format, Scope};

use facts::Facts;

/// The descriptions of a scope's tables that lie there as CSV.
pub fn of_scope(facts: &Facts<'_>, scope: &Scope) -> Vec<DataFile> {
    if scope.published(facts.portal, Format::Csv).is_empty() {
        return Vec::new();
    }
    let mut files = vec![package::file(facts, scope)];
    files.extend(csvw::files(facts, scope));
    files
}

/// The descriptions of everything: the catalogue, the register with its passports.
pub fn of_portal(facts: &Facts<'_>) -> Vec<DataFile> {
    let mut files = passport::files(facts);
    files.push(dcat::file(facts));
    files
}
