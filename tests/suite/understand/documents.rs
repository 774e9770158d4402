//! The five documents: every cell, section, goal, task, row of the passport, member and point.

use std::collections::BTreeMap;
use std::fs;

use super::paper::{document, pasted, whole, whole_by_cells};
use shnor_portal::import::paper::Paper;
use shnor_portal::import::understand::draft::{PlanDraft, Understood};
use shnor_portal::import::understand::understand;
use shnor_portal::model::plan::roadmap::ColumnRole;

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cells of the gold table by territory and plan, in order: event, column, words.
pub fn gold() -> BTreeMap<(String, String), Vec<(String, String, String)>> {
    let text = fs::read_to_string("tests/cases/gold/events.tsv").expect("the gold table is there");
    let mut plans: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in text.lines() {
        let [territory, plan, event, column, words] = row.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("five columns: {row}")
        };
        plans
            .entry((territory.to_owned(), plan.to_owned()))
            .or_default()
            .push((event.to_owned(), column.to_owned(), line(words)));
    }
    plans
}

/// Cells of a plan as the gold table has them.
pub fn cells(plan: &PlanDraft) -> Vec<(String, String, String)> {
    let mut cells = Vec::new();
    for (event, number) in plan.events().zip(1..) {
        let id = format!("m{number:02}");
        if let Some(number) = &event.number {
            cells.push((id.clone(), "number".to_owned(), line(number)));
        }
        for cell in &event.cells {
            cells.push((id.clone(), cell.role.name().to_owned(), line(&cell.words)));
        }
    }
    cells
}

#[track_caller]
fn compare(plan: &PlanDraft, gold: &[(String, String, String)]) {
    let found = cells(plan);
    let wrong: Vec<String> = gold
        .iter()
        .filter(|cell| !found.contains(cell))
        .map(|cell| format!("missing {cell:?}"))
        .chain(
            found
                .iter()
                .filter(|cell| !gold.contains(cell))
                .map(|cell| format!("invented {cell:?}")),
        )
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong of {}:\n{}",
        wrong.len(),
        gold.len(),
        wrong.join("\n")
    );
}

/// The content file of a plan, for its sections.
fn content(territory: &str, plan: &str) -> toml::Table {
    fs::read_to_string(format!("content/{territory}/plans/{plan}.toml"))
        .expect("a plan")
        .parse()
        .expect("TOML")
}

fn texts(value: Option<&toml::Value>) -> Vec<String> {
    value
        .and_then(|value| value.as_array())
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_str())
        .map(line)
        .collect()
}

fn text(table: &toml::Table, key: &str) -> Option<String> {
    table.get(key).and_then(|value| value.as_str()).map(line)
}

fn compare_frame(plan: &PlanDraft, territory: &str, id: &str) {
    let file = content(territory, id);
    let said = |text: &Option<shnor_portal::import::understand::draft::Text>| {
        text.as_ref().map(|text| line(&text.words))
    };
    assert_eq!(said(&plan.title), text(&file, "title"));
    assert_eq!(said(&plan.approval_stamp), text(&file, "approval_stamp"));
    assert_eq!(said(&plan.preamble), text(&file, "preamble"));
    assert_eq!(
        plan.period.as_ref().map(|period| period.written.as_str()),
        Some(id)
    );
    let columns: Vec<(String, &str)> = plan
        .columns
        .iter()
        .map(|column| (line(&column.heading), column.role.name()))
        .collect();
    let expected: Vec<(String, &str)> = file["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .filter_map(|column| column.as_table())
        .map(|column| {
            (
                line(column["heading"].as_str().unwrap_or_default()),
                column["holds"].as_str().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(columns, expected);
    let sections = file
        .get("section")
        .and_then(|list| list.as_array())
        .cloned()
        .unwrap_or_default();
    let titled: Vec<_> = plan
        .sections
        .iter()
        .filter(|section| section.title.is_some())
        .collect();
    assert_eq!(
        titled.len(),
        sections.len(),
        "{:?}",
        titled
            .iter()
            .map(|section| &section.title)
            .collect::<Vec<_>>()
    );
    for (section, expected) in titled.iter().zip(&sections) {
        let expected = expected.as_table().expect("a section");
        assert_eq!(
            section.numeral.as_deref().map(line),
            text(expected, "numeral")
        );
        assert_eq!(section.title.as_deref().map(line), text(expected, "title"));
        assert_eq!(section.goal.as_deref().map(line), text(expected, "goal"));
        assert_eq!(
            section.tasks_heading.as_deref().map(line),
            text(expected, "tasks_heading")
        );
        assert_eq!(
            section
                .tasks
                .iter()
                .map(|task| line(task))
                .collect::<Vec<_>>(),
            texts(expected.get("tasks"))
        );
    }
}

#[track_caller]
fn check(name: &str, paper: &Paper, plans: &[(&str, &str)]) -> Understood {
    let understood = understand(paper);
    let gold = gold();
    assert_eq!(
        understood.plans.len(),
        plans.len(),
        "{name}: {:#?}",
        understood.skipped
    );
    for (plan, (territory, id)) in understood.plans.iter().zip(plans) {
        compare(plan, &gold[&((*territory).to_owned(), (*id).to_owned())]);
        compare_frame(plan, territory, id);
    }
    understood
}

const DOCUMENTS: &[(&str, &[(&str, &str)])] = &[
    ("zhigalovskiy", &[("38-irkutskaya/zhigalovskiy", "2023")]),
    ("ziminskoe", &[("38-irkutskaya/ziminskoe", "2024")]),
    ("altay", &[("04-altay", "2023")]),
    (
        "pervomayskiy",
        &[
            ("70-tomskaya/pervomayskiy", "2022-2023"),
            ("70-tomskaya/pervomayskiy", "2023"),
        ],
    ),
];

fn plans_of(name: &str) -> &'static [(&'static str, &'static str)] {
    DOCUMENTS
        .iter()
        .find(|(known, _)| *known == name)
        .expect("known")
        .1
}

#[test]
fn document_a() {
    let found = check(
        "a",
        &whole(&document("zhigalovskiy")),
        plans_of("zhigalovskiy"),
    );
    check(
        "a pasted",
        &pasted(&document("zhigalovskiy")),
        plans_of("zhigalovskiy"),
    );
    println!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}",
        found.orders, found.groups, found.skipped, found.doubts
    );
}

#[test]
fn document_b() {
    let found = check("b", &whole(&document("ziminskoe")), plans_of("ziminskoe"));
    check(
        "b pasted",
        &pasted(&document("ziminskoe")),
        plans_of("ziminskoe"),
    );
    println!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}",
        found.orders, found.groups, found.skipped, found.doubts
    );
}

#[test]
fn document_c() {
    let found = check(
        "c",
        &whole_by_cells(&document("kemskiy"), 4),
        &[("10-kareliya/kemskiy", "2023")],
    );
    println!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}",
        found.orders, found.groups, found.skipped, found.doubts
    );
}

#[test]
fn document_d() {
    let found = check("d", &whole(&document("altay")), plans_of("altay"));
    check("d pasted", &pasted(&document("altay")), plans_of("altay"));
    println!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}",
        found.orders, found.groups, found.skipped, found.doubts
    );
}

#[test]
fn document_e() {
    let found = check(
        "e",
        &whole(&document("pervomayskiy")),
        plans_of("pervomayskiy"),
    );
    check(
        "e pasted",
        &pasted(&document("pervomayskiy")),
        plans_of("pervomayskiy"),
    );
    println!(
        "{:#?}\n{:#?}\n{:#?}\n{:#?}\n{:#?}",
        found.orders, found.programs, found.groups, found.skipped, found.doubts
    );
}

#[test]
fn every_event_of_the_documents_has_a_title() {
    let understood = understand(&whole(&document("altay")));
    assert!(
        understood.plans[0]
            .events()
            .all(|event| !event.words(ColumnRole::Title).is_empty())
    );
}
