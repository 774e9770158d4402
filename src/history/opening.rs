//! The first day of the portal and of a territory, and the last one: many files at once are one sentence.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::fields::FileKind;
use crate::history::compare::plan::EVENTS;
use crate::history::compare::{Draft, Told};
use crate::history::names::{Files, Names, headed};
use crate::history::step::{Step, territories};
use crate::history::version::{Content, Version};
use crate::model::history::Subject;
use crate::model::id::TerritoryPath;
use crate::text::language::Noun;
use crate::text::russian::counted;

/// What a commit opens and closes as a whole.
pub struct Opening<'a> {
    steps: &'a [Step],
    portal: bool,
    opened: BTreeSet<&'a TerritoryPath>,
    closed: BTreeSet<&'a TerritoryPath>,
}

const KINDS: &[(FileKind, Noun)] = &[
    (FileKind::Plan, ["план", "плана", "планов"]),
    (FileKind::Document, ["документ", "документа", "документов"]),
    (FileKind::Practice, ["практика", "практики", "практик"]),
    (FileKind::News, ["новость", "новости", "новостей"]),
    (
        FileKind::Question,
        [
            "вопрос родителей",
            "вопроса родителей",
            "вопросов родителей",
        ],
    ),
];

impl<'a> Opening<'a> {
    /// Looks through a commit; `first` when nothing was there before it.
    pub fn of(steps: &'a [Step], first: bool) -> Opening<'a> {
        let settings = |step: &Step| step.kind() == Some(FileKind::Settings) && step.is_new();
        Opening {
            steps,
            portal: first
                || steps
                    .iter()
                    .any(|step| settings(step) && step.after.is_some()),
            opened: territories(steps, |step| step.is_new() && step.after.is_some()),
            closed: territories(steps, |step| step.is_gone() && step.before.is_some()),
        }
    }

    /// True when a file is part of what opens or closes, so that it has no sentence of its own.
    pub fn covers(&self, step: &Step) -> bool {
        let at_home = |set: &BTreeSet<&TerritoryPath>| {
            step.territory().is_some_and(|path| set.contains(path))
        };
        let in_folder = |set: &BTreeSet<&TerritoryPath>| {
            let side = step.pair.after.as_ref().or(step.pair.before.as_ref());
            let attached = step.kind() == Some(FileKind::Attachment);
            let path = side.map_or("", |side| side.file.path.as_str());
            let mut folders = path.match_indices('/').map(|(at, _)| &path[..at]);
            attached
                && folders.any(|folder| {
                    TerritoryPath::parse(folder).is_some_and(|folder| set.contains(&folder))
                })
        };
        if step.is_new() || step.pair.before.is_none() {
            let shared = self.portal && step.territory().is_none();
            return shared || at_home(&self.opened) || in_folder(&self.opened);
        }
        step.is_gone() && (at_home(&self.closed) || in_folder(&self.closed))
    }

    /// The sentences, the portal's first.
    pub fn told(&self, files: &Files) -> Vec<(Option<TerritoryPath>, Told)> {
        let mut told = Vec::new();
        if self.portal {
            let all: Vec<&Version> = self.come().map(|(_, version)| version).collect();
            let title = all.iter().find_map(|version| match &version.content {
                Content::Settings(settings) => Some(headed(&settings.title)),
                _ => None,
            });
            let title = title.unwrap_or_else(|| "Портал".to_owned());
            let words = with_counts("портал открыт", &self.territories_counted(), &all);
            told.push((
                None,
                Told::one(Draft::appeared(Subject::Portal, title, words)),
            ));
        }
        let mut by_territory: BTreeMap<&TerritoryPath, Vec<&Version>> = BTreeMap::new();
        for (path, version) in self
            .come()
            .filter_map(|(step, v)| Some((step.territory()?, v)))
        {
            by_territory.entry(path).or_default().push(version);
        }
        for path in &self.opened {
            let own = by_territory.remove(path).unwrap_or_default();
            let words = with_counts("страницы открыты", &[], &own);
            let names = Names {
                files,
                earlier: None,
                territory: Some(path),
            };
            let draft = Draft::appeared(Subject::Territory, names.territory(path), words);
            told.push((Some((*path).clone()), Told::one(draft)));
        }
        for path in &self.closed {
            let step = self.steps.iter().find(|step| {
                step.territory() == Some(*path)
                    && matches!(step.kind(), Some(FileKind::Region | FileKind::Municipality))
            });
            let title = step
                .and_then(|step| step.before.as_ref())
                .map(|one| headed(one.title()));
            let title = title.unwrap_or_else(|| path.to_string());
            let draft = Draft::vanished(Subject::Territory, title, "страницы убраны с портала");
            told.push((Some((*path).clone()), Told::one(draft)));
        }
        told
    }

    /// What was not there before, with its version when that is good.
    fn come(&self) -> impl Iterator<Item = (&Step, &Version)> {
        let new = self.steps.iter().filter(|step| step.is_new());
        new.filter_map(|step| Some((step, step.after.as_deref()?)))
    }

    fn territories_counted(&self) -> Vec<String> {
        let number = |region: bool| {
            let of_kind = self
                .opened
                .iter()
                .filter(|path| path.municipality.is_none() == region);
            of_kind.count()
        };
        let mut said = Vec::new();
        if number(true) > 0 {
            said.push(counted(number(true), ["регион", "региона", "регионов"]));
        }
        if number(false) > 0 {
            said.push(counted(
                number(false),
                ["муниципалитет", "муниципалитета", "муниципалитетов"],
            ));
        }
        said
    }
}

/// «Страницы открыты: 1 план, 30 мероприятий, 2 документа».
fn with_counts(head: &str, places: &[String], versions: &[&Version]) -> String {
    let mut said = places.to_vec();
    for (kind, noun) in KINDS {
        let number = versions
            .iter()
            .filter(|version| version.location.kind == *kind)
            .count();
        if number > 0 {
            said.push(counted(number, *noun));
        }
        if *kind == FileKind::Plan {
            let events: usize = versions.iter().map(|version| events(version)).sum();
            if events > 0 {
                said.push(counted(events, EVENTS));
            }
        }
    }
    let schools: usize = versions.iter().map(|version| schools(version)).sum();
    if schools > 0 {
        said.push(counted(schools, ["школа", "школы", "школ"]));
    }
    match said.is_empty() {
        true => head.to_owned(),
        false => format!("{head}: {}", said.join(", ")),
    }
}

fn events(version: &Version) -> usize {
    match &version.content {
        Content::Plan(plan) => plan.events().count(),
        Content::Counted(events) => *events,
        _ => 0,
    }
}

fn schools(version: &Version) -> usize {
    match &version.content {
        Content::Schools(schools) => schools.len(),
        _ => 0,
    }
}
