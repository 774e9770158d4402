//! Files of open data by many threads, table after table: the rows of one table are held at a time, and every file goes
//! away as soon as it is made. Of a country one region is held by a thread at a time.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::export::DataFile;
use crate::export::archive::{Archived, archive};
use crate::export::data::database::Filling;
use crate::export::data::table::{self, Piece};
use crate::export::data::{self, Choice, Data, api};
use crate::export::metadata::{self, facts::Facts};
use crate::export::tables::changes::by_place;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::data::{Format, Scope, TableName, is_country, scopes};
use crate::site::downloads::Downloads;
use crate::text::fingerprint::Fingerprint;

/// Takes a finished file, from any thread.
pub type Give<'g> = &'g (dyn Fn(DataFile) + Sync);

/// Makes all files, and tells what pages say of them. `address` is where the portal is published, when that is known.
pub fn files(
    portal: &Portal,
    site: &Site,
    (today, address): (Date, Option<&str>),
    choice: Choice,
    give: Give<'_>,
) -> Downloads {
    let words = data::words();
    let changes = by_place(portal);
    let data = Data {
        portal,
        site,
        today,
        words: &words,
        changes: &changes,
        choice,
    };
    let work = Work {
        data,
        address,
        give,
        told: Mutex::default(),
    };
    match is_country(portal) {
        true => work.country(),
        false => work.tables(),
    }
    let mut told = work.told();
    told.downloads.tables = data::notes(portal);
    for file in api::schemas(&data) {
        told.take(file, choice, give);
    }
    let list = api::index(&data, &told.downloads, &|path| {
        told.prints.get(path).cloned()
    });
    told.take(list, choice, give);
    if choice == Choice::All {
        described(&work, &mut told);
    }
    told.downloads
}

/// The files that describe the files of data.
fn described(work: &Work<'_, '_>, told: &mut Told) {
    let facts = Facts {
        portal: work.data.portal,
        today: work.data.today,
        address: work.address,
        files: &told.prints,
    };
    let sizes = Mutex::new(Vec::new());
    let give = |file: DataFile| {
        let size = (file.path.clone(), file.bytes.len());
        sizes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(size);
        (work.give)(file);
    };
    scopes(facts.portal)
        .par_iter()
        .flat_map_iter(|scope| metadata::of_scope(&facts, scope))
        .for_each(give);
    metadata::of_portal(&facts).into_iter().for_each(give);
    let sizes = sizes.into_inner().unwrap_or_else(PoisonError::into_inner);
    told.downloads.sizes.extend(sizes);
}

struct Work<'a, 'g> {
    data: Data<'a>,
    address: Option<&'a str>,
    give: Give<'g>,
    told: Mutex<Told>,
}

/// What is kept of files that have gone away.
#[derive(Default)]
struct Told {
    downloads: Downloads,
    prints: BTreeMap<String, Fingerprint>,
}

impl Told {
    fn take(&mut self, file: DataFile, choice: Choice, give: Give<'_>) {
        let print = (choice == Choice::All).then(|| Fingerprint::of(&file.bytes));
        self.note(&file, print);
        give(file);
    }

    fn note(&mut self, file: &DataFile, print: Option<Fingerprint>) {
        let path = file.path.clone();
        self.downloads.sizes.insert(path.clone(), file.bytes.len());
        if let Some(print) = print {
            self.prints.insert(path, print);
        }
    }

    fn count(&mut self, scope: &Scope, table: TableName, rows: usize) {
        *self
            .downloads
            .rows
            .entry((scope.clone(), table.api))
            .or_default() += rows;
    }
}

impl Work<'_, '_> {
    /// What has been told so far, taken out.
    fn told(&self) -> Told {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut told)
    }

    fn note(&self, say: impl FnOnce(&mut Told)) {
        say(&mut self.told.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Notes a file and gives it away.
    fn publish(&self, file: DataFile) {
        let all = self.data.choice == Choice::All;
        let print = all.then(|| Fingerprint::of(&file.bytes));
        self.note(|told| told.note(&file, print));
        (self.give)(file);
    }

    /// Every table of every place, table after table.
    fn tables(&self) {
        let portal = self.data.portal;
        let mut database = (self.data.choice == Choice::All).then(|| Filling::new(&self.data));
        for table in Scope::Portal.tables(portal) {
            let pieces: Vec<Piece<'_>> = portal
                .territories
                .par_iter()
                .map(|territory| table::piece(&self.data, table, territory))
                .collect();
            let shared = table::shared(&self.data, table);
            rayon::join(
                || {
                    if let Some(database) = &mut database {
                        let pieces = std::iter::once(&shared).chain(&pieces);
                        let rows = pieces.flat_map(|piece| piece.rows.iter());
                        database.add(&self.data, table, rows);
                    }
                },
                || self.table(table, &shared, &pieces),
            );
        }
        if let Some(database) = database {
            self.publish(database.finish());
        }
    }

    /// A table in every scope that has it, the largest first.
    fn table<'p>(&self, table: TableName, shared: &Piece<'p>, pieces: &[Piece<'p>]) {
        let portal = self.data.portal;
        let jobs: Vec<(Scope, Format)> = Scope::all(portal)
            .into_iter()
            .filter(|scope| scope.has(portal, table))
            .flat_map(|scope| {
                let formats = scope.formats(portal, table).iter();
                formats.map(move |format| (scope.clone(), *format))
            })
            .filter(|(_, format)| self.data.choice == Choice::All || *format != Format::Xlsx)
            .collect();
        jobs.par_iter().for_each(|(scope, format)| {
            let own = (*scope == Scope::Portal).then_some(shared);
            let parts: Vec<&Piece<'_>> = own
                .into_iter()
                .chain(&pieces[scope.range(portal)])
                .collect();
            if *format == Format::Json {
                let rows = parts.iter().map(|piece| piece.rows.len()).sum();
                self.note(|told| told.count(scope, table, rows));
            }
            self.publish(table::file(&self.data, (scope, table, *format), &parts));
        });
    }

    /// The archive of each region, and the tables that a country publishes whole.
    fn country(&self) {
        let portal = self.data.portal;
        for table in Scope::Portal.tables(portal) {
            let formats = Scope::Portal.formats(portal, table);
            if formats.is_empty() {
                continue;
            }
            let pieces: Vec<Piece<'_>> = portal
                .territories
                .par_iter()
                .map(|territory| table::piece(&self.data, table, territory))
                .collect();
            let parts: Vec<&Piece<'_>> = pieces.iter().collect();
            for format in formats {
                let asked = (&Scope::Portal, table, *format);
                self.publish(table::file(&self.data, asked, &parts));
            }
        }
        if self.data.choice == Choice::Quick {
            return;
        }
        let facts = Facts {
            portal,
            today: self.data.today,
            address: self.address,
            files: &BTreeMap::new(),
        };
        scopes(portal).par_iter().for_each(|scope| {
            if let Some(Archived { file, rows }) = archive(&self.data, &facts, scope) {
                self.note(|told| {
                    for (table, rows) in rows {
                        told.count(scope, table, rows);
                        told.count(&Scope::Portal, table, rows);
                    }
                });
                self.publish(file);
            }
        });
    }
}
