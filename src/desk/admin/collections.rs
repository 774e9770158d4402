//! What is edited: for every territory its news, practices, plans, documents, texts of sections and the files about the
//! place itself; then what belongs to the whole portal. Labels say the place first: «Жигаловский район → Новости».

use serde_json::{Value, json};

use crate::content::fields::FileKind;
use crate::desk::admin::paths::joined;
use crate::desk::admin::widgets::{Neighbours, fields, slug_pattern};
use crate::model::id::TerritoryPath;
use crate::model::place::section::REQUIRED;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::text::nearest::nearest_path;

/// The territories at or under these paths, or all.
///
/// # Errors
/// In Russian, when nothing is at a path.
pub fn chosen<'a>(
    portal: &'a Portal,
    only: &[TerritoryPath],
) -> Result<Vec<&'a Territory>, String> {
    for path in only {
        if portal.territory(path).is_none() {
            let written = path.to_string();
            let all: Vec<String> = portal
                .territories
                .iter()
                .map(|t| t.path.to_string())
                .collect();
            let near = nearest_path(&written, all.iter().map(String::as_str));
            let meant = near.map_or_else(String::new, |near| {
                format!("; возможно, вы имели в виду «{near}»")
            });
            return Err(format!("на портале нет территории «{written}»{meant}"));
        }
    }
    let fits = |territory: &&Territory| {
        only.is_empty()
            || only.iter().any(|path| {
                path == &territory.path
                    || path.municipality.is_none() && path.region == territory.path.region
            })
    };
    Ok(portal.places().filter(fits).collect())
}

/// All collections, places first, with a line between places.
pub fn collections(portal: &Portal, territories: &[&Territory], folder: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for territory in territories {
        let desk = Desk {
            territory,
            name: name(portal, territory),
            folder: joined(folder, &territory.path.to_string()),
        };
        all.extend(desk.collections());
        all.push(json!({ "divider": true }));
    }
    all.extend(shared(folder));
    all
}

/// The name of a place; with its region where two places have the same name, as «Первомайский район» does.
fn name(portal: &Portal, territory: &Territory) -> String {
    let same = portal
        .territories
        .iter()
        .filter(|other| other.names.name == territory.names.name)
        .count();
    let region = TerritoryPath {
        region: territory.path.region.clone(),
        municipality: None,
    };
    match portal.territory(&region) {
        Some(region) if same > 1 => format!("{} ({})", territory.names.name, region.names.name),
        _ => territory.names.name.clone(),
    }
}

/// One place.
struct Desk<'a> {
    territory: &'a Territory,
    name: String,
    folder: String,
}

/// Files that there may be many of.
struct Kind {
    kind: FileKind,
    /// Folder, which is also the last part of the collection's name.
    folder: &'static str,
    label: &'static str,
    one: &'static str,
    icon: &'static str,
    slug: &'static str,
    hint: &'static str,
}

const MANY: &[Kind] = &[
    Kind {
        kind: FileKind::News,
        folder: "news",
        label: "Новости",
        one: "Новость",
        icon: "campaign",
        slug: "{{fields.date}}-{{title}}",
        hint: "День и два-три слова латинскими буквами: 2023-03-30-prikaz",
    },
    Kind {
        kind: FileKind::Plan,
        folder: "plans",
        label: "Планы",
        one: "План",
        icon: "checklist",
        slug: "{{period}}",
        hint: "Год плана: 2023 или 2022-2023",
    },
    Kind {
        kind: FileKind::Document,
        folder: "documents",
        label: "Документы",
        one: "Документ",
        icon: "gavel",
        slug: "{{number}}",
        hint: "Номер документа латинскими буквами: 114-od",
    },
    Kind {
        kind: FileKind::Practice,
        folder: "practices",
        label: "Практики",
        one: "Практика",
        icon: "lightbulb",
        slug: "{{title}}",
        hint: "Два-три слова латинскими буквами: sistema-nastavnichestva",
    },
];

/// Files of a place that there is one of: name, label, kind; the first is another for regions.
const SINGLE: &[(&str, &str, FileKind)] = &[
    ("people", "Люди", FileKind::People),
    ("schools", "Школы", FileKind::Schools),
    ("curators", "Кураторы", FileKind::Curators),
    ("working-group", "Рабочая группа", FileKind::WorkingGroup),
    ("program", "Программа", FileKind::Program),
];

impl Desk<'_> {
    fn collections(&self) -> Vec<Value> {
        // A region that has no plan and no document of its own has no news and no sections either.
        let full = self.territory.has_dossier();
        let offered =
            |kind: &&Kind| full || matches!(kind.kind, FileKind::Plan | FileKind::Document);
        let mut all: Vec<Value> = MANY
            .iter()
            .filter(offered)
            .map(|kind| self.many(kind))
            .collect();
        all.extend(full.then(|| self.sections()));
        all.push(self.facts());
        all
    }

    /// Underscores part what hyphens may stand in: identifiers have none.
    fn id(&self, last: &str) -> String {
        let path = &self.territory.path;
        let municipality = path.municipality.as_ref().map_or("", |name| name.as_str());
        format!("{}_{municipality}_{last}", path.region)
    }

    fn label(&self, what: &str) -> String {
        format!("{} → {what}", self.name)
    }

    fn neighbours(&self) -> Neighbours {
        let facts = || self.id("facts");
        Neighbours {
            people: (!self.territory.people.is_empty()).then(facts),
            schools: (!self.territory.schools.is_empty()).then(facts),
        }
    }

    fn many(&self, kind: &Kind) -> Value {
        let names = Names {
            id: self.id(kind.folder),
            label: self.label(kind.label),
            // The menu «Создать» shows these words alone.
            one: format!("{}: {}", kind.one, self.name),
        };
        many(kind, names, &self.folder, &self.neighbours())
    }

    /// The names of these files are those of the sections, so that each is a file of its own here.
    fn sections(&self) -> Value {
        let known = REQUIRED.iter().filter(|section| !section.code.is_empty());
        let files: Vec<Value> = known
            .map(|section| {
                json!({
                    "name": section.code,
                    "label": section.name,
                    "file": format!("{}/sections/{}.md", self.folder, section.code),
                    "format": "toml-frontmatter",
                    "fields": fields(FileKind::SectionNote, &self.neighbours()),
                })
            })
            .collect();
        json!({
            "name": self.id("sections"),
            "label": self.label("Тексты разделов"),
            "label_singular": self.label("Текст раздела"),
            "description": "Текст раздела или причина, почему он пуст",
            "icon": "notes",
            "files": files,
        })
    }

    fn facts(&self) -> Value {
        let main = match self.territory.is_region() {
            true => ("region", "Регион", FileKind::Region),
            false => ("municipality", "Муниципалитет", FileKind::Municipality),
        };
        let files: Vec<Value> = std::iter::once(&main)
            .chain(SINGLE)
            .map(|(name, label, kind)| {
                json!({
                    "name": name,
                    "label": label,
                    "file": format!("{}/{name}.toml", self.folder),
                    "format": "toml",
                    "fields": fields(*kind, &self.neighbours()),
                })
            })
            .collect();
        json!({
            "name": self.id("facts"),
            "label": self.label("Сведения"),
            "label_singular": self.label("Файл"),
            "description": "Контакты, люди, школы, кураторы, рабочая группа, программа",
            "icon": "home_work",
            "files": files,
        })
    }
}

/// What a collection is called.
struct Names {
    id: String,
    label: String,
    one: String,
}

fn many(kind: &Kind, names: Names, folder: &str, neighbours: &Neighbours) -> Value {
    let is_toml = matches!(
        kind.kind,
        FileKind::Plan | FileKind::Document | FileKind::Collection
    );
    let mut collection = json!({
        "name": names.id,
        "label": names.label,
        "label_singular": names.one,
        "icon": kind.icon,
        "folder": joined(folder, kind.folder),
        "extension": if is_toml { "toml" } else { "md" },
        "format": if is_toml { "toml" } else { "toml-frontmatter" },
        "identifier_field": "title",
        "slug": {
            "template": kind.slug,
            // An address is given once: readers have it, and other files point at it.
            "editable": ["create"],
            "hint": kind.hint,
            "pattern": slug_pattern(),
        },
        // The portal has no redirects of this kind, and a key it does not know is a mistake.
        "aliases_field": false,
        "thumbnail": false,
        "fields": fields(kind.kind, neighbours),
    });
    if kind.kind == FileKind::News {
        collection["sortable_fields"] = json!({
            "fields": ["date", "title"],
            "default": { "field": "date", "direction": "descending" },
        });
        collection["summary"] = json!("{{date}} — {{title}}");
    }
    collection
}

/// What belongs to the whole portal.
const SHARED_MANY: &[Kind] = &[
    Kind {
        kind: FileKind::Question,
        folder: "questions",
        label: "Весь портал → Вопросы родителей",
        one: "Вопрос",
        icon: "help",
        slug: "{{title}}",
        hint: "Число, по которому вопросы стоят по порядку, и два-три слова латинскими буквами: 16-chto-takoe-kurator",
    },
    Kind {
        kind: FileKind::Page,
        folder: "pages",
        label: "Весь портал → Страницы о портале",
        one: "Страница",
        icon: "article",
        slug: "{{title}}",
        hint: "Два-три слова латинскими буквами",
    },
    Kind {
        kind: FileKind::Collection,
        folder: "collections",
        label: "Весь портал → Сборники практик",
        one: "Сборник",
        icon: "collections_bookmark",
        slug: "{{title}}",
        hint: "Два-три слова латинскими буквами: sbornik-2023",
    },
];

const SHARED_SINGLE: &[(&str, &str, FileKind)] = &[
    ("glossary", "Словарь", FileKind::Glossary),
    ("risks", "Риски", FileKind::Risks),
    ("cycle", "Управленческий цикл", FileKind::Cycle),
    ("search", "Словарь поиска", FileKind::Vocabulary),
];

fn shared(folder: &str) -> Vec<Value> {
    let nobody = Neighbours::default();
    let mut all: Vec<Value> = SHARED_MANY
        .iter()
        .map(|kind| {
            let names = Names {
                id: kind.folder.to_owned(),
                label: kind.label.to_owned(),
                one: kind.one.to_owned(),
            };
            many(kind, names, folder, &nobody)
        })
        .collect();
    let files: Vec<Value> = SHARED_SINGLE
        .iter()
        .map(|(name, label, kind)| {
            json!({
                "name": name,
                "label": label,
                "file": joined(folder, &format!("{name}.toml")),
                "format": "toml",
                "fields": fields(*kind, &nobody),
            })
        })
        .collect();
    all.push(json!({
        "name": "words",
        "label": "Весь портал → Словари",
        "label_singular": "Файл",
        "icon": "dictionary",
        "files": files,
    }));
    all
}
