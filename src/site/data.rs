//! Files of open data: which there are for whom, and the address of each. Which tables hold anything is seen from the
//! model alone, so that a link to a file is judged before a single row is written.

use std::ops::Range;

use crate::model::coverage::is_judged;
use crate::model::id::TerritoryPath;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::shared::Shared;
use crate::site::scope::scope;

/// The folder of open data, of the portal and of every place.
pub const FOLDER: &str = "dannye";

/// The database of the whole portal.
pub const DATABASE: &str = "dannye/portal.sqlite";

/// The name of the archive with all tables of a region, in a country.
const ARCHIVE: &str = "tablitsy.zip";

/// Media type of an archive.
pub const ARCHIVE_TYPE: &str = "application/zip";

/// The list of everything in the API.
pub const INDEX: &str = "dannye/v1/index.json";

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// CSV as Russian spreadsheets open it.
    ExcelCsv,
    /// CSV by RFC 4180.
    Csv,
    /// A JSON object a line.
    JsonLines,
    /// A JSON document of the API.
    Json,
}

impl Format {
    /// All, those for people first.
    pub const ALL: &'static [Format] = &[
        Format::Xlsx,
        Format::ExcelCsv,
        Format::Csv,
        Format::JsonLines,
        Format::Json,
    ];

    /// Name for programs, as the list of the API has it.
    pub fn code(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::ExcelCsv => "excel_csv",
            Format::Csv => "csv",
            Format::JsonLines => "jsonl",
            Format::Json => "json",
        }
    }

    /// Media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::ExcelCsv | Format::Csv => "text/csv",
            Format::JsonLines => "application/x-ndjson",
            Format::Json => "application/json",
        }
    }
}

/// Whose data a file holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The whole portal.
    Portal,
    /// A municipality, or a region together with its municipalities.
    Place(TerritoryPath),
}

/// The names of a table: of its files, and in the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableName {
    /// `sobytiya`.
    pub file: &'static str,
    /// `events`.
    pub api: &'static str,
}

/// A table of which a territory may have rows.
#[derive(Clone, Copy)]
struct Known {
    name: TableName,
    holds: fn(&Territory) -> bool,
}

const fn known(file: &'static str, api: &'static str, holds: fn(&Territory) -> bool) -> Known {
    Known {
        name: TableName { file, api },
        holds,
    }
}

/// The tables made of territories, and when a territory has rows in them.
const TABLES: &[Known] = &[
    known("territorii", "municipalities", |_| true),
    known("dokumenty", "documents", |place| {
        !place.documents.is_empty()
    }),
    known("plany", "plans", |place| !place.plans.is_empty()),
    known("shkoly", "schools", |place| !place.schools.is_empty()),
    known("kategorii", "categories", |place| {
        place
            .schools
            .iter()
            .any(|school| !school.categories.is_empty())
    }),
    known("lyudi", "people", |place| {
        let group = place.working_group.as_ref();
        !place.people.is_empty() || group.is_some_and(|group| !group.members.is_empty())
    }),
    known("sobytiya", "events", |place| {
        place
            .plans
            .iter()
            .any(|plan| plan.events().next().is_some())
    }),
    known("pokazateli", "indicators", |place| {
        let mut events = place.plans.iter().flat_map(|plan| plan.events());
        events.any(|event| event.indicator.is_some() || event.result.is_some())
    }),
    known("otvetstvennye", "responsible", |place| {
        let mut events = place.plans.iter().flat_map(|plan| plan.events());
        events.any(|event| event.responsible.is_some())
    }),
    known("obeshchaniya", "promises", |place| {
        place
            .plans
            .iter()
            .any(|plan| plan.events().next().is_some())
    }),
    known("praktiki", "practices", |place| !place.practices.is_empty()),
    known("novosti", "news", |place| !place.news.is_empty()),
    known("polnota", "completeness", is_judged),
];

/// The table of changes: it is there when the history of the content is known.
const CHANGES: TableName = TableName {
    file: "izmeneniya",
    api: "changes",
};
/// True for a country: it publishes an archive of all tables for each region. Every table of every place in every format
/// would be hundreds of thousands of files, and twenty thousand workbooks take minutes.
pub fn is_country(portal: &Portal) -> bool {
    scope(portal) == crate::model::scope::Scope::Hub
}

/// The table of territories, the only one that a country publishes whole.
pub const TERRITORIES: TableName = TABLES[0].name;

impl Scope {
    /// Every scope of a portal: itself, then its territories in their order.
    pub fn all(portal: &Portal) -> Vec<Scope> {
        let places = portal.territories.iter();
        let places = places.map(|place| Scope::Place(place.path.clone()));
        std::iter::once(Scope::Portal).chain(places).collect()
    }

    /// Id of its territory; none for the whole portal.
    pub fn id(&self) -> Option<String> {
        match self {
            Scope::Portal => None,
            Scope::Place(path) => Some(path.to_string()),
        }
    }

    /// The places of its territories in the portal's list, where they stand side by side.
    pub fn range(&self, portal: &Portal) -> Range<usize> {
        let places = &portal.territories;
        let Scope::Place(path) = self else {
            return 0..places.len();
        };
        let start = places.partition_point(|place| place.path < *path);
        let belongs = |place: &Shared<Territory>| match path.municipality {
            None => place.path.region == path.region,
            Some(_) => place.path == *path,
        };
        start..start + places[start..].partition_point(belongs)
    }

    /// In which formats a table of it is published as a file of its own.
    pub fn formats(&self, portal: &Portal, table: TableName) -> &'static [Format] {
        match self {
            _ if !is_country(portal) => Format::ALL,
            Scope::Portal if table == TERRITORIES => &[Format::Csv, Format::Json],
            _ => &[],
        }
    }

    /// The archive of all its tables: of each region of a country.
    pub fn archive(&self, portal: &Portal) -> Option<String> {
        match self {
            Scope::Place(path) if path.municipality.is_none() && is_country(portal) => {
                Some(format!("{path}/{FOLDER}/{ARCHIVE}"))
            }
            _ => None,
        }
    }

    /// The tables that have rows; of the whole portal every table, so that its addresses never vanish.
    pub fn tables(&self, portal: &Portal) -> Vec<TableName> {
        let places = &portal.territories[self.range(portal)];
        let holds = |table: &&Known| {
            *self == Scope::Portal || places.iter().any(|place| (table.holds)(place))
        };
        let made = TABLES.iter().filter(holds).map(|table| table.name);
        made.chain(self.has_changes(portal, places).then_some(CHANGES))
            .collect()
    }

    /// True when the table has rows in it, or is always published.
    pub fn has(&self, portal: &Portal, table: TableName) -> bool {
        let places = &portal.territories[self.range(portal)];
        match TABLES.iter().find(|known| known.name == table) {
            Some(known) => {
                *self == Scope::Portal || places.iter().any(|place| (known.holds)(place))
            }
            None => self.has_changes(portal, places),
        }
    }

    fn has_changes(&self, portal: &Portal, places: &[Shared<Territory>]) -> bool {
        let history = &portal.history;
        let changed =
            |place: &Shared<Territory>| history.in_territory(&place.path).next().is_some();
        history.is_known() && (*self == Scope::Portal || places.iter().any(changed))
    }

    /// Where a table is published.
    pub fn file(&self, table: TableName, format: Format) -> String {
        let folder = match self {
            Scope::Portal => String::new(),
            Scope::Place(path) => format!("{path}/"),
        };
        match format {
            Format::Json => format!("{FOLDER}/v1/{folder}{}.json", table.api),
            Format::Xlsx => format!("{folder}{FOLDER}/{}.xlsx", table.file),
            Format::ExcelCsv => format!("{folder}{FOLDER}/{}-excel.csv", table.file),
            Format::Csv => format!("{folder}{FOLDER}/{}.csv", table.file),
            Format::JsonLines => format!("{folder}{FOLDER}/{}.jsonl", table.file),
        }
    }

    /// Its tables that are published in a format, each as a file of its own.
    pub fn published(&self, portal: &Portal, format: Format) -> Vec<TableName> {
        let mut tables = self.tables(portal);
        tables.retain(|table| self.formats(portal, *table).contains(&format));
        tables
    }

    /// Every file of every table with rows, and the archive where there is one.
    pub fn files(&self, portal: &Portal) -> Vec<String> {
        if let Some(archive) = self.archive(portal) {
            return vec![archive];
        }
        let tables = self.tables(portal).into_iter();
        let files = tables.flat_map(|table| {
            let formats = self.formats(portal, table).iter();
            formats.map(move |format| self.file(table, *format))
        });
        files.collect()
    }
}

/// Where the JSON Schema of a document of the API is published; `index` for the list of everything.
pub fn schema(api: &str) -> String {
    format!("{FOLDER}/v1/schema/{api}.schema.json")
}

/// The scopes that have files of data: of a country itself and its regions, else all.
pub fn scopes(portal: &Portal) -> Vec<Scope> {
    let mut scopes = Scope::all(portal);
    if is_country(portal) {
        scopes.retain(|scope| *scope == Scope::Portal || scope.archive(portal).is_some());
    }
    scopes
}

/// Every file of open data of a portal.
pub fn files(portal: &Portal) -> Vec<String> {
    let scopes = scopes(portal);
    let tables = scopes.iter().flat_map(|scope| scope.files(portal));
    let schemas = Scope::Portal.published(portal, Format::Json);
    let schemas = schemas.iter().map(|table| schema(table.api));
    let database = (!is_country(portal)).then(|| DATABASE.to_owned());
    // The schema of the manifest that lies at the root of the site is published with the others.
    let fixed = [INDEX.to_owned(), schema("index"), schema("manifest")];
    tables.chain(schemas).chain(database).chain(fixed).collect()
}

/// True for a path where a smaller portal has a file of data and a country has none, so that links written into texts
/// lead to the page of open data instead.
pub fn is_left_out(path: &str) -> bool {
    let Some((folder, file)) = path.rsplit_once('/') else {
        return false;
    };
    let (name, kind) = file.split_once('.').unwrap_or((file, ""));
    let in_api = folder == "dannye/v1" || folder.starts_with("dannye/v1/");
    let in_folder = folder == FOLDER || folder.ends_with("/dannye");
    let mut tables = TABLES.iter().map(|table| table.name).chain([CHANGES]);
    match kind {
        "json" => in_api && tables.any(|table| table.api == name),
        "csv" | "jsonl" | "xlsx" => {
            let name = name.strip_suffix("-excel").unwrap_or(name);
            in_folder && tables.any(|table| table.file == name)
        }
        _ => path == DATABASE,
    }
}
