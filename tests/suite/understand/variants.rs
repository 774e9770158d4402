//! The plans of the five documents in other dress: other columns, headings, merges, torn rows. Whatever the dress, the
//! cells come back.

use std::fmt::Write as _;

use super::documents::{GoldCell, cells, gold};
use super::paper::{cell, grid, paragraph, row};
use shnor_portal::import::paper::{Cell, Emphasis, Paper, Row};
use shnor_portal::import::understand::draft::PlanDraft;
use shnor_portal::import::understand::understand;

/// A small generator of repeatable chances.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, limit: usize) -> bool {
        self.below(limit) == 0
    }
}

const ROLES: &[&str] = &[
    "number",
    "title",
    "deadline",
    "responsible",
    "indicator",
    "result",
];

const HEADINGS: &[(&str, &[&str])] = &[
    ("number", &["№ п/п", "№", "№п/п", "п/п №", "N п/п"]),
    (
        "title",
        &[
            "Мероприятие",
            "Наименование мероприятия",
            "Событие",
            "Содержание деятельности",
            "Перечень мероприятий",
            "Мероприятия",
            "Основные\nмероприятия",
            "Наименование мероприятий",
            "Содержание работы",
        ],
    ),
    (
        "deadline",
        &[
            "Срок",
            "Сроки реализации",
            "Срок (период\nвыполнения)",
            "Дата проведения",
            "Сроки исполнения",
            "Планируемый срок",
            "Период проведения",
        ],
    ),
    (
        "responsible",
        &[
            "Ответственные",
            "Исполнители",
            "Ответственный исполнитель",
            "Ответст-\nвенные",
            "Ответственные за исполнение",
        ],
    ),
    (
        "indicator",
        &[
            "Показатель реализации",
            "Показатели",
            "Показатель результативности (описание)",
            "Индикатор",
        ],
    ),
    (
        "result",
        &["Результат", "Форма отчётности", "Итоговый документ"],
    ),
];

/// One plan of the gold table: sections with titles, events by roles.
struct Plan {
    roles: Vec<&'static str>,
    /// Title of the section that begins at an event.
    sections: Vec<(usize, String)>,
    events: Vec<Vec<(String, String)>>,
    cells: Vec<GoldCell>,
}

fn plans() -> Vec<Plan> {
    gold()
        .into_iter()
        .map(|((territory, id), cells)| plan(&territory, &id, cells))
        .collect()
}

fn plan(territory: &str, id: &str, cells: Vec<GoldCell>) -> Plan {
    let mut events: Vec<Vec<(String, String)>> = Vec::new();
    let mut last = "";
    for (event, role, words) in &cells {
        if event != last {
            events.push(Vec::new());
            last = event;
        }
        events
            .last_mut()
            .expect("pushed")
            .push((role.clone(), words.clone()));
    }
    let roles = ROLES
        .iter()
        .copied()
        .filter(|role| cells.iter().any(|(_, known, _)| known == role))
        .collect();
    let file: toml::Table = std::fs::read_to_string(format!("content/{territory}/plans/{id}.toml"))
        .expect("a plan")
        .parse()
        .expect("TOML");
    let mut sections = Vec::new();
    let mut at = 0;
    for section in file
        .get("section")
        .and_then(|list| list.as_array())
        .into_iter()
        .flatten()
    {
        let section = section.as_table().expect("a section");
        sections.push((at, section["title"].as_str().unwrap_or_default().to_owned()));
        at += section["event"].as_array().map_or(0, Vec::len);
    }
    Plan {
        roles,
        sections,
        events,
        cells,
    }
}

/// How a plan is dressed.
#[derive(Debug, Clone, Copy, Default)]
struct Dress {
    shuffled: bool,
    without_number: bool,
    two_rows: bool,
    numbered_columns: bool,
    repeated: bool,
    cut: bool,
    torn: bool,
    merged: bool,
    extra: bool,
    neighbours: bool,
    tabs: bool,
}

fn dressed(plan: &Plan, dress: Dress, chance: &mut Chance) -> (Paper, Vec<GoldCell>) {
    let mut roles: Vec<&str> = plan.roles.clone();
    if dress.without_number {
        roles.retain(|role| *role != "number");
    }
    if dress.shuffled {
        let first = usize::from(roles[0] == "number");
        for at in (first + 1..roles.len()).rev() {
            let other = first + chance.below(at - first + 1);
            roles.swap(at, other);
        }
    }
    if dress.extra {
        roles.push("extra");
    }
    let heading = heading(&roles, dress, chance);
    let mut rows: Vec<Row> = Vec::new();
    let mut tables: Vec<Vec<Row>> = Vec::new();
    rows.extend(heading.clone());
    for (at, event) in plan.events.iter().enumerate() {
        for (_, title) in plan.sections.iter().filter(|(start, _)| *start == at) {
            rows.push(section(title, roles.len(), dress, chance));
        }
        if dress.cut && at > 0 && chance.one_in(9) {
            tables.push(std::mem::take(&mut rows));
            if chance.one_in(2) {
                rows.extend(heading.clone());
            }
        } else if dress.repeated && at > 0 && chance.one_in(6) {
            rows.extend(heading.clone());
        }
        let words = |role: &str| {
            event
                .iter()
                .find(|(known, _)| known == role)
                .map_or("", |(_, words)| words.as_str())
        };
        let whole: Vec<String> = roles.iter().map(|role| words(role).to_owned()).collect();
        if dress.torn && chance.one_in(5) {
            let (first, second) = torn(&roles, &whole, chance);
            rows.push(row(&first));
            if dress.repeated && chance.one_in(2) {
                rows.extend(heading.clone());
            }
            rows.push(row(&second));
        } else {
            let mut line = row(&whole);
            if dress.merged {
                merge(&mut line, &rows, &roles);
            }
            rows.push(line);
        }
    }
    tables.push(rows);
    let cells = plan
        .cells
        .iter()
        .filter(|(_, role, _)| roles.contains(&role.as_str()))
        .cloned()
        .collect();
    (paper(tables, dress), cells)
}

/// A heading of one row or two.
fn heading(roles: &[&str], dress: Dress, chance: &mut Chance) -> Vec<Row> {
    let named: Vec<String> = roles
        .iter()
        .map(
            |role| match HEADINGS.iter().find(|(known, _)| known == role) {
                Some((_, headings)) => headings[chance.below(headings.len())].to_owned(),
                None => "Отметка о выполнении".to_owned(),
            },
        )
        .collect();
    let mut rows = vec![row(&named)];
    if dress.two_rows && !dress.tabs {
        // The last two columns stand below one merged heading.
        let at = roles.len() - 2;
        let mut top = row(&named[..at]);
        let mut over = cell("Реализация", at);
        over.columns = at..roles.len();
        top.cells.push(over);
        let mut below = row(&named);
        for cell in &mut below.cells[..at] {
            cell.continues = true;
            cell.paragraphs.clear();
        }
        rows = vec![top, below];
    }
    if dress.numbered_columns {
        let numbers: Vec<String> = (1..=roles.len()).map(|number| number.to_string()).collect();
        rows.push(row(&numbers));
    }
    rows
}

fn section(title: &str, width: usize, dress: Dress, chance: &mut Chance) -> Row {
    let mut whole = cell(title, 0);
    if chance.one_in(2) {
        whole.paragraphs[0].emphasis = Emphasis::Bold;
    }
    if dress.tabs || (chance.one_in(3) && !dress.without_number) {
        let mut cells: Vec<Cell> = vec![whole];
        cells.extend((1..width).map(|column| cell("", column)));
        return Row {
            cells,
            ..Row::default()
        };
    }
    whole.columns = 0..width;
    Row {
        cells: vec![whole],
        ..Row::default()
    }
}

/// An event cut in two as a page cuts it: the measure always, other cells now and then.
fn torn(roles: &[&str], whole: &[String], chance: &mut Chance) -> (Vec<String>, Vec<String>) {
    let mut first = Vec::new();
    let mut second = Vec::new();
    for (role, words) in roles.iter().zip(whole) {
        let parts: Vec<&str> = words.split(' ').collect();
        let cut = match *role {
            "title" => 1 + chance.below(parts.len().max(2) - 1),
            "number" | "deadline" => parts.len(),
            _ if chance.one_in(2) => 1 + chance.below(parts.len()),
            _ => parts.len(),
        };
        first.push(parts[..cut.min(parts.len())].join(" "));
        second.push(parts[cut.min(parts.len())..].join(" "));
    }
    (first, second)
}

/// Merges a deadline or a party with the same words in the row above.
fn merge(line: &mut Row, rows: &[Row], roles: &[&str]) {
    let Some(above) = rows
        .last()
        .filter(|above| above.cells.len() == line.cells.len())
    else {
        return;
    };
    for (at, role) in roles.iter().enumerate() {
        if !matches!(*role, "deadline" | "responsible") || line.cells[at].text().is_empty() {
            continue;
        }
        // The words stand in the first of the merged cells.
        let origin = rows
            .iter()
            .rev()
            .map(|row| row.cells.get(at))
            .find(|cell| cell.is_none_or(|cell| !cell.continues))
            .flatten();
        if above.cells[at].columns == line.cells[at].columns
            && origin.is_some_and(|origin| origin.text() == line.cells[at].text())
        {
            line.cells[at].continues = true;
            line.cells[at].paragraphs.clear();
        }
    }
}

fn paper(tables: Vec<Vec<Row>>, dress: Dress) -> Paper {
    let mut blocks = vec![
        paragraph("План мероприятий («дорожная карта»)", 1),
        paragraph("по поддержке школ на 2023 год", 2),
        paragraph("", 3),
    ];
    let mut number = 1;
    if dress.neighbours {
        let passport = [
            "Наименование программы",
            "Цель программы",
            "Сроки реализации",
            "Исполнители программы",
        ];
        let rows = passport
            .iter()
            .map(|label| row(&[*label, "Слова программы"]))
            .collect();
        blocks.insert(0, paragraph("Паспорт программы", 1));
        blocks.insert(1, grid(rows, number));
        number += 1;
    }
    for (at, rows) in tables.into_iter().enumerate() {
        if at > 0 {
            blocks.push(paragraph("", 10));
        }
        blocks.push(grid(rows, number));
        number += 1;
    }
    if dress.neighbours {
        blocks.push(paragraph("Состав рабочей группы", 20));
        let rows = vec![
            row(&["№", "ФИО", "Должность"]),
            row(&[
                "1",
                "Иванова И.И.",
                "начальник, руководитель рабочей группы",
            ]),
            row(&["2", "Петров П.П.", "методист"]),
        ];
        blocks.push(grid(rows, number));
    }
    Paper {
        blocks,
        remarks: Vec::new(),
    }
}

/// Dresses all plans many times; gives what went wrong.
fn wrong(dress: Dress, times: u64) -> String {
    let mut wrong = String::new();
    let mut cells_seen = 0;
    for seed in 1..=times {
        for (at, plan) in plans().iter().enumerate() {
            let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (at as u64 + 1));
            let dress = Dress {
                without_number: dress.without_number || !plan.roles.contains(&"number"),
                ..dress
            };
            let (paper, expected) = dressed(plan, dress, &mut chance);
            cells_seen += expected.len();
            let understood = understand(&paper);
            let [found] = &understood.plans[..] else {
                let _ = writeln!(
                    wrong,
                    "seed {seed}, plan {at}: {} plans, {:#?}",
                    understood.plans.len(),
                    understood.skipped
                );
                continue;
            };
            if dress.neighbours && (understood.programs.len(), understood.groups.len()) != (1, 1) {
                let _ = writeln!(wrong, "seed {seed}, plan {at}: passport or group not found");
            }
            differences(found, plan, &expected, &mut wrong, (seed, at));
        }
    }
    assert!(cells_seen > 0);
    wrong
}

fn differences(
    found: &PlanDraft,
    plan: &Plan,
    expected: &[GoldCell],
    wrong: &mut String,
    place: (u64, usize),
) {
    let cells = cells(found);
    for cell in expected.iter().filter(|cell| !cells.contains(cell)) {
        let _ = writeln!(wrong, "{place:?} missing {cell:?}");
    }
    for cell in cells.iter().filter(|cell| !expected.contains(cell)) {
        let _ = writeln!(wrong, "{place:?} invented {cell:?}");
    }
    let titles: Vec<&str> = found
        .sections
        .iter()
        .filter_map(|section| section.title.as_deref())
        .collect();
    let expected: Vec<&str> = plan
        .sections
        .iter()
        .map(|(_, title)| title.as_str())
        .collect();
    if titles != expected {
        let _ = writeln!(wrong, "{place:?} sections {titles:?}");
    }
}

#[track_caller]
fn all_right(dress: Dress, times: u64) {
    let wrong = wrong(dress, times);
    let count = wrong.lines().count();
    let shown: Vec<&str> = wrong.lines().take(30).collect();
    assert!(
        wrong.is_empty(),
        "{count} wrong, {dress:?}:\n{}",
        shown.join("\n")
    );
}

#[test]
fn columns_in_any_order_under_any_heading() {
    all_right(
        Dress {
            shuffled: true,
            ..Dress::default()
        },
        5,
    );
    all_right(
        Dress {
            shuffled: true,
            numbered_columns: true,
            extra: true,
            ..Dress::default()
        },
        6,
    );
    all_right(
        Dress {
            shuffled: true,
            tabs: true,
            ..Dress::default()
        },
        6,
    );
}

#[test]
fn no_column_of_numbers() {
    all_right(
        Dress {
            without_number: true,
            ..Dress::default()
        },
        4,
    );
    all_right(
        Dress {
            without_number: true,
            shuffled: true,
            repeated: true,
            ..Dress::default()
        },
        6,
    );
}

#[test]
fn headings_of_two_rows() {
    all_right(
        Dress {
            two_rows: true,
            ..Dress::default()
        },
        4,
    );
    all_right(
        Dress {
            two_rows: true,
            shuffled: true,
            numbered_columns: true,
            repeated: true,
            ..Dress::default()
        },
        6,
    );
}

#[test]
fn headings_repeated_and_tables_cut_in_pieces() {
    all_right(
        Dress {
            repeated: true,
            numbered_columns: true,
            ..Dress::default()
        },
        6,
    );
    all_right(
        Dress {
            cut: true,
            ..Dress::default()
        },
        5,
    );
    all_right(
        Dress {
            cut: true,
            without_number: true,
            ..Dress::default()
        },
        6,
    );
}

#[test]
fn rows_torn_without_numbers() {
    all_right(
        Dress {
            torn: true,
            without_number: true,
            ..Dress::default()
        },
        5,
    );
}

#[test]
fn rows_torn_by_pages() {
    all_right(
        Dress {
            torn: true,
            ..Dress::default()
        },
        5,
    );
    all_right(
        Dress {
            torn: true,
            repeated: true,
            shuffled: true,
            ..Dress::default()
        },
        5,
    );
    all_right(
        Dress {
            torn: true,
            cut: true,
            merged: true,
            ..Dress::default()
        },
        6,
    );
}

#[test]
fn cells_merged_over_rows() {
    all_right(
        Dress {
            merged: true,
            ..Dress::default()
        },
        3,
    );
    all_right(
        Dress {
            merged: true,
            shuffled: true,
            extra: true,
            without_number: true,
            ..Dress::default()
        },
        6,
    );
}

#[test]
fn a_passport_before_and_a_group_after() {
    all_right(
        Dress {
            neighbours: true,
            ..Dress::default()
        },
        3,
    );
    all_right(
        Dress {
            neighbours: true,
            shuffled: true,
            cut: true,
            repeated: true,
            torn: true,
            ..Dress::default()
        },
        6,
    );
}
