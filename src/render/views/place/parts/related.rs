//! Events of the plans that speak of what a section is about, found by plain rules over their words.

use serde::Serialize;

use crate::model::plan::roadmap::{Event, Section};
use crate::render::views::place::parts::event_line::EventLine;
use crate::render::views::place::parts::place::Place;
use crate::text::russian::lowercase;

/// Events about the same as a section, with the rule they were found by.
#[derive(Serialize)]
pub struct Related<'a> {
    /// How they were found, for the reader.
    rule: String,
    /// The events, newest plan first.
    pub events: Vec<EventLine<'a>>,
}

/// By which words a section finds its events.
pub struct Rule {
    section: &'static str,
    /// Beginnings of words; one of them is enough.
    any: &'static [&'static str],
    /// Two beginnings that are enough together.
    both: Option<(&'static str, &'static str)>,
    /// Whether the title of the plan's section counts.
    in_section: bool,
    /// Whether the cell of executors counts.
    in_responsible: bool,
    said: &'static str,
}

const RULES: &[Rule] = &[
    rule(
        "programma",
        &[],
        Some(("муниципальн", "программ")),
        "в названии есть слова «муниципальная программа»",
    ),
    rule(
        "kuratory",
        &["куратор"],
        None,
        "в названии или среди ответственных есть слово «куратор»",
    )
    .with_responsible(),
    rule(
        "programmy-shkol",
        &["среднесрочн", "антириск", "концеп"],
        Some(("программ", "школ")),
        "в названии речь о программах школ, среднесрочных или антирисковых программах",
    ),
    rule(
        "monitoring",
        &["монитор", "анализ", "диагност"],
        None,
        "в названии мероприятия или раздела есть слова «мониторинг», «анализ», «диагностика»",
    )
    .with_section(),
    rule(
        "rekomendatsii",
        &["рекомендац", "совещан", "собеседован"],
        None,
        "в названии есть слова «рекомендации», «совещание», «собеседование»",
    ),
    rule(
        "itogi",
        &["эффективност", "итог"],
        None,
        "в названии есть слова «эффективность», «итоги»",
    ),
    rule(
        "praktiki",
        &["практик", "опыт"],
        None,
        "в названии есть слова «практика», «опыт»",
    ),
    rule(
        "novosti",
        &["сайт", "информир", "сми"],
        None,
        "в названии есть слова «сайт», «информирование», «СМИ»",
    ),
    rule(
        "roditelyam",
        &["родител", "открытых дверей"],
        None,
        "в названии есть слова «родители», «день открытых дверей»",
    ),
    rule(
        "rabochaya-gruppa",
        &[],
        Some(("рабоч", "групп")),
        "в названии есть слова «рабочая группа»",
    ),
];

const fn rule(
    section: &'static str,
    any: &'static [&'static str],
    both: Option<(&'static str, &'static str)>,
    said: &'static str,
) -> Rule {
    Rule {
        section,
        any,
        both,
        in_section: false,
        in_responsible: false,
        said,
    }
}

impl Rule {
    const fn with_section(self) -> Rule {
        Rule {
            in_section: true,
            ..self
        }
    }

    const fn with_responsible(self) -> Rule {
        Rule {
            in_responsible: true,
            ..self
        }
    }

    /// The rule of a section.
    pub fn of(code: &str) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.section == code)
    }

    /// How events are found, for the reader.
    pub fn said(&self) -> &'static str {
        self.said
    }

    /// True when an event is about the same as the section.
    pub fn fits(&self, words: &Words) -> bool {
        let texts = [
            Some(&words.title),
            Some(&words.section).filter(|_| self.in_section),
            Some(&words.responsible).filter(|_| self.in_responsible),
        ];
        let begins = |word: &str| texts.iter().flatten().any(|text| begins(text, word));
        self.any.iter().any(|word| begins(word))
            || self
                .both
                .is_some_and(|(one, other)| begins(one) && begins(other))
    }
}

/// True when a word of the text begins so: a plain search would find «сми» inside «расписмирование».
fn begins(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(char::is_alphabetic)
    })
}

/// The words of an event that rules look at, in lower case.
pub struct Words {
    title: String,
    section: String,
    responsible: String,
}

impl Words {
    /// Prepares an event of a section of a plan.
    pub fn new(section: &Section, event: &Event) -> Words {
        let title = section.title.as_ref();
        let cell = event.responsible.as_ref();
        Words {
            title: lowercase(&event.title.value),
            section: title.map_or_else(String::new, |title| lowercase(&title.value)),
            responsible: cell.map_or_else(String::new, |cell| lowercase(&cell.value.verbatim)),
        }
    }
}

/// The events of all plans, newest plan first, that a section's rule finds; none when it finds nothing.
pub fn find<'a>(place: &Place<'a>, code: &str) -> Option<Related<'a>> {
    let rule = Rule::of(code)?;
    let mut events = Vec::new();
    for plan in place.territory.plans.iter().rev() {
        for section in &plan.sections {
            let found = section
                .events
                .iter()
                .filter(|event| rule.fits(&Words::new(section, event)));
            events.extend(found.map(|event| EventLine::new(place, plan, event)));
        }
    }
    (!events.is_empty()).then_some(Related {
        rule: place.say(rule.said, &[]),
        events,
    })
}
