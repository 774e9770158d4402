//! Two versions of a file compared as what they mean.

mod draft;
mod event;
mod list;
mod people;
mod place;
pub mod plan;
mod record;
mod section;
mod shared;

use crate::history::names::{Names, headed};
use crate::history::version::{Content, Version};
use crate::model::history::Subject;
use crate::model::place::section::RequiredSection;

use draft::Both;
pub use draft::{Draft, Told};

/// A version with the names of its time.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// What the file says; none while it is not there.
    pub version: Option<&'a Version>,
    /// What identifiers are called.
    pub names: &'a Names<'a>,
}

/// What became of the things of a file.
pub fn compared(before: Side<'_>, after: Side<'_>) -> Told {
    let names = (before.names, after.names);
    match (before.version, after.version) {
        (Some(old), Some(new)) => changed(&old.content, &new.content, names),
        (None, Some(new)) => appeared(new, after.names),
        (Some(old), None) => vanished(old, before.names),
        (None, None) => Told::default(),
    }
}

fn changed(old: &Content, new: &Content, names: Both<'_>) -> Told {
    match (old, new) {
        (Content::Plan(old), Content::Plan(new)) => plan::changed(old, new, names),
        (Content::Territory(old), Content::Territory(new)) => place::changed(old, new, names),
        (Content::People(old), Content::People(new)) => people::people(old, new, names),
        (Content::Schools(old), Content::Schools(new)) => people::schools(old, new, names),
        (Content::Curators(old), Content::Curators(new)) => people::curators(old, new, names),
        (Content::WorkingGroup(old), Content::WorkingGroup(new)) => people::group(old, new, names),
        (Content::Program(old), Content::Program(new)) => record::program(old, new, names),
        (Content::Document(old), Content::Document(new)) => record::document(old, new, names),
        (Content::News(old), Content::News(new)) => record::news(old, new, names),
        (Content::Practice(old), Content::Practice(new)) => record::practice(old, new, names),
        (Content::Note(old), Content::Note(new)) => section::changed(old, new),
        (Content::Settings(old), Content::Settings(new)) => shared::settings(old, new),
        (Content::Collection(old), Content::Collection(new)) => shared::collection(old, new),
        (Content::Question(old), Content::Question(new)) => shared::question(old, new),
        (Content::Page(old), Content::Page(new)) => shared::page(old, new),
        (Content::Terms(old), Content::Terms(new)) => shared::terms(old, new),
        (Content::List(name, old), Content::List(_, new)) => shared::list(name, old, new),
        _ => Told::default(),
    }
}

/// A file that was not there.
fn appeared(new: &Version, names: &Names<'_>) -> Told {
    let none = (names, names);
    let words = match &new.content {
        Content::People(new) => return people::people(&[], new, none),
        Content::Schools(new) => return people::schools(&[], new, none),
        Content::Curators(new) => return people::curators(&[], new, none),
        Content::Terms(new) => return shared::terms(&[], new),
        Content::Plan(new) => plan::opened(new),
        Content::WorkingGroup(new) => people::group_opened(new),
        Content::Document(_) => "документ добавлен".to_owned(),
        Content::Program(_) => "программа опубликована".to_owned(),
        Content::News(_) => "новость опубликована".to_owned(),
        Content::Practice(_) => "практика добавлена".to_owned(),
        Content::Note(note) => section::opened(note),
        Content::Collection(_) => "сборник добавлен".to_owned(),
        Content::Question(_) => "вопрос добавлен".to_owned(),
        Content::Page(_) => "страница добавлена".to_owned(),
        Content::List(..) => "список добавлен".to_owned(),
        // Told by whoever counts what came with them.
        Content::Territory(_) | Content::Settings(_) | Content::Counted(_) => {
            return Told::default();
        }
    };
    Told::one(Draft::appeared(subject(new), title(new), words))
}

/// A file that is gone.
fn vanished(old: &Version, names: &Names<'_>) -> Told {
    let none = (names, names);
    let words = match &old.content {
        Content::People(old) => return people::people(old, &[], none),
        Content::Schools(old) => return people::schools(old, &[], none),
        Content::Curators(old) => return people::curators(old, &[], none),
        Content::Terms(old) => return shared::terms(old, &[]),
        Content::Plan(_) => "план убран с портала",
        Content::WorkingGroup(_) => "состав рабочей группы убран",
        Content::Document(_) => "документ убран",
        Content::Program(_) => "программа убрана",
        Content::News(_) => "новость убрана",
        Content::Practice(_) => "практика убрана",
        Content::Note(_) => "текст раздела убран",
        Content::Collection(_) => "сборник убран",
        Content::Question(_) => "вопрос убран",
        Content::Page(_) => "страница убрана",
        Content::List(..) => "список убран",
        Content::Territory(_) | Content::Settings(_) | Content::Counted(_) => {
            return Told::default();
        }
    };
    Told::one(Draft::vanished(subject(old), title(old), words))
}

/// What a file is about; of a list of things the list's owner.
pub fn subject(version: &Version) -> Subject {
    let id = version.location.id.clone();
    match &version.content {
        Content::Settings(_) | Content::Terms(_) => Subject::Portal,
        Content::Territory(_) | Content::People(_) | Content::Schools(_) | Content::Counted(_) => {
            Subject::Territory
        }
        Content::Plan(plan) => Subject::Plan(plan.id.clone()),
        Content::Curators(_) => Subject::Curators,
        Content::WorkingGroup(_) => Subject::WorkingGroup,
        Content::Program(_) => Subject::Program,
        Content::Document(document) => Subject::Document(document.id.clone()),
        Content::News(item) => Subject::News(item.id.clone()),
        Content::Practice(practice) => Subject::Practice(practice.id.clone()),
        Content::Note(note) => Subject::Section(note.section.clone()),
        Content::Collection(collection) => Subject::Collection(collection.id.clone()),
        Content::Question(question) => Subject::Question(question.id.clone()),
        Content::Page(page) => Subject::Page(page.id.clone()),
        Content::List(name, _) => match id {
            Some(id) => Subject::Page(id),
            None => Subject::Reference(name),
        },
    }
}

/// What the thing of a file is called.
pub fn title(version: &Version) -> String {
    match &version.content {
        Content::Plan(plan) => plan::title(plan),
        Content::Document(document) => headed(&document.short_name()),
        Content::WorkingGroup(_) => "Рабочая группа".to_owned(),
        Content::Curators(_) => "Кураторы".to_owned(),
        Content::Note(note) => RequiredSection::find(&note.section)
            .map_or_else(|| note.section.clone(), |section| section.name.to_owned()),
        Content::List(name, _) => shared::list_title(name).to_owned(),
        _ => headed(version.title()),
    }
}
