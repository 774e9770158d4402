//! The five documents: every cell, section, goal, task, row of the passport, member and point.

use std::collections::BTreeMap;
use std::fs;

use super::paper::{document, pasted, whole, whole_by_cells};
use shnor_portal::import::paper::Paper;
use shnor_portal::import::understand::draft::{OrderDraft, PlanDraft, Text, Understood};
use shnor_portal::import::understand::understand;

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Event, column and words of a cell.
pub type GoldCell = (String, String, String);

/// Cells of the gold table by territory and plan, in order: event, column, words.
pub fn gold() -> BTreeMap<(String, String), Vec<GoldCell>> {
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
pub fn cells(plan: &PlanDraft) -> Vec<GoldCell> {
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
fn compare(plan: &PlanDraft, gold: &[GoldCell]) {
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
    let said = |text: &Option<Text>| text.as_ref().map(|text| line(&text.words));
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
    let lost = lost(paper, &understood);
    assert!(lost.is_empty(), "{name}: lost {lost:?}");
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

fn toml_file(path: &str) -> toml::Table {
    fs::read_to_string(format!("content/{path}"))
        .expect("a file")
        .parse()
        .expect("TOML")
}

fn said(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| line(&text.words))
}

/// An order as its content file has it. What an editor wrote by hand from elsewhere is left out.
fn compare_order(order: &OrderDraft, path: &str, without: &[&str]) {
    let file = toml_file(path);
    let fields = [
        ("number", said(&order.number)),
        ("date_verbatim", said(&order.date_verbatim)),
        ("issuer", said(&order.issuer)),
        ("place", said(&order.place)),
        ("title", said(&order.title)),
        ("letterhead", said(&order.letterhead)),
        ("heading", said(&order.heading)),
        ("preamble", said(&order.preamble)),
        ("order_word", said(&order.order_word)),
        ("signatory", said(&order.signatory)),
        ("signatory_post", said(&order.signatory_post)),
    ];
    for (key, found) in fields.into_iter().filter(|(key, _)| !without.contains(key)) {
        assert_eq!(found, text(&file, key), "{path}: {key}");
    }
    assert_eq!(order.kind, file["kind"].as_str().unwrap_or_default());
    assert_eq!(
        order.date.map(|date| date.to_string()),
        file["date"].as_datetime().map(ToString::to_string)
    );
    let points = file
        .get("point")
        .and_then(|list| list.as_array())
        .cloned()
        .unwrap_or_default();
    let expected: Vec<_> = points
        .iter()
        .filter_map(|point| point.as_table())
        .map(|point| {
            let control = point
                .get("control")
                .is_some_and(|flag| flag.as_bool() == Some(true));
            (
                text(point, "number").unwrap_or_default(),
                text(point, "text").unwrap_or_default(),
                text(point, "deadline"),
                control,
            )
        })
        .collect();
    let found: Vec<_> = order
        .points
        .iter()
        .map(|point| {
            (
                point.number.clone(),
                line(&point.text),
                point.deadline.clone(),
                point.control,
            )
        })
        .collect();
    assert_eq!(found, expected);
}

/// Words of a paper, five letters and longer, that stand in it more often than in what was understood. The words of
/// headings are printed on every page and kept once.
fn lost(paper: &Paper, understood: &Understood) -> Vec<String> {
    use shnor_portal::import::paper::Block;
    fn count<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for word in words.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
            if word.chars().count() >= 5 {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        counts
    }
    let mut texts: Vec<String> = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(paragraph.text.clone()),
            Block::Table(grid) => texts.extend(
                grid.rows
                    .iter()
                    .flat_map(|row| &row.cells)
                    .map(|cell| cell.text()),
            ),
        }
    }
    let told = format!("{understood:?}")
        .replace("\\n", " ")
        .replace("\\u{6c8}", " ");
    let kept = count(std::iter::once(told.as_str()));
    let headings: Vec<String> = understood
        .plans
        .iter()
        .flat_map(|plan| {
            plan.columns
                .iter()
                .flat_map(|column| column.heading.split_whitespace().map(str::to_owned))
        })
        .collect();
    // Tags that a converter left are no words.
    let tags = ["style", "strong", "bookmark", "upper", "alpha"];
    count(texts.iter().map(String::as_str))
        .into_iter()
        .filter(|(word, times)| {
            kept.get(word).copied().unwrap_or(0) < *times
                && !headings
                    .iter()
                    .any(|heading| heading.contains(word.as_str()))
        })
        .map(|(word, _)| word)
        .filter(|word| !tags.contains(&word.as_str()))
        .collect()
}

#[test]
fn document_a() {
    for paper in [
        whole(&document("zhigalovskiy")),
        pasted(&document("zhigalovskiy")),
    ] {
        let found = check("a", &paper, plans_of("zhigalovskiy"));
        compare_order(
            &found.orders[0],
            "38-irkutskaya/zhigalovskiy/documents/114-od.toml",
            &[],
        );
        assert_eq!(found.plans[0].order, Some(0));
        assert_eq!(
            found.orders[0].basis[0].words,
            "Распоряжения министерства образования Иркутской области от 14.03.2023 года №55-310-мр"
        );
        let file = toml_file("38-irkutskaya/zhigalovskiy/working-group.toml");
        assert_eq!(members(&found), members_of(&file));
        assert_eq!(said(&found.groups[0].title), text(&file, "title"));
        assert!(found.skipped.is_empty(), "{:#?}", found.skipped);
    }
}

fn members(found: &Understood) -> Vec<(Option<String>, String, String, String)> {
    let members = found.groups.iter().flat_map(|group| &group.members);
    members
        .map(|member| {
            (
                member.number.clone(),
                line(&member.name),
                line(&member.post),
                member.role.to_owned(),
            )
        })
        .collect()
}

fn members_of(file: &toml::Table) -> Vec<(Option<String>, String, String, String)> {
    let members = file["member"]
        .as_array()
        .expect("members")
        .iter()
        .filter_map(|member| member.as_table());
    let word = |member: &toml::Table, key| text(member, key).unwrap_or_default();
    members
        .map(|member| {
            (
                text(member, "number"),
                word(member, "name"),
                word(member, "post"),
                word(member, "role"),
            )
        })
        .collect()
}

#[test]
fn document_b() {
    for paper in [
        whole(&document("ziminskoe")),
        pasted(&document("ziminskoe")),
    ] {
        let found = check("b", &paper, plans_of("ziminskoe"));
        // The stamp names the committee in another case, and no title.
        compare_order(
            &found.orders[0],
            "38-irkutskaya/ziminskoe/documents/191.toml",
            &["issuer", "title", "date_verbatim"],
        );
        assert!(!found.orders[0].text_known);
        assert_eq!(found.plans[0].order, Some(0));
        assert!(found.skipped.is_empty(), "{:#?}", found.skipped);
        assert!(
            found
                .doubts
                .iter()
                .any(|doubt| doubt.words == "номер раздела «II.» уже был")
        );
    }
}

#[test]
fn document_c() {
    for paper in [
        whole_by_cells(&document("kemskiy"), 4),
        pasted(&document("kemskiy")),
    ] {
        let found = check("c", &paper, &[("10-kareliya/kemskiy", "2023")]);
        compare_order(
            &found.orders[0],
            "10-kareliya/kemskiy/documents/8.toml",
            &["issuer", "title"],
        );
        assert!(found.plans[0].events().all(|event| event.number.is_none()));
        assert!(found.skipped.is_empty(), "{:#?}", found.skipped);
    }
}

#[test]
fn document_d() {
    for paper in [whole(&document("altay")), pasted(&document("altay"))] {
        let found = check("d", &paper, plans_of("altay"));
        compare_order(&found.orders[0], "04-altay/documents/201.toml", &["issuer"]);
        assert!(found.skipped.is_empty(), "{:#?}", found.skipped);
        let without_aim = found
            .doubts
            .iter()
            .filter(|doubt| doubt.words.starts_with("доля"))
            .count();
        assert_eq!(without_aim, 10);
    }
}

#[test]
fn document_e() {
    for paper in [
        whole(&document("pervomayskiy")),
        pasted(&document("pervomayskiy")),
    ] {
        let found = check("e", &paper, plans_of("pervomayskiy"));
        compare_order(
            &found.orders[0],
            "70-tomskaya/pervomayskiy/documents/76-o.toml",
            &[],
        );
        assert_eq!(found.orders.len(), 1);
        let group = toml_file("70-tomskaya/pervomayskiy/working-group.toml");
        assert_eq!(members(&found), members_of(&group));
        assert_eq!(found.groups[0].columns, texts(group.get("columns")));
        assert_eq!(said(&found.groups[0].title), text(&group, "title"));
        let file = toml_file("70-tomskaya/pervomayskiy/program.toml");
        let program = &found.programs[0];
        assert_eq!(said(&program.title), text(&file, "title"));
        assert_eq!(program.period, text(&file, "period"));
        let rows: Vec<_> = program
            .rows
            .iter()
            .map(|row| (line(&row.label), line(&row.value), row.items.clone()))
            .collect();
        let expected: Vec<_> = file["row"]
            .as_array()
            .expect("rows")
            .iter()
            .filter_map(|row| row.as_table())
            .map(|row| {
                (
                    text(row, "label").unwrap_or_default(),
                    text(row, "value").unwrap_or_default(),
                    texts(row.get("items")),
                )
            })
            .collect();
        assert_eq!(rows, expected);
        let kinds: Vec<(&str, usize)> = program
            .parts
            .iter()
            .map(|part| (part.kind, part.items.len()))
            .collect();
        assert_eq!(
            kinds,
            [
                ("сведения", 3),
                ("сведения", 0),
                ("сведения", 5),
                ("сведения", 0),
                ("проблемы", 5),
                ("цели", 1),
                ("задачи", 4),
                ("меры", 8)
            ]
        );
        assert!(found.skipped.is_empty(), "{:#?}", found.skipped);
        assert!(
            found
                .doubts
                .iter()
                .any(|doubt| doubt.words.contains("начала этих слов в строке нет"))
        );
    }
}
