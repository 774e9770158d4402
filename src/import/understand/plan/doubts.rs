//! What a person should look at in a plan that was put together. Nothing is corrected here.

use std::collections::BTreeSet;

use crate::content::meaning;
use crate::import::understand::draft::{CellDraft, Doubt, EventDraft, PlanDraft, SectionDraft};
use crate::import::understand::letters;
use crate::import::understand::plan::period::all_years;
use crate::model::plan::period::Period;
use crate::model::plan::roadmap::ColumnRole;
use crate::text::cell::{has_leftovers, one_line};

/// The doubts about a plan, in the order of the paper.
pub fn doubts(plan: &PlanDraft) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    about_the_whole(plan, &mut doubts);
    let has_number =
        plan.events().filter(|event| event.number.is_some()).count() * 2 > plan.events().count();
    let mut seen_numerals = BTreeSet::new();
    for section in &plan.sections {
        about_a_section(section, &mut seen_numerals, &mut doubts);
        let mut seen = BTreeSet::new();
        for event in &section.events {
            if has_number {
                about_the_number(event, &mut seen, &mut doubts);
            }
            about_an_event(plan, event, &mut doubts);
        }
    }
    if has_number {
        gaps(plan, &mut doubts);
    }
    doubts
}

fn about_the_whole(plan: &PlanDraft, doubts: &mut Vec<Doubt>) {
    let mut say = |words: String| doubts.push(Doubt::new(&plan.at, words));
    if plan.title.is_none() {
        say("название плана над таблицей не найдено".to_owned());
    }
    if plan.period.is_none() {
        say("период плана не найден ни в названии, ни в сроках".to_owned());
    }
    let looked_for = [
        (ColumnRole::Deadline, "столбца со сроками в таблице нет"),
        (
            ColumnRole::Responsible,
            "столбца с исполнителями в таблице нет",
        ),
    ];
    for (role, words) in looked_for {
        if !plan.columns.iter().any(|column| column.role == role) {
            say(words.to_owned());
        }
    }
    for column in &plan.extra_columns {
        let filled = plan
            .events()
            .any(|event| event.extra.iter().any(|(name, _)| *name == column.words));
        if filled {
            say(format!(
                "столбцу «{}» в портале нет места",
                one_line(&column.words)
            ));
        }
    }
    if plan.sections.len() > 1 && plan.sections.iter().any(|section| section.title.is_none()) {
        say("часть мероприятий стоит до первого раздела".to_owned());
    }
}

fn about_a_section(section: &SectionDraft, seen: &mut BTreeSet<String>, doubts: &mut Vec<Doubt>) {
    let Some(title) = &section.title else { return };
    if section.events.is_empty() {
        doubts.push(Doubt::new(
            &section.at,
            format!("в разделе «{title}» нет ни одного мероприятия"),
        ));
    }
    if let Some(numeral) = &section.numeral
        && !seen.insert(numeral.trim_end_matches(['.', ')']).to_owned())
    {
        doubts.push(Doubt::new(
            &section.at,
            format!("номер раздела «{numeral}» уже был"),
        ));
    }
}

fn about_the_number(event: &EventDraft, seen: &mut BTreeSet<String>, doubts: &mut Vec<Doubt>) {
    match &event.number {
        None => doubts.push(Doubt::new(
            &event.at,
            "у строки нет номера, принята за отдельное мероприятие",
        )),
        Some(number) => {
            if !seen.insert(number.trim_end_matches(['.', ')']).to_owned()) {
                doubts.push(Doubt::of(
                    &event.at,
                    ColumnRole::Number,
                    format!("номер «{number}» повторяется"),
                ));
            }
        }
    }
}

fn about_an_event(plan: &PlanDraft, event: &EventDraft, doubts: &mut Vec<Doubt>) {
    about_joining(event, doubts);
    let has_deadlines = plan
        .columns
        .iter()
        .any(|column| column.role == ColumnRole::Deadline);
    match event.cell(ColumnRole::Deadline) {
        Some(cell) => about_the_deadline(plan, event, cell, doubts),
        None if has_deadlines => {
            doubts.push(Doubt::of(&event.at, ColumnRole::Deadline, "срок не указан"))
        }
        None => {}
    }
    if let Some(cell) = event.cell(ColumnRole::Indicator) {
        let first = letters::words(&cell.words)
            .first()
            .cloned()
            .unwrap_or_default();
        let share =
            ["доля", "процент", "количество", "число", "численность"].contains(&first.as_str());
        let aim = cell
            .words
            .contains(|c: char| c.is_ascii_digit() || c == '¾' || c == '½');
        if share && !aim {
            doubts.push(Doubt::of(
                &event.at,
                ColumnRole::Indicator,
                "доля или количество названы без значения",
            ));
        }
    }
    for cell in &event.cells {
        if has_leftovers(&cell.words) {
            doubts.push(Doubt::of(
                &event.at,
                cell.role,
                "в ячейке остались знаки разметки, они записаны как есть",
            ));
        }
        if cell.shared {
            doubts.push(Doubt::of(
                &event.at,
                cell.role,
                "ячейка объединена с ячейкой строки выше, её слова повторены",
            ));
        }
    }
    for (heading, words) in &event.extra {
        let what = match heading.as_str() {
            "" => format!("слова вне столбцов таблицы: «{}»", one_line(words)),
            heading => format!("столбец «{}»: «{}»", one_line(heading), one_line(words)),
        };
        doubts.push(Doubt::new(&event.at, what));
    }
}

/// A torn row, and a cell whose beginning may stand in another row.
fn about_joining(event: &EventDraft, doubts: &mut Vec<Doubt>) {
    let torn: Vec<&CellDraft> = event
        .cells
        .iter()
        .filter(|cell| !cell.shared && cell.parts.iter().any(|part| part.at != event.at))
        .collect();
    let Some(last) = torn
        .iter()
        .flat_map(|cell| &cell.parts)
        .map(|part| &part.at)
        .max()
    else {
        return;
    };
    doubts.push(Doubt::new(
        &event.at,
        format!("мероприятие занимает несколько строк таблицы, его части соединены; последняя часть: {last}"),
    ));
    for cell in torn {
        let from_below = cell.parts.iter().all(|part| part.at != event.at);
        if from_below && letters::goes_on(&cell.words) {
            doubts.push(Doubt::of(
                &event.at,
                cell.role,
                "начала этих слов в строке нет: возможно, оно напечатано в ячейке строки выше",
            ));
        }
    }
}

fn about_the_deadline(
    plan: &PlanDraft,
    event: &EventDraft,
    cell: &CellDraft,
    doubts: &mut Vec<Doubt>,
) {
    let period = plan
        .period
        .as_ref()
        .map_or_else(|| Period::calendar_year(2023), |period| period.value);
    if meaning::deadline(&cell.words, &period).whens.is_empty() {
        doubts.push(Doubt::of(
            &event.at,
            ColumnRole::Deadline,
            format!(
                "срок «{}» не понят, портал покажет его словами",
                one_line(&cell.words)
            ),
        ));
    }
    if plan.period.is_none() {
        return;
    }
    let outside = all_years(&cell.words)
        .into_iter()
        .find(|(year, ..)| !(period.first.year()..=period.last.year()).contains(year));
    if let Some((year, ..)) = outside {
        doubts.push(Doubt::of(
            &event.at,
            ColumnRole::Deadline,
            format!("год {year} не входит в период плана ({})", period.words()),
        ));
    }
}

/// Numbers that jump: «3.», then «5.».
fn gaps(plan: &PlanDraft, doubts: &mut Vec<Doubt>) {
    let mut before: Option<u32> = None;
    for event in plan.events() {
        let Some(number) = event
            .number
            .as_ref()
            .and_then(|number| number.trim_end_matches(['.', ')']).parse::<u32>().ok())
        else {
            before = None;
            continue;
        };
        if let Some(before) = before
            && number > before + 1
        {
            doubts.push(Doubt::of(
                &event.at,
                ColumnRole::Number,
                format!("после номера {before} стоит номер {number}"),
            ));
        }
        before = Some(number);
    }
}
