//! The plan that an editor asks for, found and made into a document.

use crate::content;
use crate::desk::place::{self, Known};
use crate::desk::word::document::document;
use crate::desk::word::printed;
use crate::files::sources::Sources;
use crate::model::id::TerritoryPath;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;

/// A document for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// What the file is called unless the editor says otherwise: `plan-zhigalovskiy-2023.docx`.
    pub name: String,
    /// The document.
    pub bytes: Vec<u8>,
    /// The plan in words: «Жигаловский район, план 2023».
    pub called: String,
    /// How many events it has.
    pub events: usize,
    /// Headings of columns that the plan does not name and that were added since events fill them.
    pub added: Vec<&'static str>,
}

/// The plan of a territory, named as editors name it, as a document. The plan is named by its identifier (`2023`,
/// `2022-2023`) or by a year of its period.
///
/// # Errors
/// In Russian: which territory or plan is not there or which of several may be meant, or that the plan has errors.
pub fn export(sources: &Sources, place: &str, asked: &str) -> Result<Exported, String> {
    let known = place::known(sources);
    let path = place::find(place, &known)?;
    let (territory, broken) = territory(sources, &path)?;
    let called = place_called(&path, &known);
    let plan = found(&territory, asked, &called, &broken)?;
    if broken.iter().any(|id| id == plan.id.as_str()) {
        return Err(format!(
            "в файле {path}/plans/{}.toml есть ошибки, и документ вышел бы неполным; что исправить, скажет portal check",
            plan.id
        ));
    }
    let last = path.municipality.as_ref().unwrap_or(&path.region);
    Ok(Exported {
        name: format!("plan-{last}-{}.docx", plan.id),
        bytes: document(plan),
        called: format!("{called}, план {}", plan.id),
        events: plan.events().count(),
        added: printed::added(plan)
            .iter()
            .map(|column| column.heading)
            .collect(),
    })
}

/// The territory, and the identifiers of its plans whose files have errors.
fn territory(sources: &Sources, path: &TerritoryPath) -> Result<(Territory, Vec<String>), String> {
    let files: Vec<content::ReadFile> = sources
        .iter()
        .map(|(id, source)| (id, source, content::fields::locate(&source.path).ok()))
        .filter(|(_, _, location)| {
            location
                .as_ref()
                .is_some_and(|location| location.territory.as_ref() == Some(path))
        })
        .map(|(id, source, _)| content::file(id, source).0)
        .collect();
    let broken = files
        .iter()
        .filter(|file| file.broken)
        .filter_map(|file| file.location.as_ref())
        .filter(|location| location.kind == content::fields::FileKind::Plan)
        .filter_map(|location| location.id.as_ref().map(ToString::to_string))
        .collect();
    content::territory(path, &files.iter().collect::<Vec<_>>())
        .0
        .map(|territory| (territory, broken))
        .ok_or_else(|| {
            format!("главный файл папки {path} не прочитан; что исправить, скажет portal check")
        })
}

fn place_called(path: &TerritoryPath, known: &[Known]) -> String {
    known
        .iter()
        .find(|one| &one.path == path && !one.name.is_empty())
        .map_or_else(|| path.to_string(), |one| one.name.clone())
}

/// The plan that is meant: the one called so, else the only one whose period has the year.
fn found<'a>(
    territory: &'a Territory,
    asked: &str,
    called: &str,
    broken: &[String],
) -> Result<&'a Roadmap, String> {
    let id = asked
        .trim()
        .trim_end_matches(".toml")
        .replace(['/', '–', '—'], "-");
    if let Some(plan) = territory.plans.iter().find(|plan| plan.id.as_str() == id) {
        return Ok(plan);
    }
    let year: Option<i16> = id.parse().ok();
    let of_year: Vec<&Roadmap> = territory
        .plans
        .iter()
        .filter(|plan| {
            let years = plan.period.first.year()..=plan.period.last.year();
            year.is_some_and(|year| years.contains(&year))
        })
        .collect();
    match of_year.as_slice() {
        [one] => Ok(one),
        [] if broken.contains(&id) => Err(format!(
            "файл {}/plans/{id}.toml не прочитан; что исправить, скажет portal check",
            territory.path
        )),
        [] if territory.plans.is_empty() => Err(format!(
            "{called}: планов ещё нет; создайте план командой portal new plan {} {id}",
            territory.path
        )),
        [] => Err(format!(
            "{called}: плана «{id}» нет; есть: {}",
            listed(&territory.plans.iter().collect::<Vec<_>>())
        )),
        several => Err(format!(
            "{called}: на {id} год есть несколько планов; укажите один из них вместо года: {}",
            listed(several)
        )),
    }
}

fn listed(plans: &[&Roadmap]) -> String {
    let named: Vec<String> = plans
        .iter()
        .map(|plan| format!("{} ({})", plan.id, plan.period.words()))
        .collect();
    named.join(", ")
}
