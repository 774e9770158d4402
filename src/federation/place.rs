//! A territory of the model as a manifest tells it.

use std::collections::{BTreeMap, BTreeSet};

use crate::federation::count::sums;
use crate::federation::event;
use crate::federation::manifest::{
    Act, Day, News, Note, Office, Place, Plan, Practice, Program, School,
};
use crate::model::coverage::{Measure, plan_names_goals, program_names_goals};
use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;

/// Events whose titles are told: territory path, plan and event.
pub type Named<'a> = BTreeSet<(String, &'a Slug, &'a Slug)>;

/// Tells a territory.
pub fn place(territory: &Territory, measure: Measure<'_>, named: &Named<'_>) -> Place {
    let path = territory.path.to_string();
    Place {
        name: territory.names.name.clone(),
        name_of: territory.names.of.clone(),
        name_in: territory.names.in_place.clone(),
        kind: territory.kind.clone(),
        official_name: territory.official_name.clone(),
        also_called: territory.also_called.clone(),
        authority: territory.authority.as_ref().map(|authority| Office {
            name: authority.name.clone(),
            reachable: !authority.contact.is_empty(),
        }),
        coordinator: territory.coordinator.is_some(),
        sums: sums(territory, measure),
        people: territory.people.len(),
        curators: territory.curators.len(),
        working_group: territory
            .working_group
            .as_ref()
            .map(|group| group.members.len()),
        program: territory.program.as_ref().map(|program| Program {
            title: program.title.clone(),
            goals: program_names_goals(program),
        }),
        notes: notes(territory),
        documents: documents(territory),
        schools: territory
            .schools
            .iter()
            .map(|school| School {
                id: school.id.to_string(),
                name: school.name.clone(),
                supported: school.is_supported(),
            })
            .collect(),
        plans: territory
            .plans
            .iter()
            .map(|one| plan(&path, one, named))
            .collect(),
        practices: practices(territory),
        news: news(territory),
        path,
    }
}

fn notes(territory: &Territory) -> Vec<Note> {
    let note = territory.notes.iter().map(|note| Note {
        section: note.section.clone(),
        text: !note.text.is_empty(),
        empty_reason: note.empty_reason.clone(),
        stated_by: note.stated_by.clone(),
        stated_on: note.stated_on.map(Day),
        review_by: note.review_by.map(Day),
    });
    note.collect()
}

fn documents(territory: &Territory) -> Vec<Act> {
    let act = territory.documents.iter().map(|act| Act {
        id: act.id.to_string(),
        kind: act.kind.clone(),
        number: act.number.as_ref().map(|number| number.value.clone()),
        date: act.date.as_ref().map(|date| Day(date.value)),
        text: act.text_known,
    });
    act.collect()
}

fn practices(territory: &Territory) -> Vec<Practice> {
    let practice = territory.practices.iter().map(|practice| Practice {
        id: practice.id.to_string(),
        title: practice.title.clone(),
        kind: practice.kind.clone(),
        level: practice.level.clone(),
        year: practice.year.clone(),
        status: practice.status.clone(),
        summary: practice.summary.clone(),
    });
    practice.collect()
}

fn news(territory: &Territory) -> Vec<News> {
    let item = territory.news.iter().map(|item| News {
        id: item.id.to_string(),
        date: Day(item.date),
        title: item.title.clone(),
        summary: item.summary.clone(),
        documents: item
            .documents
            .iter()
            .map(|act| act.to.to_string())
            .collect(),
    });
    item.collect()
}

fn plan(path: &str, plan: &Roadmap, named: &Named<'_>) -> Plan {
    let shown = |event: &Slug| named.contains(&(path.to_owned(), &plan.id, event));
    let titles: BTreeMap<String, String> = plan
        .events()
        .filter(|event| shown(&event.id))
        .map(|event| (event.id.to_string(), event.title.value.clone()))
        .collect();
    Plan {
        id: plan.id.to_string(),
        title: plan.title_line(),
        period: plan.period.kind.code().to_owned(),
        first: Day(plan.period.first),
        last: Day(plan.period.last),
        approved_by: plan.approved_by.as_ref().map(|act| act.to.to_string()),
        goals: plan_names_goals(plan),
        events: plan.events().map(event::line).collect(),
        titles,
    }
}
