//! How full the required sections of a territory are: present, stale or empty, and why.

use jiff::civil::Date;

use crate::model::nouns;
use crate::model::place::section::{REQUIRED, RequiredSection, SectionNote};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::plan::status::StatusWord;
use crate::model::portal::Portal;
use crate::model::record::program::{PartKind, Program};
use crate::text::language::{Noun, Words};
use crate::text::russian::lowercase;

/// How full a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fullness {
    /// There is something to read.
    Present,
    /// There is, and it should have been looked at again by now.
    Stale,
    /// There is nothing.
    Empty,
}

impl Fullness {
    /// All, from full to empty.
    pub const ALL: &'static [Fullness] = &[Fullness::Present, Fullness::Stale, Fullness::Empty];

    /// The word for tables.
    pub fn word(self) -> &'static str {
        match self {
            Fullness::Present => "есть",
            Fullness::Stale => "устарело",
            Fullness::Empty => "нет",
        }
    }

    /// Latin code for class names and open data.
    pub const fn code(self) -> &'static str {
        match self {
            Fullness::Present => "present",
            Fullness::Stale => "stale",
            Fullness::Empty => "empty",
        }
    }
}

/// One section of a territory with its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The section.
    pub section: &'static RequiredSection,
    /// Its state.
    pub fullness: Fullness,
    /// What it holds, or why it holds nothing.
    pub reason: String,
}

/// Said of an empty section when nobody gave a reason.
pub const NO_REASON: &str = "В документах, по которым собран раздел, таких сведений нет.";

/// What the state of a section depends on beside its territory.
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// The portal: its settings and what all territories share.
    pub portal: &'a Portal,
    /// The day on which a text may be out of date.
    pub today: Date,
    /// The language in which reasons are told.
    pub words: &'a Words,
}

/// Whether a territory is judged: a region that publishes no plan and no document has nothing to fill sections with.
pub fn is_judged(territory: &Territory) -> bool {
    !territory.is_region() || !territory.plans.is_empty() || !territory.documents.is_empty()
}

/// The states of all seventeen sections, in their order.
pub fn coverage(territory: &Territory, measure: Measure<'_>) -> Vec<Coverage> {
    REQUIRED
        .iter()
        .map(|section| one(section, territory, measure))
        .collect()
}

/// How many sections of a hundred are present.
pub fn share(rows: &[Coverage]) -> usize {
    let present = rows
        .iter()
        .filter(|row| row.fullness == Fullness::Present)
        .count();
    present * 100 / rows.len().max(1)
}

fn one(section: &'static RequiredSection, territory: &Territory, measure: Measure<'_>) -> Coverage {
    let words = measure.words;
    let note = territory.note(section.code);
    let held = held(section.code, territory, measure);
    let text = note.is_some_and(|note| !note.text.is_empty());
    let mut row = Coverage {
        section,
        fullness: Fullness::Present,
        reason: held.clone().unwrap_or_default(),
    };
    if held.is_none() && text {
        row.reason = words.phrase("Есть текст раздела", &[]);
    } else if held.is_none() {
        row.fullness = Fullness::Empty;
        row.reason = note
            .and_then(|note| empty_reason(note, words))
            .unwrap_or_else(|| words.phrase(NO_REASON, &[]));
        return row;
    }
    let today = measure.today;
    let overdue = note
        .and_then(|note| note.review_by)
        .filter(|day| *day < today);
    if let Some(day) = overdue {
        row.fullness = Fullness::Stale;
        row.reason = words.phrase(
            "{1}; перечитать нужно было до {2}",
            &[&row.reason, &words.date(day)],
        );
    } else if section.code == "novosti" && news_are_stale(territory, measure) {
        row.fullness = Fullness::Stale;
        row.reason = words.phrase("{1}, давно не обновлялись", &[&row.reason]);
    }
    row
}

/// The stated reason of an empty section with who said so and when.
pub fn empty_reason(note: &SectionNote, words: &Words) -> Option<String> {
    let reason = note.empty_reason.as_deref()?;
    let by = note.stated_by.as_deref();
    let on = note.stated_on.map(|day| words.date(day));
    Some(match (by, on.as_deref()) {
        (Some(by), Some(on)) => words.phrase("{1} (сообщает {2}, {3})", &[reason, by, on]),
        (Some(by), None) => words.phrase("{1} (сообщает {2})", &[reason, by]),
        (None, Some(on)) => words.phrase("{1} (на {2})", &[reason, on]),
        (None, None) => reason.to_owned(),
    })
}

fn news_are_stale(territory: &Territory, measure: Measure<'_>) -> bool {
    let limit = measure.portal.settings.news_stale_days;
    let newest = territory.news.iter().map(|item| item.date).max();
    limit > 0 && newest.is_some_and(|day| (measure.today - day).get_days() > limit as i32)
}

/// What a section holds, in a few words; none when it holds nothing of its own.
fn held(code: &str, territory: &Territory, measure: Measure<'_>) -> Option<String> {
    let words = measure.words;
    match code {
        "" => Some(words.phrase("Главная страница раздела", &[])),
        "programma" => territory
            .program
            .as_ref()
            .map(|program| program.title.clone()),
        "tseli" => has_goals(territory).then(|| words.phrase("Цели и задачи из документов", &[])),
        "kuratory" if territory.curators.is_empty() && territory.coordinator.is_some() => {
            Some(words.phrase("Назван координатор", &[]))
        }
        "kontakty" => {
            let known = territory
                .authority
                .as_ref()
                .is_some_and(|authority| !authority.contact.is_empty());
            known.then(|| words.phrase("Адрес или телефоны органа управления образованием", &[]))
        }
        _ => {
            let (number, forms) = counted(code, territory, measure)?;
            (number > 0).then(|| words.counted(number, forms))
        }
    }
}

/// How many things a section holds, and what they are called.
fn counted(code: &str, territory: &Territory, measure: Measure<'_>) -> Option<(usize, Noun)> {
    let events = || territory.plans.iter().flat_map(|plan| plan.events());
    Some(match code {
        "dokumenty" => (territory.documents.len(), nouns::DOCUMENTS),
        "pokazateli" => {
            let measured = |event: &&Event| event.indicator.is_some() || event.result.is_some();
            let forms: Noun = [
                "мероприятие с показателем",
                "мероприятия с показателями",
                "мероприятий с показателями",
            ];
            (events().filter(measured).count(), forms)
        }
        "plan" => (territory.plans.len(), nouns::PLANS),
        "shkoly" => (territory.schools.len(), nouns::SCHOOLS),
        "kuratory" => (territory.curators.len(), nouns::CURATORS),
        "rabochaya-gruppa" => (
            territory.working_group.as_ref()?.members.len(),
            nouns::PEOPLE,
        ),
        "itogi" => {
            let told = |event: &&Event| {
                !matches!(event.status.word, StatusWord::NoData | StatusWord::Planned)
            };
            let forms: Noun = [
                "мероприятие со сведениями",
                "мероприятия со сведениями",
                "мероприятий со сведениями",
            ];
            (events().filter(told).count(), forms)
        }
        "praktiki" => (territory.practices.len(), nouns::PRACTICES),
        "novosti" => (territory.news.len(), nouns::NEWS),
        "roditelyam" => {
            let forms: Noun = [
                "вопрос с ответом",
                "вопроса с ответами",
                "вопросов с ответами",
            ];
            (measure.portal.questions.len(), forms)
        }
        _ => return None,
    })
}

fn has_goals(territory: &Territory) -> bool {
    territory.plans.iter().any(plan_names_goals)
        || territory.program.as_ref().is_some_and(program_names_goals)
}

/// Whether the sections of a plan name goals or tasks.
pub fn plan_names_goals(plan: &Roadmap) -> bool {
    plan.sections
        .iter()
        .any(|section| section.goal.is_some() || !section.tasks.is_empty())
}

/// Whether a programme names goals or tasks.
pub fn program_names_goals(program: &Program) -> bool {
    program
        .parts
        .iter()
        .any(|part| matches!(part.kind, PartKind::Goals | PartKind::Tasks))
        || program.rows.iter().any(|row| names_goal(&row.label))
}

/// Whether a row of a passport is about goals or tasks, by the words of its label.
pub fn names_goal(label: &str) -> bool {
    let label = lowercase(label);
    label.contains("цел") || label.contains("задач")
}
