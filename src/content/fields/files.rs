//! Where files lie and what each of them is.

use crate::content::fields::form::Form;
use crate::content::fields::{addresses, place, plan, record, shared};
use crate::model::id::{Slug, TerritoryPath};
use crate::model::place::section::REQUIRED;

/// What a content file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// `portal.toml`.
    Settings,
    /// `region.toml`.
    Region,
    /// `municipality.toml`.
    Municipality,
    /// `people.toml`.
    People,
    /// `schools.toml`.
    Schools,
    /// `curators.toml`.
    Curators,
    /// `working-group.toml`.
    WorkingGroup,
    /// `program.toml`.
    Program,
    /// `plans/2023.toml`.
    Plan,
    /// `documents/114-od.toml`.
    Document,
    /// `news/2023-03-30-prikaz.md`.
    News,
    /// `practices/nastavnichestvo.md`.
    Practice,
    /// `sections/monitoring.md`.
    SectionNote,
    /// `collections/sbornik-2023.toml`.
    Collection,
    /// `questions/01-chto-takoe.md`.
    Question,
    /// `pages/o-portale.md`.
    Page,
    /// `glossary.toml`.
    Glossary,
    /// `risks.toml`.
    Risks,
    /// `cycle.toml`.
    Cycle,
    /// `search.toml`.
    Vocabulary,
    /// `ids.toml`.
    Addresses,
    /// `ids.lock`, which the program writes.
    Lock,
    /// A picture or another file that is published as it is.
    Attachment,
}

/// A file's place understood: what it is, of which territory, and its name as an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// What the file is.
    pub kind: FileKind,
    /// The territory it belongs to.
    pub territory: Option<TerritoryPath>,
    /// File name without its ending; for questions without the leading number.
    pub id: Option<Slug>,
}

/// Why a path means nothing, in Russian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misplaced {
    /// There is no such place.
    Place(String),
    /// The place is right, but the name cannot become an address.
    Name(String),
}

/// Endings of files that are published as they are.
const ATTACHMENTS: &[&str] = &[
    "png", "jpg", "jpeg", "webp", "svg", "pdf", "docx", "xlsx", "odt", "ods", "zip",
];

impl FileKind {
    /// The keys of the file's table.
    pub fn form(self) -> &'static Form {
        match self {
            FileKind::Settings => &shared::SETTINGS,
            FileKind::Region => &place::REGION,
            FileKind::Municipality => &place::MUNICIPALITY,
            FileKind::People => &place::PEOPLE,
            FileKind::Schools => &place::SCHOOLS,
            FileKind::Curators => &place::CURATORS,
            FileKind::WorkingGroup => &record::WORKING_GROUP,
            FileKind::Program => &record::PROGRAM,
            FileKind::Plan => &plan::PLAN,
            FileKind::Document => &record::DOCUMENT,
            FileKind::News => &record::NEWS,
            FileKind::Practice => &record::PRACTICE,
            FileKind::SectionNote => &record::SECTION_NOTE,
            FileKind::Collection => &shared::COLLECTION,
            FileKind::Question => &shared::QUESTION,
            FileKind::Page => &shared::PAGE,
            FileKind::Glossary => &shared::GLOSSARY,
            FileKind::Risks => &shared::RISKS,
            FileKind::Cycle => &shared::CYCLE,
            FileKind::Vocabulary => &shared::VOCABULARY,
            FileKind::Addresses => &addresses::ADDRESSES,
            FileKind::Lock | FileKind::Attachment => &shared::NOTHING,
        }
    }
}

/// Understands a path relative to the content folder.
///
/// # Errors
/// In Russian: why the path means nothing, and what to do.
pub fn locate(path: &str) -> Result<Location, Misplaced> {
    let parts: Vec<&str> = path.split('/').collect();
    let (folders, file) = parts.split_at(parts.len() - 1);
    let (stem, extension) = file[0].rsplit_once('.').unwrap_or((file[0], ""));
    if ATTACHMENTS.contains(&extension.to_lowercase().as_str()) {
        return attachment(path, folders);
    }
    let found = match folders {
        [] => at_root(file[0]),
        ["questions" | "pages" | "collections"] => shared_folder(folders[0], stem, extension)?,
        [region] => in_territory(region, None, &[], file[0], stem, extension)?,
        [region, folder] if is_record_folder(folder) => {
            in_territory(region, None, &[folder], file[0], stem, extension)?
        }
        [region, municipality] => {
            in_territory(region, Some(municipality), &[], file[0], stem, extension)?
        }
        [region, municipality, folder] => in_territory(
            region,
            Some(municipality),
            &[folder],
            file[0],
            stem,
            extension,
        )?,
        _ => None,
    };
    found.ok_or_else(|| {
        Misplaced::Place("портал не знает, что делать с файлом на этом месте".to_owned())
    })
}

fn attachment(path: &str, folders: &[&str]) -> Result<Location, Misplaced> {
    let tame = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
    };
    if folders.is_empty() {
        let why = "файл должен лежать в папке района или страницы, рядом с текстом, который на него ссылается";
        return Err(Misplaced::Place(why.to_owned()));
    }
    if !path.split('/').all(tame) {
        let why = "имя должно состоять из маленьких латинских букв, цифр и дефисов";
        return Err(Misplaced::Name(why.to_owned()));
    }
    Ok(Location {
        kind: FileKind::Attachment,
        territory: None,
        id: None,
    })
}

fn at_root(file: &str) -> Option<Location> {
    let kind = match file {
        "portal.toml" => FileKind::Settings,
        "glossary.toml" => FileKind::Glossary,
        "risks.toml" => FileKind::Risks,
        "cycle.toml" => FileKind::Cycle,
        "search.toml" => FileKind::Vocabulary,
        "ids.toml" => FileKind::Addresses,
        "ids.lock" => FileKind::Lock,
        _ => return None,
    };
    Some(Location {
        kind,
        territory: None,
        id: None,
    })
}

fn shared_folder(folder: &str, stem: &str, extension: &str) -> Result<Option<Location>, Misplaced> {
    let (kind, stem) = match (folder, extension) {
        ("questions", "md") => (
            FileKind::Question,
            stem.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-'),
        ),
        ("pages", "md") => (FileKind::Page, stem),
        ("collections", "toml") => (FileKind::Collection, stem),
        _ => return Ok(None),
    };
    Ok(Some(Location {
        kind,
        territory: None,
        id: Some(slug(stem)?),
    }))
}

/// Whether a folder of a territory holds its records and is no municipality.
pub fn is_record_folder(folder: &str) -> bool {
    matches!(
        folder,
        "plans" | "documents" | "news" | "practices" | "sections"
    )
}

fn in_territory(
    region: &str,
    municipality: Option<&&str>,
    folders: &[&str],
    file: &str,
    stem: &str,
    extension: &str,
) -> Result<Option<Location>, Misplaced> {
    let municipality = municipality.map(|name| slug(name)).transpose()?;
    let path = TerritoryPath {
        region: slug(region)?,
        municipality,
    };
    let Some((kind, named)) =
        kind_in_territory(folders, file, extension, path.municipality.is_none())
    else {
        return Ok(None);
    };
    if kind == FileKind::SectionNote
        && (stem.is_empty() || !REQUIRED.iter().any(|section| section.code == stem))
    {
        let known: Vec<&str> = REQUIRED
            .iter()
            .map(|section| section.code)
            .filter(|code| !code.is_empty())
            .collect();
        let why = format!("нет раздела «{stem}»; есть: {}", known.join(", "));
        return Err(Misplaced::Place(why));
    }
    let id = if named { Some(slug(stem)?) } else { None };
    Ok(Some(Location {
        kind,
        territory: Some(path),
        id,
    }))
}

fn kind_in_territory(
    folders: &[&str],
    file: &str,
    extension: &str,
    region: bool,
) -> Option<(FileKind, bool)> {
    Some(match (folders, file, extension) {
        ([], "region.toml", _) if region => (FileKind::Region, false),
        ([], "municipality.toml", _) if !region => (FileKind::Municipality, false),
        ([], "people.toml", _) => (FileKind::People, false),
        ([], "schools.toml", _) => (FileKind::Schools, false),
        ([], "curators.toml", _) => (FileKind::Curators, false),
        ([], "working-group.toml", _) => (FileKind::WorkingGroup, false),
        ([], "program.toml", _) => (FileKind::Program, false),
        (["plans"], _, "toml") => (FileKind::Plan, true),
        (["documents"], _, "toml") => (FileKind::Document, true),
        (["news"], _, "md") => (FileKind::News, true),
        (["practices"], _, "md") => (FileKind::Practice, true),
        (["sections"], _, "md") => (FileKind::SectionNote, true),
        _ => return None,
    })
}

fn slug(name: &str) -> Result<Slug, Misplaced> {
    Slug::parse(name).ok_or_else(|| {
        Misplaced::Name(format!(
            "имя «{name}» не годится для адреса: нужны маленькие латинские буквы, цифры и дефисы, не больше {} знаков",
            Slug::MAX
        ))
    })
}
