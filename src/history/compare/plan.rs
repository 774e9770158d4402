//! A roadmap: its own properties, its sections, and its events one by one.

use std::collections::BTreeMap;

use crate::history::compare::draft::Both;
use crate::history::compare::draft::{Draft, Told, minor, plain};
use crate::history::compare::event;
use crate::history::compare::list::{Arrivals, Matched, ONE_BY_ONE, arrivals, matched};
use crate::history::words::property::{Gender, Name, Property, Weight, compared};
use crate::history::words::quote::{quoted, was_became};
use crate::history::words::sameness::{line, only_written_otherwise, same};
use crate::model::history::{Detail, Subject, What};
use crate::model::id::{EventRef, Slug};
use crate::model::plan::roadmap::{Event, Roadmap, Section};
use crate::text::language::Noun;
use crate::text::russian::counted;

/// The noun of measures.
pub const EVENTS: Noun = ["мероприятие", "мероприятия", "мероприятий"];

/// More renumbered events than this are told by their number: somebody put a row between the others.
const RENUMBERED: usize = 2;

/// «План на 2023 год».
pub fn title(plan: &Roadmap) -> String {
    format!("План на {}", plan.period.words())
}

/// A plan that was not there.
pub fn opened(plan: &Roadmap) -> String {
    format!(
        "план опубликован: {}",
        counted(plan.events().count(), EVENTS)
    )
}

/// An event with the position of its section, and its own in the whole plan.
struct Row<'a> {
    event: &'a Event,
    section: usize,
    place: usize,
}

fn rows(plan: &Roadmap) -> Vec<Row<'_>> {
    let sections = plan.sections.iter().enumerate();
    sections
        .flat_map(|(section, one)| one.events.iter().map(move |event| (section, event)))
        .enumerate()
        .map(|(place, (section, event))| Row {
            event,
            section,
            place,
        })
        .collect()
}

/// What happened to a plan and its events.
pub fn changed(before: &Roadmap, after: &Roadmap, names: Both<'_>) -> Told {
    let (old_rows, new_rows) = (rows(before), rows(after));
    let (found, renamed) = events(&old_rows, &new_rows);
    let sections = Sections::of(before, after);
    let mut own = compared(&properties(before, names.0), &properties(after, names.1));
    own.extend(sections.details());

    let named = |event: &Event| (subject(after, &event.id), line(&event.title.value));
    let how = Arrivals {
        added: "мероприятие добавлено",
        removed: "мероприятие убрано из плана",
        noun: EVENTS,
        owner: (Subject::Plan(after.id.clone()), title(after)),
    };
    let mut drafts = arrivals(&found, &how, |row| named(row.event));
    let mut numbers = Vec::new();
    for (old, new) in &found.kept {
        let mut details = event::changed(old.event, new.event);
        details.extend(sections.moved(old, new));
        numbers.extend(renumbered(old.event, new.event).map(|detail| (drafts.len(), detail)));
        let (subject, title) = named(new.event);
        drafts.push(Draft::new(subject, title, details));
    }
    if numbers.len() > RENUMBERED {
        let number = counted(numbers.len(), EVENTS);
        own.push(minor(What::Moved, format!("изменены номера: {number}")));
    } else {
        for (position, detail) in numbers {
            drafts[position].details.push(detail);
        }
    }
    own.extend(crowds(&mut drafts));
    own.extend(reordered(&found, &sections));
    drafts.insert(
        0,
        Draft::new(Subject::Plan(after.id.clone()), title(after), own),
    );
    let rename = |(old, new): (Slug, Slug)| (subject(after, &old), subject(after, &new));
    Told {
        drafts,
        renamed: renamed.into_iter().map(rename).collect(),
    }
}

fn subject(plan: &Roadmap, event: &Slug) -> Subject {
    Subject::Event(EventRef {
        plan: plan.id.clone(),
        event: event.clone(),
    })
}

/// Events that belong together: by identifier, then those with another identifier and the same words.
fn events<'a>(
    before: &'a [Row<'a>],
    after: &'a [Row<'a>],
) -> (Matched<'a, Row<'a>>, Vec<(Slug, Slug)>) {
    let mut found = matched(before, after, |row| &row.event.id);
    let mut renamed = Vec::new();
    let mut added = Vec::new();
    for new in std::mem::take(&mut found.added) {
        let alike = |old: &&Row<'_>| same(&old.event.title.value, &new.event.title.value);
        match found.removed.iter().position(alike) {
            Some(at) => {
                let old = found.removed.remove(at);
                renamed.push((old.event.id.clone(), new.event.id.clone()));
                found.kept.push((old, new));
            }
            None => added.push(new),
        }
    }
    found.added = added;
    (found, renamed)
}

fn properties(plan: &Roadmap, names: &crate::history::names::Names<'_>) -> Vec<Property> {
    let approved = plan.approved_by.as_ref().map(|act| names.document(&act.to));
    let columns: Vec<&str> = plan.columns.iter().map(|c| c.heading.as_str()).collect();
    vec![
        Property::new(Name("период плана", Gender::He), Some(plan.period.words())),
        Property::new(Name("название плана", Gender::It), Some(plan.title.clone()))
            .what(What::Title),
        Property::new(Name("утверждающий документ", Gender::He), approved),
        Property::new(
            Name("гриф утверждения", Gender::He),
            plan.approval_stamp.clone(),
        ),
        Property::new(
            Name("вступление к плану", Gender::It),
            plan.preamble.clone(),
        )
        .what(What::Text)
        .weight(Weight::Text),
        Property::new(
            Name("пересказ плана простыми словами", Gender::He),
            plan.plain.as_ref().map(|plain| plain.value.clone()),
        )
        .what(What::Text)
        .weight(Weight::Minor),
        Property::new(
            Name("столбцы таблицы", Gender::They),
            Some(columns.join(" | ")),
        )
        .weight(Weight::Minor),
    ]
}

fn renumbered(before: &Event, after: &Event) -> Option<Detail> {
    let number = |event: &Event| {
        let number = event
            .number
            .as_ref()
            .map(|number| number.value.trim().to_owned());
        number.filter(|number| !number.is_empty())
    };
    let bare = |number: &Option<String>| {
        number
            .as_deref()
            .map(|number| number.trim_end_matches('.').to_owned())
    };
    let (old, new) = (number(before), number(after));
    if bare(&old) == bare(&new) {
        return None;
    }
    let words = match (bare(&old), bare(&new)) {
        (Some(old), Some(new)) => format!("номер изменён: было {old}, стало {new}"),
        (None, Some(new)) => format!("указан номер: {new}"),
        (Some(old), _) => format!("номер убран: был {old}"),
        (None, None) => return None,
    };
    Some(Detail {
        what: What::Moved,
        before: old,
        after: new,
        words,
        minor: true,
    })
}

/// What is told of many events in the same words («указан пересказ простыми словами»: the portal's own work on a whole
/// plan) is told once, by their number.
fn crowds(drafts: &mut [Draft]) -> Vec<Detail> {
    let head = |detail: &Detail| {
        let (head, _) = detail.words.split_once(':').unwrap_or((&detail.words, ""));
        detail.minor.then(|| (detail.what, head.to_owned()))
    };
    let mut heads: BTreeMap<(What, String), usize> = BTreeMap::new();
    for found in drafts
        .iter()
        .flat_map(|draft| &draft.details)
        .filter_map(head)
    {
        *heads.entry(found).or_default() += 1;
    }
    heads.retain(|_, number| *number > ONE_BY_ONE);
    for draft in drafts {
        let alone = |detail: &Detail| head(detail).is_none_or(|head| !heads.contains_key(&head));
        draft.details.retain(alone);
    }
    let told = heads
        .into_iter()
        .map(|((what, head), number)| minor(what, format!("{head}: {}", counted(number, EVENTS))));
    told.collect()
}

/// Events that stand in another order in the same sections.
fn reordered(found: &Matched<'_, Row<'_>>, sections: &Sections<'_>) -> Option<Detail> {
    let kept = found.kept.iter();
    let mut stayed: Vec<_> = kept
        .filter(|(old, new)| sections.moved(old, new).is_none())
        .collect();
    stayed.sort_by_key(|(_, new)| new.place);
    let rising = stayed.is_sorted_by_key(|(old, _)| old.place);
    (!rising).then(|| minor(What::Moved, "изменён порядок мероприятий"))
}

/// Sections of two versions and which belong together.
struct Sections<'a> {
    before: &'a [Section],
    after: &'a [Section],
    /// For every old section the position of the new one.
    twins: Vec<Option<usize>>,
}

impl<'a> Sections<'a> {
    fn of(before: &'a Roadmap, after: &'a Roadmap) -> Sections<'a> {
        let (before, after) = (&before.sections, &after.sections);
        let mut twins: Vec<Option<usize>> = vec![None; before.len()];
        for (at, old) in before.iter().enumerate() {
            twins[at] = (0..after.len())
                .find(|new| !twins.contains(&Some(*new)) && heading(old) == heading(&after[*new]));
        }
        // A renamed section keeps most of its events.
        for (at, old) in before.iter().enumerate() {
            if twins[at].is_none() {
                twins[at] = (0..after.len())
                    .filter(|new| !twins.contains(&Some(*new)))
                    .find(|new| shares_events(old, &after[*new]));
            }
        }
        Sections {
            before,
            after,
            twins,
        }
    }

    fn details(&self) -> Vec<Detail> {
        let mut details = Vec::new();
        for (old, twin) in self.before.iter().zip(&self.twins) {
            match twin {
                Some(new) => details.extend(section(old, &self.after[*new])),
                None => details.extend(old.title.as_ref().map(|title| Detail {
                    before: Some(title.value.clone()),
                    ..plain(
                        What::Property,
                        format!("раздел {} убран", quoted(&title.value)),
                    )
                })),
            }
        }
        for (at, new) in self.after.iter().enumerate() {
            if self.twins.contains(&Some(at)) {
                continue;
            }
            details.extend(new.title.as_ref().map(|title| Detail {
                after: Some(title.value.clone()),
                ..plain(
                    What::Property,
                    format!("добавлен раздел {}", quoted(&title.value)),
                )
            }));
        }
        details
    }

    /// The sentence about an event that stands in another section.
    fn moved(&self, old: &Row<'_>, new: &Row<'_>) -> Option<Detail> {
        if self.twins[old.section] == Some(new.section) {
            return None;
        }
        let name = |sections: &[Section], at: usize| {
            sections[at].title.as_ref().map(|title| title.value.clone())
        };
        let (before, after) = (
            name(self.before, old.section),
            name(self.after, new.section),
        );
        let words = match (&before, &after) {
            (Some(old), Some(new)) => format!(
                "перенесено из раздела {} в раздел {}",
                quoted(old),
                quoted(new)
            ),
            (None, Some(new)) => format!("отнесено к разделу {}", quoted(new)),
            (Some(old), None) => format!("убрано из раздела {}", quoted(old)),
            (None, None) => return None,
        };
        Some(Detail {
            what: What::Moved,
            before,
            after,
            words,
            minor: false,
        })
    }
}

fn heading(section: &Section) -> Option<String> {
    section.title.as_ref().map(|title| line(&title.value))
}

fn shares_events(old: &Section, new: &Section) -> bool {
    let shared = old
        .events
        .iter()
        .filter(|event| new.events.iter().any(|other| other.id == event.id))
        .count();
    shared > 0 && shared * 2 >= old.events.len()
}

fn section(old: &Section, new: &Section) -> Vec<Detail> {
    let mut details = Vec::new();
    if let (Some(before), Some(after)) = (heading(old), heading(new))
        && before != after
    {
        let slip = only_written_otherwise(&before, &after);
        let verb = match slip {
            true => "название раздела: исправлено написание,",
            false => "раздел переименован:",
        };
        details.push(Detail {
            what: What::Title,
            words: format!("{verb} {}", was_became(&before, &after)),
            before: Some(before),
            after: Some(after),
            minor: slip,
        });
    }
    let of = heading(new).map(|title| format!("раздела {}", quoted(&title)));
    let of = of.unwrap_or_default();
    let numeral = |section: &Section| section.numeral.as_ref().map(|n| line(&n.value));
    let values = |section: &Section| {
        let tasks = Some(section.tasks.join("\n"));
        vec![
            Property::new(Name("номер", Gender::He), numeral(section))
                .of(&of)
                .weight(Weight::Minor),
            Property::new(Name("цель", Gender::She), section.goal.clone()).of(&of),
            Property::new(Name("задачи", Gender::They), tasks).of(&of),
        ]
    };
    details.extend(compared(&values(old), &values(new)));
    details
}
