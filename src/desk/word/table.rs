//! The table of a plan: a heading that is repeated on every page, a row for each event that no page tears, titles of
//! sections, goals and tasks across all columns.

use crate::desk::word::printed::{self, Column};
use crate::desk::word::widths::{self, TEXT_WIDTH, widths};
use crate::desk::word::words::{Counted, paragraph};
use crate::desk::word::xml::{element, value};
use crate::model::plan::mark::Mark;
use crate::model::plan::roadmap::{ColumnRole, Event, Roadmap, Section};

/// About how many lines a page holds below the heading. A row that is higher may be torn: there is no other way.
const PAGE_LINES: usize = 26;

/// The table of a plan.
pub fn table(plan: &Roadmap, counted: &mut Counted) -> String {
    let columns = printed::columns(plan);
    let cells: Vec<Vec<&str>> = columns
        .iter()
        .map(|column| {
            let cells = plan
                .events()
                .map(|event| printed::words(event, column.role));
            std::iter::once(column.heading).chain(cells).collect()
        })
        .collect();
    let mut table = Table {
        widths: widths(&cells, TEXT_WIDTH),
        columns,
        counted,
    };
    let grid: String = table
        .widths
        .iter()
        .map(|width| element("w:gridCol", &[("w:w", &width.to_string())], ""))
        .collect();
    let mut inside = properties();
    inside.push_str(&element("w:tblGrid", &[], &grid));
    inside.push_str(&table.heading());
    for section in &plan.sections {
        inside.push_str(&table.section(section));
        for event in &section.events {
            inside.push_str(&table.event(event));
        }
    }
    element("w:tbl", &[], &inside)
}

fn properties() -> String {
    let border = |side: &str| {
        element(
            &format!("w:{side}"),
            &[
                ("w:val", "single"),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", "000000"),
            ],
            "",
        )
    };
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .into_iter()
        .map(border)
        .collect();
    let properties = [
        element(
            "w:tblW",
            &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")],
            "",
        ),
        element("w:tblBorders", &[], &borders),
        element("w:tblLayout", &[("w:type", "fixed")], ""),
        "<w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>".to_owned(),
        "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>".to_owned(),
        value("w:tblCaption", "План мероприятий"),
    ];
    element("w:tblPr", &[], &properties.concat())
}

/// Which borders of a cell are left out, so that a goal and its tasks look like one cell.
#[derive(Clone, Copy)]
struct Open {
    above: bool,
    below: bool,
}

struct Table<'a> {
    columns: Vec<Column<'a>>,
    widths: Vec<usize>,
    counted: &'a mut Counted,
}

impl Table<'_> {
    fn heading(&mut self) -> String {
        let mut cells = String::new();
        for at in 0..self.columns.len() {
            let Column { heading, role } = self.columns[at];
            let inside = paragraph(
                self.counted,
                "PlanColumn",
                Some(Mark::Column(role)),
                heading,
            );
            cells.push_str(&cell(self.widths[at], &inside));
        }
        row("<w:cantSplit/><w:tblHeader/>", &cells)
    }

    fn section(&mut self, section: &Section) -> String {
        let mut rows = String::new();
        if let Some(title) = &section.title {
            let (mark, words) = match &section.numeral {
                Some(numeral) => (
                    Mark::Numbered,
                    format!("{}\u{a0}{}", numeral.value.trim(), title.value.trim()),
                ),
                None => (Mark::Section, title.value.clone()),
            };
            let inside = paragraph(self.counted, "PlanSection", Some(mark), &words);
            rows.push_str(&self.across(&inside, None));
        }
        let parts = section
            .goal
            .iter()
            .map(|goal| (Mark::Goal, goal))
            .chain(
                section
                    .tasks_heading
                    .iter()
                    .map(|words| (Mark::TasksHeading, words)),
            )
            .chain(section.tasks.iter().map(|task| (Mark::Task, task)));
        let parts: Vec<(Mark, &String)> = parts.collect();
        for (at, (mark, words)) in parts.iter().enumerate() {
            let inside = paragraph(self.counted, "PlanGoal", Some(*mark), words);
            let open = Open {
                above: at > 0,
                below: at + 1 < parts.len(),
            };
            rows.push_str(&self.across(&inside, Some(open)));
        }
        rows
    }

    fn across(&self, inside: &str, open: Option<Open>) -> String {
        let span = self.columns.len().to_string();
        let mut properties = element(
            "w:tcW",
            &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")],
            "",
        );
        properties.push_str(&value("w:gridSpan", &span));
        if let Some(open) = open {
            let side = |name: &str, open: bool| match open {
                true => value(name, "nil"),
                false => String::new(),
            };
            let borders = side("w:top", open.above) + &side("w:bottom", open.below);
            if !borders.is_empty() {
                properties.push_str(&element("w:tcBorders", &[], &borders));
            }
        }
        let cell = element("w:tc", &[], &(element("w:tcPr", &[], &properties) + inside));
        row("<w:cantSplit/>", &cell)
    }

    fn event(&mut self, event: &Event) -> String {
        let mut cells = String::new();
        let mut highest = 0;
        for at in 0..self.columns.len() {
            let role = self.columns[at].role;
            let words = printed::words(event, role);
            let mark = (at == 0).then_some(Mark::Event);
            let style = match role {
                ColumnRole::Number => "PlanNumber",
                _ => "PlanCell",
            };
            let inside = paragraph(self.counted, style, mark, words);
            highest = highest.max(widths::lines(words, self.widths[at]));
            cells.push_str(&cell(self.widths[at], &inside));
        }
        let whole = if highest < PAGE_LINES {
            "<w:cantSplit/>"
        } else {
            ""
        };
        row(whole, &cells)
    }
}

fn cell(width: usize, inside: &str) -> String {
    let width = width.to_string();
    let size = element("w:tcW", &[("w:w", width.as_str()), ("w:type", "dxa")], "");
    element("w:tc", &[], &(element("w:tcPr", &[], &size) + inside))
}

fn row(properties: &str, cells: &str) -> String {
    let properties = match properties {
        "" => String::new(),
        properties => element("w:trPr", &[], properties),
    };
    element("w:tr", &[], &(properties + cells))
}
