//! Files that describe open data for programs and for catalogues, and the address of each.

use jiff::civil::{Date, date};

use crate::model::portal::Portal;
use crate::site::data::{FOLDER, Format, Scope, TableName, scopes};

/// The catalogue of everything: DCAT.
pub const CATALOG: &str = "dannye/catalog.jsonld";

/// The register of data sets, as Russian portals of open data read it.
pub const REGISTER: &str = "dannye/list.csv";

/// Since when the tables have the columns they have: a part of addresses, changed by hand when columns are added.
pub const STRUCTURE: Date = date(2026, 11, 22);

/// What all tables together are.
pub const ABOUT: &str = "Планы поддержки школ: мероприятия, сроки, ответственные, показатели, школы и документы. Слова документов приведены дословно, рядом — то, что из них прочитано.";

impl Scope {
    /// The first day of the earliest plan and the last day of the latest; none without plans.
    pub fn days(&self, portal: &Portal) -> Option<(Date, Date)> {
        let places = &portal.territories[self.range(portal)];
        let plans = places.iter().flat_map(|place| &place.plans);
        plans
            .map(|plan| (plan.period.first, plan.period.last))
            .reduce(|(first, last), (other, end)| (first.min(other), last.max(end)))
    }
}

/// The folder of a scope's data, with a slash at the end.
pub fn folder(scope: &Scope) -> String {
    match scope {
        Scope::Portal => format!("{FOLDER}/"),
        Scope::Place(path) => format!("{path}/{FOLDER}/"),
    }
}

/// The Data Package of a scope.
pub fn package(scope: &Scope) -> String {
    format!("{}datapackage.json", folder(scope))
}

/// What CSV on the Web says of all tables of a scope together, and of their keys.
pub fn group(scope: &Scope) -> String {
    format!("{}csv-metadata.json", folder(scope))
}

/// What CSV on the Web says of one table: beside its file, where programs look for it.
pub fn beside(scope: &Scope, table: TableName) -> String {
    format!("{}-metadata.json", scope.file(table, Format::Csv))
}

/// The passport of a data set of the whole portal.
pub fn passport(table: TableName) -> String {
    format!("{FOLDER}/{}/meta.csv", table.file)
}

/// The columns of a data set of the whole portal.
pub fn structure(table: TableName) -> String {
    let day = STRUCTURE.strftime("%Y%m%d");
    format!("{FOLDER}/{}/structure-{day}.csv", table.file)
}

/// Every file of this kind: descriptions of the tables that lie there as CSV.
pub fn files(portal: &Portal) -> Vec<String> {
    let mut files = vec![CATALOG.to_owned(), REGISTER.to_owned()];
    for scope in scopes(portal) {
        let tables = scope.published(portal, Format::Csv);
        if tables.is_empty() {
            continue;
        }
        files.extend([package(&scope), group(&scope)]);
        files.extend(tables.iter().map(|table| beside(&scope, *table)));
        if scope == Scope::Portal {
            files.extend(
                tables
                    .iter()
                    .flat_map(|table| [passport(*table), structure(*table)]),
            );
        }
    }
    files
}
