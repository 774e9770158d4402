//! The programme word for word, and the goals and tasks from everywhere they are written.

use serde::Serialize;

use crate::model::place::section::RequiredSection;
use crate::model::record::program::{PartKind, PassportRow, Program, ProgramPart};
use crate::render::theme::ThemeError;
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::coverage::names_goal;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::abbreviation::AbbrView;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::cell;

#[derive(Serialize)]
struct ProgramView<'a> {
    program: Option<Passport<'a>>,
}

/// The programme word for word.
#[derive(Serialize)]
pub struct Passport<'a> {
    title: Html,
    period: Option<&'a str>,
    act: Option<Link>,
    rows: Vec<RowView<'a>>,
    parts: Vec<PartView<'a>>,
    abbreviations: Vec<AbbrView<'a>>,
}

#[derive(Serialize)]
struct RowView<'a> {
    label: &'a str,
    /// The cell as a whole; where it is a list, shown in `<details>` as in the document.
    value: Cell<'a>,
    raw: &'a str,
    items: Vec<Html>,
}

#[derive(Serialize)]
struct PartView<'a> {
    heading: Option<&'a str>,
    intro: Vec<Html>,
    items: Vec<ItemView>,
    outro: Vec<Html>,
}

/// An item of a printed list, with its own number.
#[derive(Serialize)]
struct ItemView {
    nested: bool,
    text: Html,
}

/// The programme.
///
/// # Errors
/// When the template is at fault.
pub fn passport(
    place: &Place<'_>,
    section: &'static RequiredSection,
) -> Result<String, ThemeError> {
    let program = place.territory.program.as_ref();
    let lead = match program {
        Some(program) => match &program.period {
            Some(period) => place.say(
                "Программа поддержки школ слово в слово. Срок по документу: {1}.",
                &[&period.value],
            ),
            None => place.say(
                "Программа поддержки школ слово в слово, как в документе.",
                &[],
            ),
        },
        None => place.say("Отдельной программы среди документов нет.", &[]),
    };
    let own = ProgramView {
        program: program.map(|program| passport_view(place, program)),
    };
    let about = About {
        lead,
        filled: program.is_some(),
        related: program.is_none(),
    };
    render(place, section, "place/programma.html", about, own)
}

/// Prepares the programme of the page's territory.
pub fn passport_view<'a>(place: &Place<'a>, program: &'a Program) -> Passport<'a> {
    Passport {
        title: place.words(&program.title),
        period: program.period.as_ref().map(|period| period.value.as_str()),
        act: program
            .approved_by
            .as_ref()
            .and_then(|act| place.document_link(&act.to)),
        rows: program
            .rows
            .iter()
            .map(|row| row_view(place, row))
            .collect(),
        parts: program
            .parts
            .iter()
            .map(|part| part_view(place, part))
            .collect(),
        abbreviations: place.abbreviations(&mut texts(program)),
    }
}

fn row_view<'a>(place: &Place<'a>, row: &'a PassportRow) -> RowView<'a> {
    RowView {
        label: &row.label,
        value: place.cell(&row.value.value),
        raw: &row.value.value,
        items: row
            .items
            .iter()
            .map(|item| place.words(&cell::one_line(item)))
            .collect(),
    }
}

fn part_view<'a>(place: &Place<'a>, part: &'a ProgramPart) -> PartView<'a> {
    let paragraphs = |text: &Option<String>| {
        text.as_deref()
            .map(|text| place.paragraphs(text))
            .unwrap_or_default()
    };
    PartView {
        heading: part.heading.as_deref(),
        intro: paragraphs(&part.intro),
        items: part
            .items
            .iter()
            .map(|item| ItemView {
                nested: item.starts_with(' '),
                text: place.words(&cell::one_line(item)),
            })
            .collect(),
        outro: paragraphs(&part.outro),
    }
}

fn texts(program: &Program) -> impl Iterator<Item = &str> {
    let rows = program.rows.iter().map(|row| row.value.value.as_str());
    let parts = program.parts.iter().flat_map(|part| {
        let around = part
            .intro
            .as_deref()
            .into_iter()
            .chain(part.outro.as_deref());
        around.chain(part.items.iter().map(String::as_str))
    });
    std::iter::once(program.title.as_str())
        .chain(rows)
        .chain(parts)
}

#[derive(Serialize)]
struct GoalsView<'a> {
    rows: Vec<RowView<'a>>,
    parts: Vec<PartView<'a>>,
    program: String,
    plans: Vec<PlanGoals<'a>>,
}

#[derive(Serialize)]
struct PlanGoals<'a> {
    plan: Link,
    sections: Vec<SectionGoals<'a>>,
}

#[derive(Serialize)]
struct SectionGoals<'a> {
    title: Option<Html>,
    goal: Option<Html>,
    tasks_heading: Option<&'a str>,
    tasks: Vec<Html>,
}

/// Goals and tasks of the programme and of the plans' sections.
///
/// # Errors
/// When the template is at fault.
pub fn goals(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let program = place.territory.program.as_ref();
    let rows: Vec<_> = program
        .iter()
        .flat_map(|p| &p.rows)
        .filter(|row| names_goal(&row.label))
        .collect();
    let parts = program.iter().flat_map(|p| &p.parts);
    let parts: Vec<_> = parts
        .filter(|part| matches!(part.kind, PartKind::Goals | PartKind::Tasks))
        .collect();
    let own = GoalsView {
        rows: rows.into_iter().map(|row| row_view(place, row)).collect(),
        parts: parts
            .into_iter()
            .map(|part| part_view(place, part))
            .collect(),
        program: place.href(PlacePage::Section("programma")),
        plans: plan_goals(place),
    };
    let filled = !(own.rows.is_empty() && own.parts.is_empty() && own.plans.is_empty());
    let lead = if filled {
        "Чего хотят добиться и какие задачи для этого поставлены — словами документов."
    } else {
        "Цели и задачи отдельно в документах не записаны."
    };
    let about = About {
        lead: place.say(lead, &[]),
        filled,
        related: false,
    };
    render(place, section, "place/tseli.html", about, own)
}

fn plan_goals<'a>(place: &Place<'a>) -> Vec<PlanGoals<'a>> {
    let plans = place.territory.plans.iter().rev().map(|plan| PlanGoals {
        plan: place.plan_link(plan),
        sections: plan
            .sections
            .iter()
            .filter(|section| section.goal.is_some() || !section.tasks.is_empty())
            .map(|section| SectionGoals {
                title: section
                    .title
                    .as_ref()
                    .map(|title| place.words(&title.value)),
                goal: section.goal.as_deref().map(|goal| place.words(goal)),
                tasks_heading: section.tasks_heading.as_deref(),
                tasks: section.tasks.iter().map(|task| place.words(task)).collect(),
            })
            .collect(),
    });
    plans.filter(|plan| !plan.sections.is_empty()).collect()
}
