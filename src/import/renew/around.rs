//! The head of a plan and its sections: keys replaced where they stand.

use crate::content::fields::FileKind;
use crate::content::raw::Table;
use crate::content::typed::period;
use crate::content::typed::reader::Reader;
use crate::desk::literal;
use crate::desk::toml_edit::edits::{Edit, Edits};
use crate::desk::toml_edit::layout::{self, has_header, last_line_end, line_break, line_start};
use crate::desk::toml_edit::plan_tables::{column_form, section_form, tables};
use crate::desk::toml_edit::scalars;
use crate::import::renew::said;
use crate::import::understand::draft::{PlanDraft, SectionDraft};
use crate::text::cell::one_line;

/// What becomes of a head or a section.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Changes of its text.
    pub edits: Vec<Edit>,
    /// What changed, in words.
    pub words: Vec<String>,
    /// What the paper does not say any more, in words.
    pub doubts: Vec<String>,
}

/// «был», «стал», «убран».
type Verbs = (&'static str, &'static str, &'static str);
const HE: Verbs = ("был", "стал", "убран");
const SHE: Verbs = ("была", "стала", "убрана");
const IT: Verbs = ("было", "стало", "убрано");
const THEY: Verbs = ("были", "стали", "убраны");

/// Changes the head of a plan. What the paper does not say (a pasted table has no title) stays as it was.
pub fn head(text: &str, table: &Table, draft: &PlanDraft, approved_by: Option<&str>) -> Outcome {
    let mut out = Outcome::default();
    let mut edits = Edits::new(text);
    let reader = Reader::new(table);
    let said = |text: &Option<crate::import::understand::draft::Text>| {
        text.as_ref().map(|text| text.words.clone())
    };
    let period = draft.period.as_ref().map(|period| period.written.clone());
    let fields = [
        ("title", "название плана", IT, said(&draft.title)),
        ("period", "период", HE, period),
        (
            "approved_by",
            "приказ об утверждении (approved_by)",
            HE,
            approved_by.map(str::to_owned),
        ),
        (
            "approval_stamp",
            "гриф утверждения",
            HE,
            said(&draft.approval_stamp),
        ),
        (
            "preamble",
            "текст перед таблицей",
            HE,
            said(&draft.preamble),
        ),
    ];
    let mut wanted = Vec::new();
    for (key, name, verbs, new) in fields {
        let old = reader.text(key).unwrap_or_default();
        let Some(new) = new.filter(|new| !new.trim().is_empty()) else {
            if !old.is_empty() && key != "approved_by" {
                out.doubts.push(format!(
                    "в новом документе не найдено: {name}; в файле оставлено прежнее"
                ));
            }
            continue;
        };
        let same_period = key == "period" && period::parse(&old) == period::parse(&new);
        if one_line(&old) == one_line(&new) || same_period {
            continue;
        }
        out.words.push(said::worded(name, verbs, &old, &new));
        wanted.push((key, Some(layout::value(text, table, &new))));
    }
    scalars::change(&mut edits, table, FileKind::Plan.form(), &wanted);
    columns(&mut edits, table, draft, &mut out.words);
    out.edits = edits.into_list();
    out
}

/// Changes the columns: headings in place while their number stays.
fn columns(edits: &mut Edits<'_>, table: &Table, draft: &PlanDraft, words: &mut Vec<String>) {
    let text = edits.text;
    let written: Vec<&Table> = tables(table, "columns").collect();
    let pair = |heading: &str, holds: &str| (one_line(heading), holds.to_owned());
    let old: Vec<(String, String)> = written
        .iter()
        .map(|column| Reader::new(column))
        .map(|column| pair(&column.required("heading"), &column.required("holds")))
        .collect();
    let new: Vec<(String, String)> = draft
        .columns
        .iter()
        .map(|column| pair(&column.heading, column.role.name()))
        .collect();
    let entry = table.entries.iter().find(|entry| entry.key == "columns");
    let Some(entry) = entry.filter(|_| !new.is_empty() && old != new) else {
        return;
    };
    let headings = |columns: &[(String, String)]| {
        let names: Vec<&str> = columns
            .iter()
            .map(|(heading, _)| heading.as_str())
            .collect();
        names.join(" | ")
    };
    words.push(said::worded(
        "столбцы таблицы",
        THEY,
        &headings(&old),
        &headings(&new),
    ));
    if old.len() == new.len() {
        for ((column, draft), (old, new)) in
            written.iter().zip(&draft.columns).zip(old.iter().zip(&new))
        {
            let mut wanted = Vec::new();
            if old.0 != new.0 {
                wanted.push(("heading", Some(layout::value(text, column, &draft.heading))));
            }
            if old.1 != new.1 {
                wanted.push(("holds", Some(literal::line(&new.1))));
            }
            scalars::change(edits, column, column_form(), &wanted);
        }
        return;
    }
    let line_break = line_break(text, entry.key_span.range().start);
    let lines: Vec<String> = draft
        .columns
        .iter()
        .map(|column| {
            let (heading, holds) = (literal::line(&column.heading), column.role.name());
            format!("  {{ heading = {heading}, holds = \"{holds}\" }},{line_break}")
        })
        .collect();
    let list = format!("[{line_break}{}]", lines.concat());
    match (has_header(entry), written.first(), written.last()) {
        (true, Some(first), Some(last)) => {
            let from = line_start(text, first.span.range().start);
            edits.replace(
                from..last_line_end(text, last, &[]),
                format!("columns = {list}"),
            );
        }
        _ => edits.replace(entry.node.span.range(), list),
    }
}

/// Changes a section.
pub fn section(text: &str, table: &Table, new: &SectionDraft) -> Outcome {
    let mut out = Outcome::default();
    let mut edits = Edits::new(text);
    let reader = Reader::new(table);
    let fields = [
        ("numeral", "номер", HE, &new.numeral),
        ("title", "название", IT, &new.title),
        ("goal", "цель", SHE, &new.goal),
        (
            "tasks_heading",
            "слова перед задачами",
            THEY,
            &new.tasks_heading,
        ),
    ];
    let mut wanted = Vec::new();
    for (key, name, verbs, new) in fields {
        let old = reader.text(key).unwrap_or_default();
        let new = new.as_deref().unwrap_or_default();
        if one_line(&old) != one_line(new) {
            out.words.push(said::worded(name, verbs, &old, new));
            let value = (!new.trim().is_empty()).then(|| layout::value(text, table, new));
            wanted.push((key, value));
        }
    }
    let lines =
        |tasks: &[String]| -> Vec<String> { tasks.iter().map(|task| one_line(task)).collect() };
    let (old, tasks) = (lines(&reader.texts("tasks")), lines(&new.tasks));
    if old != tasks {
        out.words.push(said::worded(
            "задачи",
            THEY,
            &old.join(" "),
            &tasks.join(" "),
        ));
        let line_break = line_break(text, table.span.range().start);
        let value = (!tasks.is_empty()).then(|| list(&new.tasks, line_break));
        wanted.push(("tasks", value));
    }
    scalars::change(&mut edits, table, section_form(), &wanted);
    let name = said::quoted(&reader.required("title"));
    for words in &mut out.words {
        *words = format!("раздел {name}: {words}");
    }
    out.edits = edits.into_list();
    out
}

/// The block of a new section.
pub fn new_section(section: &SectionDraft, line_break: &str) -> String {
    let text = |value: &Option<String>| {
        let words = value.as_deref().filter(|words| !words.trim().is_empty());
        words.map(|words| literal::text(words, line_break))
    };
    let tasks = (!section.tasks.is_empty()).then(|| list(&section.tasks, line_break));
    let keys = [
        ("numeral", text(&section.numeral)),
        ("title", text(&section.title)),
        ("goal", text(&section.goal)),
        ("tasks_heading", text(&section.tasks_heading)),
        ("tasks", tasks),
    ];
    let mut lines = vec!["[[section]]".to_owned()];
    lines.extend(
        keys.into_iter()
            .filter_map(|(key, value)| Some(format!("{key} = {}", value?))),
    );
    lines.join(line_break)
}

fn list(items: &[String], line_break: &str) -> String {
    let lines: Vec<String> = items
        .iter()
        .filter(|item| !item.trim().is_empty())
        .map(|item| format!("  {},{line_break}", literal::line(item)))
        .collect();
    format!("[{line_break}{}]", lines.concat())
}
