//! The ways from a territory's main page to everything else: six words, and all sections grouped as questions.

use serde::Serialize;

use crate::model::place::section::{PARENTS, QUESTIONS, RESULT};
use crate::render::views::parts::count;
use crate::render::views::parts::coverage::{Coverage, Fullness, coverage};
use crate::render::views::parts::link::LinkNote;
use crate::render::views::place::parts::place::Place;
use crate::site::PlacePage;

/// Sections that answer one question.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// The question.
    pub question: String,
    /// Its sections.
    pub links: Vec<GroupLink>,
}

/// A section in «Всё о поддержке».
#[derive(Debug, Clone, Serialize)]
pub struct GroupLink {
    /// Name of the section.
    pub text: String,
    /// Its address.
    pub href: String,
    /// Whether there is anything to read.
    pub empty: bool,
}

/// The six words with what stands behind them.
pub fn six(place: &Place<'_>) -> Vec<LinkNote> {
    let territory = place.territory;
    let rows = coverage(territory, place.context);
    let held = |code: &str| {
        rows.iter()
            .find(|row| row.section.code == code && row.fullness != Fullness::Empty)
            .map_or_else(|| place.say("пока нет", &[]), |row| row.reason.clone())
    };
    let plan = territory.current_plan().map(|plan| {
        let events = place.counted(plan.events().count(), count::EVENTS);
        format!("{}, {events}", place.period(plan))
    });
    let phone = territory
        .authority
        .as_ref()
        .and_then(|authority| authority.contact.phones.first().cloned());
    [
        ("План", "plan", plan),
        ("Школы", "shkoly", None),
        ("Родителям", "roditelyam", None),
        ("Новости", "novosti", None),
        ("Документы", "dokumenty", None),
        ("Контакты", "kontakty", phone),
    ]
    .into_iter()
    .map(|(text, code, note)| LinkNote {
        text: place.say(text, &[]),
        href: place.href(PlacePage::Section(code)),
        note: note.unwrap_or_else(|| held(code)),
    })
    .collect()
}

/// All sections, grouped by the question they answer.
pub fn groups(place: &Place<'_>) -> Vec<Group> {
    let rows = coverage(place.territory, place.context);
    let link = |row: &Coverage| GroupLink {
        text: place.say(row.section.name, &[]),
        href: place.href(PlacePage::Section(row.section.code)),
        empty: row.fullness == Fullness::Empty,
    };
    let mut groups: Vec<Group> = QUESTIONS
        .iter()
        .map(|question| Group {
            question: place.say(question, &[]),
            links: rows
                .iter()
                .filter(|row| row.section.question == *question && !row.section.code.is_empty())
                .map(link)
                .collect(),
        })
        .collect();
    let whole_year = [
        ("Обещания и подтверждения", PlacePage::Promises),
        ("Сравнение с похожими", PlacePage::Comparison),
    ];
    let service = [
        ("Календарь мероприятий", PlacePage::Calendar),
        ("Полнота разделов", PlacePage::Completeness),
        ("Архив по годам", PlacePage::Archive),
        ("Что изменилось", PlacePage::Changes(None)),
        ("Открытые данные", PlacePage::Data),
    ];
    for (question, pages) in [(RESULT, &whole_year[..]), (PARENTS, &service[..])] {
        let question = place.say(question, &[]);
        let group = groups.iter_mut().find(|group| group.question == question);
        let there = pages.iter().filter(|(_, page)| place.has(page));
        let links = there.map(|(text, page)| GroupLink {
            text: place.say(text, &[]),
            href: place.href(page.clone()),
            empty: false,
        });
        if let Some(group) = group {
            group.links.extend(links);
        }
    }
    groups
}
