//! Papers for the tests of a second import: what a plan's file says, as if it had been read from its document.

use jiff::civil::date;
use shnor_portal::desk::literal;
use shnor_portal::import::paper::At;
use shnor_portal::import::renew::{Renewed, renewed};
use shnor_portal::import::understand::draft::{
    CellDraft, ColumnDraft, EventDraft, PeriodDraft, PlanDraft, SectionDraft, Text,
};
use shnor_portal::model::plan::period::Period;
use shnor_portal::model::plan::roadmap::ColumnRole;

fn text(table: &toml::Table, key: &str) -> Option<String> {
    table.get(key)?.as_str().map(str::to_owned)
}

fn words(table: &toml::Table, key: &str) -> Option<Text> {
    text(table, key).map(|words| Text {
        words,
        at: At::default(),
    })
}

fn list<'a>(table: &'a toml::Table, key: &str) -> impl Iterator<Item = &'a toml::Table> {
    let items = table.get(key).and_then(|list| list.as_array());
    items
        .into_iter()
        .flatten()
        .filter_map(|item| item.as_table())
}

fn role(name: &str) -> ColumnRole {
    let known = ColumnRole::NAMES.iter().find(|(known, _)| *known == name);
    known.expect("a column of the portal").1
}

/// The paper that a file was typed from.
pub fn draft(file: &str) -> PlanDraft {
    let table: toml::Table = file.parse().expect("TOML");
    let mut row = 0;
    let mut events = |table: &toml::Table| -> Vec<EventDraft> {
        list(table, "event")
            .map(|table| {
                row += 1;
                event(table, row)
            })
            .collect()
    };
    let loose = events(&table);
    let mut sections: Vec<SectionDraft> = list(&table, "section")
        .map(|section| SectionDraft {
            numeral: text(section, "numeral"),
            title: text(section, "title"),
            goal: text(section, "goal"),
            tasks_heading: text(section, "tasks_heading"),
            tasks: section
                .get("tasks")
                .and_then(|tasks| tasks.as_array())
                .into_iter()
                .flatten()
                .filter_map(|task| task.as_str().map(str::to_owned))
                .collect(),
            events: events(section),
            at: At::default(),
        })
        .collect();
    if sections.is_empty() {
        sections.push(SectionDraft {
            events: loose,
            ..SectionDraft::default()
        });
    }
    PlanDraft {
        title: words(&table, "title"),
        period: words(&table, "period").map(|from| PeriodDraft {
            value: period(&from.words),
            written: from.words.clone(),
            from,
        }),
        approval_stamp: words(&table, "approval_stamp"),
        preamble: words(&table, "preamble"),
        columns: list(&table, "columns")
            .map(|column| ColumnDraft {
                heading: text(column, "heading").unwrap_or_default(),
                role: role(&text(column, "holds").unwrap_or_default()),
            })
            .collect(),
        sections,
        ..PlanDraft::default()
    }
}

fn period(written: &str) -> Period {
    let years: Vec<i16> = written
        .split('-')
        .filter_map(|year| year.parse().ok())
        .collect();
    match years[..] {
        [year] => Period::calendar_year(year),
        [first, _] => Period::school_year(first),
        _ => Period {
            first: date(2023, 1, 1),
            last: date(2023, 12, 31),
            ..Period::calendar_year(2023)
        },
    }
}

fn event(table: &toml::Table, row: u32) -> EventDraft {
    let cells = ColumnRole::NAMES
        .iter()
        .filter(|(_, role)| *role != ColumnRole::Number)
        .filter_map(|(name, role)| Some((*role, text(table, name)?)))
        .map(|(role, words)| CellDraft {
            role,
            parts: Vec::new(),
            shared: false,
            words,
        });
    EventDraft {
        number: text(table, "number"),
        cells: cells.collect(),
        extra: Vec::new(),
        at: At {
            table: 1,
            row,
            ..At::default()
        },
    }
}

/// A row of a paper: number, title, deadline, responsible.
pub fn row(number: &str, title: &str, deadline: &str, responsible: &str) -> EventDraft {
    let mut table = toml::Table::new();
    let cells = [
        ("number", number),
        ("title", title),
        ("deadline", deadline),
        ("responsible", responsible),
    ];
    for (key, words) in cells.into_iter().filter(|(_, words)| !words.is_empty()) {
        table.insert(key.to_owned(), words.into());
    }
    event(&table, 99)
}

/// Sets a cell of a row.
pub fn set(event: &mut EventDraft, role: ColumnRole, words: &str) {
    if role == ColumnRole::Number {
        event.number = Some(words.to_owned());
        return;
    }
    event.cells.retain(|cell| cell.role != role);
    if !words.is_empty() {
        event.cells.push(CellDraft {
            role,
            words: words.to_owned(),
            parts: Vec::new(),
            shared: false,
        });
    }
}

/// The block of a new measure.
pub fn block(event: &EventDraft, id: &str, sectioned: bool) -> String {
    let header = if sectioned {
        "[[section.event]]"
    } else {
        "[[event]]"
    };
    let mut lines = vec![header.to_owned(), format!("id = \"{id}\"")];
    if let Some(number) = &event.number {
        lines.push(format!("number = {}", literal::text(number, "\n")));
    }
    for (name, role) in ColumnRole::NAMES {
        if let Some(cell) = event.cell(*role) {
            lines.push(format!("{name} = {}", literal::text(&cell.words, "\n")));
        }
    }
    lines.join("\n")
}

/// A file renewed from a paper; the result must read.
#[track_caller]
pub fn renew(path: &str, file: &str, paper: &PlanDraft) -> Renewed {
    let sectioned = paper.has_sections();
    let fresh = |event: &EventDraft, id: &str| block(event, id, sectioned);
    let done = renewed(path, file, paper, None, &fresh);
    done.unwrap_or_else(|refusal| panic!("{refusal}"))
}
