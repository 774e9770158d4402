//! Plans: `plans/2023.toml`.

use crate::content::fields::cell_label;
use crate::content::typed::period;
use crate::desk::literal;
use crate::import::paper::At;
use crate::import::understand::draft::{EventDraft, PlanDraft, SectionDraft, Text};
use crate::import::write::event::{cell, event};
use crate::import::write::marks::Spot;
use crate::import::write::toml::Toml;
use crate::import::write::work::{Desk, EventRow, NewFile, Of, PlanFile, Written};
use crate::model::plan::roadmap::ColumnRole;

/// Heads rows that stand before the first section of a plan.
const UNTITLED: &str = "Без раздела";

/// Writes the plans of a paper.
pub fn plans(desk: &Desk<'_>, written: &mut Written) {
    let mut taken: Vec<String> = Vec::new();
    for (index, plan) in desk.understood.plans.iter().enumerate() {
        let period = period_of(desk, plan);
        if period.is_none() {
            written.lacks.push(format!(
                "у плана ({}) не найден период: укажите его, например --period 2026 или --period 2025-2026 (учебный год)",
                plan.at
            ));
        }
        let name = free(&name(period.unwrap_or("god")), &taken);
        taken.push(name.clone());
        let path = desk.path(&format!("plans/{name}.toml"));
        let mut writing = Writing {
            desk,
            plan,
            index,
            out: Toml::begun(desk.head(&path, "plan", &format!("План ({})", plan.at))),
            rows: Vec::new(),
            written,
        };
        writing.frame(period);
        writing.sections();
        let (text, rows) = (writing.out.text(), writing.rows);
        written.plans.push(PlanFile {
            path: path.clone(),
            events: rows,
        });
        written.files.push(NewFile {
            path,
            text,
            of: Of::Plan(index),
        });
    }
}

/// The period: the one the editor said, for the only plan or one that names none, else that of the paper.
fn period_of<'a>(desk: &Desk<'a>, plan: &'a PlanDraft) -> Option<&'a str> {
    let own = plan.period.as_ref().map(|period| period.written.as_str());
    said(desk.wishes.period, own, desk.understood.plans.len())
}

fn said<'a>(wish: Option<&'a str>, own: Option<&'a str>, plans: usize) -> Option<&'a str> {
    match wish {
        Some(wish) if plans == 1 || own.is_none() => Some(wish),
        _ => own,
    }
}

/// The name of the file of a period: `2023`, `2022-2023`.
fn name(written: &str) -> String {
    if !written.contains('/') {
        return written.replace('–', "-").replace(' ', "");
    }
    match period::parse(written) {
        Some(period) if period.first.year() == period.last.year() => {
            period.first.year().to_string()
        }
        Some(period) => format!("{}-{}", period.first.year(), period.last.year()),
        None => "god".to_owned(),
    }
}

/// The name, or with a number behind it when the paper holds two plans of one period.
fn free(name: &str, taken: &[String]) -> String {
    let more = (2..).map(|more| format!("{name}-{more}"));
    std::iter::once(name.to_owned())
        .chain(more)
        .find(|name| !taken.contains(name))
        .unwrap_or_default()
}

struct Writing<'w, 'd> {
    desk: &'w Desk<'d>,
    plan: &'w PlanDraft,
    index: usize,
    out: Toml,
    rows: Vec<EventRow>,
    written: &'w mut Written,
}

impl Writing<'_, '_> {
    fn frame(&mut self, period: Option<&str>) {
        let words = |text: &Option<Text>| text.as_ref().map(|text| text.words.clone());
        let own = words(&self.plan.title).filter(|words| !words.trim().is_empty());
        let plans = self.desk.understood.plans.len();
        self.out
            .comments(&self.desk.marks.at(Spot::Plan(self.index)));
        match said(self.desk.wishes.title, own.as_deref(), plans) {
            Some(title) => self.out.words("title", Some(title)),
            None => self.named(period),
        }
        self.out.words("period", period);
        self.out
            .words("approved_by", self.desk.act(self.plan.order));
        self.out.words(
            "approval_stamp",
            words(&self.plan.approval_stamp).as_deref(),
        );
        self.out
            .words("preamble", words(&self.plan.preamble).as_deref());
        self.columns();
    }

    /// The name of a plan that has none in the paper: the page must call it something.
    fn named(&mut self, period: Option<&str>) {
        let title = match period {
            Some(period) if !period.contains(['-', '/']) => format!("План на {period} год"),
            Some(period) if !period.contains('/') => format!("План на {period} учебный год"),
            _ => "План".to_owned(),
        };
        let note = format!(
            "названия плана ({}) в файле нет, слова «{title}» — программы: впишите своё или повторите с --title",
            self.plan.at
        );
        self.out.comments(&[format!("проверьте: {note}")]);
        self.out.words("title", Some(&title));
        self.written.notes.push(note);
    }

    fn columns(&mut self) {
        for extra in &self.plan.extra_columns {
            let words = format!(
                "проверьте: для столбца «{}» у портала нет поля, его слова стоят в комментариях у мероприятий ({})",
                extra.words, extra.at
            );
            self.out.comments(&[words]);
        }
        let mut lines = String::from("columns = [\n");
        for column in &self.plan.columns {
            let holds = column.role.name();
            let (heading, remark) = match column.heading.trim() {
                "" => (
                    own_heading(column.role),
                    "   # проверьте: в документе у столбца нет заголовка",
                ),
                _ => (column.heading.as_str(), ""),
            };
            let heading = literal::line(heading);
            lines.push_str(&format!(
                "  {{ heading = {heading}, holds = \"{holds}\" }},{remark}\n"
            ));
        }
        lines.push_str("]\n");
        self.out.raw(&lines);
    }

    fn sections(&mut self) {
        let plan = self.plan;
        let bare = is_without_sections(plan);
        for (index, section) in plan.sections.iter().enumerate() {
            if !bare {
                self.section(index, section);
            }
            let key = if bare { "event" } else { "section.event" };
            for (at, row) in section.events.iter().enumerate() {
                self.event(row, Spot::Event(self.index, index, at), key);
            }
        }
    }

    fn section(&mut self, index: usize, section: &SectionDraft) {
        let mut marks = self.desk.marks.at(Spot::Section(self.index, index));
        let title = title_of_section(section);
        if title == UNTITLED {
            marks.push(format!(
                "проверьте: над этими строками в документе нет названия раздела, слова «{UNTITLED}» — программы ({})",
                section.at
            ));
        }
        let own = |text: &Option<String>| text.clone().filter(|text| text != title);
        self.out.header("[[section]]", &marks);
        self.out.words("numeral", own(&section.numeral).as_deref());
        self.out.words("title", Some(title));
        self.out.words("goal", own(&section.goal).as_deref());
        self.out
            .words("tasks_heading", own(&section.tasks_heading).as_deref());
        self.out.list("tasks", &section.tasks);
    }

    fn event(&mut self, row: &EventDraft, spot: Spot, key: &str) {
        let marks = self.desk.marks.at(spot);
        let Some(title) = cell(row, ColumnRole::Title).filter(|cell| !cell.words.trim().is_empty())
        else {
            self.left(row, marks);
            return;
        };
        let id = format!("m{:02}", self.rows.len() + 1);
        self.out.raw(&event(row, &id, key, &marks));
        self.rows.push(EventRow {
            id,
            number: row.number.clone(),
            title: title.words.clone(),
            at: row.at.clone(),
        });
    }

    /// A row without the words of a measure: kept in a comment where it stood.
    fn left(&mut self, row: &EventDraft, marks: Vec<String>) {
        let cells = row.cells.iter().map(|cell| cell.words.clone());
        let extra = row.extra.iter().map(|(_, words)| words.clone());
        let words: Vec<String> = row
            .number
            .iter()
            .cloned()
            .chain(cells)
            .chain(extra)
            .collect();
        let words = words.join(" | ");
        let why = "в строке нет слов мероприятия";
        self.out.raw("\n");
        self.out.comments(&marks);
        self.out.comments(&[format!(
            "проверьте: строка не перенесена, {why} ({}): {words}",
            row.at
        )]);
        let at: At = row.at.clone();
        self.written.left.push((at, words, why.to_owned()));
    }
}

/// The words that head a section: its title, else what stands there instead of one.
pub fn title_of_section(section: &SectionDraft) -> &str {
    let texts = [
        &section.title,
        &section.numeral,
        &section.goal,
        &section.tasks_heading,
    ];
    let mut texts = texts.into_iter().flatten().map(String::as_str);
    texts
        .find(|words| !words.trim().is_empty())
        .unwrap_or(UNTITLED)
}

/// True for a plan whose measures stand in no section.
pub fn is_without_sections(plan: &PlanDraft) -> bool {
    plan.sections.len() == 1 && plan.sections.iter().all(is_bare)
}

/// A section that the paper does not have: the plan has none.
fn is_bare(section: &SectionDraft) -> bool {
    let texts = [
        &section.numeral,
        &section.title,
        &section.goal,
        &section.tasks_heading,
    ];
    texts.into_iter().all(Option::is_none) && section.tasks.is_empty()
}

fn own_heading(role: ColumnRole) -> &'static str {
    match role {
        ColumnRole::Number => "№",
        role => cell_label(role.name()).unwrap_or("№"),
    }
}
