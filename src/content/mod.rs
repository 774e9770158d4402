//! From text to model: files are read one by one ([`file()`]), territories are put together one by one ([`territory()`]),
//! and the portal from both ([`portal()`]). Each step takes complete input and gives its problems beside its output, so
//! that steps can run in any order and at the same time.

pub mod fields;
mod judge;
mod limits;
pub mod meaning;
mod misplaced;
mod named;
pub mod part;
pub mod raw;
pub mod read;
pub mod typed;
mod validate;
mod vector;
mod written_date;

use std::collections::BTreeMap;

use crate::content::fields::{FileKind, Location, locate};
use crate::content::judge::{Citation, Clean};
use crate::content::raw::RawDocument;
use crate::content::typed::prose;
use crate::content::typed::reader::Reader;
use crate::content::typed::{place, plan, record, said, shared};
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::{SourceFile, SourceId};
use crate::model::id::TerritoryPath;
use crate::model::lasting::Lock;
use crate::model::place::territory::Territory;
use crate::model::portal::{Attachment, Portal, Settings};
use crate::model::prose::{Origin, Prose};
use crate::model::shared::Shared;
use crate::text::fingerprint::Fingerprint;

/// A content file, read and validated.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// Which file.
    pub id: SourceId,
    /// Its path relative to the content folder.
    pub path: String,
    /// What it is; none when the portal has no place for it.
    pub location: Option<Location>,
    /// Its table and text; none when it could not be read at all.
    pub raw: Option<RawDocument>,
    /// Its text with links and headings.
    pub prose: Prose,
    /// True when something in it is wrong, so that references to what it defines are not reported again.
    pub broken: bool,
    /// Acts it names with number and date.
    pub citations: Vec<Citation>,
    /// Width and height in pixels, of a picture.
    pub picture: Option<(u32, u32)>,
    /// Of a file that is published as it is.
    pub fingerprint: Option<Fingerprint>,
    /// What was ever published, of the file that says so.
    pub lock: Option<Lock>,
}

impl ReadFile {
    /// Lets go of what a territory is made from; what the portal still asks of its files stays.
    pub fn forget(&mut self) {
        self.raw = None;
        self.prose = Prose::default();
        self.citations = Vec::new();
    }
}

/// What was read and judged already, for those who read many files: files of a country repeat each other. It saves work
/// and changes nothing in what is read.
#[derive(Default)]
pub struct Known {
    clean: Clean,
    cells: meaning::Known,
}

/// Reads and validates one file.
pub fn file(id: SourceId, source: &SourceFile) -> (ReadFile, Vec<Diagnostic>) {
    file_of_many(id, source, &Known::default())
}

/// Reads and validates one of many files.
pub fn file_of_many(
    id: SourceId,
    source: &SourceFile,
    known: &Known,
) -> (ReadFile, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut read = ReadFile {
        id,
        path: source.path.clone(),
        location: None,
        raw: None,
        prose: Prose::default(),
        broken: false,
        citations: Vec::new(),
        picture: None,
        fingerprint: None,
        lock: None,
    };
    match locate(&source.path) {
        Ok(location) => read.location = Some(location),
        Err(reason) => found.push(misplaced::problem(id, &source.path, &reason)),
    }
    let kind = read.location.as_ref().map(|location| location.kind);
    if let Some(problem) = limits::length(id, kind, source.bytes().len()) {
        found.push(problem);
        read.broken = true;
        return (read, found);
    }
    if let Some(kind) = kind.filter(|kind| !matches!(kind, FileKind::Attachment | FileKind::Lock)) {
        let (raw, problems) = read::document(id, source);
        found.extend(problems);
        if let Some(problem) = raw.as_ref().and_then(|raw| limits::entries(&raw.table)) {
            read.broken = true;
            return (read, vec![problem]);
        }
        if let Some(raw) = &raw {
            found = validated(source, id, kind, raw, &found);
            found.extend(empty_body(id, kind, raw, &found));
            if let Some(body) = &raw.body {
                read.prose = prose::read(
                    &body.text,
                    Origin::Body {
                        source: id,
                        offset: body.offset,
                    },
                    &mut found,
                );
            }
        }
        if let Some(raw) = &raw {
            let (citations, judged) = judge::file(id, source, kind, raw, &known.clean);
            read.citations = citations;
            found.extend(judged);
        }
        read.raw = raw;
    }
    if kind == Some(FileKind::Attachment) {
        let bytes = source.bytes();
        read.picture = picture(&bytes);
        read.fingerprint = Some(Fingerprint::of(&bytes));
        found.extend(read.picture.and_then(|size| limits::picture(id, size)));
        found.extend(vector::fault(id, &source.path, &bytes));
    }
    if kind == Some(FileKind::Lock) {
        let (lock, strange) = Lock::parse(id, &source.text().unwrap_or_default());
        read.lock = Some(lock);
        found.extend(strange_lines(&strange));
    }
    found.extend(named::year(read.location.as_ref(), read.raw.as_ref()));
    read.broken = found.iter().any(Diagnostic::is_fault);
    if read.broken {
        // A date that had to be guessed proves nothing against another.
        read.citations.clear();
    }
    (read, found)
}

/// Lines of the lock that mean nothing; all of them are one mistake.
fn strange_lines(strange: &[Span]) -> Option<Diagnostic> {
    let message = match strange.len() {
        1 => "строка не похожа на запись об адресе".to_owned(),
        many => format!("здесь и дальше строки не похожи на записи об адресах, всего их {many}"),
    };
    let error = Diagnostic::error(codes::SPOILT_LOCK, *strange.first()?, message);
    Some(error.help(
        "ids.lock пишет программа: верните файл таким, каким он был в последней правке (git checkout ids.lock), и соберите сайт снова",
    ))
}

/// Width and height of a picture; none for other files.
fn picture(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some((
        u32::try_from(size.width).ok()?,
        u32::try_from(size.height).ok()?,
    ))
}

/// A page that has properties and not a word under them.
fn empty_body(
    id: SourceId,
    kind: FileKind,
    raw: &RawDocument,
    told: &[Diagnostic],
) -> Option<Diagnostic> {
    let needed = matches!(
        kind,
        FileKind::News | FileKind::Question | FileKind::Page | FileKind::Practice
    );
    let body = raw
        .body
        .as_ref()
        .filter(|body| body.text.trim().is_empty())?;
    let readable = !raw.damaged && !raw.table.entries.is_empty();
    // While its properties are not filled yet, the text is not expected either.
    let told = told.iter().any(Diagnostic::is_error);
    (needed && readable && !told).then(|| {
        Diagnostic::error(
            codes::EMPTY_BODY,
            Span::new(id, body.offset..body.offset),
            format!("под свойствами {} нет текста", kind.form().name_of),
        )
        .help("напишите текст страницы под второй строкой +++")
    })
}

/// Adds what validation refuses to what could not be read. An empty file is one mistake, not as many as it lacks fields.
fn validated(
    source: &SourceFile,
    id: SourceId,
    kind: FileKind,
    raw: &RawDocument,
    read: &[Diagnostic],
) -> Vec<Diagnostic> {
    let form = kind.form();
    let required: Vec<&str> = form
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.key)
        .collect();
    let no_text = raw
        .body
        .as_ref()
        .is_none_or(|body| body.text.trim().is_empty());
    let mut refused = Vec::new();
    if read.is_empty() && raw.table.entries.is_empty() && no_text && !required.is_empty() {
        refused.push(
            Diagnostic::error(codes::EMPTY_TEXT, Span::start_of(id), "файл пуст").help(format!(
                "у {} нужны поля: {}; если файл лишний, удалите его",
                form.name_of,
                required.join(", ")
            )),
        );
    } else {
        let text = source.text().unwrap_or_default();
        validate::document(raw, form, &text, &mut refused);
    }
    without_repeats(read, &refused)
}

/// A value that could not be read and does not fit its field either is one mistake: what the field needs is the more
/// useful message.
fn without_repeats(read: &[Diagnostic], refused: &[Diagnostic]) -> Vec<Diagnostic> {
    let same_place = |a: &Diagnostic, b: &Diagnostic| {
        a.span.source == b.span.source && a.span.start < b.span.end && b.span.start < a.span.end
    };
    // A table may be lost because of the misspelt header above it.
    let explained = |one: &Diagnostic| {
        one.code == codes::LOST_TABLE
            && refused.iter().any(|other| {
                let inside = |(span, _): &(Span, String)| {
                    span.start <= other.span.start && other.span.end <= span.end
                };
                one.related.iter().any(inside)
            })
    };
    let mut found: Vec<Diagnostic> = read
        .iter()
        .filter(|one| !explained(one) && !refused.iter().any(|other| same_place(one, other)))
        .cloned()
        .collect();
    found.extend(refused.iter().cloned());
    found
}

/// Puts a territory together from its files.
pub fn territory(
    path: &TerritoryPath,
    files: &[&ReadFile],
) -> (Option<Territory>, Vec<Diagnostic>) {
    territory_of_many(path, files, &Known::default())
}

/// Puts one of many territories together from its files.
pub fn territory_of_many(
    path: &TerritoryPath,
    files: &[&ReadFile],
    known: &Known,
) -> (Option<Territory>, Vec<Diagnostic>) {
    let mut found = judge::conflicts(files.iter().flat_map(|file| &file.citations));
    let main = files
        .iter()
        .find_map(|file| main_table(file).map(|table| (*file, table)));
    let Some((_, table)) = main else {
        // A main file that could not be read has told its own story.
        if !files.iter().any(|file| is_main(file)) {
            found.push(without_main_file(path, files));
        }
        return (None, found);
    };
    let Some(names) = place::names(table) else {
        return (None, found);
    };
    let kind = table.text("kind").unwrap_or_default();
    let mut territory = Territory {
        official_name: table.text("official_name"),
        also_called: table.texts("also_called"),
        neighbours: table.texts("neighbours"),
        ministry: table.text("ministry"),
        institute: table.text("institute"),
        main_document: table.reference("document"),
        coordinator: table.reference("coordinator"),
        authority: place::authority(table),
        bodies: place::bodies(table),
        ..Territory::new(path.clone(), table.span_of("name"), names, kind)
    };
    for file in files {
        add_file(&mut territory, file);
    }
    add_plans(&mut territory, files, known);
    territory
        .news
        .sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    (Some(territory), found)
}

fn is_main(file: &ReadFile) -> bool {
    file.location
        .as_ref()
        .is_some_and(|l| matches!(l.kind, FileKind::Region | FileKind::Municipality))
}

fn main_table(file: &ReadFile) -> Option<Reader<'_>> {
    is_main(file).then_some(())?;
    file.raw.as_ref().map(|raw| Reader::new(&raw.table))
}

/// Where the file lies that a territory cannot be without.
fn main_file(path: &TerritoryPath) -> String {
    let name = match path.municipality {
        Some(_) => "municipality.toml",
        None => "region.toml",
    };
    format!("{path}/{name}")
}

fn without_main_file(path: &TerritoryPath, files: &[&ReadFile]) -> Diagnostic {
    let file = main_file(path);
    let name = file.rsplit('/').next().unwrap_or_default();
    let place = files.first().map_or(SourceId::FOLDER, |file| file.id);
    Diagnostic::error(
        codes::MISSING_FILE,
        Span::start_of(place),
        format!("в папке {path} нет файла {name}"),
    )
    .help(format!(
        "создайте файл {path}/{name} с полями name, name_of, name_in и kind"
    ))
}

fn add_file(territory: &mut Territory, file: &ReadFile) {
    let (Some(location), Some(raw)) = (&file.location, &file.raw) else {
        return;
    };
    let table = Reader::new(&raw.table);
    let id = location.id.clone();
    match location.kind {
        FileKind::People => territory.people = place::people(table),
        FileKind::Schools => territory.schools = place::schools(table),
        FileKind::Curators => territory.curators = place::curators(table),
        FileKind::WorkingGroup => territory.working_group = record::working_group(table),
        FileKind::Program => territory.program = record::program(table),
        FileKind::Document => territory
            .documents
            .extend(id.and_then(|id| record::document(id, table))),
        FileKind::News => territory
            .news
            .extend(id.and_then(|id| record::news_item(id, table, file.prose.clone()))),
        FileKind::Practice => {
            territory
                .practices
                .extend(id.and_then(|id| record::practice(id, table, file.prose.clone())));
        }
        FileKind::SectionNote => {
            territory
                .notes
                .extend(id.map(|id| record::section_note(&id, table, file.prose.clone())));
        }
        _ => {}
    }
}

/// Plans come last: their cells are read with the names of the territory's people, schools and bodies.
fn add_plans(territory: &mut Territory, files: &[&ReadFile], known: &Known) {
    let directory = territory.directory();
    let names = meaning::Names::new(&directory);
    for file in files {
        let (Some(location), Some(raw)) = (&file.location, &file.raw) else {
            continue;
        };
        if let (FileKind::Plan, Some(id)) = (location.kind, location.id.clone()) {
            let table = Reader::new(&raw.table);
            territory
                .plans
                .extend(plan::roadmap(id, table, &names, &known.cells));
        }
    }
    territory.plans.sort_by(|a, b| {
        (a.period.first, a.period.last, &a.id).cmp(&(b.period.first, b.period.last, &b.id))
    });
}

/// Groups files by the territory they belong to, in order of path.
pub fn by_territory<'a>(
    files: impl IntoIterator<Item = &'a ReadFile>,
) -> Vec<(TerritoryPath, Vec<&'a ReadFile>)> {
    let mut groups: BTreeMap<TerritoryPath, Vec<&ReadFile>> = BTreeMap::new();
    for file in files {
        if let Some(path) = file
            .location
            .as_ref()
            .and_then(|location| location.territory.as_ref())
        {
            groups.entry(path.clone()).or_default().push(file);
        }
    }
    groups.into_iter().collect()
}

/// Puts the portal together from its territories and the shared files. Of the files of territories nothing is needed any
/// more but where they are and whether they are broken.
pub fn portal<'a>(
    files: impl IntoIterator<Item = &'a ReadFile>,
    territories: Vec<impl Into<Shared<Territory>>>,
) -> (Portal, Vec<Diagnostic>) {
    let files: Vec<&ReadFile> = files.into_iter().collect();
    let groups = by_territory(files.iter().copied());
    let (without_file, mut found) = missing_regions(&groups);
    let mut portal = Portal {
        territories: territories.into_iter().map(Into::into).collect(),
        broken: without_file,
        ..Portal::default()
    };
    portal.territories.sort_by(|a, b| a.path.cmp(&b.path));
    // Of a territory that could not be put together nothing is known, however sound its other files are.
    for (path, files) in &groups {
        if portal.territory(path).is_none() {
            portal.broken.push(main_file(path));
            portal
                .broken
                .extend(files.iter().map(|file| file.path.clone()));
        }
    }
    let mut settings = None;
    for file in &files {
        if file.broken {
            portal.broken.push(file.path.clone());
        }
        add_shared(&mut portal, &mut settings, file, &mut found);
    }
    let has_settings = files.iter().any(|f| {
        f.location
            .as_ref()
            .is_some_and(|l| l.kind == FileKind::Settings)
    });
    if !has_settings {
        found.push(
            Diagnostic::error(
                codes::MISSING_FILE,
                Span::start_of(SourceId::FOLDER),
                "нет файла настроек portal.toml",
            )
            .help("создайте в папке content файл portal.toml с полями title и description"),
        );
    }
    let paths: Vec<(SourceId, &str)> = files
        .iter()
        .map(|file| (file.id, file.path.as_str()))
        .collect();
    found.extend(named::unread_plans(&paths));
    portal.settings = settings.unwrap_or_default();
    (portal, found)
}

/// Regions that have municipalities but no main file of their own: the files that are missing, and the problems.
fn missing_regions(groups: &[(TerritoryPath, Vec<&ReadFile>)]) -> (Vec<String>, Vec<Diagnostic>) {
    let mut missing: BTreeMap<TerritoryPath, &[&ReadFile]> = BTreeMap::new();
    for (path, files) in groups {
        let region = TerritoryPath {
            region: path.region.clone(),
            municipality: None,
        };
        let known = groups.binary_search_by(|(path, _)| path.cmp(&region));
        if known.is_err() {
            missing.entry(region).or_insert(files);
        }
    }
    missing
        .into_iter()
        .map(|(region, files)| (main_file(&region), without_main_file(&region, files)))
        .unzip()
}

fn add_shared(
    portal: &mut Portal,
    settings: &mut Option<Settings>,
    file: &ReadFile,
    found: &mut Vec<Diagnostic>,
) {
    let Some(location) = &file.location else {
        return;
    };
    if location.kind == FileKind::Attachment {
        portal.attachments.push(Attachment {
            source: file.id,
            path: file.path.clone(),
            size: file.picture,
            fingerprint: file.fingerprint.clone().unwrap_or_default(),
        });
        return;
    }
    if let Some(lock) = &file.lock {
        portal.lock = lock.clone();
        return;
    }
    let Some(raw) = &file.raw else { return };
    let table = Reader::new(&raw.table);
    let (id, prose) = (location.id.clone(), || file.prose.clone());
    match location.kind {
        FileKind::Settings => *settings = shared::settings(table),
        FileKind::Glossary => portal.terms = shared::terms(table),
        FileKind::Risks => portal.risks = shared::risks(table),
        FileKind::Cycle => portal.cycle = shared::cycle(table),
        FileKind::Vocabulary => portal.vocabulary = shared::vocabulary(table),
        FileKind::Addresses => portal.said = said::said(table),
        FileKind::Question => portal
            .questions
            .extend(id.and_then(|id| shared::question(id, table, prose()))),
        FileKind::Page => portal
            .pages
            .extend(id.and_then(|id| shared::page(id, table, prose()))),
        FileKind::Collection => portal
            .collections
            .extend(id.and_then(|id| shared::collection(id, table, found))),
        _ => {}
    }
}
