//! The text of a required section, or the reason why it is empty.

use crate::history::compare::draft::{Draft, Told, plain};
use crate::history::words::property::{Gender, Name, Property, Weight, compared};
use crate::history::words::quote::quoted;
use crate::model::history::{Subject, What};
use crate::model::place::section::{RequiredSection, SectionNote};

/// The file of a section that was not there.
pub fn opened(note: &SectionNote) -> String {
    match &note.empty_reason {
        Some(reason) if note.text.is_empty() => {
            format!("указано, почему раздел пуст: {}", quoted(reason))
        }
        _ => "текст раздела добавлен".to_owned(),
    }
}

/// What happened to a section.
pub fn changed(before: &SectionNote, after: &SectionNote) -> Told {
    let mut details = Vec::new();
    match (before.text.is_empty(), after.text.is_empty()) {
        (true, false) => details.push(plain(What::Text, "раздел заполнен: добавлен текст")),
        (false, true) => details.push(plain(What::Text, emptied(after))),
        (false, false) => details.extend(compared(&text(before), &text(after))),
        (true, true) => {}
    }
    // Of a section that was filled or emptied the reason is part of the same news.
    if before.text.is_empty() == after.text.is_empty() {
        details.extend(compared(&reason(before), &reason(after)));
    }
    details.extend(compared(&about(before), &about(after)));
    let name = RequiredSection::find(&after.section).map_or(after.section.as_str(), |one| one.name);
    Told::one(Draft::new(
        Subject::Section(after.section.clone()),
        name,
        details,
    ))
}

fn emptied(note: &SectionNote) -> String {
    match &note.empty_reason {
        Some(reason) => format!("текст раздела убран, указана причина: {}", quoted(reason)),
        None => "текст раздела убран".to_owned(),
    }
}

fn text(note: &SectionNote) -> Vec<Property> {
    vec![
        Property::new(
            Name("текст раздела", Gender::He),
            Some(note.text.markdown.clone()),
        )
        .what(What::Text)
        .weight(Weight::Text),
    ]
}

fn reason(note: &SectionNote) -> Vec<Property> {
    vec![
        Property::new(
            Name("причина, по которой раздел пуст,", Gender::She),
            note.empty_reason.clone(),
        )
        .what(What::Status),
    ]
}

fn about(note: &SectionNote) -> Vec<Property> {
    let day = |day: Option<jiff::civil::Date>| day.map(crate::text::russian::date);
    vec![
        Property::new(Name("заголовок раздела", Gender::He), note.title.clone()).what(What::Title),
        Property::new(Name("источник", Gender::He), note.source.clone()),
        Property::new(Name("кто сообщил", Gender::It), note.stated_by.clone())
            .weight(Weight::Minor),
        Property::new(Name("дата сообщения", Gender::She), day(note.stated_on))
            .weight(Weight::Minor),
        Property::new(
            Name("дата следующей проверки", Gender::She),
            day(note.review_by),
        )
        .weight(Weight::Minor),
    ]
}
